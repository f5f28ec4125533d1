#include "run_talk.h"

#include "base/text.h"
#include "screen.h"

namespace algo {
namespace {

using run::Stage;

constexpr std::size_t kWordWidth = 12;
constexpr std::size_t kAboutWidth = 44;

const char* word(Stage stage) {
  switch (stage) {
    case Stage::kSuspended:
      return "suspended";
    case Stage::kQueued:
      return "queued";
    case Stage::kPending:
      return "pending";
    case Stage::kPulling:
      return "pulling";
    case Stage::kStarting:
      return "starting";
    case Stage::kRunning:
    case Stage::kEnded:
      break;
  }
  return "running";
}

std::string seconds_text(Nanos time) {
  return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(time).count()) + "s";
}

}  // namespace

RunTalk::RunTalk(World& world, ColorWhen color, Follower& follower)
    : world_(world),
      follower_(follower),
      palette_(screen_for(world.err, world.environment, color).palette),
      status_(world.err, screen_for(world.err, world.environment, color)),
      since_(world.clock.monotonic()) {}

void RunTalk::step(const std::string& word, const std::string& about, Nanos took) {
  // Two stages that were seen to end at once have no times of their own.
  const std::string time = took < std::chrono::milliseconds(1) ? "< 1 ms" : human_duration(took);
  say(palette_.paint(result::Style::kGood, "✔") + " " + result::pad_right(word, kWordWidth) +
      result::pad_right(about, kAboutWidth) + " " + time);
  since_ = world_.clock.monotonic();
}

void RunTalk::say(const std::string& text) {
  status_.show("");
  world_.err.write(text + "\n");
}

void RunTalk::close(const std::string& word, const std::string& about) {
  step(word, about, world_.clock.monotonic() - since_);
}

// Every stage that is over gets its line and its time; a node that had the image pulled nothing.
void RunTalk::close_stages(const run::Standing& next) {
  if (joining_) {  // what was over before is not this person's to wait for
    joining_ = next.stage < Stage::kPending;
    return;
  }
  if (now_.stage < Stage::kPending && next.stage >= Stage::kPending) close("queued", "");
  if (now_.node.empty() && !next.node.empty()) close("scheduled", printable(next.node));
  const bool starts = next.stage == Stage::kStarting || next.stage == Stage::kRunning;
  if (now_.stage == Stage::kPulling && starts) close("pulled", "");
  if (now_.stage < Stage::kRunning && next.stage == Stage::kRunning) close("started", "");
}

void RunTalk::on_standing(const run::Standing& standing) {
  if (judging_) return;
  close_stages(standing);
  now_ = standing;
  if (standing.stage >= Stage::kRunning) {
    status_.show("");
    return;
  }
  const std::string text = result::pad_right(word(standing.stage), kWordWidth) +
                           (standing.waiting_for.empty() ? "" : "  " + standing.waiting_for);
  if (world_.err.is_terminal()) {
    status_.show(result::pad_right(word(standing.stage), kWordWidth) +
                 result::pad_left(seconds_text(world_.clock.monotonic() - since_), 5) +
                 (standing.waiting_for.empty() ? "" : "  " + standing.waiting_for));
  } else if (!standing.waiting_for.empty() && said_.insert(text).second) {
    say("  " + text);
  }
}

void RunTalk::on_frame(std::string_view line) {
  if (!judging_) status_.show("");
  judging_ = true;
  const bool compiled = follower_.compiled();
  follower_.feed(line);
  if (!compiled && follower_.compiled()) since_ = world_.clock.monotonic();
}

void RunTalk::finish() {
  status_.show("");
  follower_.finish();
}

void RunTalk::conclude() {
  finish();
  const std::size_t cases = follower_.judged();
  if (joined_ || cases == 0) return;
  close("judged", count_text(cases));
}

void RunTalk::on_lost(std::uint64_t frames) {
  say(palette_.paint(result::Style::kWarning, "warning:") + " " + std::to_string(frames) +
      " lines of the judge's log are gone from the node (log rotation)");
}

void RunTalk::on_restart() {
  follower_.restart();
  judging_ = false;
  now_ = {};
  since_ = world_.clock.monotonic();
  say(palette_.paint(result::Style::kWarning, "warning:") +
      " the cluster took the pod away; another one begins from the start");
}

bool RunTalk::is_cut_short() const {
  const auto bytes = follower_.report_bytes();
  return bytes && !result::parse_report(*bytes, "the judge's report").complete;
}

void RunTalk::on_trouble(const std::string& text) {
  if (text.empty()) {
    say("  connected again");
  } else {
    say(palette_.paint(result::Style::kWarning, "warning:") +
        " the connection has trouble, trying again: " + printable(text));
  }
}

}  // namespace algo
