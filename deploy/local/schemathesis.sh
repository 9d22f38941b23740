#!/usr/bin/env bash
# Hold the API against its OpenAPI document: schemathesis.sh [SECONDS [PROGRAM]]
#
# Serves on this machine with a database of its own that is thrown away, and lets
# schemathesis send what the document allows and what it forbids, for at most so
# many seconds (120). Prints `ok api` or `not ok api` (docs/trials.md). PROGRAM is
# tried instead of the one that is built, with the files beside it.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

SECONDS_MOST=${1:-120}
[[ $SECONDS_MOST =~ ^[1-9][0-9]*$ ]] || die "schemathesis.sh [SECONDS [PROGRAM]]"
PROGRAM=${2:-$STAGE/aero}
VERSION=4.32.5
VENV=$AERO_CACHE/schemathesis/$VERSION
PORT=3970
while port_busy "$PORT"; do PORT=$((PORT + 1)); done
WORK=$(mktemp -d "${TMPDIR:-/tmp}/aero-api.XXXXXX")
chmod 711 "$WORK"
SERVER=

finish() {
    local status=$?
    trap '' INT TERM HUP
    if [ -n "$SERVER" ]; then
        kill -TERM "$SERVER" 2>/dev/null || true
        wait "$SERVER" 2>/dev/null || true
    fi
    THROWAWAY=1 "$HERE/postgres.sh" stop "$WORK" >/dev/null 2>&1 || true
    [ ! -s "$WORK/place" ] || rm -rf "$(cat "$WORK/place")"
    rm -rf "$WORK"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ ! -x "$VENV/bin/schemathesis" ]; then
    have python3 || die "python3 with its venv module is needed."
    say "Installing schemathesis $VERSION into the cache"
    rm -rf "$VENV"
    python3 -m venv "$VENV"
    "$VENV/bin/pip" --quiet --disable-pip-version-check install "schemathesis==$VERSION"
fi
if [ -z "${2:-}" ]; then
    "$HERE/tools.sh" install
    "$HERE/build.sh"
fi
say "Starting a PostgreSQL and the app"
THROWAWAY=1 "$HERE/postgres.sh" start "$WORK" >/dev/null
DATABASE_OWNER_URL=$("$HERE/postgres.sh" url "$WORK" aero)
DATABASE_URL=$("$HERE/postgres.sh" app-url "$WORK" aero)
export DATABASE_OWNER_URL DATABASE_URL
export AERO_LISTEN=127.0.0.1:$PORT AERO_ORIGIN=http://127.0.0.1:$PORT AERO_BLOBS=file://$WORK/blobs
# One address asks more than a person does.
export AERO_SUGGEST_PER_MINUTE=600000 AERO_ASSESS_PER_MINUTE=600000
SITE=$(dirname "$PROGRAM")/site
export LEPTOS_OUTPUT_NAME=aero LEPTOS_SITE_ROOT=$SITE LEPTOS_SITE_PKG_DIR=pkg LEPTOS_HASH_FILES=true
"$PROGRAM" migrate >"$WORK/log" 2>&1 || { cat "$WORK/log" && die "The database could not be made."; }
"$PROGRAM" serve >"$WORK/log" 2>&1 &
SERVER=$!
while kill -0 "$SERVER" 2>/dev/null && ! port_busy "$PORT"; do sleep 0.2; done
kill -0 "$SERVER" 2>/dev/null || { tail -n 20 "$WORK/log" && die "The app did not start."; }

say "Trying the API for up to $SECONDS_MOST s"
status=0
(cd "$WORK" && "$VENV/bin/schemathesis" --config-file "$HERE/schemathesis.toml" run \
    "$AERO_ORIGIN/api/openapi.json" --phases examples,coverage,fuzzing --max-examples 1000 \
    --max-time "$SECONDS_MOST" --continue-on-failure --no-color) | tee "$WORK/found" || status=$?
# A run that had no time to send anything has shown nothing.
if [ "$status" -eq 0 ] && grep -q '[1-9][0-9]* generated' "$WORK/found"; then
    echo "ok api"
else
    echo "not ok api"
    exit 1
fi
