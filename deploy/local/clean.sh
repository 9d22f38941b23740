#!/usr/bin/env bash
# Remove what was built for this folder. Other clones share the target folder of
# the cache, so only this workspace's own crates go. The database stays.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

rm -rf "$STAGE" end2end/node_modules end2end/test-results end2end/playwright-report
cargo clean --quiet --workspace 2>/dev/null || cargo clean --quiet -p app -p server -p frontend
