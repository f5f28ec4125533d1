#include "judge/worker.h"

#include "base/error.h"
#include "base/text.h"
#include "sandbox/prompt_poll.h"
#include "spec/wire.h"

#include <fcntl.h>

#include <algorithm>

namespace algo::judge {
namespace {

using result::Verdict;
using std::chrono::seconds;

// Loading may take what an interpreter's start takes on a busy machine, or one case's time if
// longer.
constexpr seconds kLoadTime{10};
constexpr std::size_t kHeaderBytes = 4;

sandbox::Limits load_limits(const RunPlan& plan) {
  sandbox::Limits limits = plan.limits;
  limits.cpu = std::max<sandbox::Nanos>(limits.cpu, kLoadTime);
  limits.wall = std::max<sandbox::Nanos>(limits.wall, kLoadTime);
  return limits;
}

std::uint32_t frame_size(const std::string& bytes) {
  std::uint32_t size = 0;
  for (std::size_t i = 0; i < kHeaderBytes; ++i) {
    size |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8U * i);
  }
  return size;
}

// Only a driver that was tampered with writes an answer that is not of the declared type.
void take_answer(const spec::Function& function,
                 const Json& input,
                 std::string_view body,
                 Outcome& outcome) {
  try {
    spec::Answer answer = spec::decode_answer(function, input, body);
    switch (answer.status) {
      case spec::AnswerStatus::kValue:
        outcome.answer = std::move(answer.value);
        return;
      case spec::AnswerStatus::kError:
        outcome.ruling = {Verdict::kRTE, "exception"};
        break;
      case spec::AnswerStatus::kOutOfMemory:
        outcome.ruling = {Verdict::kMLE, "allocation"};
        break;
    }
    outcome.note = shorten(answer.text, 512);
  } catch (const Error& error) {
    outcome.ruling = {Verdict::kRTE, "malformed-answer"};
    outcome.note = error.what();
  }
}

}  // namespace

Worker::Worker(sandbox::Sandbox& box, const RunPlan& plan, const Interrupt& interrupt)
    : box_(box),
      plan_(plan),
      requests_(make_pipe()),
      // One byte more than a legal frame, so that anything behind it is noticed.
      answers_(plan.output + kHeaderBytes + 1),
      out_(kExcerptBytes),
      err_(kExcerptBytes),
      watch_(box, interrupt, {&answers_, &out_, &err_}) {
  ::fcntl(requests_.write.get(), F_SETFL, O_NONBLOCK);
  sandbox::Channels channels{};
  channels.out = out_.remote();
  channels.err = err_.remote();
  channels.answers = answers_.remote();
  channels.requests = requests_.read.get();
  box_.spawn(plan.command, load_limits(plan), channels);
  requests_.read.reset();
  answers_.close_remote();
  out_.close_remote();
  err_.close_remote();
}

std::optional<Ruling> Worker::refuse_frame() const {
  const std::string& bytes = answers_.kept();
  if (bytes.size() < kHeaderBytes) return std::nullopt;
  if (frame_size(bytes) > plan_.output) return Ruling{Verdict::kOLE, "answer"};
  if (answers_.total() > kHeaderBytes + frame_size(bytes)) {
    return Ruling{Verdict::kRTE, "answered-twice"};
  }
  return std::nullopt;
}

std::optional<std::string> Worker::next_frame(Ruling& ruling) {
  while (true) {
    if (const std::optional<Ruling> found = refuse_frame()) {
      ruling = *found;
      return std::nullopt;
    }
    const std::string& bytes = answers_.kept();
    if (bytes.size() >= kHeaderBytes && bytes.size() == kHeaderBytes + frame_size(bytes)) {
      return bytes.substr(kHeaderBytes);
    }
    if (watch_.total_output() > plan_.output) {
      ruling = {Verdict::kOLE, "output"};
      return std::nullopt;
    }
    if (watch_.ended()) return std::nullopt;
    if (answers_.at_end()) {
      if (!ends_soon()) ruling = {Verdict::kRTE, "closed-answers"};
      return std::nullopt;
    }
    wait_more();
  }
}

void Worker::wait_more() {
  if (watch_.turn_promptly(prompt_until_)) return;
  box_.arm();
  watch_.turn(seconds(1));
}

// The end of a process closes its descriptors first; only then does the sandbox tell of it.
bool Worker::ends_soon() {
  for (int turns = 0; turns < 20 && !watch_.ended(); ++turns) {
    watch_.turn(std::chrono::milliseconds(100));
  }
  return watch_.ended().has_value();
}

