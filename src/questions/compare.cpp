#include "questions/compare.hpp"

#include "model/body_blocks.hpp"

namespace handbok {
namespace {

const Revision* newest(const Document& document) {
  return document.revisions.empty() ? nullptr : &document.revisions.back();
}

/// The last revision with a lower number.
const Revision* last_before(const Document& document, int number) {
  const Revision* last = nullptr;
  for (const auto& revision : document.revisions) {
    if (revision.number < number) last = &revision;
  }
  return last;
}

/// What readers follow is what a new text is compared with.
const Revision* usual_before(const DayView& view, const Document& document, const Revision& after) {
  const auto* const in_force = view.in_force(document.id);
  const bool is_earlier = in_force != nullptr && in_force->number < after.number;
  return is_earlier ? in_force : last_before(document, after.number);
}

std::vector<BlockEdit> changed_blocks(const Body& before, const Body& after) {
  std::vector<std::string> old_texts;
  std::vector<std::string> new_texts;
  std::vector<BlockLook> old_looks;
  std::vector<BlockLook> new_looks;
  const auto add = [](const Body& body, auto& texts, auto& looks) {
    for (const auto& block : blocks_of(body)) {
      texts.push_back(block.text);
      looks.push_back({block.lead, block.marked, block.marks});
    }
  };
  add(before, old_texts, old_looks);
  add(after, new_texts, new_looks);
  auto edits = diff_blocks(old_texts, new_texts);
  tell_looks(edits, old_looks, new_looks);
  return edits;
}

}  // namespace

std::optional<RevisionComparison> compare_revisions(const DayView& view, const RevisionPair& pair) {
  const auto* const document = view.handbook().find_document(pair.document);
  if (document == nullptr) return std::nullopt;
  const auto* const late = pair.after ? document->find(*pair.after) : newest(*document);
  if (late == nullptr) return std::nullopt;
  const auto* const early =
      pair.before ? document->find(*pair.before) : usual_before(view, *document, *late);
  if (early == nullptr || early == late) return std::nullopt;
  return RevisionComparison{early->number,
                            late->number,
                            late->title,
                            late->change_note,
                            changed_fields(*early, *late),
                            changed_blocks(early->body, late->body)};
}

}  // namespace handbok
