#include "io/process_end.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <sys/wait.h>
#include <thread>

namespace handbok {

int wait_for_end(pid_t child, pid_t killed, std::chrono::steady_clock::time_point latest) {
  using namespace std::chrono_literals;
  constexpr auto pause_max = 20ms;
  auto pause = std::chrono::milliseconds(1);
  int status = 0;
  int options = WNOHANG;
  while (true) {
    const auto ended = ::waitpid(child, &status, options);
    if (ended == child || (ended < 0 && errno != EINTR)) return status;
    if (std::chrono::steady_clock::now() >= latest) {
      static_cast<void>(::kill(killed, SIGKILL));
      options = 0;  // what was killed ends
    } else {
      std::this_thread::sleep_for(pause);
      pause = std::min(pause * 2, std::chrono::milliseconds(pause_max));
    }
  }
}

}  // namespace handbok
