#pragma once

#include <memory>
#include <string>

#include "render/view_fields.hpp"

namespace handbok {

/// A parsed template, bound to the kind of view that it is filled with.
///
/// Expects text that compile_template (render/template_source) has made: tags hold positions in
/// `fields()` instead of names, so a name is never looked for in an outer view. Safe to fill from
/// any thread once built.
class Template {
public:
  /// The empty template, which gives empty text.
  Template();
  Template(const std::string& compiled, Field::Fields fields);
  ~Template();
  Template(Template&& other) noexcept;
  Template& operator=(Template&& other) noexcept;
  Template(const Template& other) = delete;
  Template& operator=(const Template& other) = delete;

  /// The text for `view`, whose type must be the one that the template was compiled for.
  template <typename View>
  std::string fill(const View& view) const {
    return fill_view(&view, &View::fields);
  }

private:
  struct Parsed;
  std::string fill_view(const void* view, Field::Fields fields) const;

  std::unique_ptr<Parsed> parsed_;
  Field::Fields fields_ = nullptr;
};

}  // namespace handbok
