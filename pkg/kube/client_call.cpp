#include "kube/client_call.h"

#include "kube/http_fields.h"

#include <algorithm>

namespace algo::kube {
namespace {

class Collector final : public Sink {
 public:
  void on_head(const Head& head) override { response.head = head; }
  void on_data(std::string_view bytes) override { response.body += bytes; }
  void on_end(const Ending& ending) override {
    response.ending = ending;
    ended = true;
  }

  Response response{};
  bool ended = false;
};

constexpr Nanos kForever = std::chrono::hours(24);

}  // namespace

Caller::Caller(Transport& transport,
               const Clock& clock,
               CallRules rules,
               std::function<double()> random)
    : transport_(transport), clock_(clock), rules_(rules), random_(std::move(random)) {}

Response Caller::send_once(Request request, Nanos deadline) {
  request.max_body = rules_.max_answer;
  if (deadline != Nanos::max()) {
    request.timeout = std::max<Nanos>(deadline - clock_.monotonic(), std::chrono::milliseconds(1));
  }
  Collector collector;
  const auto exchange = transport_.start(std::move(request), collector);
  while (!collector.ended) transport_.poll(kForever);
  return std::move(collector.response);
}

void Caller::wait(Nanos time) {
  const Nanos until = clock_.monotonic() + time;
  for (Nanos now = clock_.monotonic(); now < until; now = clock_.monotonic()) {
    transport_.poll(until - now);
  }
}

Response Caller::send(const Request& request, Purpose purpose) {
  const Nanos begin = clock_.monotonic();
  const Nanos deadline = rules_.timeout > Nanos{0} ? begin + rules_.timeout : Nanos::max();
  Backoff refused(rules_.backoff, clock_, random_);
  int retries = 0;
  while (true) {
    Response response = send_once(request, deadline);
    const Trouble trouble = trouble_of(response.head, response.ending);
    Nanos pause = retry_after(response.head).value_or(kDefaultRetryAfter);
    if (trouble == Trouble::kRefused) {
      pause = refused.next();
      if (clock_.monotonic() + pause > begin + rules_.refused_for) return response;
    } else if (!may_retry(purpose, trouble) || ++retries > rules_.max_retries) {
      return response;
    }
    if (deadline != Nanos::max() && clock_.monotonic() + pause >= deadline) return response;
    wait(pause);
  }
}

Error failure_error(const Ending& ending, const std::string& doing) {
  const std::string what = "cannot " + doing;
  switch (ending.failure) {
    case Failure::kTls:
      return {ErrorKind::kEnvironment,
              what,
              "no trusted connection to the API server: " + ending.text,
              "check the certificate authority and the server's name in the kubeconfig"};
    case Failure::kCredentials:
      return {ErrorKind::kEnvironment, what, ending.text, ending.next};
    case Failure::kProxy:
      return {ErrorKind::kLost, what, ending.text, "check proxy-url, HTTPS_PROXY and NO_PROXY"};
    case Failure::kResolve:
    case Failure::kRefused:
      return {ErrorKind::kLost,
              what,
              "the API server cannot be reached: " + ending.text,
              "is the cluster running, and is this the right context?"};
    default:
      return {ErrorKind::kLost, what, "the connection to the API server failed: " + ending.text};
  }
}

}  // namespace algo::kube
