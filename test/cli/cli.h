#pragma once

#include "support/process.h"
#include "support/temp_dir.h"

#include <map>
#include <string>
#include <vector>

namespace algo::test {

// The built program (ALGO_BINARY) in a folder of its own, with a folder for temporary files in
// which nothing may stay.
class Cli {
 public:
  Cli();

  // The program as the plugin that kubectl would start.
  [[nodiscard]] ProcessResult run(const std::vector<std::string>& words) const;
  [[nodiscard]] ProcessResult run(ProcessSpec spec, const std::vector<std::string>& words) const;
  // `script` for sh; the program is "$ALGO".
  [[nodiscard]] ProcessResult shell(const std::string& script) const;

  [[nodiscard]] std::string path(const std::string& name) const { return here_ / name; }
  std::string write(const std::string& name, const std::string& text) const {
    return here_.write(name, text);
  }
  [[nodiscard]] std::string read(const std::string& name) const { return here_.read(name); }
  [[nodiscard]] bool exists(const std::string& name) const;

  // What the program left behind: temporary files, and processes that work in this folder.
  [[nodiscard]] std::vector<std::string> left_behind() const;

  std::map<std::string, std::string> environment;

 private:
  TempDir here_;
  std::string program_;
};

// Python solutions of two-sum: right, wrong, and one that never ends.
[[nodiscard]] std::string right_solution();
[[nodiscard]] std::string wrong_solution();
[[nodiscard]] std::string endless_solution();

[[nodiscard]] bool contains(const std::string& text, const std::string& part);
// Root may mount things over others in a namespace of its own. Says so when it cannot.
[[nodiscard]] bool can_mount();

}  // namespace algo::test
