#include "edit/signature_text.hpp"

#include "model/signature_words.hpp"

namespace handbok {
namespace {

/// A text of several lines, as it is: what is signed is to be read.
std::string lines_of(std::string_view key, std::string_view text) {
  std::string value = R"(""")"
                      "\n";
  for (const char c : text) {
    if (c == '"' || c == '\\') value += '\\';
    value += c;
  }
  return toml_line(key, value + R"(""")");
}

}  // namespace

std::string signature_block(const Signature& signature) {
  std::string block = "[[signature]]\n";
  block += toml_line("step", toml_string(key_of(signature.step)));
  block += toml_line("role", toml_string(signature.role));
  block += toml_line("on", signature.on.to_string());
  block += optional_line("ref", signature.ref);
  block += optional_line("digest", signature.digest);
  block += optional_line("note", signature.note);
  block += optional_line("registered_by", signature.registered_by);
  if (signature.assurance == Assurance::registrar) return block;
  block += toml_line("assurance", toml_string(key_of(signature.assurance)));
  if (!signature.statement.is_given()) return block;
  block += lines_of("statement", signature.statement.text);
  return block + lines_of("ssh_signature", signature.statement.armour);
}

std::string optional_line(std::string_view key, std::string_view text) {
  return text.empty() ? std::string{} : toml_line(key, toml_string(text));
}

}  // namespace handbok
