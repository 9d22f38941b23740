#!/usr/bin/env bash
# Remove what was built for this folder. In a target folder that was named from
# outside only this workspace's own crates go. The database stays.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

rm -rf "$STAGE" end2end/node_modules end2end/test-results end2end/playwright-report
if [ "$CARGO_TARGET_DIR" = "$AERO_CACHE/targets/$CLONE" ]; then
    rm -rf "$CARGO_TARGET_DIR"
else
    cargo clean --quiet --workspace 2>/dev/null || cargo clean --quiet -p app -p server -p frontend
fi
