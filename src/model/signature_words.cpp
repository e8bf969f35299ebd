#include "model/signature_words.hpp"

#include "model/enum_names.hpp"

namespace handbok {
std::string_view key_of(SignatureStep step) {
  return name_of(step);
}

std::string slot_of(SignatureStep step) {
  return std::string("@step.").append(key_of(step));
}

std::string_view key_of(Assurance assurance) {
  return name_of(assurance);
}

std::string slot_of(Assurance assurance) {
  return std::string("@assurance.").append(key_of(assurance));
}

}  // namespace handbok
