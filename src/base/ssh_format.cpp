#include "base/ssh_format.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"

namespace handbok {
namespace {

constexpr std::array<std::string_view, 6> kinds{
    "ssh-ed25519",         "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",        "sk-ecdsa-sha2-nistp256@openssh.com"};
constexpr std::string_view rsa = "ssh-rsa";
constexpr std::size_t rsa_bytes_min = 256;     // 2048 bits: NIST holds shorter keys unsafe
constexpr std::size_t text_length_max = 8192;  // an RSA key of 16384 bits has less than half

/// Takes the parts of SSH's binary form off the front of some bytes.
class SshReader {
public:
  explicit SshReader(std::string_view bytes) : bytes_(bytes) {}

  bool is_at_end() const { return bytes_.empty(); }

  bool skip(std::string_view expected) {
    if (!bytes_.starts_with(expected)) return false;
    bytes_.remove_prefix(expected.size());
    return true;
  }

  std::optional<std::uint32_t> number() {
    constexpr std::size_t size = 4;
    if (bytes_.size() < size) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : bytes_.substr(0, size))
      value = (value << 8U) | static_cast<unsigned char>(c);
    bytes_.remove_prefix(size);
    return value;
  }

  /// A string with its length in front.
  std::optional<std::string> text() {
    const auto length = number();
    if (!length || *length > bytes_.size()) return std::nullopt;
    std::string taken(bytes_.substr(0, *length));
    bytes_.remove_prefix(*length);
    return taken;
  }

private:
  std::string_view bytes_;
};

/// True if the bytes are strings with their lengths, one after the other: half a key is none.
bool is_whole(std::string_view blob) {
  SshReader reader(blob);
  while (!reader.is_at_end()) {
    if (!reader.text()) return false;
  }
  return true;
}

/// True if a number is written in the one way there is: a zero stands in front if its first bit is
/// set, and else never. OpenSSH reads others too, and one key could pass for two.
bool is_minimal(std::string_view number) {
  if (!number.starts_with('\0')) return !number.empty();
  return number.size() > 1 && static_cast<unsigned char>(number[1]) >= 0x80;
}

/// True for two numbers behind the kind, the second of at least 2048 bits.
bool is_long_enough(std::string_view blob) {
  SshReader reader(blob);
  static_cast<void>(reader.text());  // the kind
  const auto exponent = reader.text();
  const auto modulus = reader.text();
  if (!exponent || !modulus || !reader.is_at_end()) return false;
  if (!is_minimal(*exponent) || !is_minimal(*modulus)) return false;
  return modulus->size() - (modulus->starts_with('\0') ? 1 : 0) >= rsa_bytes_min;
}

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t group_length = 4;
constexpr unsigned digit_bits = 6;
constexpr unsigned byte_bits = 8;

}  // namespace

Expected<SshKey, SshKeyFault> parse_ssh_key(std::string_view text) {
  const auto words = split(text, ' ');
  if (words.size() != 2 || text.size() > text_length_max) return Unexpected{SshKeyFault::form};
  auto blob = decode_base64(words[1]);
  if (!blob || blob->empty() || !is_whole(*blob)) return Unexpected{SshKeyFault::form};
  if (SshReader(*blob).text() != std::string(words[0])) return Unexpected{SshKeyFault::form};
  const bool is_rsa = words[0] == rsa;
  if (!is_rsa && std::ranges::find(kinds, words[0]) == kinds.end())
    return Unexpected{SshKeyFault::kind};
  if (is_rsa && !is_long_enough(*blob)) return Unexpected{SshKeyFault::too_short};
  return SshKey{std::string(words[0]), *std::move(blob)};
}

std::optional<SshSignature> parse_ssh_signature(std::string_view armour) {
  constexpr std::string_view begin = "-----BEGIN SSH SIGNATURE-----\n";
  constexpr std::string_view end = "-----END SSH SIGNATURE-----\n";
  constexpr std::size_t line_length = 70;
  if (armour.size() > text_length_max || !armour.starts_with(begin) || !armour.ends_with(end))
    return std::nullopt;
  armour.remove_prefix(begin.size());
  if (armour.size() < end.size()) return std::nullopt;
  armour.remove_suffix(end.size());
  std::string base64;
  while (!armour.empty()) {
    const auto line = armour.substr(0, armour.find('\n'));
    if (line.size() == armour.size()) return std::nullopt;
    armour.remove_prefix(line.size() + 1);
    const bool is_last = armour.empty();
    if (line.empty() || line.size() > line_length || (!is_last && line.size() != line_length))
      return std::nullopt;
    base64.append(line);
  }
  const auto blob = decode_base64(base64);
  if (!blob) return std::nullopt;
  SshReader reader(*blob);
  if (!reader.skip("SSHSIG") || reader.number() != 1U) return std::nullopt;
  auto key = reader.text();
  auto name_space = reader.text();
  const auto reserved = reader.text();
  const auto hash = reader.text();
  const auto signature = reader.text();
  if (!key || !name_space || !reserved || !hash || !signature || !reader.is_at_end())
    return std::nullopt;
  return SshSignature{*std::move(key), *std::move(name_space)};
}

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.size() % group_length != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && text.ends_with('=')) {
    text.remove_suffix(1);
    ++padding;
  }
  std::string bytes;
  std::uint32_t waiting = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const auto value = digits.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    waiting = (waiting << digit_bits) | static_cast<std::uint32_t>(value);
    bits += digit_bits;
    if (bits < byte_bits) continue;
    bits -= byte_bits;
    bytes += static_cast<char>((waiting >> bits) & 0xFFU);
    waiting &= (1U << bits) - 1;
  }
  // What is left over is the padding's, and must be nothing.
  if (waiting != 0) return std::nullopt;
  return bytes;
}

}  // namespace handbok
