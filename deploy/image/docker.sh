# shellcheck shell=bash
# Which client speaks to the engine. Sourced, not run.

# The distribution's client of Debian 12 has BuildKit in itself; a newer one has it
# only with the plug-in buildx, which Debian 12 does not have. Looked for at each call:
# it may have been installed since.
docker() {
    if [ -x /usr/bin/docker ]; then /usr/bin/docker "$@"; else command docker "$@"; fi
}

# docker build by BuildKit, saying what it does only if it fails.
build() {
    local log status=0
    log=$(mktemp)
    DOCKER_BUILDKIT=1 docker build --progress plain "$@" >"$log" 2>&1 || status=$?
    [ "$status" -eq 0 ] || tail -n 40 "$log" >&2
    rm -f "$log"
    return "$status"
}
