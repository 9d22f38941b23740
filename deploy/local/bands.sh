#!/usr/bin/env bash
# The band of all pairs of the ministry's airports, against its service: bands.sh
#
# A minute of one core (docs/data.md, "Bands").

. "$(dirname "$0")/env.sh"
cd "$ROOT"

say "Measuring five million pairs of airports"
"$HERE/target.sh" >/dev/null
cargo test --quiet --locked -p reference --test bands -- --include-ignored --nocapture
