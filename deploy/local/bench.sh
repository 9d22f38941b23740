#!/usr/bin/env bash
# How fast, against what: bench.sh [ROW ...] (bench.sh --list names the rows)
#
# Builds what is shipped, and the peers; starts a private PostgreSQL that keeps
# its promises (fsync on); measures by turns; writes bench/results.json and
# docs/performance.md, which says how to read it. BENCH_BUILT=1 takes what was
# built before; the settings are in bench/load/settings.mjs.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

BUILT=$CARGO_TARGET_DIR/aero/$CLONE-release
CLUSTER=

case ${1:-} in --list | --write) exec node bench/run.mjs "$@" ;; esac

finish() {
    local status=$?
    trap '' INT TERM HUP
    if [ -n "$CLUSTER" ]; then
        "$HERE/postgres.sh" stop "$CLUSTER" || true
        [ ! -s "$CLUSTER/place" ] || rm -rf "$(cat "$CLUSTER/place")"
        rm -rf "$CLUSTER"
    fi
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# As the Dockerfile does it: the browser's files by cargo-leptos, the server by
# cargo in the release profile.
build_aero() {
    say "Building what is shipped (the first time takes many minutes)"
    "$HERE/target.sh" >/dev/null
    mkdir -p "$BUILT"
    # One build at a time: the result passes through places that all builds share.
    exec 7>"$CARGO_TARGET_DIR/aero/lock"
    flock 7 2>/dev/null || true
    cargo leptos build --release --precompress --frontend-only --cargo-locked 7>&-
    rm -rf "$BUILT/site"
    cp -r "$CARGO_TARGET_DIR/site" "$BUILT/site"
    cp "$CARGO_TARGET_DIR/debug/hash.txt" "$BUILT/"
    cargo build --release --locked --package server --package bytes-bench --bin aero --bin bytes-bench 7>&-
    cp "$CARGO_TARGET_DIR/release/aero" "$CARGO_TARGET_DIR/release/bytes-bench" "$BUILT/"
    exec 7>&-
}

build_peer() {
    say "Building the peer in $1"
    (
        cd "$1"
        [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-fund --no-audit --silent
        NEXT_TELEMETRY_DISABLED=1 npm run --silent build >&2
    )
}

# On the core of the load, where its backends stay.
database() {
    CLUSTER=$(mktemp -d "${TMPDIR:-/tmp}/aero-bench.XXXXXX")
    chmod 711 "$CLUSTER"
    say "Starting a PostgreSQL for the measurement"
    taskset -c "${BENCH_LOAD_CORE:-1}" "$HERE/postgres.sh" start "$CLUSTER" >/dev/null
    BENCH_DATABASE_URL=$("$HERE/postgres.sh" url "$CLUSTER" postgres)
    export BENCH_DATABASE_URL
}

pgbench_program() {
    local beside
    beside=$("$HERE/postgres.sh" programs)/pgbench
    if [ -x "$beside" ]; then echo "$beside"; else command -v pgbench || echo pgbench; fi
}

[ "$(nproc)" -ge 2 ] || die "Two cores are needed: one for the server, one for the load."
have taskset || die "taskset is missing: the package util-linux brings it."
"$HERE/tools.sh" install
"$HERE/packages.sh" load
[ end2end/node_modules/.package-lock.json -nt end2end/package-lock.json ] ||
    (cd end2end && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit --silent)
"$HERE/browser.sh" install
AERO_CHROMIUM=$("$HERE/browser.sh" find)
export AERO_CHROMIUM
[ -n "${BENCH_BUILT:-}" ] || {
    build_aero
    build_peer bench/peers/hono
    build_peer bench/peers/next
}
database
BENCH_PGBENCH=$(pgbench_program)
export BENCH_PGBENCH
export BENCH_AERO=$BUILT/aero BENCH_SITE=$BUILT/site BENCH_BYTES=$BUILT/bytes-bench
node bench/run.mjs "$@"
