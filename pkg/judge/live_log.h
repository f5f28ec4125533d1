#pragma once

#include "base/clock.h"
#include "judge/journal.h"

#include <cstddef>
#include <string_view>

namespace algo::judge {

// Tells what a compiler writes while it still runs, for a person who waits: whole lines, at most
// once a second, and nothing of a command that ends sooner. The report has all of it.
class LiveLog {
 public:
  LiveLog(Journal& journal, const Clock& clock) : journal_(journal), clock_(clock) {}
  // All that the command has written so far; an empty log begins another command.
  void show(std::string_view log);

 private:
  Journal& journal_;
  const Clock& clock_;
  Nanos told_{0};
  std::size_t sent_ = 0;
};

}  // namespace algo::judge
