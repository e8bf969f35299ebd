#pragma once

#include <functional>
#include <memory>
#include <string>

namespace handbok {

/// What a web server says to one request.
struct HttpAnswer {
  int status = 200;
  std::string media_type = "text/plain; charset=utf-8";
  std::string body;
  std::string location;  ///< where a 302 leads; else empty
};

/// A web server for the person at this machine: it listens on 127.0.0.1 alone, and refuses requests
/// that name another host, so that no page elsewhere on the web can read it through the browser.
/// It answers from threads of its own until it is destroyed.
class LocalServer {
public:
  /// Gives the answer for a path, which begins with '/' and is decoded. Called from several threads
  /// at a time; must not throw.
  using Handler = std::function<HttpAnswer(const std::string& path)>;

  /// `port` 0 takes a free one. Throws IoError if the port is taken.
  LocalServer(int port, Handler handler);
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;
  ~LocalServer();

  int port() const;

private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace handbok
