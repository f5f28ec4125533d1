#pragma once

#include "result/terminal_text.h"
#include "world.h"

#include <string>

namespace algo {

// One line of talk that the next one replaces; nothing at all where no person watches.
class StatusLine {
 public:
  StatusLine(Output& err, result::Screen screen) : err_(err), screen_(screen) {}
  // "" takes it away. Must be away before anything else is written.
  void show(const std::string& text);

 private:
  Output& err_;
  result::Screen screen_;
  bool shown_ = false;
};

}  // namespace algo
