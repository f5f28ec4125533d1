#include "run/diagnosis.h"

namespace algo::run {

Diagnosis::Diagnosis(Patience patience, std::string run, std::string namespace_name)
    : patience_(patience), run_(std::move(run)), namespace_(std::move(namespace_name)) {}

Standing Diagnosis::look(const Sighting&, Nanos) {
  return {};
}

}  // namespace algo::run
