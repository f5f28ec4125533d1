#include "status_line.h"

namespace algo {

void StatusLine::show(const std::string& text) {
  if (!err_.is_terminal()) return;
  if (shown_) err_.write("\r\x1b[K");
  shown_ = !text.empty();
  if (!shown_) return;
  // Narrower than the terminal, because a line that wraps cannot be taken back.
  err_.write("  " + result::cut_columns(text, screen_.width > 4 ? screen_.width - 4 : 0));
}

}  // namespace algo
