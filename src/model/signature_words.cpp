#include "model/signature_words.hpp"

#include <algorithm>
#include <array>

namespace handbok {
namespace {

template <typename Enum>
struct Name {
  Enum value;
  std::string_view key;
};

constexpr auto steps = std::to_array<Name<SignatureStep>>({
    {SignatureStep::drafted, "drafted"},
    {SignatureStep::consulted, "consulted"},
    {SignatureStep::reviewed, "reviewed"},
    {SignatureStep::approved, "approved"},
});

constexpr auto assurances = std::to_array<Name<Assurance>>({
    {Assurance::registrar, "registrar"},
    {Assurance::account, "account"},
    {Assurance::key, "key"},
});

}  // namespace

std::string_view key_of(SignatureStep step) {
  return std::ranges::find(steps, step, &Name<SignatureStep>::value)->key;
}

std::string slot_of(SignatureStep step) {
  return std::string("@step.").append(key_of(step));
}

std::string_view key_of(Assurance assurance) {
  return std::ranges::find(assurances, assurance, &Name<Assurance>::value)->key;
}

std::string slot_of(Assurance assurance) {
  return std::string("@assurance.").append(key_of(assurance));
}

}  // namespace handbok