// The process may have ended right behind its answer, and been seen to.
sandbox::Sandbox::Measured Worker::measure() {
  if (const auto& ended = watch_.ended()) return {.usage = ended->usage, .ended = ended};
  return box_.measure();
}

bool Worker::load(Ruling& ruling) {
  if (loaded_) return true;
  const std::optional<std::string> frame = next_frame(ruling);
  // Whatever came before the driver's own empty frame, or with it, is nobody's answer.
  if (!frame && ruling.cause == "answered-twice") ruling.cause = "answered-early";
  if (!frame) return false;
  if (!frame->empty()) {
    ruling = {Verdict::kRTE, "answered-early"};
    return false;
  }
  // What loading took is no case's time: measured now, it is what the first case starts from.
  const sandbox::Sandbox::Measured measured = measure();
  if (measured.ended) {
    watch_.set_ended(*measured.ended);
    return false;
  }
  loaded_ = true;
  return true;
}

void Worker::finish(Outcome& outcome, Ruling ruling) {
  // There is no answer. If the process still runs, it is stopped; if it ended by itself, the way it
  // did decides.
  if (!watch_.ended()) box_.kill();
  const sandbox::Ended ended = watch_.until_ended();
  const Ruling by_end = classify(
      ended, loaded_ ? plan_.limits : load_limits(plan_), err_.kept(), plan_.out_of_memory_marks);
  outcome.usage = ended.usage;
  if (by_end.verdict != Verdict::kAC) {
    outcome.ruling = by_end;
  } else if (ruling.verdict != Verdict::kAC) {
    outcome.ruling = std::move(ruling);
  } else {
    outcome.ruling = {Verdict::kRTE, "exit:" + std::to_string(ended.exit_code)};
    outcome.note = "the program ended before it had answered";
  }
}

std::optional<std::string> Worker::exchange(const std::string& request, Ruling& ruling) {
  if (!load(ruling)) return std::nullopt;
  answers_.restart(plan_.output + kHeaderBytes + 1);
  box_.begin(plan_.limits.cpu, plan_.limits.wall);
  watch_.feed(requests_.write.get(), request);
  prompt_until_ = sandbox::prompt_end();
  std::optional<std::string> body = next_frame(ruling);
  watch_.feed(-1, {});
  return body;
}

Ruling Worker::check_after_answer(std::size_t answer_bytes, sandbox::Usage& usage) {
  const sandbox::Sandbox::Measured measured = measure();
  usage = measured.usage;
  // The driver flushes before it answers, so what the solution printed is here already.
  for (Stream* stream : {&out_, &err_, &answers_}) stream->drain();
  if (measured.ended) {
    watch_.set_ended(*measured.ended);
    const Ruling by_end =
        classify(*measured.ended, plan_.limits, err_.kept(), plan_.out_of_memory_marks);
    if (by_end.verdict != Verdict::kAC) return by_end;
  }
  if (usage.cpu > plan_.limits.cpu) return {Verdict::kTLE, "cpu"};
  if (usage.peak_memory > plan_.limits.memory) return {Verdict::kMLE, "memory"};
  if (answers_.total() > answer_bytes + kHeaderBytes) return {Verdict::kRTE, "answered-twice"};
  if (watch_.total_output() > plan_.output + kHeaderBytes) return {Verdict::kOLE, "output"};
  return {};
}

Outcome Worker::ask(const spec::Function& function, const Json& input) {
  if (cases_++ > 0) {
    out_.restart(kExcerptBytes);
    err_.restart(kExcerptBytes);
  }
  Outcome outcome;
  Ruling ruling;
  const std::optional<std::string> body = exchange(spec::encode_request(function, input), ruling);
  if (!body) {
    finish(outcome, ruling);
  } else {
    outcome.ruling = check_after_answer(body->size(), outcome.usage);
    if (outcome.ruling.verdict == Verdict::kAC) {
      take_answer(function, input, *body, outcome);
    } else {
      stop();
    }
  }
  outcome.out = out_.kept();
  outcome.out_bytes = out_.total();
  outcome.err = err_.kept();
  outcome.err_bytes = err_.total();
  return outcome;
}

void Worker::stop() {
  if (watch_.ended()) return;
  box_.kill();
  static_cast<void>(watch_.until_ended());
}

}  // namespace algo::judge
