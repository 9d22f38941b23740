#!/usr/bin/env bash
# Hot reload: build, serve, and do it again whenever a source changes.
#
# In a target folder of its own: a watching build compiles Leptos with other
# settings than tests and `make run` do, and the two would undo each other's work.

. "$(dirname "$0")/env.sh"
cd "$ROOT"
load_dotenv

"$HERE/tools.sh" install
"$HERE/target.sh" >/dev/null
STATE=$ROOT/.data
mkdir -p "$STATE"
if [ -z "${DATABASE_URL:-}${DATABASE_URL_FILE:-}" ]; then
    exec 9>"$STATE/lock"
    ! have flock || flock -n 9 || die "The app of this folder is already running (make run)."
    trap '"$HERE/postgres.sh" stop "$STATE" 9>&-' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    DATABASE_OWNER_URL=$("$HERE/postgres.sh" start "$STATE" 9>&-)
    DATABASE_URL=$("$HERE/postgres.sh" app-url "$STATE" 9>&-)
    export DATABASE_OWNER_URL DATABASE_URL
fi
export AERO_LISTEN=${AERO_LISTEN:-127.0.0.1:3000}
export AERO_ORIGIN=${AERO_ORIGIN:-http://$AERO_LISTEN}
export LEPTOS_SITE_ADDR=$AERO_LISTEN
export CARGO_TARGET_DIR=$CARGO_TARGET_DIR/watch
# Style sheets are exchanged under a page that stands open by their plain name.
export LEPTOS_HASH_FILES=false
# The database has to be ready before the first page.
cargo run --quiet --package server -- migrate 9>&-
cargo run --quiet --package server -- seed --demo --if-empty 9>&- || say "Without demo accounts"
cargo leptos watch 9>&-
