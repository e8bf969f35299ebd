#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "render/view_fields.hpp"
#include "render/words.hpp"

namespace handbok {

/// What templates are compiled from. Templates lie at "templates/<name>.mustache" of the theme.
struct TemplateSources {
  const FileTree& files;
  const Words& words;
};

/// What is wrong with a theme; stops the build.
Diagnostic theme_error(Code code, Location location, std::vector<std::string> what);

/// Makes template `name` ready for Template: takes in its partials and words, checks that every
/// name is one of `fields` (inside a section: of the section's own view) and is used as its kind
/// allows, and puts positions instead of names. Tags inside a word are read like those around it,
/// so a word may be a whole sentence with values in it. Nothing falls through to an outer view.
///
/// Reports theme.* for what is wrong and then gives an empty text. Adds the keys of the words that
/// the template uses to `used_words`.
std::string compile_template(const TemplateSources& sources, std::string_view name,
                             Field::Fields fields, std::set<std::string>& used_words,
                             Diagnostics& diagnostics);

/// A parsed template, bound to the kind of view that it is filled with.
///
/// Expects text that compile_template has made: tags hold positions in `fields()` instead of names,
/// so a name is never looked for in an outer view. Safe to fill from any thread once built.
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
