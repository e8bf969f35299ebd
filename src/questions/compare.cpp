#include "questions/compare.hpp"

#include <array>

#include "diag/phrase.hpp"
#include "model/body_blocks.hpp"
#include "model/references.hpp"

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

/// "SOSFS 2011:9 5:3" of "sosfs-2011-9/5:3".
std::string clause_called(const Handbook& handbook, std::string_view reference) {
  const auto [source, ref] = parse_clause_reference(reference);
  return clause_name(handbook, source, ref);
}

std::vector<BlockLook> looks_of(const Body& body, const Handbook& handbook) {
  const auto name = [&](const BodyLink& link) {
    if (link.kind == LinkKind::clause) return clause_called(handbook, link.target);
    const auto* const term =
        link.kind == LinkKind::term ? handbook.find_term(link.target) : nullptr;
    return term == nullptr ? link.target : term->term;
  };
  std::vector<BlockLook> looks;
  for (const auto& block : blocks_of(body, name))
    looks.push_back({block.lead, block.marked, block.marks, block.text});
  return looks;
}

/// "kompletterar Läkemedelshantering (RUT-020@4)".
std::string relation_called(const DayView& view, const std::string& relation) {
  const auto at = relation.rfind(' ') + 1;
  const auto reference = relation.substr(at);
  const auto named = parse_document_reference(reference);
  const auto* const document = named ? view.find(named->document) : nullptr;
  const auto* const revision = document == nullptr ? nullptr
                               : named->revision   ? document->document->find(*named->revision)
                                                   : document->shown;
  if (revision == nullptr) return relation;
  return relation.substr(0, at) + revision->title + " (" + reference + ")";
}

std::string_view name_in(RelationKind kind, Language language) {
  constexpr std::array<Phrase, 8> names = {{{"verkställer", "implements"},
                                            {"kompletterar", "complements"},
                                            {"ersätter lokalt", "replaces locally"},
                                            {"ersätter", "replaces"},
                                            {"se även", "see also"},
                                            {"blankett till", "form for"},
                                            {"mall till", "template for"},
                                            {"checklista till", "checklist for"}}};
  static_assert(names.size() == static_cast<std::size_t>(RelationKind::checklist_for) + 1);
  return names[static_cast<std::size_t>(kind)].in(language);
}

std::vector<FieldChange> fields_of(const Revision& early, const Revision& late, const DayView& view,
                                   Language language) {
  constexpr Phrase leads = {" (leder)", " (leads)"};
  const auto relation = [&](RelationKind kind) { return std::string(name_in(kind, language)); };
  auto fields =
      changed_fields(early, late, view.handbook(), {std::string(leads.in(language)), relation});
  for (auto& [field, values] : fields) {
    const bool is_relation = field == HeadField::relations;
    if (!is_relation && field != HeadField::requirements) continue;
    for (auto& value : values) {
      for (auto* const one : {&value.before, &value.after})
        if (!one->empty())
          *one = is_relation ? relation_called(view, *one) : clause_called(view.handbook(), *one);
    }
  }
  return fields;
}

std::string_view field_name(HeadField field, Language language) {
  constexpr std::array<Phrase, 18> names = {{{"Titel", "Title"},
                                             {"Enhet", "Unit"},
                                             {"Ägare", "Owner"},
                                             {"Lagrum", "Regimes"},
                                             {"Målgrupp", "Audience"},
                                             {"Ämnen", "Topics"},
                                             {"Gäller för", "Applies to"},
                                             {"Gäller inte för", "Does not apply to"},
                                             {"Krav", "Requirements"},
                                             {"Lagstöd", "Legal basis"},
                                             {"Ansvar", "Responsibility"},
                                             {"Hör till", "Belongs to"},
                                             {"Syfte", "Purpose"},
                                             {"Börjar när", "Starts when"},
                                             {"Klart när", "Done when"},
                                             {"Steg", "Steps"},
                                             {"Ordning mellan stegen", "Order of the steps"},
                                             {"Bilagor", "Attachments"}}};
  static_assert(names.size() == static_cast<std::size_t>(HeadField::attachments) + 1);
  return names[static_cast<std::size_t>(field)].in(language);
}

std::string written(std::string_view text, const DiffMarks& marks) {
  return marks.escape == nullptr ? std::string(text) : marks.escape(text);
}

std::string line_of(const std::string& text, const DiffMarks& marks) {
  return std::string(marks.line.before).append(text).append(marks.line.after);
}

std::string marked(const std::vector<Edit>& words, const DiffMarks& marks) {
  std::string text;
  for (const auto& edit : words) {
    const AroundText around = edit.kind == EditKind::same      ? AroundText{}
                              : edit.kind == EditKind::removed ? marks.went
                                                               : marks.came;
    text.append(around.before).append(written(edit.text, marks)).append(around.after);
  }
  return text;
}

}  // namespace

std::optional<RevisionComparison> compare_revisions(const DayView& view, const RevisionPair& pair,
                                                    Language language) {
  const auto* const document = view.handbook().find_document(pair.document);
  if (document == nullptr) return std::nullopt;
  const auto* const late = pair.after ? document->find(*pair.after) : newest(*document);
  if (late == nullptr) return std::nullopt;
  const auto* const early =
      pair.before ? document->find(*pair.before) : usual_before(view, *document, *late);
  if (early == nullptr || early == late) return std::nullopt;
  RevisionComparison comparison{
      early->number,
      late->number,
      late->title,
      late->change_note,
      fields_of(*early, *late, view, language),
      diff_looks(looks_of(early->body, view.handbook()), looks_of(late->body, view.handbook()))};
  comparison.change = change_in(comparison.blocks);
  if (comparison.change == TextChange::none && early->text_hash != late->text_hash)
    comparison.change = TextChange::look;
  return comparison;
}

std::string fields_text(const RevisionComparison& comparison, const DiffMarks& marks,
                        Language language) {
  std::string text;
  for (const auto& change : comparison.fields) {
    text += line_of(std::string(field_name(change.field, language)) + ":", marks);
    for (const auto& [before, after] : change.values) {
      const auto words = before.empty() || after.empty()
                             ? std::vector<Edit>{{EditKind::same, before + after}}
                             : diff_words(before, after);
      const auto* const sign = after.empty() ? "  - " : before.empty() ? "  + " : "  ~ ";
      text += line_of(sign + marked(words, marks), marks);
    }
  }
  return text;
}

std::string blocks_text(const RevisionComparison& comparison, const DiffMarks& marks) {
  std::string text;
  std::string context;
  for (const auto& block : comparison.blocks) {
    const auto line = line_of(marked(block.words, marks), marks);
    if (block.kind == BlockEditKind::same) {
      context = context.empty() ? line : line_of("…", marks).append(line);
      continue;
    }
    text.append(context).append(line);
    context.clear();
  }
  return text;
}

}  // namespace handbok
