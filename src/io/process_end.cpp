#include "io/process_end.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace handbok {

namespace {

void close_from_to(unsigned first, unsigned last) {
  if (first > last || ::close_range(first, last, 0) == 0) return;
  // A kernel or a container that does not know the call.
  const auto most = static_cast<unsigned>(std::max(::sysconf(_SC_OPEN_MAX), 1024L));
  for (auto descriptor = first; descriptor <= last && descriptor < most; ++descriptor)
    static_cast<void>(::close(static_cast<int>(descriptor)));
}

}  // namespace

void die_with(pid_t parent) {
  const bool is_bound = ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
  // Whoever ended before the call above sends no signal any more.
  if (!is_bound || ::getppid() != parent) ::_exit(1);
}

bool keep_only(int descriptor) {
  const int nowhere = ::open("/dev/null", O_RDWR);
  if (nowhere < 0) return false;
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (stream != descriptor && ::dup2(nowhere, stream) < 0) return false;
  }
  const auto kept = static_cast<unsigned>(descriptor);
  if (kept > STDERR_FILENO) close_from_to(STDERR_FILENO + 1, kept - 1);
  close_from_to(std::max(kept, unsigned{STDERR_FILENO}) + 1, ~0U);
  return true;
}

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
