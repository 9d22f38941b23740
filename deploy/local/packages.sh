#!/usr/bin/env bash
# System packages: packages.sh build|postgres|nginx|browser|load|count|docker ...
#
# Installs what is missing with the distribution's package manager, when that
# is allowed (root, or sudo without a password). Otherwise it names what is
# missing in one line and fails.

. "$(dirname "$0")/env.sh"

manager() {
    local m
    for m in apt-get dnf zypper pacman apk; do
        if have "$m"; then
            echo "$m"
            return
        fi
    done
    echo none
}

# The packages of one part, by package manager.
names() {
    case $(manager):$1 in
    apt-get:build) echo build-essential pkg-config libssl-dev ca-certificates ;;
    apt-get:postgres) echo postgresql ;;
    apt-get:browser) echo chromium ;;
    apt-get:docker) echo docker.io docker-compose debootstrap iptables ;;
    dnf:build) echo gcc gcc-c++ make pkgconf-pkg-config openssl-devel ;;
    dnf:postgres) echo postgresql-server postgresql ;;
    dnf:browser) echo chromium ;;
    zypper:build) echo gcc gcc-c++ make pkgconf libopenssl-devel ;;
    zypper:postgres) echo postgresql-server ;;
    zypper:browser) echo chromium ;;
    pacman:build) echo base-devel openssl ;;
    pacman:postgres) echo postgresql ;;
    pacman:browser) echo chromium ;;
    apk:build) echo build-base pkgconf openssl-dev ;;
    apk:postgres) echo postgresql ;;
    apk:browser) echo chromium ;;
    apt-get:nginx) echo nginx-light ;;
    *:nginx) echo nginx ;;
    *:load) echo wrk ;;
    *:count) echo valgrind ;;
    esac
}

# Is this part there already? Asked of the programs, not of the package
# database: where they come from is the owner's business.
present() {
    case $1 in
    build)
        have cc && have make &&
            { [ -x "$AERO_CACHE/tools/bin/cargo-leptos" ] || openssl_headers; }
        ;;
    postgres) "$HERE/postgres.sh" programs >/dev/null 2>&1 ;;
    browser) [ -n "$("$HERE/browser.sh" find)" ] ;;
    nginx) [ -x /usr/sbin/nginx ] || have nginx ;;
    load) have wrk ;;
    count) have valgrind ;;
    docker) have dockerd && have docker-compose && have debootstrap && have iptables ;;
    *) die "packages.sh knows build, postgres, nginx, browser, load, count and docker, not '$1'." ;;
    esac
}

openssl_headers() { have pkg-config && pkg-config --exists openssl; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    [ "$(manager)" != none ] && { [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }
}

# Run quietly; show the output only if it failed.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
}

# Debian's postgresql package makes and starts a server of its own. Nobody asked
# for one, so tell it not to while it is being installed.
without_main_cluster() {
    local dir=/etc/postgresql-common/createcluster.d file status=0
    file=$dir/aero-no-main-cluster.conf
    if [ -d /etc/postgresql ] || ! as_root mkdir -p "$dir"; then
        "$@"
        return
    fi
    echo 'create_main_cluster = false' | as_root tee "$file" >/dev/null
    "$@" || status=$?
    as_root rm -f "$file"
    as_root rmdir --ignore-fail-on-non-empty "$dir" 2>/dev/null || true
    return $status
}

# Debian's nginx package starts a server. Nobody asked for one, so tell it not to
# while it is being installed.
without_services() {
    local file=/usr/sbin/policy-rc.d status=0
    if [ -e "$file" ] || ! printf '#!/bin/sh\nexit 101\n' | as_root tee "$file" >/dev/null; then
        "$@"
        return
    fi
    as_root chmod 755 "$file"
    "$@" || status=$?
    as_root rm -f "$file"
    return $status
}

add() {
    case $(manager) in
    apt-get)
        say "Reading the package lists"
        quietly as_root apt-get update -q || say "The package lists could not be read afresh; going on with the old ones"
        say "Installing $*"
        without_services without_main_cluster quietly as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -q --no-install-recommends "$@"
        ;;
    dnf) say "Installing $*" && quietly as_root dnf install -y -q "$@" ;;
    zypper) say "Installing $*" && quietly as_root zypper --non-interactive install "$@" ;;
    pacman) say "Installing $*" && quietly as_root pacman -Sy --noconfirm --needed "$@" ;;
    apk) say "Installing $*" && quietly as_root apk add "$@" ;;
    esac
}

missing=()
for part in "$@"; do
    present "$part" || missing+=("$part")
done
[ ${#missing[@]} -gt 0 ] || exit 0

wanted=()
for part in "${missing[@]}"; do
    read -ra packages <<<"$(names "$part")"
    wanted+=("${packages[@]}")
done

if may_install; then
    add "${wanted[@]}" || say "Not everything could be installed: ${wanted[*]}"
else
    say "Missing, and not allowed to install: ${wanted[*]:-${missing[*]}}"
fi

for part in "${missing[@]}"; do
    present "$part" || exit 1
done
