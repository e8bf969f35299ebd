#include "diag/stops.hpp"

#include "diag/code_names.hpp"

namespace handbok {

bool stops_submission(const Diagnostic& diagnostic) {
  return info_of(diagnostic.code).severity == Severity::error ||
         diagnostic.code == Code::markdown_reads_otherwise ||
         diagnostic.code == Code::doc_template_deviation ||
         diagnostic.code == Code::doc_change_note_missing ||
         diagnostic.code == Code::routine_method_missing ||
         diagnostic.code == Code::routine_responsibility_missing;
}

}  // namespace handbok
