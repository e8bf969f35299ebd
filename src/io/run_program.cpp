#include "io/run_program.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/file.hpp"
#include "io/process_end.hpp"

namespace handbok {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t errors_max = std::size_t{64} * 1024;
constexpr int could_not_start = 127;

struct Pipe {
  FileHandle reading;
  FileHandle writing;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw IoError("pipe", errno);
  return {FileHandle(ends[0]), FileHandle(ends[1])};
}

/// Words as execve() wants them; `words` must outlive the result.
std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (auto& word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Everything the child needs, made before fork(): after it only plain system calls are allowed.
struct Start {
  std::vector<std::string> words;
  std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"};
  rlimit memory{};
  bool talks_to_person = false;
  pid_t parent = ::getpid();
  Pipe input = make_pipe();
  Pipe output = make_pipe();
  Pipe errors = make_pipe();
};

[[noreturn]] void become_program(const Start& start, char* const* words, char* const* environment) {
  die_with(start.parent);
  // In a group of its own its children can be killed with it, but it cannot read the terminal.
  if (!start.talks_to_person) static_cast<void>(::setpgid(0, 0));
  const rlimit no_core{0, 0};
  static_cast<void>(::setrlimit(RLIMIT_CORE, &no_core));
  static_cast<void>(::setrlimit(RLIMIT_AS, &start.memory));
  const bool connected =
      ::dup2(start.input.reading.get(), STDIN_FILENO) >= 0 &&
      ::dup2(start.output.writing.get(), STDOUT_FILENO) >= 0 &&
      (start.talks_to_person || ::dup2(start.errors.writing.get(), STDERR_FILENO) >= 0);
  if (connected) ::execve(words[0], words, environment);
  ::_exit(could_not_start);
}

/// One of the program's streams, read as far as it goes.
struct Stream {
  FileHandle from;
  std::string bytes;
  std::size_t kept_max = 0;
  bool overflowed = false;

  bool is_open() const { return from.get() >= 0; }

  void receive() {
    std::array<char, 1U << 16U> buffer{};
    const auto count = ::read(from.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) return;
    if (count <= 0) {
      from = FileHandle();
      return;
    }
    const auto room = kept_max - bytes.size();
    bytes.append(buffer.data(), std::min(room, static_cast<std::size_t>(count)));
    overflowed = overflowed || static_cast<std::size_t>(count) > room;
  }
};

/// Feeds the program and reads what it says, until it has said everything or must be stopped.
class ProcessStreams {
public:
  ProcessStreams(Start& start, const ProgramRun& run)
      : input_(std::move(start.input.writing)),
        rest_(run.input),
        output_{std::move(start.output.reading), {}, run.output_max},
        errors_{std::move(start.errors.reading), {}, errors_max},
        deadline_(Clock::now() + std::chrono::seconds(run.seconds_max)) {
    if (rest_.empty()) input_ = FileHandle();
    if (input_.get() >= 0) static_cast<void>(::fcntl(input_.get(), F_SETFL, O_NONBLOCK));
  }

  /// When the program must have ended.
  Clock::time_point deadline() const { return deadline_; }

  /// How it went, as far as the streams tell.
  ProgramEnd hold() {
    while (output_.is_open() || errors_.is_open()) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
      if (left.count() <= 0) return ProgramEnd::too_slow;
      exchange(static_cast<int>(left.count()));
      if (output_.overflowed) return ProgramEnd::too_much_output;
    }
    return ProgramEnd::exited;
  }

  std::string take_output() { return std::move(output_.bytes); }
  std::string take_errors() { return std::move(errors_.bytes); }

private:
  void exchange(int milliseconds) {
    std::array<pollfd, 3> streams{{{output_.from.get(), POLLIN, 0},
                                   {errors_.from.get(), POLLIN, 0},
                                   {input_.get(), POLLOUT, 0}}};
    if (::poll(streams.data(), streams.size(), milliseconds) <= 0) return;
    if (streams[0].revents != 0) output_.receive();
    if (streams[1].revents != 0) errors_.receive();
    if (streams[2].revents != 0) send();
  }

  void send() {
    const auto count = ::write(input_.get(), rest_.data(), rest_.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count > 0) rest_.remove_prefix(static_cast<std::size_t>(count));
    if (count <= 0 || rest_.empty()) input_ = FileHandle();  // it may end without reading it all
  }

  FileHandle input_;
  std::string_view rest_;
  Stream output_;
  Stream errors_;
  Clock::time_point deadline_;
};

/// A program that stops reading must not stop us: while this lives, a broken pipe is an error code.
class BrokenPipesAreErrors {
public:
  BrokenPipesAreErrors() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    static_cast<void>(::sigaction(SIGPIPE, &ignore, &before_));
  }
  BrokenPipesAreErrors(const BrokenPipesAreErrors&) = delete;
  BrokenPipesAreErrors& operator=(const BrokenPipesAreErrors&) = delete;
  ~BrokenPipesAreErrors() { static_cast<void>(::sigaction(SIGPIPE, &before_, nullptr)); }

private:
  struct sigaction before_ {};
};

}  // namespace

std::optional<std::string> find_program(std::string_view name) {
  for (const std::string_view folder : {"/usr/bin/", "/usr/local/bin/", "/bin/"}) {
    auto path = std::string(folder).append(name);
    if (is_program(path)) return path;
  }
  return std::nullopt;
}

bool is_program(const std::string& path) {
  return path.starts_with('/') && ::access(path.c_str(), X_OK) == 0;
}

ProgramResult run_program(const ProgramRun& run) {
  const BrokenPipesAreErrors guard;
  Start start;
  start.words.push_back(run.program);
  start.words.insert(start.words.end(), run.arguments.begin(), run.arguments.end());
  start.memory = {run.memory_max, run.memory_max};
  start.environment.insert(start.environment.end(), run.environment.begin(), run.environment.end());
  start.talks_to_person = run.talks_to_person;
  const auto words = pointers_to(start.words);
  const auto environment = pointers_to(start.environment);
  const auto process = ::fork();
  if (process < 0) throw IoError("fork", errno);
  if (process == 0) become_program(start, words.data(), environment.data());
  if (!run.talks_to_person) static_cast<void>(::setpgid(process, process));
  start.input.reading = FileHandle();
  start.output.writing = FileHandle();
  start.errors.writing = FileHandle();

  ProcessStreams streams(start, run);
  ProgramResult result;
  result.end = streams.hold();
  // It may have closed its streams and go on.
  const bool has_said_all = result.end == ProgramEnd::exited;
  const int status = wait_for_end(process, run.talks_to_person ? process : -process,
                                  has_said_all ? streams.deadline() : Clock::now());
  if (has_said_all && !WIFEXITED(status)) {
    const bool was_late = Clock::now() >= streams.deadline();
    result.end = was_late ? ProgramEnd::too_slow : ProgramEnd::killed;
    constexpr std::array stopping = {SIGKILL, SIGTERM, SIGINT, SIGHUP};
    result.was_stopped =
        !was_late && std::ranges::find(stopping, WTERMSIG(status)) != stopping.end();
  }
  if (WIFEXITED(status)) result.status = WEXITSTATUS(status);
  result.output = streams.take_output();
  result.errors = streams.take_errors();
  if (result.status == could_not_start && result.errors.empty())
    throw IoError(run.program, ENOEXEC);
  return result;
}

}  // namespace handbok
