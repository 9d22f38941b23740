#!/usr/bin/env bash
# What the machine has and what it lacks. Changes nothing.

. "$(dirname "$0")/env.sh"

line() { printf '  %-28s %s\n' "$1" "${2:-missing}"; }

line "Node" "$(node --version 2>/dev/null || true)"
line "C compiler" "$(command -v cc || true)"
"$HERE/tools.sh" check || true
line "PostgreSQL's programs" "$("$HERE/postgres.sh" programs 2>/dev/null || true)"
line "Chromium" "$("$HERE/browser.sh" find)"
line "cache" "$AERO_CACHE"
echo "make run and make test install what is missing."
