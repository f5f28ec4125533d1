#include "follower.h"

#include "base/encoding.h"
#include "base/text.h"
#include "screen.h"

#include <utility>

namespace algo {

Follower::Follower(World& world, Format format, ColorWhen color, std::string place)
    : world_(world),
      rows_(format == Format::kTable),
      out_(screen_for(world.out, world.environment, color)),
      err_(screen_for(world.err, world.environment, color)),
      status_(world.err, err_),
      place_(std::move(place)) {}

void Follower::feed(std::string_view bytes) {
  reader_.feed(bytes, [this](const result::FrameEvent& event) {
    if (const auto* frame = std::get_if<result::Frame>(&event)) take(*frame);
  });
}

void Follower::take(const result::Frame& frame) {
  if (frame.stream == "result" || frame.stream == "end") {
    assembler_.add(frame);
    return;
  }
  if (frame.stream == "answer") {
    answer_ += base64_decode(frame.payload).value_or("");
    return;
  }
  try {
    const Json payload = parse_json(frame.payload, "frame " + frame.stream);
    if (frame.stream == "hello") on_hello(payload);
    if (frame.stream == "phase") on_phase(payload);
    if (frame.stream == "compilelog") on_compile_log(payload);
    if (frame.stream == "compile") on_compiled(payload);
    if (frame.stream == "case") on_case(payload);
  } catch (const Json::exception& error) {
    throw Error(ErrorKind::kIncomplete, "the judge said something strange", error.what());
  }
}

void Follower::on_hello(const Json& payload) {
  total_ = payload.at("total").get<std::size_t>();
  table_ = std::make_unique<result::CaseTable>(payload.at("nameWidth").get<std::size_t>(), out_);
  if (place_.empty()) return;
  world_.err.write(printable(payload.at("problem").get<std::string>()) + " · " +
                   printable(payload.at("language").get<std::string>()) + " · " +
                   std::to_string(total_) + (total_ == 1 ? " case" : " cases") + " → " + place_ +
                   "\n");
}

void Follower::on_phase(const Json& payload) {
  const std::string name = payload.at("name").get<std::string>();
  if (name == "compile") status_.show("compiling …");
  if (name == "judge") status_.show("starting …");
  if (name == "sandbox-restart") {
    status_.show("the sandbox was ended for its memory; waiting until it is back …");
  }
  if (name == "result-file") result_file_error_ = payload.at("error").get<std::string>();
  if (name == "error") {
    status_.show("");
    failure_ = Error(kind_of_word(payload.at("kind").get<std::string>()),
                     printable(payload.at("what").get<std::string>()),
                     printable(payload.at("why").get<std::string>()),
                     printable(payload.at("next").get<std::string>()));
  }
}

// A slow compiler's lines, so that whoever waits sees that something happens, and what.
void Follower::on_compile_log(const Json& payload) {
  status_.show("");
  for (const std::string& line : split(payload.at("text").get<std::string>(), '\n')) {
    if (!line.empty()) world_.err.write("  │ " + printable(line) + "\n");
  }
  status_.show("compiling …");
}

void Follower::on_compiled(const Json& payload) {
  compiled_ = true;
  const result::CompileResult compiled = result::parse_compile(payload);
  status_.show("");
  if (!compiled.ok) return;  // the end of the run shows it
  world_.err.write(err_.palette.paint(result::Style::kGood, "✔") + " compiled    " +
                   printable(compiled.compiler) + "  " +
                   (compiled.time > Nanos{0} ? human_duration(compiled.time) : "in its image") +
                   "\n");
}

void Follower::on_case(const Json& payload) {
  Json json = payload;
  json.erase("index");
  const result::CaseResult one = result::parse_case(json);
  if (!answer_.empty()) {
    answers_.resize(judged_);
    answers_.push_back(std::exchange(answer_, ""));
  }
  ++judged_;
  if (rows_ && table_) {
    status_.show("");
    const bool table = world_.out.is_terminal();
    if (table && !header_shown_) world_.out.write(table_->header());
    header_shown_ = true;
    world_.out.write(table ? table_->row(one) : result::case_line(one));
  }
  if (judged_ < total_) {
    status_.show("judging " + std::to_string(judged_ + 1) + " of " + std::to_string(total_) + " …");
  } else {
    status_.show("");
  }
}

void Follower::restart() {
  status_.show("");
  reader_ = {};
  assembler_ = {};
  total_ = 0;
  judged_ = 0;
  compiled_ = false;
  header_shown_ = false;
  failure_.reset();
  answer_.clear();
  answers_.clear();
}

void Follower::finish() {
  status_.show("");
}

std::vector<std::string> Follower::answers() const {
  std::vector<std::string> every = answers_;
  every.resize(judged_);
  return every;
}

std::optional<std::string> Follower::report_bytes() const {
  if (!assembler_.complete()) return std::nullopt;
  return assembler_.bytes();
}

}  // namespace algo
