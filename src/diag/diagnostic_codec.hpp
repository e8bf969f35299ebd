#pragma once

#include "base/byte_stream.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

/// Writes a diagnostic as bytes that read_diagnostic reads, without what it costs: that is paid
/// where it was reported.
void write_diagnostic(ByteWriter& out, const Diagnostic& diagnostic);

/// A diagnostic that costs nothing. Of other bytes the reader is no longer good.
Diagnostic read_diagnostic(ByteReader& in);

}  // namespace handbok
