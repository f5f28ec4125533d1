#pragma once

#include "base/fd.h"
#include "language/language.h"
#include "spec/wire.h"

#include <sys/types.h>

#include <string>

namespace algo::test {

// A submission, compiled with the machine's own toolchain as its recipe says, without a sandbox, in
// a folder that vanishes with this object.
class Build {
 public:
  Build(const std::string& language, spec::Problem problem, const std::string& solution);
  ~Build();
  Build(const Build&) = delete;
  Build& operator=(const Build&) = delete;

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] const std::string& log() const { return log_; }
  [[nodiscard]] bool log_has_mark() const;
  [[nodiscard]] const spec::Problem& problem() const { return problem_; }
  [[nodiscard]] const spec::Recipe& recipe() const { return recipe_; }
  [[nodiscard]] std::string place(std::string word) const;  // {src} … put in
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  bool ok_ = true;
  spec::Problem problem_;
  spec::Recipe recipe_;
  std::string folder_;
  std::string log_;
};

// A running driver. stdout and stderr go to files in the build's folder.
class Worker {
 public:
  explicit Worker(const Build& build);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Sends a case and gives the answer; fails the test when the driver dies first.
  spec::Answer ask(const Json& input);
  // Ends the requests and gives the exit code, or minus the signal.
  int finish();
  [[nodiscard]] std::string out() const;
  [[nodiscard]] std::string err() const;

 private:
  std::string read_frame();

  const Build& build_;
  pid_t pid_ = -1;
  Fd requests_;
  Fd answers_;
};

// The file NAME with the language's extension, of solutions/.
std::string solution_text(const std::string& name, const language::Language& row);

// Runs a whole program with this standard input; gives what it printed.
std::string run_program(const Build& build, const std::string& input);

}  // namespace algo::test
