#include "judge/pod_age.h"

#include <sys/stat.h>

namespace algo::judge {

Nanos pod_age(const std::string& volume, std::chrono::system_clock::time_point now) {
  constexpr Nanos kOldest = std::chrono::hours(24);
  struct stat folder{};
  if (::stat(volume.c_str(), &folder) != 0) return Nanos(0);
  const Nanos made = std::chrono::seconds(folder.st_mtim.tv_sec) + Nanos(folder.st_mtim.tv_nsec);
  const Nanos age = now.time_since_epoch() - made;
  return age < Nanos(0) || age > kOldest ? Nanos(0) : age;
}

}  // namespace algo::judge
