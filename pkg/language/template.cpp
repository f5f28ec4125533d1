#include "language/template.h"

#include "base/error.h"
#include "base/text.h"

#include <cstddef>

namespace algo::language {
namespace {

[[noreturn]] void broken(const std::string& what) {
  throw Error(ErrorKind::kInternal, "a driver template is broken: " + what);
}

struct Directive {
  std::string verb{};  // "" for an ordinary line
  std::string operand{};
};

// "  //@each params" -> {each, params}; the comment leader is any run of '/' or '#'.
Directive parse_directive(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return {};
  const std::size_t leader = line.find_first_not_of("/#", at);
  if (leader == std::string_view::npos || leader == at || line[leader] != '@') return {};
  const std::vector<std::string> words = split(line.substr(leader + 1), ' ');
  return {words[0], words.size() > 1 ? words[1] : ""};
}

class Renderer {
 public:
  explicit Renderer(std::string_view text) : lines_(split(text, '\n')) {
    if (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
  }
  std::string run(const Scope& scope) {
    scopes_ = {&scope};
    block(0, lines_.size());
    return std::move(out_);
  }

 private:
  void block(std::size_t begin, std::size_t end);
  void each(const std::string& name, std::size_t begin, std::size_t end);
  void condition(const std::string& word, std::size_t begin, std::size_t end);
  void line(std::string_view text);
  // The line of the //@end, or of the //@else at the same level, that closes a block.
  [[nodiscard]] std::size_t close(std::size_t begin, bool stop_at_else) const;
  [[nodiscard]] const std::string* find_word(const std::string& name) const;

  std::vector<std::string> lines_;
  std::vector<const Scope*> scopes_;
  std::string out_;
};

std::size_t Renderer::close(std::size_t begin, bool stop_at_else) const {
  int depth = 0;
  for (std::size_t i = begin; i < lines_.size(); ++i) {
    const std::string verb = parse_directive(lines_[i]).verb;
    if (depth == 0 && (verb == "end" || (stop_at_else && verb == "else"))) return i;
    if (verb == "each" || verb == "if") ++depth;
    if (verb == "end") --depth;
  }
  broken("a block without @end");
}

const std::string* Renderer::find_word(const std::string& name) const {
  for (std::size_t i = scopes_.size(); i-- > 0;) {
    const auto found = scopes_[i]->words.find(name);
    if (found != scopes_[i]->words.end()) return &found->second;
  }
  return nullptr;
}

void Renderer::each(const std::string& name, std::size_t begin, std::size_t end) {
  for (std::size_t i = scopes_.size(); i-- > 0;) {
    const auto found = scopes_[i]->lists.find(name);
    if (found == scopes_[i]->lists.end()) continue;
    for (const Scope& scope : found->second) {
      scopes_.push_back(&scope);
      block(begin, end);
      scopes_.pop_back();
    }
    return;
  }
  broken("unknown list " + name);
}

void Renderer::condition(const std::string& word, std::size_t begin, std::size_t end) {
  const std::size_t middle = close(begin, true);
  const std::string* value = find_word(word);
  if (value == nullptr) broken("unknown word " + word);
  if (!value->empty()) {
    block(begin, middle);
  } else if (middle != end) {
    block(middle + 1, end);
  }
}

void Renderer::line(std::string_view text) {
  while (true) {
    const std::size_t open = text.find("@{");
    const std::size_t shut = text.find('}', open);
    out_ += text.substr(0, open);
    if (open == std::string_view::npos) return;
    if (shut == std::string_view::npos) broken("a word without }");
    const std::string name(text.substr(open + 2, shut - open - 2));
    const std::string* value = find_word(name);
    if (value == nullptr) broken("unknown word " + name);
    out_ += *value;
    text.remove_prefix(shut + 1);
  }
}

void Renderer::block(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const Directive directive = parse_directive(lines_[i]);
    if (directive.verb.empty()) {
      line(lines_[i]);
      out_ += '\n';
      continue;
    }
    const bool repeats = directive.verb == "each";
    if (!repeats && directive.verb != "if") broken("unexpected @" + directive.verb);
    const std::size_t last = close(i + 1, false);
    if (repeats) {
      each(directive.operand, i + 1, last);
    } else {
      condition(directive.operand, i + 1, last);
    }
    i = last;
  }
}

}  // namespace

std::string render(std::string_view text, const Scope& scope) {
  return Renderer(text).run(scope);
}

}  // namespace algo::language
