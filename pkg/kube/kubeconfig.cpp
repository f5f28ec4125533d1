#include "kube/kubeconfig.h"

#include "base/encoding.h"
#include "base/error.h"
#include "base/text.h"
#include "kube/kube_yaml.h"
#include "kube/kubeconfig_text.h"

#include <algorithm>
#include <set>
#include <utility>

namespace algo::kube {

namespace {

using Kind = YamlNode::Kind;

// Reads fields of one file's tree. A missing or null field is empty, whatever its type.
class Fields {
 public:
  explicit Fields(const std::string& file) : file_(file) {}

  [[nodiscard]] Place place(const YamlNode& node) const { return {file_, node.line}; }

  [[noreturn]] void refuse(const YamlNode& node, const std::string& problem) const {
    throw Error(ErrorKind::kInput, place(node).text() + ": " + problem);
  }

  // Maps and lists pass through these, so that nothing of another kind is taken for an empty one.
  void require_map(const YamlNode& node) const {
    if (node.kind != Kind::kNull && node.kind != Kind::kMap) refuse(node, said(node, "no map"));
  }
  [[nodiscard]] const std::vector<YamlNode>& members(const YamlNode& node) const {
    require_map(node);
    return node.children;
  }
  [[nodiscard]] const std::vector<YamlNode>& items(const YamlNode& node,
                                                   std::string_view key) const {
    static const std::vector<YamlNode> kNone;
    const YamlNode* list = node.find(key);
    if (list == nullptr) return kNone;
    if (list->kind != Kind::kList) refuse(*list, said(*list, "no list"));
    return list->children;
  }

  [[nodiscard]] std::string text(const YamlNode& node) const {
    if (node.kind == Kind::kNull) return "";
    if (node.kind != Kind::kScalar) refuse(node, said(node, "no text"));
    return node.text;
  }
  [[nodiscard]] std::string text(const YamlNode& node, std::string_view key) const {
    const YamlNode* field = node.find(key);
    return field == nullptr ? "" : text(*field);
  }
  [[nodiscard]] bool boolean(const YamlNode& node, std::string_view key) const {
    const YamlNode* field = node.find(key);
    if (field == nullptr) return false;
    const std::optional<bool> value = yaml_boolean(*field);
    if (!value) refuse(*field, said(*field, "neither true nor false"));
    return *value;
  }
  [[nodiscard]] std::vector<std::string> texts(const YamlNode& node, std::string_view key) const {
    std::vector<std::string> values;
    for (const YamlNode& item : items(node, key)) values.push_back(text(item));
    return values;
  }
  // Base64 over any number of lines.
  [[nodiscard]] std::string data(const YamlNode& node, std::string_view key) const {
    std::string encoded = text(node, key);
    std::erase_if(encoded, [](char c) { return c == '\n' || c == '\r'; });
    std::optional<std::string> bytes = base64_decode(encoded);
    if (!bytes) refuse(*node.find(key), said(*node.find(key), "no padded base64"));
    return *std::move(bytes);
  }

  // {name: …, KEY: {…}} items; `read` gets the value under KEY.
  template <typename Entry, typename Read>
  [[nodiscard]] std::map<std::string, Entry> named(const YamlNode& root,
                                                   std::string_view list,
                                                   std::string_view key,
                                                   const Read& read) const {
    static const YamlNode kEmpty;
    std::map<std::string, Entry> entries;
    for (const YamlNode& item : items(root, list)) {
      require_map(item);
      const YamlNode* value = item.find(key);
      const std::string name = text(item, "name");
      if (value != nullptr) require_map(*value);
      Entry entry = read(value == nullptr ? kEmpty : *value);
      entry.place = place(item);
      if (!entries.emplace(name, std::move(entry)).second) refuse_duplicate(item, name);
    }
    return entries;
  }

  // The extension of this name, and the rule that no name stands twice.
  [[nodiscard]] const YamlNode* extension(const YamlNode& node, std::string_view wanted) const {
    const YamlNode* found = nullptr;
    std::set<std::string> names;
    for (const YamlNode& item : items(node, "extensions")) {
      const std::string name = text(item, "name");
      if (!names.insert(name).second) refuse_duplicate(item, name);
      if (name == wanted) found = item.find("extension");
    }
    return found;
  }
  void check_extensions(const YamlNode& node) const { static_cast<void>(extension(node, "")); }

 private:
  [[nodiscard]] static std::string said(const YamlNode& node, std::string_view problem) {
    return (node.key.empty() ? "this" : printable(shorten(node.key, 64))) + " is " +
           std::string(problem);
  }
  [[noreturn]] void refuse_duplicate(const YamlNode& node, const std::string& name) const {
    refuse(node, "duplicate name " + in_quotes(name) + " in list");
  }

