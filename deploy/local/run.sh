#!/usr/bin/env bash
# Set up what is missing, build, and serve the app with a database of its own.
# With DATABASE_URL set, that database is used instead.

. "$(dirname "$0")/env.sh"
cd "$ROOT"
load_dotenv

STATE=$ROOT/.data
LISTEN=${AERO_LISTEN:-127.0.0.1:3000}
export AERO_LISTEN=$LISTEN
export AERO_ORIGIN=${AERO_ORIGIN:-http://$LISTEN}
# Where mail can be read that is not sent: a port beside the site's.
MAIL=127.0.0.1:$((${LISTEN##*:} + 25))
export AERO_BLOBS=${AERO_BLOBS:-file://$STATE/blobs}
OWN_DATABASE=
APP=

# Before anything slow: would it come to nothing in the end?
listen_free() {
    ! port_busy "${LISTEN##*:}" "${LISTEN%:*}" ||
        die "Something else already listens on $LISTEN. Stop it, or choose another port: AERO_LISTEN=127.0.0.1:3100 make run"
}

only_once() {
    mkdir -p "$STATE"
    exec 9>"$STATE/lock"
    ! have flock || flock -n 9 || die "The app of this folder is already running."
}

# The app of a run that was killed hard would still hold its port.
stop_orphan() {
    local pid
    pid=$(cat "$STATE/app.pid" 2>/dev/null) || return 0
    rm -f "$STATE/app.pid"
    tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$STAGE/aero serve" || return 0
    kill -KILL "$pid"
    while [ -d "/proc/$pid" ]; do sleep 0.1; done
}

# The app first, so that its last requests still find the database.
finish() {
    local status=$? waited=0
    trap '' INT TERM HUP
    if [ -n "$APP" ] && kill -TERM "$APP" 2>/dev/null; then
        while kill -0 "$APP" 2>/dev/null && [ $waited -lt 100 ]; do
            sleep 0.1
            waited=$((waited + 1))
        done
        kill -KILL "$APP" 2>/dev/null || true
        rm -f "$STATE/app.pid"
    fi
    if [ -n "$OWN_DATABASE" ]; then
        "$HERE/postgres.sh" stop "$STATE" 9>&- || true
        say "Stopped. The data stays in .data; make run goes on with it."
    fi
    exit "$status"
}

database() {
    if [ -n "${DATABASE_URL:-}${DATABASE_URL_FILE:-}" ]; then
        say "Using the database of DATABASE_URL"
        return
    fi
    say "Starting PostgreSQL"
    OWN_DATABASE=1
    DATABASE_OWNER_URL=$("$HERE/postgres.sh" start "$STATE" 9>&-)
    DATABASE_URL=$("$HERE/postgres.sh" app-url "$STATE" 9>&-)
    export DATABASE_OWNER_URL DATABASE_URL
}

# Private links open their claims after a restart, and mails can carry them.
link_key() {
    [ -z "${AERO_LINK_KEYS:-}${AERO_LINK_KEYS_FILE:-}" ] || return 0
    export AERO_LINK_KEYS_FILE=$STATE/link-key
    [ -s "$AERO_LINK_KEYS_FILE" ] ||
        (umask 077 && od -An -vtx1 -N32 /dev/urandom | tr -d ' \n' >"$AERO_LINK_KEYS_FILE")
}

answers() { port_busy "${LISTEN##*:}" "${LISTEN%:*}"; }

serve() {
    export LEPTOS_OUTPUT_NAME=aero LEPTOS_SITE_ROOT=$STAGE/site LEPTOS_SITE_PKG_DIR=pkg LEPTOS_HASH_FILES=true
    say "Bringing the database up to date"
    link_key
    "$STAGE/aero" migrate 9>&-
    # It refuses where others can reach the service; that is then no demo.
    "$STAGE/aero" seed --demo --if-empty 9>&- || say "Without demo accounts: aero staff add makes one"
    local mail=(--mail-catcher "$MAIL")
    [ -z "${AERO_SMTP_URL:-}${AERO_SMTP_URL_FILE:-}" ] || mail=()
    "$STAGE/aero" serve --with-worker "${mail[@]}" 9>&- &
    APP=$!
    echo "$APP" >"$STATE/app.pid"
    while kill -0 "$APP" 2>/dev/null && ! answers; do sleep 0.1; done
    # Only when it is the app that answers, not its grave.
    ! kill -0 "$APP" 2>/dev/null || say "Aero is ready: $AERO_ORIGIN   (Ctrl-C stops it)"
    [ ${#mail[@]} -eq 0 ] || say "Mail is not sent: read it at http://$MAIL"
    wait "$APP"
}

only_once
stop_orphan
listen_free
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
"$HERE/tools.sh" install 9>&-
"$HERE/build.sh" 9>&-
database
serve
