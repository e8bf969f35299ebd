#include "diag/diagnostic_codec.hpp"

#include <cstdint>

namespace handbok {

/// What no message shows is quoted too: a row may be named by what must stay in the sources.
void write_diagnostic(ByteWriter& out, const Diagnostic& diagnostic) {
  out.number(static_cast<std::uint32_t>(diagnostic.code));
  out.text(diagnostic.location.path);
  out.number(diagnostic.location.line);
  out.number(diagnostic.location.column);
  out.text(diagnostic.subject);
  out.texts(diagnostic.what.texts());
  out.texts(diagnostic.remedy.texts());
  out.number(static_cast<std::uint32_t>(diagnostic.severity));
  out.flag(diagnostic.revision.has_value());
  if (diagnostic.revision) {
    out.text(diagnostic.revision->document);
    out.number(diagnostic.revision->number);
  }
  out.number(static_cast<std::uint32_t>(diagnostic.about.part));
  out.text(quoted(diagnostic.about.source));
  out.text(quoted(diagnostic.about.document));
  out.text(quoted(diagnostic.about.row));
  out.text(quoted(diagnostic.owner));
  out.texts(QuotedValues(diagnostic.units).texts());
  out.flag(diagnostic.suppressed.has_value());
  if (diagnostic.suppressed) {
    out.text(quoted(diagnostic.suppressed->reason));
    out.text(quoted(diagnostic.suppressed->decided_by));
    out.number(diagnostic.suppressed->until.days_since_epoch());
  }
}

Diagnostic read_diagnostic(ByteReader& in) {
  Diagnostic diagnostic;
  diagnostic.code = static_cast<Code>(in.below(static_cast<std::uint32_t>(all_codes().size())));
  diagnostic.location.path = in.text();
  diagnostic.location.line = in.signed_number();
  diagnostic.location.column = in.signed_number();
  diagnostic.subject = in.text();
  diagnostic.what = in.texts();
  diagnostic.remedy = in.texts();
  diagnostic.severity = in.choice(Severity::error);
  if (in.flag()) {
    RevisionKey revision{in.text(), 0};
    revision.number = in.signed_number();
    diagnostic.revision = std::move(revision);
  }
  diagnostic.about.part = in.choice(Part::decisions);
  diagnostic.about.source = in.text();
  diagnostic.about.document = in.text();
  diagnostic.about.row = in.text();
  diagnostic.owner = in.text();
  diagnostic.units = in.texts();
  if (in.flag()) {
    Suppressed suppressed{in.text(), in.text(), {}};
    suppressed.until = Date::from_days(in.signed_number());
    diagnostic.suppressed = std::move(suppressed);
  }
  return diagnostic;
}

}  // namespace handbok
