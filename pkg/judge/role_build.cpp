#include "base/error.h"
#include "base/files.h"
#include "judge/flags.h"
#include "judge/roles.h"
#include "judge/verified_bundle.h"
#include "sandbox/helper.h"

namespace algo::judge {

int role_sandbox(const Arguments& arguments) {
  return sandbox::helper_main(sandbox::parse_helper_arguments(arguments));
}

int role_build(const Arguments& arguments) {
  const Flags flags(
      arguments,
      {"--listen=", "--peer-uid=", "--bundle=", "--digest=", "--out=", "--tmp=", "--cache="});
  const std::string bundle = flags.required("--bundle");
  sandbox::HelperOptions options =
      sandbox::parse_helper_arguments({"--policy=compile",
                                       "--listen=" + flags.required("--listen"),
                                       "--peer-uid=" + flags.required("--peer-uid"),
                                       "--read=" + bundle,
                                       "--write=" + flags.required("--out"),
                                       "--write=" + flags.required("--tmp")});
  const RealFiles files;
  // Only our language images have one; without it compiling is slower.
  if (files.is_directory(flags.get("--cache"))) options.readable.push_back(flags.get("--cache"));
  try {
    const spec::Manifest manifest =
        read_verified_manifest(files, bundle, flags.required("--digest"));
    static_cast<void>(read_verified_sources(files, bundle, manifest));
  } catch (const Error& error) {
    // Told to the judge, who reports it: a container that crashes would only be started again.
    options.fault = std::string(error.what()) + (error.why().empty() ? "" : ": " + error.why());
  }
  return sandbox::helper_main(options);
}

}  // namespace algo::judge
