#!/bin/sh
# Tests the pipelines with the program that is named. Exit status 77: node or the packages are missing.
set -eu
cd "$(dirname "$0")"
if ! command -v node >/dev/null || [ ! -d node_modules/yaml ]; then
  echo "skipped: tools/setup test installs what this test needs"
  exit 77
fi
HANDBOK_PROGRAM=$1 node --test pipelines.test.mjs
