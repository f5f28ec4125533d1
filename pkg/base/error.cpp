#include "base/error.h"

#include <cstring>

namespace algo {

std::string errno_text(int error_number) {
  return strerrordesc_np(error_number);
}

}  // namespace algo
