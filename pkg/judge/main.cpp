#include "base/error.h"
#include "judge/roles.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string_view>

namespace {

using Role = int (*)(const algo::judge::Arguments&);

struct NamedRole {
  std::string_view name;
  Role run;
};

constexpr std::array<NamedRole, 6> kRoles{{{"local", algo::judge::role_local},
                                           {"judge", algo::judge::role_judge},
                                           {"build", algo::judge::role_build},
                                           {"sandbox", algo::judge::role_sandbox},
                                           {"probe", algo::judge::role_probe},
                                           {"warm", algo::judge::role_warm}}};
constexpr int kFailed = 70;  // EX_SOFTWARE, sysexits.h

void say(const std::string& line) {
  if (::write(STDERR_FILENO, line.data(), line.size()) < 0) return;  // nobody is left to tell
}

int run(const algo::judge::Arguments& words) {
  const std::string name = words.empty() ? "" : words.front();
  if (name == "version") {
    say("algo-judge " ALGO_VERSION "\n");
    return 0;
  }
  for (const NamedRole& role : kRoles) {
    if (role.name == name) return role.run({words.begin() + 1, words.end()});
  }
  say("algo-judge is started by kubectl-algo and by its Jobs\n");
  return kFailed;
}

}  // namespace

// What the C++ runtime does with an exception that nobody catches. The one of libstdc++ prints its
// type and so brings a demangler of 100 KiB; main catches everything, so that is never needed.
namespace __gnu_cxx {  // NOLINT(bugprone-reserved-identifier): the runtime's own name
void __verbose_terminate_handler() {
  std::abort();
}
}  // namespace __gnu_cxx

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const algo::Error& error) {
    say("algo-judge: " + std::string(error.what()) +
        (error.why().empty() ? "" : ": " + error.why()) + "\n");
  } catch (const std::exception& error) {
    say("algo-judge: internal error: " + std::string(error.what()) + "\n");
  }
  return kFailed;
}
