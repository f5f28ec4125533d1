#include "sandbox/box.h"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

using algo::sandbox::Policy;
using algo::sandbox::Stop;
using algo::test::Box;
using algo::test::Outcome;

TEST_CASE("seccomp: a forbidden act ends the program and is named") {
  struct Row {
    const char* act;
    const char* name;
  };
  Box box;
  const bool named = algo::test::hello_of(box, "seccomp").starts_with("on: acts are named");
  for (const Row& row : {Row{"socket", "socket"},
                         Row{"socket:netlink", "socket"},
                         Row{"ptrace", "ptrace"},
                         Row{"process_vm_readv", "process_vm_readv"},
                         Row{"unshare", "unshare"},
                         Row{"clone", "clone"},
                         Row{"mount", "mount"},
                         Row{"chroot", "chroot"},
                         Row{"reboot", "reboot"},
                         Row{"bpf", "bpf"},
                         Row{"keyctl", "keyctl"},
                         Row{"perf_event_open", "perf_event_open"},
                         Row{"userfaultfd", "userfaultfd"},
                         Row{"memfd_create", "memfd_create"},
                         Row{"shmget", "shmget"},
                         Row{"setuid", "setuid"},
                         Row{"execveat", "execveat"}}) {
    CAPTURE(row.act);
    const Outcome outcome = box.run("forbidden", {row.act});
    CHECK(outcome.ended.stop == Stop::kForbidden);
    if (named) CHECK(outcome.ended.act == row.name);
  }
}

TEST_CASE("seccomp: what honest runtimes try just fails") {
  Box box;
  const Outcome outcome = box.run("forbidden", {"refusals"});
  CHECK(outcome.ended.stop == Stop::kExited);
  CHECK(outcome.ended.exit_code == 0);
}

TEST_CASE("seccomp: a compiler is refused, not ended") {
  Box box(Policy::kCompile);
  for (const char* act : {"socket", "ptrace", "unshare", "mount", "bpf"}) {
    CAPTURE(act);
    const Outcome outcome = box.run("forbidden", {act});
    CHECK(outcome.ended.stop == Stop::kExited);
    CHECK(outcome.ended.exit_code == 9);
  }
}

namespace {

struct Access {
  const char* how;
  std::string path;
  int error;
};

void check(Box& box, const std::vector<Access>& table) {
  if (algo::test::hello_of(box, "landlock").starts_with("off")) return;
  for (const Access& row : table) {
    CAPTURE(row.how);
    CAPTURE(row.path);
    const Outcome outcome = box.run("files", {row.how, row.path});
    CHECK(outcome.ended.stop == Stop::kExited);
    CHECK(outcome.ended.exit_code == row.error);
  }
}

}  // namespace

TEST_CASE("files: a solution reads its own folder and the system, and writes nowhere") {
  Box box;
  const std::string helper = "/proc/" + std::to_string(box.helper_pid());
  ::chmod(box.folder().c_str(), 0777);
  check(box,
        {{"read", box.program("files"), 0},
         {"read", "/usr/bin/env", 0},
         {"read", "/dev/null", 0},
         {"write", "/dev/null", 0},
         {"read", "/etc/passwd", EACCES},
         {"read", "/etc/hosts", EACCES},
         {"read", "/tmp", EACCES},
         {"read", "/", EACCES},
         {"read", "/proc/self/maps", EACCES},
         {"read", "/proc/1/mem", EACCES},
         {"read", "/proc/1/environ", EACCES},
         {"read", helper + "/mem", EACCES},
         {"read", helper + "/cmdline", EACCES},
         {"create", box.folder() + "/new", EACCES},
         {"write", box.program("cpu"), EACCES},
         {"symlink", box.folder() + "/link", EACCES},
         {"create", "/tmp/sandbox-test-file", EACCES},
         {"create", "/dev/shm/sandbox-test-file", EACCES}});
}

TEST_CASE("files: a compiler writes where it may, and only plain files and folders") {
  Box box(Policy::kCompile);
  check(box,
        {{"read", box.program("files"), 0},
         {"create", box.writable() + "/object", 0},
         {"write", box.writable() + "/object", 0},
         {"mkdir", box.writable() + "/folder", 0},
         {"symlink", box.writable() + "/link", EACCES},
         {"fifo", box.writable() + "/fifo", EPERM},
         {"create", box.folder() + "/new", EACCES},
         {"create", "/tmp/sandbox-test-file", EACCES},
         {"read", "/etc/passwd", EACCES}});
}

TEST_CASE("process: only its channels are open, its environment is what was given") {
  Box box;
  CHECK(box.run("files", {"descriptors"}).out == "0 1 2 ");
  CHECK(box.run("files", {"environment"}).out.empty());
  CHECK(box.run("files", {"directory"}).out == box.folder() + "\n");
  CHECK(box.run("files", {"session"}).ended.exit_code == 0);
  const Outcome outcome = box.run({.argv = {box.program("files"), "environment"},
                                   .env = {{"LANG", "C.UTF-8"}},
                                   .directory = box.folder()});
  CHECK(outcome.out == "LANG=C.UTF-8\n");
}

TEST_CASE("hello: says what protects and how things are measured") {
  Box box;
  for (const char* key : {"landlock", "seccomp", "no_new_privs", "namespaces", "uid", "kill"}) {
    CAPTURE(key);
    const std::string value = algo::test::hello_of(box, key);
    CHECK((value.starts_with("on") || value.starts_with("off: ")));
  }
  CHECK(box.box().hello().measured_by.contains("time"));
  CHECK(box.box().hello().measured_by.contains("memory"));
  CHECK(box.box().hello().kernel.starts_with("Linux "));
  CHECK(algo::test::hello_of(box, "uid").starts_with("on"));
}
