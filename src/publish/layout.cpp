#include "publish/layout.hpp"

std::string handbok::below(std::string_view folder, std::string_view name) {
  return std::string(folder).append("/").append(name);
}

namespace handbok::layout {

std::string number_name(int number) {
  constexpr std::size_t digits = 6;
  const auto text = std::to_string(number);
  return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
}

std::string ledger_entry(int entry) {
  return below(ledger, number_name(entry)) + ".toml";
}

std::string release(int release) {
  return below(releases, number_name(release));
}

std::string manifest(int release) {
  return below(manifests, number_name(release)) + ".txt";
}

std::string report(int release, std::string_view ending) {
  return below(reports, number_name(release)).append(".").append(ending);
}

}  // namespace handbok::layout
