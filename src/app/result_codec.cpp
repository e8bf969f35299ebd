#include "app/result_codec.hpp"

#include "base/byte_stream.hpp"
#include "diag/diagnostic_codec.hpp"

namespace handbok {

std::string encode_result(const BuildSiteResult& result) {
  ByteWriter out;
  const auto& report = result.report;
  out.number(static_cast<std::uint32_t>(report.outcome));
  out.all(report.diagnostics, write_diagnostic);
  out.all(report.withheld, [](ByteWriter& writer, const RevisionKey& revision) {
    writer.text(revision.document);
    writer.number(revision.number);
  });
  out.size(report.documents_in_force);
  out.size(result.files.written);
  out.size(result.files.unchanged);
  return out.take();
}

std::optional<BuildSiteResult> decode_site_result(std::string_view bytes) {
  ByteReader in(bytes);
  BuildSiteResult result;
  auto& report = result.report;
  report.outcome = in.choice(BuildOutcome::stopped);
  report.diagnostics = in.all(read_diagnostic);
  report.withheld = in.all([](ByteReader& reader) {
    RevisionKey revision{reader.text(), 0};
    revision.number = reader.signed_number();
    return revision;
  });
  report.documents_in_force = in.number();
  result.files.written = in.number();
  result.files.unchanged = in.number();
  if (!in.is_finished()) return std::nullopt;
  return result;
}

std::string encode_result(const CheckResult& result) {
  ByteWriter out;
  out.all(result.diagnostics, write_diagnostic);
  out.texts(result.documents);
  out.texts(result.sources);
  out.flag(result.stops_build);
  return out.take();
}

std::optional<CheckResult> decode_check_result(std::string_view bytes) {
  ByteReader in(bytes);
  CheckResult result;
  result.diagnostics = in.all(read_diagnostic);
  result.documents = in.texts();
  result.sources = in.texts();
  result.stops_build = in.flag();
  if (!in.is_finished()) return std::nullopt;
  return result;
}

}  // namespace handbok
