#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"

namespace handbok {

/// Takes the options of one command, so that they can be declared without knowing the parser.
/// The values must outlive the parsing; what the user does not give stays as it is.
class OptionSink {
public:
  OptionSink() = default;
  OptionSink(const OptionSink&) = delete;
  OptionSink& operator=(const OptionSink&) = delete;
  virtual ~OptionSink() = default;

  /// A word without a name in front of it; it must be given.
  virtual void subject(std::string& value, const std::string& help) = 0;
  /// The folder of sources; "content" if it is not given.
  virtual void source(std::string& value) = 0;
  /// A name without a dash is that of a word.
  virtual void text(const std::string& name, std::string& value, const std::string& help) = 0;
  /// Several texts, given one after the other or with commas between them.
  virtual void texts(const std::string& name, std::vector<std::string>& values,
                     const std::string& help) = 0;
  virtual void date(const std::string& name, std::optional<Date>& day, const std::string& help) = 0;
  virtual void date(const std::string& name, Date& day, const std::string& help) = 0;
  /// Calls `set` if the option is there.
  virtual void flag(const std::string& name, std::function<void()> set,
                    const std::string& help) = 0;
  /// A whole number from `range.first` to `range.second`.
  virtual void number(const std::string& name, int& value, std::pair<int, int> range,
                      const std::string& help) = 0;
  virtual void number(const std::string& name, std::optional<int>& value, std::pair<int, int> range,
                      const std::string& help) = 0;
  /// One of a few words; calls what belongs to the word given.
  virtual void choice(const std::string& name, std::map<std::string, std::function<void()>> choices,
                      const std::string& help) = 0;
  /// Words without a name, at most so many; calls `take` with each of them.
  virtual void words(const std::string& name, std::function<void(const std::string&)> take,
                     int most, const std::string& help) = 0;
  /// How many works may go on at a time; kept with the options that every command has.
  virtual void jobs(const std::string& help) = 0;
  /// The option must be given.
  virtual void required(const std::string& name) = 0;
  /// Only one of the two may be given.
  virtual void exclude(const std::string& name, const std::string& other) = 0;
};

}  // namespace handbok
