#include "edit/signature_text.hpp"

namespace handbok {

std::string_view key_of(SignatureStep step) {
  switch (step) {
    case SignatureStep::drafted:
      return "drafted";
    case SignatureStep::consulted:
      return "consulted";
    case SignatureStep::reviewed:
      return "reviewed";
    case SignatureStep::approved:
      return "approved";
  }
  return {};
}

std::string slot_of(SignatureStep step) {
  return std::string("@step.").append(key_of(step));
}

std::string signature_block(const Signature& signature) {
  std::string block = "[[signature]]\n";
  block += toml_line("step", toml_string(key_of(signature.step)));
  block += toml_line("role", toml_string(signature.role));
  block += toml_line("on", signature.on.to_string());
  block += optional_line("ref", signature.ref);
  block += optional_line("digest", signature.digest);
  return block + optional_line("note", signature.note);
}

std::string optional_line(std::string_view key, std::string_view text) {
  return text.empty() ? std::string{} : toml_line(key, toml_string(text));
}

}  // namespace handbok