  const std::string& file_;
};

Cluster read_cluster(const Fields& fields, const YamlNode& node) {
  Cluster cluster;
  cluster.server = fields.text(node, "server");
  cluster.tls_server_name = fields.text(node, "tls-server-name");
  cluster.insecure_skip_tls_verify = fields.boolean(node, "insecure-skip-tls-verify");
  cluster.certificate_authority = fields.text(node, "certificate-authority");
  cluster.certificate_authority_data = fields.data(node, "certificate-authority-data");
  cluster.proxy_url = fields.text(node, "proxy-url");
  cluster.disable_compression = fields.boolean(node, "disable-compression");
  const YamlNode* config = fields.extension(node, "client.authentication.k8s.io/exec");
  if (config != nullptr) cluster.exec_config = to_json(*config);
  return cluster;
}

ExecConfig read_exec(const Fields& fields, const YamlNode& node) {
  fields.require_map(node);
  ExecConfig exec;
  exec.command = fields.text(node, "command");
  exec.args = fields.texts(node, "args");
  for (const YamlNode& item : fields.items(node, "env")) {
    fields.require_map(item);
    exec.env.push_back({fields.text(item, "name"), fields.text(item, "value")});
  }
  exec.api_version = fields.text(node, "apiVersion");
  exec.install_hint = fields.text(node, "installHint");
  exec.provide_cluster_info = fields.boolean(node, "provideClusterInfo");
  exec.interactive_mode = fields.text(node, "interactiveMode");
  const bool beta = exec.api_version == "client.authentication.k8s.io/v1beta1" ||
                    exec.api_version == "client.authentication.k8s.io/v1alpha1";
  if (beta && exec.interactive_mode.empty()) exec.interactive_mode = "IfAvailable";
  return exec;
}

AuthProvider read_auth_provider(const Fields& fields, const YamlNode& node) {
  fields.require_map(node);
  AuthProvider provider{.name = fields.text(node, "name")};
  if (const YamlNode* config = node.find("config")) {
    for (const YamlNode& member : fields.members(*config)) {
      provider.config[member.key] = fields.text(member);
    }
  }
  return provider;
}

void read_impersonation(const Fields& fields, const YamlNode& node, User& user) {
  user.as = fields.text(node, "as");
  user.as_uid = fields.text(node, "as-uid");
  user.as_groups = fields.texts(node, "as-groups");
  if (const YamlNode* extra = node.find("as-user-extra")) {
    for (const YamlNode& member : fields.members(*extra)) {
      user.as_user_extra[member.key] = fields.texts(*extra, member.key);
    }
  }
}

User read_user(const Fields& fields, const YamlNode& node) {
  User user;
  user.client_certificate = fields.text(node, "client-certificate");
  user.client_certificate_data = fields.data(node, "client-certificate-data");
  user.client_key = fields.text(node, "client-key");
  user.client_key_data = fields.data(node, "client-key-data");
  user.token = fields.text(node, "token");
  user.token_file = fields.text(node, "tokenFile");
  user.username = fields.text(node, "username");
  user.password = fields.text(node, "password");
  read_impersonation(fields, node, user);
  if (const YamlNode* provider = node.find("auth-provider")) {
    user.auth_provider = read_auth_provider(fields, *provider);
  }
  if (const YamlNode* exec = node.find("exec")) user.exec = read_exec(fields, *exec);
  fields.check_extensions(node);
  return user;
}

Context read_context(const Fields& fields, const YamlNode& node) {
  fields.check_extensions(node);
  return {.cluster = fields.text(node, "cluster"),
          .user = fields.text(node, "user"),
          .namespace_name = fields.text(node, "namespace")};
}

void check_kind(const Fields& fields, const YamlNode& root) {
  const std::string version = fields.text(root, "apiVersion");
  const std::string kind = fields.text(root, "kind");
  if ((version.empty() || version == "v1") && (kind.empty() || kind == "Config")) return;
  fields.refuse(root,
                "no kubeconfig: it is of kind " + in_quotes(kind) + " and version " +
                    in_quotes(version) + R"(, not "Config" and "v1")");
}

Kubeconfig read_root(const Fields& fields, const YamlNode& root) {
  if (root.kind != Kind::kNull && root.kind != Kind::kMap) {
    fields.refuse(root, "no kubeconfig: it is no map of fields");
  }
  check_kind(fields, root);
  const auto with = [&](const auto& read) {
    return [&](const YamlNode& node) { return read(fields, node); };
  };
  Kubeconfig config;
  config.clusters = fields.named<Cluster>(root, "clusters", "cluster", with(read_cluster));
  config.users = fields.named<User>(root, "users", "user", with(read_user));
  config.contexts = fields.named<Context>(root, "contexts", "context", with(read_context));
  config.current_context = fields.text(root, "current-context");
  fields.check_extensions(root);
  return config;
}

}  // namespace

std::string variable(const Variables& environment, std::string_view name) {
  const auto found = environment.find(name);
  return found == environment.end() ? "" : found->second;
}

std::string Place::text() const {
  if (file.empty()) return "";
  return line > 0 ? file + ":" + std::to_string(line) : file;
}

Kubeconfig read_kubeconfig(std::string_view text, const std::string& file) {
  try {
    return read_root(Fields(file), read_kube_yaml(text, file));
  } catch (const Error& error) {
    throw Error(ErrorKind::kInput, "error loading config file " + in_quotes(file), error.what());
  }
}

}  // namespace algo::kube
