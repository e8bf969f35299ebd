#pragma once

#include <string>

#include "app/publish.hpp"

namespace handbok {

/// What a run of `publish` tells a monitor, in the text format of Prometheus, for the textfile
/// collector of its node exporter. Every metric has the label `target`, so that the files of
/// several handbooks can lie side by side. Times are seconds since 1970. What is not known, because
/// the run stopped before it was, is left out.
std::string publish_metrics(const PublishResult& result, const std::string& target, Moment now);

}  // namespace handbok
