#pragma once

#include "follower.h"
#include "run/follow.h"
#include "status_line.h"

#include <set>
#include <string>

namespace algo {

// Tells a person what a run on a cluster is doing, until the judge's frames tell it better.
class RunTalk final : public run::Audience {
 public:
  RunTalk(World& world, ColorWhen color, Follower& follower);

  // "✔ submitted   run two-sum-k7m2q9x4aa   70 ms": something that is done; the next stage begins.
  void step(const std::string& word, const std::string& about, Nanos took);
  // The run goes on since before: says nothing of stages that are over.
  void join() { joining_ = joined_ = true; }
  // Nothing more will be shown: takes the status lines away.
  void finish();
  // The same when everything has been judged: says how long the cases took.
  void conclude();

  void on_standing(const run::Standing& standing) override;
  void on_frame(std::string_view line) override;
  void on_lost(std::uint64_t frames) override;
  void on_restart() override;
  void on_trouble(const std::string& text) override;
  [[nodiscard]] bool has_result() const override { return follower_.has_report(); }
  [[nodiscard]] bool is_cut_short() const override;

 private:
  void close_stages(const run::Standing& next);
  void close(const std::string& word, const std::string& about);
  void say(const std::string& text);

  World& world_;
  Follower& follower_;
  result::Palette palette_;
  StatusLine status_;
  run::Standing now_{};
  bool joining_ = false;
  bool joined_ = false;
  Nanos since_;                   // of the stage
  std::set<std::string> said_{};  // reasons flap; in a pipe each is said once
  bool judging_ = false;
};

}  // namespace algo
