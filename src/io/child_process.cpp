#include "io/child_process.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "io/file.hpp"
#include "io/process_end.hpp"

#if defined(__SANITIZE_ADDRESS__)
#define HANDBOK_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HANDBOK_ADDRESS_SANITIZER 1
#endif
#endif

namespace handbok {
namespace {

// The address sanitizer reserves terabytes of addresses, so they cannot be limited under it.
#ifdef HANDBOK_ADDRESS_SANITIZER
constexpr bool can_limit_addresses = false;
#else
constexpr bool can_limit_addresses = true;
#endif

/// How many times its CPU seconds a child may take by the clock: the machine may be busy.
constexpr unsigned waiting_factor = 30;
/// How often we look at children that send nothing.
constexpr int poll_milliseconds = 1000;

/// Bytes of addresses that this process uses now.
std::size_t address_space_in_use() {
  unsigned long pages = 0;
  if (FILE* const file = std::fopen("/proc/self/statm", "re")) {
    std::array<char, 64> line{};
    if (std::fgets(line.data(), static_cast<int>(line.size()), file) != nullptr) {
      pages = std::strtoul(line.data(), nullptr, 10);
    }
    static_cast<void>(std::fclose(file));
  }
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void limit(int resource, rlim_t value) {
  const rlimit limits{value, value};
  static_cast<void>(::setrlimit(static_cast<__rlimit_resource>(resource), &limits));
}

/// By the clock. The child keeps to it too: nobody watches it while its parent is stopped.
unsigned latest_seconds(const IsolationLimits& limits) {
  return static_cast<unsigned>(limits.cpu_seconds) * waiting_factor;
}

void apply(const IsolationLimits& limits) {
  ::alarm(latest_seconds(limits));
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu_seconds));
  limit(RLIMIT_CORE, 0);
  if (can_limit_addresses) limit(RLIMIT_AS, address_space_in_use() + limits.memory_bytes);
}

/// Signal handlers of the program must not run in its children: there a crash is an answer.
void restore_signals() {
  for (const int signal :
       {SIGABRT, SIGALRM, SIGBUS, SIGFPE, SIGILL, SIGPIPE, SIGSEGV, SIGTERM, SIGXCPU}) {
    static_cast<void>(std::signal(signal, SIG_DFL));
  }
}

/// What the child does: work, send the bytes, end without running anything of the parent's.
[[noreturn]] void run_child(const Work& work, int descriptor, const IsolationLimits& limits) {
  restore_signals();
  apply(limits);
  // Nor may a work that is killed print its last words among the program's messages.
  if (!keep_only(descriptor)) ::_exit(1);
  try {
    ::_exit(write_all(descriptor, work()) ? 0 : 1);
  } catch (const std::exception&) {
    ::_exit(1);
  }
}

using Clock = std::chrono::steady_clock;

/// A child process that has not been waited for; it is killed when this goes.
class Running {
public:
  explicit Running(pid_t process) : process_(process) {}
  Running(Running&& other) noexcept : process_(std::exchange(other.process_, -1)) {}
  Running& operator=(Running&& other) noexcept {
    std::swap(process_, other.process_);
    return *this;
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    if (process_ > 0) static_cast<void>(wait_until(Clock::now()));
  }

  void kill() const { static_cast<void>(::kill(process_, SIGKILL)); }

  /// Its status at its end, for which it has until `latest`.
  int wait_until(Clock::time_point latest) {
    const auto process = std::exchange(process_, -1);
    return wait_for_end(process, process, latest);
  }

  std::optional<int> status_if_ended() {
    int status = 0;
    pid_t ended = -1;
    do {
      ended = ::waitpid(process_, &status, WNOHANG);
    } while (ended < 0 && errno == EINTR);
    if (ended == 0) return std::nullopt;
    process_ = -1;
    return status;
  }

private:
  pid_t process_;
};

/// A child at work, and what it has sent so far.
struct Child {
  std::size_t work = 0;
  Running process;
  FileHandle output;
  Clock::time_point latest_end;
  std::string bytes;
};

Child start(std::size_t index, const Work& work, const IsolationLimits& limits) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw IoError("pipe", errno);
  FileHandle reading(ends[0]);
  FileHandle writing(ends[1]);
  const auto parent = ::getpid();
  const auto process = ::fork();
  if (process < 0) throw IoError("fork", errno);
  if (process == 0) {
    die_with(parent);
    run_child(work, writing.get(), limits);
  }
  Running running(process);
  static_cast<void>(::fcntl(reading.get(), F_SETFL, O_NONBLOCK));
  const auto latest_end = Clock::now() + std::chrono::seconds(latest_seconds(limits));
  return {index, std::move(running), std::move(reading), latest_end, {}};
}

/// Reads what the child has sent so far; true when there will be no more.
bool receive(Child& child) {
  std::array<char, 1U << 16U> buffer{};
  while (true) {
    const auto count = ::read(child.output.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno != EAGAIN;
    if (count == 0) return true;
    child.bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

WorkResult result_of(Child& child, int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::move(child.bytes);
  const bool ran_out_of_time =
      WIFSIGNALED(status) &&
      (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGALRM || WTERMSIG(status) == SIGKILL);
  return Unexpected{ran_out_of_time ? IsolationFailure::too_slow : IsolationFailure::died};
}

/// Runs works in children, a few at a time, and collects their results in order.
class ChildPool {
public:
  ChildPool(const std::vector<Work>& works, const IsolationLimits& limits)
      : works_(works),
        limits_(limits),
        results_(works.size()) {}

  std::vector<WorkResult> run() {
    while (next_ < works_.size() || !children_.empty()) {
      while (next_ < works_.size() && children_.size() < static_cast<std::size_t>(limits_.jobs)) {
        children_.push_back(start(next_, works_[next_], limits_));
        ++next_;
      }
      wait_for_some();
    }
    std::vector<WorkResult> results;
    results.reserve(results_.size());
    for (auto& result : results_)
      results.push_back(*std::move(result));
    return results;
  }

private:
  void wait_for_some() {
    std::vector<pollfd> polled;
    for (const auto& child : children_)
      polled.push_back({child.output.get(), POLLIN, 0});
    if (::poll(polled.data(), polled.size(), poll_milliseconds) < 0) {
      if (errno == EINTR) return;
      throw IoError("poll", errno);
    }
    for (std::size_t i = polled.size(); i-- > 0;) {
      const auto status = end_of(children_[i], polled[i].revents != 0);
      if (!status) continue;
      results_[children_[i].work] = result_of(children_[i], *status);
      children_.erase(children_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// The status of the child if it has ended. Usually it closes its pipe and then ends. One that
  /// ends without closing has ended too; one that closed and waits for something is not waited for.
  static std::optional<int> end_of(Child& child, bool has_sent) {
    if (has_sent && receive(child)) return child.process.wait_until(child.latest_end);
    if (Clock::now() > child.latest_end) child.process.kill();
    const auto status = has_sent ? std::nullopt : child.process.status_if_ended();
    if (status) static_cast<void>(receive(child));
    return status;
  }

  const std::vector<Work>& works_;
  const IsolationLimits& limits_;
  std::vector<std::optional<WorkResult>> results_;
  std::vector<Child> children_;
  std::size_t next_ = 0;
};

}  // namespace

Isolate isolate_in_children(IsolationLimits limits) {
  return {[limits](const std::vector<Work>& works) { return ChildPool(works, limits).run(); },
          limits.jobs};
}

int processor_count() {
  const auto count = ::sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : static_cast<int>(count);
}

}  // namespace handbok
