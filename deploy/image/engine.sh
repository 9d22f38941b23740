#!/usr/bin/env bash
# A Docker engine of our own: engine.sh available | start DIR build|run | stop DIR
#
# `available` says why no engine can be started here, or nothing. Everything of an
# engine lies in DIR, its socket too: no other engine of the machine has to do with it.
#
# build  on the machine's network, without bridges or packet filter rules, so that
#        builds reach the package mirrors (docker build --network host)
# run    in a network namespace of its own, with the engine's usual bridges and rules.
#        They are gone with it; there is no way out of it and none in but
#        `nsenter --net --target $(cat DIR/pid)`.

. "$(dirname "$0")/../local/env.sh"

DOCKERD=(--data-root data --exec-root exec --pidfile pid --host unix://docker.sock)

why_not() {
    [ "$(uname -s)" = Linux ] || { echo "an engine of our own needs Linux" && return; }
    [ "$(id -u)" = 0 ] || { echo "an engine of our own needs root" && return; }
    have unshare && unshare --net true 2>/dev/null || { echo "network namespaces are not allowed here" && return; }
    "$HERE/packages.sh" docker >&2 || { echo "the programs dockerd, docker-compose, debootstrap and iptables are not there" && return; }
}

launch() {
    local dir=$1 network=$2 option i
    local -a options=()
    # Absolute paths: the engine hands them on.
    for option in "${DOCKERD[@]}"; do
        case $option in
        --*) options+=("$option") ;;
        unix://*) options+=("unix://$dir/${option#unix://}") ;;
        *) options+=("$dir/$option") ;;
        esac
    done
    case $network in
    build)
        setsid dockerd "${options[@]}" --bridge=none --iptables=false --ip6tables=false --ip-forward=false >"$dir/log" 2>&1 &
        ;;
    run)
        # unshare, not `ip netns exec`: that one mounts /sys anew and hides the cgroups.
        # shellcheck disable=SC2016 # for the inner shell
        setsid unshare --net bash -c 'ip link set lo up && exec dockerd "$@"' dockerd "${options[@]}" >"$dir/log" 2>&1 &
        ;;
    esac
    local engine=$!
    for ((i = 0; i < 60; i++)); do
        curl --silent --fail --unix-socket "$dir/docker.sock" http://engine/_ping >/dev/null && return
        kill -0 "$engine" 2>/dev/null || break
        sleep 0.5
    done
    tail -n 20 "$dir/log" >&2
    die "The Docker engine did not start."
}

# Only a process that was started for this folder.
running() {
    [ -s "$1/pid" ] && tr '\0' ' ' <"/proc/$(cat "$1/pid")/cmdline" 2>/dev/null | grep -qF -- "--pidfile $1/pid"
}

# The signal is enough: the engine stops its containers and unmounts what it mounted.
stop() {
    local dir=$1 pid i
    running "$dir" || return 0
    pid=$(cat "$dir/pid")
    kill -TERM "$pid"
    for ((i = 0; i < 120; i++)); do
        [ -d "/proc/$pid" ] || return 0
        sleep 0.5
    done
    die "The Docker engine of $dir does not stop."
}

case ${1:-}:${2:-}:${3:-} in
available::) why_not ;;
start:?*:build | start:?*:run) launch "$2" "$3" ;;
stop:?*:) stop "$2" ;;
*) die "engine.sh available | start DIR build|run | stop DIR" ;;
esac
