// Oracles: a stream is cut into the same objects and lines whatever the sizes of its pieces, none
// larger than its limit; and a watch that is fed with it never tells a change of what it has not
// told as added, or adds what is there already.
#include "fuzz/fuzz.h"
#include "kube/log_lines.h"
#include "kube/log_resume.h"
#include "kube/watch_fixture.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace {

using algo::test::fuzz_check;

constexpr std::size_t kMaxObject = 200;
constexpr std::size_t kMaxLine = 50;

// Calls `feed` with the text in pieces of this size.
template <typename Feed>
void in_pieces(const std::string& text, std::size_t size, const Feed& feed) {
  for (std::size_t at = 0; at < text.size(); at += size) {
    feed(std::string_view(text).substr(at, size));
  }
}

std::vector<std::string> objects_of(const std::string& text, std::size_t size) {
  algo::kube::JsonSplitter splitter(kMaxObject);
  std::vector<std::string> objects;
  bool good = true;
  in_pieces(text, size, [&](std::string_view piece) {
    good = splitter.feed(piece, [&](const std::string& object) { objects.push_back(object); });
  });
  for (const std::string& object : objects) {
    fuzz_check(object.size() <= kMaxObject, "an object beyond the limit");
  }
  fuzz_check(!good || !splitter.too_large(), "too large, and still good");
  objects.emplace_back(good ? "good" : "bad");
  return objects;
}

std::vector<std::string> lines_of(const std::string& text, std::size_t size) {
  algo::kube::LogLines lines(kMaxLine);
  algo::kube::LogResume resume;
  std::vector<std::string> out;
  const auto take = [&](const algo::kube::LogLine& line) {
    fuzz_check(line.text.size() <= kMaxLine + 64, "a line beyond the limit");
    fuzz_check(line.timestamp.empty() || !algo::kube::since_time(line.timestamp, 1).empty(),
               "a timestamp that is none");
    if (resume.judge(line, std::nullopt) == algo::kube::LogResume::Novelty::kNew) {
      (void)resume.accept(line, std::nullopt);
    }
    out.push_back(std::string(line.timestamp) + "|" + std::string(line.text) +
                  (line.cut ? "cut" : "") + (line.ended ? "" : "open"));
  };
  in_pieces(text, size, [&](std::string_view piece) { lines.feed(piece, take); });
  lines.finish(take);
  return out;
}

// What the consumer of a watch knows, held against what it is told.
class Consumer {
 public:
  void take(const algo::kube::WatchEvent& event) {
    using algo::kube::Change;
    if (event.change == Change::kSynced) return;
    const std::string key = algo::kube::metadata_text(event.object, "namespace") + "/" +
                            algo::kube::metadata_text(event.object, "name");
    const bool known = known_.contains(key);
    fuzz_check(known == (event.change != Change::kAdded), "a change that does not fit");
    if (event.change == Change::kDeleted) known_.erase(key);
    if (event.change == Change::kAdded) known_.insert(key);
  }

 private:
  std::set<std::string> known_{};
};

void check_watch(const std::string& text) {
  algo::kube::WatchWorld world;
  Consumer consumer;
  algo::kube::Watch watch(
      world.transport,
      world.clock,
      world.target,
      {},
      [] { return 0.0; },
      [&](const algo::kube::WatchEvent& event) { consumer.take(event); });
  world.transport.expect_for(
      "/pods",
      algo::test::reply(
          200, algo::kube::pods("7", {algo::kube::pod("a", "3"), algo::kube::pod("b", "4")})));
  for (int i = 0; i < 4; ++i) {
    world.transport.expect_for("watch=true", algo::test::streaming_until({text}));
    world.transport.expect_for("/pods", algo::test::reply(200, text));
  }
  const auto last = [&] { return watch.stopped() || world.transport.requests().size() >= 4; };
  algo::test::drive(watch, world.transport, world.clock, last, 200);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 4096) return 0;
  const std::string text(data, data + size);
  const auto whole = std::max<std::size_t>(text.size(), 1);
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}}) {
    fuzz_check(objects_of(text, piece) == objects_of(text, whole), "other objects in pieces");
    fuzz_check(lines_of(text, piece) == lines_of(text, whole), "other lines in pieces");
  }
  check_watch(text);
  return 0;
}
