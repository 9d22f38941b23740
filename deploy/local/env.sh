# shellcheck shell=bash
# Where things are. Sourced by every script of this folder, run by none.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
HERE=$ROOT/deploy/local

# What belongs to this clone alone is keyed by its path.
CLONE=$(printf '%s' "$ROOT" | sha256sum | cut -c1-12)

# Tools and compiled dependencies outlive a clone: they lie in one cache for all of
# them, in it a target folder for each clone. target.sh makes it ready before anything
# is compiled.
AERO_CACHE=${AERO_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/aero}
export AERO_CACHE
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$AERO_CACHE/targets/$CLONE}
export PATH="$AERO_CACHE/tools/bin:$PATH"
[ ! -d "$HOME/.cargo/bin" ] || export PATH="$PATH:$HOME/.cargo/bin"

# The built app, set aside from the target folder that later builds write to.
STAGE=$CARGO_TARGET_DIR/aero/$CLONE

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
die() {
    printf '\033[1;31mError:\033[0m %s\n' "$*" >&2
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Read KEY=value lines of .env; what the environment already says wins.
load_dotenv() {
    local line key
    [ -f "$ROOT/.env" ] || return 0
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in '' | '#'*) continue ;; esac
        key=${line%%=*}
        [[ $key =~ ^[A-Za-z_][A-Za-z0-9_]*$ ]] || continue
        [ -n "${!key+set}" ] || export "$key=${line#*=}"
    done <"$ROOT/.env"
}

# Does something listen on this port of this machine?
port_busy() {
    (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null
}
