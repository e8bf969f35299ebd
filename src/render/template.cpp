// The only file that knows Mustache (kainjow). The library would search outer views for a name that
// is missing and builds a tree of copied data; here it asks our own context instead, which reads
// the view's members by position.
#include "render/template.hpp"

#include <cassert>
#include <charconv>
#include <deque>
#include <vector>

#include <kainjow/mustache.hpp>

#include "base/utf8.hpp"
#include "text/address.hpp"

namespace handbok {
namespace {

namespace mustache = kainjow::mustache;

/// A list that the library is walking: as many placeholders as the list has views.
struct OpenList {
  mustache::data placeholders;
  const Field* field = nullptr;
  const void* view = nullptr;
};

/// The view that names are read from at one depth of sections.
struct Scope {
  const void* view = nullptr;
  std::span<const Field> fields;
};

/// Answers the library's lookups from views.
class ViewContext final : public mustache::basic_context<std::string> {
public:
  ViewContext(const void* view, std::span<const Field> fields) {
    scopes_.push_back({view, fields});
    lists_.emplace_back();
  }

  void push(const mustache::data* data) override {
    const auto& open = lists_[scopes_.size() - 1];
    const bool is_condition = data == &true_ || data == &false_ || data == &open.placeholders;
    scopes_.push_back(is_condition ? scopes_.back() : item_scope(open, data));
    if (lists_.size() < scopes_.size()) lists_.emplace_back();
    lists_[scopes_.size() - 1] = {};
  }

  void pop() override { scopes_.pop_back(); }

  const mustache::data* get(const std::string& name) const override {
    const bool is_section = name.front() == '?';
    const bool is_question = name.front() == '!';
    const bool is_address = name.front() == '@';
    std::size_t index = 0;
    const auto* const first = name.data() + (is_section || is_question || is_address ? 1 : 0);
    std::from_chars(first, name.data() + name.size(), index);
    const auto& scope = scopes_.back();
    assert(index < scope.fields.size() && "a template is filled with the view it was compiled for");
    const auto& field = scope.fields[index];
    if (is_question) return condition(field.count(scope.view) > 0);
    if (!is_section) {
      text_ = mustache::data(shown(field, *field.text(scope.view), is_address));
      return &text_;
    }
    return field.kind == FieldKind::list ? open_list(field)
                                         : condition(field.count(scope.view) > 0);
  }

  const mustache::data* get_partial(const std::string& /*name*/) const override { return nullptr; }

private:
  /// A value as it may stand at its place. HTML was escaped where it was made.
  static std::string shown(const Field& field, const std::string& value, bool is_address) {
    if (is_address) return std::string(safe_href(value));
    const bool is_seen = field.kind == FieldKind::html || !has_unseen_characters(value);
    return is_seen ? value : with_seen_characters(value);
  }

  static Scope item_scope(const OpenList& open, const mustache::data* data) {
    const auto index = static_cast<std::size_t>(data - open.placeholders.list_value().data());
    return {open.field->item(open.view, index), open.field->item_fields()};
  }

  const mustache::data* condition(bool holds) const { return holds ? &true_ : &false_; }

  /// At each depth at most one list is open: the next name read there closes it.
  const mustache::data* open_list(const Field& field) const {
    const auto& scope = scopes_.back();
    auto& open = lists_[scopes_.size() - 1];
    const mustache::list items(field.count(scope.view), mustache::data(true));
    open = {mustache::data(items), &field, scope.view};
    return &open.placeholders;
  }

  std::vector<Scope> scopes_;
  mutable std::deque<OpenList> lists_;  ///< one for each depth; addresses must stay
  mutable mustache::data text_;
  mustache::data true_{true};
  mustache::data false_{false};
};

}  // namespace

struct Template::Parsed {
  mustache::mustache document;
};

Template::Template() = default;
Template::~Template() = default;
Template::Template(Template&& other) noexcept = default;
Template& Template::operator=(Template&& other) noexcept = default;

Template::Template(const std::string& compiled, Field::Fields fields)
    : parsed_(std::make_unique<Parsed>(Parsed{mustache::mustache(compiled)})),
      fields_(fields) {
  assert(parsed_->document.is_valid() && "compile_template gives well-formed templates");
}

std::string Template::fill_view(const void* view, Field::Fields fields) const {
  if (!parsed_) return {};
  assert(fields().data() == fields_().data() &&
         "a template is filled with the view it was compiled for");
  ViewContext context(view, fields());
  struct Output {
    std::string text;
    Output& operator<<(const std::string& part) {
      text += part;
      return *this;
    }
  } output;
  parsed_->document.render(context, output);
  return std::move(output.text);
}

}  // namespace handbok
