#include "real_connections.h"

#include "kube/credentials_make.h"
#include "kube/http_auth.h"
#include "kube/system_roots.h"

namespace algo {
namespace {

// A transport that keeps its credentials alive.
class OwningTransport final : public kube::Transport {
 public:
  OwningTransport(kube::TransportSettings settings, std::unique_ptr<kube::Credentials> credentials)
      : credentials_(std::move(credentials)),
        transport_(kube::connect(std::move(settings), *credentials_)) {}

  [[nodiscard]] std::unique_ptr<kube::Exchange> start(kube::Request request,
                                                      kube::Sink& sink) override {
    return transport_->start(std::move(request), sink);
  }
  void poll(Nanos limit) override { transport_->poll(limit); }

 private:
  std::unique_ptr<kube::Credentials> credentials_;
  std::unique_ptr<kube::Transport> transport_;
};

}  // namespace

std::unique_ptr<kube::Transport> RealConnections::open(const kube::RestConfig& config,
                                                       const int& tolerated) {
  kube::TransportSettings settings = kube::transport_settings(config, variables_);
  if (settings.ca_pem.empty()) settings.ca_pem = kube::system_roots(variables_, files_);
  settings.user_agent = "kubectl-algo/" ALGO_VERSION;
  settings.interrupted = [this, &tolerated] { return interrupts_.count() > tolerated; };
  settings.interrupt_fd = interrupts_.fd();
  const kube::CredentialWorld world{
      files_, clock_, variables_, plugins_, {.is_terminal = in_.is_terminal()}};
  return std::make_unique<OwningTransport>(std::move(settings),
                                           kube::make_credentials(config, world));
}

}  // namespace algo
