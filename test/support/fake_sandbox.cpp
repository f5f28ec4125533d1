#include "support/fake_sandbox.h"

#include <fcntl.h>

#include <csignal>
#include <cstdlib>
#include <utility>

namespace algo::test {
namespace {

Fd duplicate(int fd) {
  return fd < 0 ? Fd() : Fd(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
}

void put(const Fd& fd, const std::string& bytes) {
  // Scripts stay below a pipe's size, so this never blocks.
  if (fd.valid() && !bytes.empty())
    if (::write(fd.get(), bytes.data(), bytes.size()) < 0) std::abort();
}

}  // namespace

FakeSandbox::FakeSandbox(std::deque<FakeProcess> script)
    : script_(std::move(script)), event_(make_pipe()) {
  std::signal(SIGPIPE, SIG_IGN);  // as every role of the judge does
  ::fcntl(event_.read.get(), F_SETFL, O_NONBLOCK);
  hello_.protections["landlock"] = "ABI 7";
  hello_.measured_by["time"] = "a script";
  hello_.kernel = "none";
}

void FakeSandbox::spawn(const sandbox::Command& command,
                        const sandbox::Limits& given,
                        const sandbox::Channels& channels) {
  commands.push_back(command);
  limits.push_back(given);
  in_ = duplicate(channels.in);
  out_ = duplicate(channels.out);
  err_ = duplicate(channels.err);
  answers_ = duplicate(channels.answers);
  requests_ = duplicate(channels.requests);
  usage_ = {};
  ended_.reset();
  if (script_.empty()) {
    end(stopped(sandbox::Stop::kNotStarted));
    return;
  }
  current_ = std::move(script_.front());
  script_.pop_front();
  play(current_.start);
}

void FakeSandbox::play(const FakeReply& reply) {
  put(out_, reply.out);
  put(err_, reply.err);
  put(answers_, reply.answers);
  usage_ = reply.usage;
  if (reply.end) end(*reply.end, reply.end_is_told_late);
}

void FakeSandbox::begin(sandbox::Nanos /*cpu*/, sandbox::Nanos /*wall*/) {
  if (ended_) return;
  if (current_.replies.empty()) {
    end(exited(0));
    return;
  }
  begun_ = std::move(current_.replies.front());
  current_.replies.pop_front();
  if (!begun_->late) play(*begun_);
}

void FakeSandbox::arm() {
  if (!begun_) return;
  ++arms;
  if (begun_->late) play(*begun_);
  begun_.reset();
}

sandbox::Sandbox::Measured FakeSandbox::measure() {
  begun_.reset();
  return {usage_, ended_};
}

void FakeSandbox::kill() {
  ++kills;
  if (!ended_) end(stopped(sandbox::Stop::kKilled));
}

void FakeSandbox::end(const sandbox::Ended& ended, bool told_late) {
  ended_ = ended;
  tells_late_ = told_late;
  for (Fd* fd : {&in_, &out_, &err_, &answers_, &requests_}) fd->reset();
  put(event_.write, "!");
}

std::optional<sandbox::Ended> FakeSandbox::wait(sandbox::Nanos /*timeout*/) {
  if (std::exchange(tells_late_, false)) return std::nullopt;
  char seen = 0;
  while (::read(event_.read.get(), &seen, 1) > 0) {
  }
  return ended_;
}

sandbox::Ended exited(int code) {
  sandbox::Ended ended = stopped(sandbox::Stop::kExited);
  ended.exit_code = code;
  return ended;
}

sandbox::Ended signalled(int signal) {
  sandbox::Ended ended = stopped(sandbox::Stop::kSignalled);
  ended.signal = signal;
  return ended;
}

sandbox::Ended stopped(sandbox::Stop stop) {
  sandbox::Ended ended;
  ended.stop = stop;
  return ended;
}

std::string framed(const std::string& body) {
  std::string bytes;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    bytes += static_cast<char>(body.size() >> shift & 0xffU);
  }
  return bytes + body;
}

}  // namespace algo::test
