#!/usr/bin/env bash
# Count the instructions of the hot paths: bench-count.sh [--write]
#
# Under callgrind, so that the figures are the same on a busy machine. They are
# shown beside those of bench/counts.json; --write makes them the new ones.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

"$HERE/packages.sh" count
"$HERE/target.sh" >/dev/null
# In the profile that ships, with what make bench has built already.
cargo build --release --locked --package engine-bench --package site-bench --bins
LEPTOS_OUTPUT_NAME=aero BENCH_PROGRAMS=$CARGO_TARGET_DIR/release node bench/count.mjs "$@"
