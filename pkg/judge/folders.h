#pragma once

#include "judge/compile.h"

#include <sys/types.h>

#include <map>
#include <string>

namespace algo::judge {

// The unprivileged user that solutions run as when the judge is root: from a high range, another
// one for every judging, because RLIMIT_NPROC counts a user over the whole machine. 0 when the
// judge is not root and cannot change users.
[[nodiscard]] uid_t pick_run_uid();

// A new folder that everybody may read and `owner` (0 = we ourselves) may write. Throws
// Error(kEnvironment), also when something of that name is there already.
void make_folder(const std::string& path, uid_t owner);

// Makes src/, out/ and tmp/ below `work` and writes the sources: readable for the run uid, only
// out/ and tmp/ writable for it. Throws Error(kEnvironment).
[[nodiscard]] Places make_places(const std::string& work,
                                 const std::map<std::string, std::string>& sources,
                                 const std::string& cache,
                                 uid_t run_uid);

}  // namespace algo::judge
