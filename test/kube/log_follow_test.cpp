#include "kube/log_fixture.h"

#include <doctest/doctest.h>

namespace algo::kube {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

TEST_CASE("log: follows from the beginning, with timestamps, uncompressed") {
  LogWorld world;
  world.follow_with({lines(1, 2), line(3)});
  world.run();
  CHECK(world.target_of(0) ==
        "/api/v1/namespaces/n/pods/p/log?container=judge&follow=true&timestamps=true");
  CHECK(world.transport.requests().at(0).stream);
  CHECK(world.transport.requests().at(0).max_body == 0);
  CHECK(world.told == Told{"1", "2", "3"});
}

TEST_CASE("log: a stream cut at any byte is resumed without loss or repetition") {
  const std::string text = lines(1, 3);
  for (const Failure failure : {Failure::kNone, Failure::kReset}) {
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      CAPTURE(cut);
      LogWorld world;
      world.follow_until({text.substr(0, cut)}, failure);
      world.follow_with({lines(1, 4)});
      world.run();
      Told numbered;
      for (const std::string& told : world.told) {
        if (told.front() != '~') numbered.push_back(told);
      }
      CHECK(numbered == Told{"1", "2", "3", "4"});
    }
  }
}

TEST_CASE("log: resumes at the whole second of the last line, and drops what comes again") {
  LogWorld world;
  world.follow_until({lines(1, 5)}, Failure::kReset);
  world.follow_with({lines(4, 7)});
  world.run();
  CHECK(world.target_of(1) ==
        "/api/v1/namespaces/n/pods/p/log?container=judge&follow=true&timestamps=true&"
        "sinceTime=2024-01-02T03%3A10%3A15Z");
  CHECK(world.told == Told{"1", "2", "3", "4", "5", "6", "7"});
}

TEST_CASE("log: the kubelet's end after four hours is no end of the log") {
  LogWorld world;
  for (int part = 0; part < 3; ++part) {
    world.follow_until({lines(1 + part, 1 + part)}, Failure::kNone, hours(4));
  }
  world.follow_with({line(4)});
  world.run();
  CHECK(world.told == Told{"1", "2", "3", "4"});
  CHECK(world.follower->end() == LogEnd::kOpen);
}

TEST_CASE("log: reconnecting waits longer each time, until something comes") {
  LogWorld world;
  world.follow_until({line(1)});
  for (int i = 0; i < 6; ++i) world.follow_until({});
  world.follow_until({line(2)});
  world.follow_with({});
  world.run();
  const std::vector<Nanos> times = world.transport.times();
  std::vector<Nanos> gaps;
  for (std::size_t i = 1; i < times.size(); ++i) gaps.push_back(times[i] - times[i - 1]);
  CHECK(gaps == std::vector<Nanos>{milliseconds(500),
                                   seconds(1),
                                   seconds(2),
                                   seconds(4),
                                   seconds(8),
                                   seconds(10),
                                   seconds(10),
                                   milliseconds(500)});
}

TEST_CASE("log: a pod that is not scheduled yet answers 204, and is asked again") {
  LogWorld world;
  world.transport.expect({test::head_act(204), test::end_act()});
  world.follow_with({line(1)});
  world.run();
  CHECK(world.told == Told{"1"});
}

TEST_CASE("log: a container that waits to start answers 400, and is asked again") {
  LogWorld world;
  const std::string waits = R"({"kind":"Status","code":400,"reason":"BadRequest","message":)"
                            R"("container \"judge\" in pod \"p\" is waiting to start: )"
                            R"(ContainerCreating"})";
  world.transport.expect(test::reply(400, waits));
  world.run();
  CHECK(world.follower->trouble().find("ContainerCreating") != std::string::npos);
  CHECK(world.follower->failures() == 1);
  world.follow_with({line(1)});
  world.run();
  CHECK(world.told == Told{"1"});
  CHECK(world.follower->failures() == 0);
}

TEST_CASE("log: text that the kubelet puts behind a 200 body is never a line") {
  const std::string error = "failed to create fsnotify watcher: too many open files";
  for (const std::string& before : {line(1), line(1) + stamp(2) + " #2"}) {
    LogWorld world;
    world.follow_until({before + error});
    world.follow_with({lines(1, 2)});
    world.run();
    REQUIRE(world.told.size() == 3);
    CHECK(world.told[0] == "1");
    CHECK(world.told[1].front() == '~');
    CHECK(world.told[1].find(error) != std::string::npos);
    CHECK(world.told[2] == "2");
  }
}

TEST_CASE("log: text without numbers is told, once") {
  LogWorld world;
  world.follow_until({line(1) + line(2, "hello") + line(2, "world") + "continued\n"});
  world.follow_with({line(2, "hello") + line(2, "world") + line(3, "hello") + line(3, "#2")});
  world.run();
  CHECK(world.told == Told{"1", "'hello'", "'world'", "'continued'", "'hello'", "2"});
}

TEST_CASE("log: plain logs need no numbers") {
  LogWorld world;
  world.rules.sequence_of = nullptr;
  world.follow_until({line(1, "a") + line(2, "b")});
  world.follow_with({line(2, "b") + line(3, "c")});
  world.run();
  CHECK(world.told == Told{"'a'", "'b'", "'c'"});
}

TEST_CASE("log: lines that are missing are looked for in the whole log") {
  LogWorld world;
  world.follow_with({lines(1, 2) + lines(5, 6)});
  world.follow_until({lines(1, 6)});
  world.follow_with({line(7)});
  world.run();
  CHECK(world.target_of(1) == "/api/v1/namespaces/n/pods/p/log?container=judge&timestamps=true");
  CHECK(world.target_of(2).find("follow=true") != std::string::npos);
  CHECK(world.told == Told{"1", "2", "3", "4", "5", "6", "7"});
}

TEST_CASE("log: lines that rotation took are counted, and following goes on") {
  LogWorld world;
  world.follow_with({lines(1, 2) + lines(5, 6)});
  world.follow_until({lines(5, 6)});
  world.follow_with({lines(6, 7) + line(9)});
  world.follow_until({line(9)});
  world.follow_with({});
  world.run();
  CHECK(world.told == Told{"1", "2", "lost 2", "5", "6", "7", "lost 1", "9"});
}

TEST_CASE("log: a whole log that cannot be read is tried three times, then counted as lost") {
  LogWorld world;
  for (int i = 0; i < 3; ++i) {
    world.follow_with({line(1) + line(3)});
    world.transport.expect(test::reply(500, "no"));
  }
  world.follow_with({line(1) + line(3)});
  world.run();
  CHECK(world.told == Told{"1", "lost 1", "3"});
}

}  // namespace
}  // namespace algo::kube
