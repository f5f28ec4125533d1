#pragma once

#include "world.h"

#include <string_view>

namespace algo {

class RealJudges final : public Judges {
 public:
  // `executable`: the bytes of the static algo-judge.
  explicit RealJudges(std::string_view executable) : executable_(executable) {}
  [[nodiscard]] std::unique_ptr<WorkFolder> make_work_folder() override;
  [[nodiscard]] JudgeExit run(const std::vector<std::string>& arguments,
                              const std::function<void(std::string_view)>& on_output) override;

 private:
  std::string_view executable_;
};

}  // namespace algo
