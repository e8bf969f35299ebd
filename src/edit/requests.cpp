#include "edit/requests.hpp"

#include <algorithm>

#include "derive/names.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

struct Performer {
  const Desk& desk;

#define HANDBOK_ACT(kind, request, function, ...)  \
  Outcome operator()(const request& asked) const { \
    return function(desk, asked);                  \
  }
#include "edit/acts.def"
#undef HANDBOK_ACT
  Outcome operator()(const RequirementTable& request) const {
    return import_requirements(desk, request);
  }
  Outcome operator()(const RowTable& request) const {
    return import_rows(desk, request);
  }
  Outcome operator()(const FiledText& request) const {
    return file_text(desk, request);
  }
};

std::vector<ActInfo> make_acts() {
  using enum Code;
  return {
#define HANDBOK_ACT(kind, request, function, command, from, to, ...) \
  {ActKind::kind, command, from, to, {__VA_ARGS__}},
#include "edit/acts.def"
#undef HANDBOK_ACT
  };
}

}  // namespace

Outcome perform(const Desk& desk, const EditRequest& request) {
  return std::visit(Performer{desk}, request);
}

const std::vector<ActInfo>& all_acts() {
  static const auto acts = make_acts();
  return acts;
}

const ActInfo& info_of(ActKind kind) {
  return all_acts()[static_cast<std::size_t>(kind)];
}

std::vector<Code> refusals_of_all() {
  return {Code::edit_far_day, Code::edit_causes_errors, Code::edit_file_layout,
          Code::edit_changed_since};
}

EditRequest with_codes(const Handbook& handbook, EditRequest request) {
  const auto role = [&](RoleId& name) { name = id_called(handbook.roles, name); };
  const auto document = [&](DocumentId& name) { name = id_called(handbook.documents, name); };
  std::visit(
      [&](auto& asked) {
        if constexpr (requires { asked.role; }) role(asked.role);
        if constexpr (requires { asked.owner; }) role(asked.owner);
        if constexpr (requires { asked.reviewed; }) {
          std::ranges::for_each(asked.consulted, role);
          role(asked.reviewed);
          role(asked.approved);
          role(asked.registered_by);
        }
        if constexpr (requires { asked.unit; }) {
          asked.unit = id_called(handbook.units, asked.unit);
          asked.type = id_called(handbook.types, asked.type);
        }
        if constexpr (requires { asked.document; }) document(asked.document);
        if constexpr (requires { asked.replaced_by; })
          std::ranges::for_each(asked.replaced_by, document);
      },
      request);
  return request;
}

std::string command_for(ActKind kind, const DocumentId& document, std::string_view options) {
  auto text = std::string("handbok ").append(info_of(kind).command).append(" ").append(document);
  return options.empty() ? text : text.append(" ").append(options);
}

}  // namespace handbok
