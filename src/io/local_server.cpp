// The only user of cpp-httplib.
#include "io/local_server.hpp"

#include <httplib.h>
#include <thread>

#include "io/file.hpp"

namespace handbok {
namespace {

constexpr auto address = "127.0.0.1";
constexpr std::size_t threads = 4;
constexpr int found_elsewhere = 302;
constexpr int forbidden = 403;

bool names_this_machine(const std::string& host) {
  const auto name = host.substr(0, host.find(':'));
  return name == address || name == "localhost";
}

}  // namespace

class LocalServer::Implementation {
public:
  Implementation(int port, Handler handler) : handler_(std::move(handler)) {
    server_.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server_.set_keep_alive_timeout(1);
    server_.set_default_headers(
        {{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}});
    server_.Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
      answer(request, response);
    });
    port_ = port == 0 ? server_.bind_to_any_port(address) : port;
    if (port_ < 0 || (port != 0 && !server_.bind_to_port(address, port)))
      throw IoError(std::string(address).append(":").append(std::to_string(port)), EADDRINUSE);
    thread_ = std::thread([this] { server_.listen_after_bind(); });
  }
  Implementation(const Implementation&) = delete;
  Implementation& operator=(const Implementation&) = delete;
  ~Implementation() {
    server_.stop();
    thread_.join();
  }

  int port() const { return port_; }

private:
  void answer(const httplib::Request& request, httplib::Response& response) const {
    if (!names_this_machine(request.get_header_value("Host"))) {
      response.status = forbidden;
      return;
    }
    const auto result = handler_(request.path);
    response.status = result.status;
    response.set_content(result.body, result.media_type);
    if (!result.location.empty()) response.set_redirect(result.location, found_elsewhere);
  }

  Handler handler_;
  httplib::Server server_;
  int port_ = 0;
  std::thread thread_;
};

LocalServer::LocalServer(int port, Handler handler)
    : implementation_(std::make_unique<Implementation>(port, std::move(handler))) {}

LocalServer::~LocalServer() = default;

int LocalServer::port() const {
  return implementation_->port();
}

}  // namespace handbok
