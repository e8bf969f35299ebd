#include "base/mail_message.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/sha256.hpp"

namespace handbok {
namespace {

constexpr std::size_t line_max = 76;
constexpr std::string_view upper_hex = "0123456789ABCDEF";

unsigned char octet(char c) {
  return static_cast<unsigned char>(c);
}

bool is_printable_ascii(char c) {
  return octet(c) >= 0x20 && octet(c) < 0x7F;
}

bool is_inside_character(char c) {
  return (octet(c) & 0xC0U) == 0x80U;
}

/// One line, whatever the text holds.
std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return octet(c) < 0x20 || octet(c) == 0x7F; }, ' ');
  return line;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8U | (i + k < bytes.size() ? octet(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) {
      const auto index = group >> (18U - 6U * k) & 0x3FU;
      text += i + k <= bytes.size() ? letters[index] : '=';
    }
  }
  return text;
}

/// In lines that mail may have.
std::string base64_lines(std::string_view bytes) {
  const auto text = base64(bytes);
  std::string lines;
  for (std::size_t i = 0; i < text.size(); i += line_max)
    lines.append(text, i, line_max).append("\n");
  return lines;
}

/// RFC 2045, 6.7. Letters that are ASCII can be read as they are.
std::string quoted_printable(std::string_view text) {
  std::string lines;
  std::size_t column = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') {
      lines += '\n';
      column = 0;
      continue;
    }
    const bool ends_line = i + 1 == text.size() || text[i + 1] == '\n';
    std::string written(1, c);
    if (!is_printable_ascii(c) || c == '=' || (c == ' ' && ends_line))
      written = {'=', upper_hex[octet(c) >> 4U], upper_hex[octet(c) & 0xFU]};
    if (column + written.size() >= line_max) {
      lines += "=\n";
      column = 0;
    }
    lines += written;
    column += written.size();
  }
  return text.ends_with('\n') ? lines : lines + '\n';
}

/// RFC 2047: words none of which cuts a character in two, short enough to follow a header's name.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t bytes_max = 39;
  std::string words;
  while (!text.empty()) {
    auto length = std::min(bytes_max, text.size());
    while (length < text.size() && length > 1 && is_inside_character(text[length]))
      --length;
    if (!words.empty()) words += "\n ";
    words.append("=?UTF-8?B?").append(base64(text.substr(0, length))).append("?=");
    text.remove_prefix(length);
  }
  return words;
}

bool needs_no_code(std::string_view text) {
  constexpr std::size_t plain_max = 60;
  return text.size() <= plain_max && std::ranges::all_of(text, is_printable_ascii) &&
         text.find("=?") == std::string_view::npos;
}

std::string unstructured(std::string_view text) {
  const auto line = on_one_line(text);
  return needs_no_code(line) ? line : encoded_words(line);
}

std::string mailbox(const MailAddress& who) {
  const auto name = on_one_line(who.name);
  const auto address = on_one_line(who.address);
  if (name.empty()) return address;
  const bool needs_no_escape =
      needs_no_code(name) && name.find_first_of("\"\\") == std::string::npos;
  return (needs_no_escape ? "\"" + name + "\"" : encoded_words(name)) + "\n <" + address + ">";
}

std::string mailboxes(const std::vector<MailAddress>& all) {
  std::string text;
  for (const auto& one : all)
    text.append(text.empty() ? "" : ",\n ").append(mailbox(one));
  return text;
}

/// "Mon, 30 Nov 2026 00:00:00 +0000".
std::string mail_date(Date day) {
  constexpr std::array weekdays = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};  // 1970-01-01
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto weekday = static_cast<std::size_t>((day.days_since_epoch() % 7 + 7) % 7);
  auto number = std::to_string(day.year());
  number.insert(0, 4 - std::min<std::size_t>(4, number.size()), '0');
  return std::string(weekdays[weekday]) + ", " + std::to_string(day.day()) + " " +
         months[static_cast<std::size_t>(day.month() - 1)] + " " + number + " 00:00:00 +0000";
}

/// RFC 2231: a name in UTF-8, in as many pieces as lines want.
std::string file_name_parameter(std::string_view name) {
  constexpr std::size_t piece_max = 54;
  std::vector<std::string> pieces{"UTF-8''"};
  for (const char c : name) {
    const bool is_plain_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                 (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    std::string written(1, c);
    if (!is_plain_letter) written = {'%', upper_hex[octet(c) >> 4U], upper_hex[octet(c) & 0xFU]};
    if (pieces.back().size() + written.size() > piece_max) pieces.emplace_back();
    pieces.back() += written;
  }
  if (pieces.size() == 1) return ";\n filename*=" + pieces.front();
  std::string text;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    text += ";\n filename*" + std::to_string(i) + "*=" + pieces[i];
  return text;
}

std::string text_part(std::string_view subtype, std::string_view text) {
  return "Content-Type: text/" + std::string(subtype) +
         "; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" +
         quoted_printable(text);
}

std::string file_part(const MailFile& file) {
  return "Content-Type:\n " + file.type + "\nContent-Transfer-Encoding: base64\n" +
         "Content-Disposition: attachment" + file_name_parameter(on_one_line(file.name)) + "\n\n" +
         base64_lines(file.bytes);
}

/// The parts under one head. No part holds the boundary: an equals sign is encoded in text, and
/// base64 has no underscore.
std::string multipart(std::string_view subtype, const std::string& boundary,
                      const std::vector<std::string>& parts) {
  std::string text =
      "Content-Type: multipart/" + std::string(subtype) + ";\n boundary=\"" + boundary + "\"\n\n";
  for (const auto& part : parts)
    text += "--" + boundary + "\n" + part + "\n";
  return text + "--" + boundary + "--\n";
}

}  // namespace

std::string write_mail(const MailMessage& message) {
  constexpr std::size_t mark_length = 16;
  const auto mark = sha256_hex(message.id).substr(0, mark_length);
  auto body = multipart("alternative", "=_" + mark + "_text",
                        {text_part("plain", message.text), text_part("html", message.html)});
  if (!message.files.empty()) {
    std::vector<std::string> parts{std::move(body)};
    std::ranges::transform(message.files, std::back_inserter(parts), file_part);
    body = multipart("mixed", "=_" + mark + "_all", parts);
  }
  std::string head = "Date: " + mail_date(message.on) + "\n";
  head += "From: " + mailbox(message.from) + "\n";
  if (!message.reply_to.empty()) head += "Reply-To: " + on_one_line(message.reply_to) + "\n";
  head += "To: " + mailboxes(message.to) + "\n";
  head += "Subject: " + unstructured(message.subject) + "\n";
  head += "Message-ID: <" + on_one_line(message.id) + ">\n";
  head += "Auto-Submitted: auto-generated\nMIME-Version: 1.0\n";
  return head + body;
}

}  // namespace handbok
