#!/usr/bin/env bash
# Count the instructions of the hot paths: bench-count.sh [--write]
#
# Under callgrind, so that the figures are the same on a busy machine. They are
# shown beside those of bench/counts.json; --write makes them the new ones.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

"$HERE/packages.sh" count
# Line tables, so that callgrind_annotate can name the lines that cost most.
CARGO_PROFILE_RELEASE_DEBUG=line-tables-only \
    cargo build --release --locked --target-dir "$CARGO_TARGET_DIR/count" --package engine-bench --bin paths
BENCH_PATHS=$CARGO_TARGET_DIR/count/release/paths node bench/count.mjs "$@"
