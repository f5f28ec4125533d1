#include "kube/watch_known.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace algo::kube {
namespace {

Json object(const char* name, const char* uid, const char* version) {
  return Json{
      {"metadata",
       Json{{"name", name}, {"namespace", "n"}, {"uid", uid}, {"resourceVersion", version}}}};
}

// "+name", "~name", "-name", and "!name" for a deletion that was missed.
struct Told {
  std::vector<std::string> changes{};
  void operator()(const WatchEvent& event) {
    const char mark = event.change == Change::kAdded      ? '+'
                      : event.change == Change::kModified ? '~'
                      : event.final_state_known           ? '-'
                                                          : '!';
    changes.push_back(mark + metadata_text(event.object, "name") + "/" +
                      metadata_text(event.object, "uid"));
  }
  std::vector<std::string> take() { return std::exchange(changes, {}); }
};
using Changes = std::vector<std::string>;

TEST_CASE("KnownObjects: events become changes, nothing twice") {
  KnownObjects known;
  Told told;
  known.put(object("a", "1", "5"), std::ref(told));
  known.put(object("a", "1", "5"), std::ref(told));
  known.put(object("a", "1", "6"), std::ref(told));
  known.erase(object("a", "1", "7"), std::ref(told));
  known.erase(object("a", "1", "7"), std::ref(told));
  CHECK(told.take() == Changes{"+a/1", "~a/1", "-a/1"});
}

TEST_CASE("KnownObjects: a list tells what was missed, deletions too") {
  KnownObjects known;
  Told told;
  for (const char* name : {"gone", "same", "changed", "replaced"}) {
    known.put(object(name, "1", "5"), std::ref(told));
  }
  (void)told.take();
  known.replace(Json::array({object("same", "1", "5"),
                             object("changed", "1", "6"),
                             object("replaced", "2", "7"),
                             object("new", "3", "8")}),
                std::ref(told));
  CHECK(told.take() == Changes{"!gone/1", "~changed/1", "!replaced/1", "+replaced/2", "+new/3"});
  known.replace(Json::array(), std::ref(told));
  CHECK(told.take().size() == 4);
}

TEST_CASE("KnownObjects: a new object under an old name is a deletion and an addition") {
  KnownObjects known;
  Told told;
  known.seed(object("a", "1", "5"));
  known.put(object("a", "2", "6"), std::ref(told));
  CHECK(told.take() == Changes{"!a/1", "+a/2"});
}

TEST_CASE("KnownObjects: a seeded object is known, and its deletion is told") {
  KnownObjects known;
  Told told;
  known.seed(object("a", "1", "5"));
  known.put(object("a", "1", "5"), std::ref(told));
  CHECK(told.take().empty());
  known.replace(Json::array(), std::ref(told));
  CHECK(told.take() == Changes{"!a/1"});
}

TEST_CASE("KnownObjects: the same name in two namespaces is two objects") {
  KnownObjects known;
  Told told;
  Json other = object("a", "2", "5");
  other["metadata"]["namespace"] = "m";
  known.put(object("a", "1", "5"), std::ref(told));
  known.put(other, std::ref(told));
  CHECK(told.take() == Changes{"+a/1", "+a/2"});
}

TEST_CASE("metadata_text: what is not there or no text is empty") {
  CHECK(metadata_text(Json::array(), "name").empty());
  CHECK(metadata_text(Json{{"metadata", 1}}, "name").empty());
  CHECK(metadata_text(Json{{"metadata", Json{{"name", 1}}}}, "name").empty());
}

}  // namespace
}  // namespace algo::kube
