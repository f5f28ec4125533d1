#pragma once

#include "language/language.h"
#include "world.h"

#include <string>

namespace algo {

// PATH without the folders whose programs a sandbox cannot start: those that, when we are root and
// the sandbox is nobody in particular, only root may enter (version managers in root's home).
[[nodiscard]] std::string sandbox_path(const Environment& environment);

// The folder with warm compiler caches for the language; made, once per machine and compiler, when
// it is not there yet. "" when the language needs none or they cannot be made: compiling works
// without them, only slower. `path` is where compilers are found whose recipe has no PATH of its
// own. Says on `world.err` what it does, because it takes a while.
[[nodiscard]] std::string warm_cache(World& world,
                                     const language::Language& language,
                                     const spec::Recipe& recipe,
                                     const std::string& path);

}  // namespace algo
