#pragma once

#include "sandbox/confine.h"
#include "sandbox/lookup.h"
#include "sandbox/wire.h"
#include "sandbox/zygote.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace algo::sandbox {

// Words as execve(2) takes them.
class WordList {
 public:
  explicit WordList(std::vector<std::string> words) : words_(std::move(words)) {
    list_.reserve(words_.size() + 1);
    for (std::string& word : words_) list_.push_back(word.data());
    list_.push_back(nullptr);
  }
  [[nodiscard]] char* const* list() const { return list_.data(); }

 private:
  std::vector<std::string> words_;
  std::vector<char*> list_;
};

// How the process of a case comes to be: as a new program, or as a copy of a zygote where the
// request asks for one and this process is PID 1 of its namespace, so that it can tell what is left
// of a case. When a zygote fails, the case is started anew, and after a few failures all are.
class Starter {
 public:
  Starter(const HelperOptions& options, const Confined& confined, Programs& programs);

  // What must go on while a zygote is awaited.
  void attend_to(Zygote::Meanwhile meanwhile) { meanwhile_ = std::move(meanwhile); }

  // Makes everything ready for `start`, the zygote too. Returns why not, if so.
  [[nodiscard]] std::optional<std::string> prepare(SpawnRequest request);
  // Starts what was prepared. `passed`: the descriptors of the request's channels.
  [[nodiscard]] Started start(const std::vector<Fd>& passed);
  [[nodiscard]] const std::string& path() const { return program_.path; }
  [[nodiscard]] bool copied() const { return copied_; }

  // 0 = there is none.
  [[nodiscard]] pid_t zygote() const { return zygote_ ? zygote_->pid() : 0; }
  // It has been waited for.
  void zygote_ended();
  // Whether nothing is left but the zygote.
  [[nodiscard]] bool only_zygote_left();
  // Ends it with whatever there is beside it. To be called between cases.
  void end_zygote();

 private:
  void keep_zygote();
  [[nodiscard]] Started start_anew(const std::vector<Fd>& passed) const;
  // Without channels; valid as long as the lists and the request are.
  [[nodiscard]] Launch make_launch(const WordList& argv,
                                   const WordList& environment,
                                   std::uint64_t more_processes) const;
  void give_up_zygote();

  Policy policy_;
  std::string search_;
  const Confined& confined_;
  Programs& programs_;
  Zygote::Meanwhile meanwhile_{};
  SpawnRequest request_{};
  Programs::Program program_{};
  bool copied_ = false;
  std::unique_ptr<Zygote> zygote_;
  std::string zygote_is_for_;  // the request it was started for, encoded
  int zygotes_lost_ = 0;       // of those that were for this request
};

}  // namespace algo::sandbox
