#include "io/child_process.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/socket.h>
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

/// Seconds of processor time that this process has had, rounded up.
rlim_t used_seconds() {
  timespec used{};
  static_cast<void>(::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used));
  return static_cast<rlim_t>(used.tv_sec) + 1;
}

/// Each work has its seconds anew; what the child may use of memory counts from its beginning.
void begin_work(const IsolationLimits& limits) {
  ::alarm(latest_seconds(limits));
  rlimit seconds{};
  static_cast<void>(::getrlimit(RLIMIT_CPU, &seconds));
  seconds.rlim_cur =
      std::min(used_seconds() + static_cast<rlim_t>(limits.cpu_seconds), seconds.rlim_max);
  static_cast<void>(::setrlimit(RLIMIT_CPU, &seconds));
}

/// Signal handlers of the program must not run in its children: there a crash is an answer.
void restore_signals() {
  for (const int signal :
       {SIGABRT, SIGALRM, SIGBUS, SIGFPE, SIGILL, SIGPIPE, SIGSEGV, SIGTERM, SIGXCPU}) {
    static_cast<void>(std::signal(signal, SIG_DFL));
  }
}

/// The next of the numbers that the parent sends; no value if there are no more.
std::optional<std::size_t> receive_number(int socket) {
  std::array<char, sizeof(std::uint64_t)> bytes{};
  for (std::size_t used = 0; used < bytes.size();) {
    const auto count = ::read(socket, bytes.data() + used, bytes.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    used += static_cast<std::size_t>(count);
  }
  return std::bit_cast<std::uint64_t>(bytes);
}

/// False if nobody listens any more.
bool send_number(int socket, std::size_t number) {
  const std::uint64_t sent = number;
  const auto bytes = std::bit_cast<std::array<char, sizeof(std::uint64_t)>>(sent);
  return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(bytes.size());
}

/// What the child does: work after work, whose bytes it sends with their length before them, and
/// end without running anything of the parent's.
[[noreturn]] void run_child(const std::vector<Work>& works, int socket,
                            const IsolationLimits& limits) {
  restore_signals();
  limit(RLIMIT_CORE, 0);
  if (can_limit_addresses) limit(RLIMIT_AS, address_space_in_use() + limits.memory_bytes);
  // Nor may a work that is killed print its last words among the program's messages.
  if (!keep_only(socket)) ::_exit(1);
  try {
    while (const auto number = receive_number(socket)) {
      begin_work(limits);
      const auto bytes = works.at(*number)();
      if (!send_number(socket, bytes.size()) || !write_all(socket, bytes)) ::_exit(1);
      ::alarm(0);
    }
    ::_exit(0);
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

/// How many works a child does before another takes its place: what they leave behind in it is
/// bounded, and a new one costs a copy of the tables of this process's memory.
constexpr int works_max = 64;

/// A child at work, and what it has sent so far of what it makes.
struct Child {
  Running process;
  FileHandle socket;
  std::size_t work = 0;
  int works_begun = 0;
  Clock::time_point latest_end{};
  std::string bytes{};
};

Child start(const std::vector<Work>& works, const IsolationLimits& limits) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw IoError("socketpair", errno);
  FileHandle ours(ends[0]);
  const FileHandle theirs(ends[1]);
  const auto parent = ::getpid();
  const auto process = ::fork();
  if (process < 0) throw IoError("fork", errno);
  if (process == 0) {
    die_with(parent);
    run_child(works, theirs.get(), limits);
  }
  return {Running(process), std::move(ours)};
}

/// What a child has to say: nothing yet, its result, or that it will say no more.
enum class Heard : std::uint8_t { nothing, result, end };

/// Reads what the child has sent so far, its result at most.
Heard receive(Child& child) {
  constexpr auto head = sizeof(std::uint64_t);
  std::array<char, 1U << 16U> buffer{};
  while (true) {
    const auto count = ::recv(child.socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return Heard::nothing;
    if (count <= 0) return Heard::end;
    child.bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (child.bytes.size() < head) continue;
    std::array<char, head> length{};
    std::copy_n(child.bytes.begin(), head, length.begin());
    const auto size = std::bit_cast<std::uint64_t>(length);
    if (child.bytes.size() - head > size) return Heard::end;  // it was harmed
    if (child.bytes.size() - head < size) continue;
    child.bytes.erase(0, head);
    return Heard::result;
  }
}

IsolationFailure failure_of(int status) {
  const bool ran_out_of_time =
      WIFSIGNALED(status) &&
      (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGALRM || WTERMSIG(status) == SIGKILL);
  return ran_out_of_time ? IsolationFailure::too_slow : IsolationFailure::died;
}

/// Runs works in children, a few at a time, and hands over their results as they come.
class ChildPool {
public:
  ChildPool(const std::vector<Work>& works, const TakeResult& take, const IsolationLimits& limits)
      : works_(works),
        take_(take),
        limits_(limits) {}

  void run() {
    while (next_ < works_.size() || !children_.empty()) {
      while (next_ < works_.size() && children_.size() < static_cast<std::size_t>(limits_.jobs)) {
        children_.push_back(start(works_, limits_));
        give_work(children_.back());
      }
      wait_for_some();
    }
  }

private:
  /// False if there is none for it.
  bool give_work(Child& child) {
    if (next_ == works_.size() || child.works_begun == works_max) return false;
    child.work = next_++;
    ++child.works_begun;
    child.bytes.clear();
    child.latest_end = Clock::now() + std::chrono::seconds(latest_seconds(limits_));
    // One that died meanwhile is found when it is listened to.
    static_cast<void>(send_number(child.socket.get(), child.work));
    return true;
  }

  void wait_for_some() {
    std::vector<pollfd> polled;
    for (const auto& child : children_)
      polled.push_back({child.socket.get(), POLLIN, 0});
    if (::poll(polled.data(), polled.size(), poll_milliseconds) < 0) {
      if (errno == EINTR) return;
      throw IoError("poll", errno);
    }
    for (std::size_t i = polled.size(); i-- > 0;) {
      if (goes_on(children_[i], polled[i].revents != 0)) continue;
      children_.erase(children_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// False when the child has come to its end. Usually it ends when it finds its socket closed. One
  /// that closed it and waits for something is not waited for longer than its work may take.
  bool goes_on(Child& child, bool has_sent) {
    if (has_sent) {
      const auto heard = receive(child);
      if (heard == Heard::nothing) return true;
      if (heard == Heard::end) {
        static_cast<void>(child.socket.close());  // one that goes on has nobody to tell it to
        take_(child.work, Unexpected{failure_of(child.process.wait_until(child.latest_end))});
        return false;
      }
      take_(child.work, WorkResult(std::move(child.bytes)));
      return give_work(child);
    }
    if (Clock::now() > child.latest_end) child.process.kill();
    const auto status = child.process.status_if_ended();
    if (!status) return true;
    take_(child.work, receive(child) == Heard::result
                          ? WorkResult(std::move(child.bytes))
                          : WorkResult(Unexpected{failure_of(*status)}));
    return false;
  }

  const std::vector<Work>& works_;
  const TakeResult& take_;
  const IsolationLimits& limits_;
  std::vector<Child> children_;
  std::size_t next_ = 0;
};

}  // namespace

Isolate isolate_in_children(IsolationLimits limits) {
  return Isolate::streaming(
      [limits](const std::vector<Work>& works, const TakeResult& take) {
        ChildPool(works, take, limits).run();
      },
      limits.jobs);
}

int processor_count() {
  const auto count = ::sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : static_cast<int>(count);
}

}  // namespace handbok
