#!/usr/bin/env bash
# Base images from Debian's packages, for machines without an image registry:
# bases.sh SOCKET debian|postgres|rust ...
#
# They stand in for the official images; they are not those images. Made once and
# then loaded from the cache, $AERO_CACHE/image. SOCKET belongs to an engine that
# engine.sh started in its mode `build`.
#
# aero-base/debian:bookworm    debootstrap, less what the slim image leaves out too
# aero-base/postgres:15        PostgreSQL 15 with the entry point that compose relies on
# aero-base/rust:1.95          a C compiler and the Rust toolchain of this machine; never
#                              put into the cache, for it is large

. "$(dirname "$0")/../local/env.sh"
IMAGE=$ROOT/deploy/image
STORE=$AERO_CACHE/image
export DOCKER_HOST=unix://$1
shift

# shellcheck source=docker.sh
. "$IMAGE/docker.sh"

# What dpkg need not have to run programs: the official slim image has none of it.
LEFT_OUT=(usr/share/{doc,man,info,locale,lintian} var/cache/apt var/lib/apt/lists var/log)

make_debian() {
    local root mirror
    root=$(mktemp -d "$STORE/debian.XXXXXX")
    mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/debian.sources 2>/dev/null ||
        awk '$1 == "deb" { print $2; exit }' /etc/apt/sources.list)
    say "Making a Debian base image (about a minute, only once)"
    debootstrap --variant=minbase bookworm "$root" "$mirror" >"$STORE/debootstrap.log" 2>&1 || {
        tail -n 20 "$STORE/debootstrap.log" >&2
        rm -rf "$root"
        die "debootstrap failed."
    }
    (cd "$root" && rm -rf "${LEFT_OUT[@]}" && mkdir -p var/cache/apt/archives/partial var/lib/apt/lists/partial var/log)
    tar -C "$root" -cf "$STORE/debian.tar.new" .
    rm -rf "$root"
    mv "$STORE/debian.tar.new" "$STORE/debian.tar"
}

debian() {
    [ -s "$STORE/debian.tar" ] || make_debian
    docker image inspect aero-base/debian:bookworm >/dev/null 2>&1 ||
        docker import --change 'CMD ["bash"]' "$STORE/debian.tar" aero-base/debian:bookworm >/dev/null
}

# Anew when what it is made of has changed.
postgres() {
    local made
    made=$STORE/postgres-$(cat "$IMAGE/postgres/"* | sha256sum | cut -c1-12).tar
    if [ ! -s "$made" ]; then
        debian
        say "Making a PostgreSQL image (one to two minutes, only once)"
        build --network host --build-arg DEBIAN_IMAGE=aero-base/debian:bookworm -t aero-base/postgres:15 "$IMAGE/postgres"
        rm -f "$STORE"/postgres-*.tar
        docker save -o "$made.new" aero-base/postgres:15
        mv "$made.new" "$made"
    fi
    docker load --quiet -i "$made" >/dev/null
}

rust() {
    local context toolchain
    debian
    context=$(mktemp -d "$STORE/rust.XXXXXX")
    toolchain=$(rustc --print sysroot)
    mkdir -p "$context/rustup/toolchains" "$context/cargo/bin"
    cp -rL "$toolchain" "$context/rustup/toolchains/"
    cp -P "$(dirname "$(command -v rustup)")"/* "$context/cargo/bin/"
    cp /etc/ssl/certs/ca-certificates.crt "$context/"
    say "Making a Rust builder image"
    build --network host --build-arg DEBIAN_IMAGE=aero-base/debian:bookworm -t aero-base/rust:1.95 \
        -f "$IMAGE/rust.Dockerfile" "$context"
    rm -rf "$context"
}

mkdir -p "$STORE"
exec 8>"$STORE/lock"
flock 8
for base in "$@"; do
    case $base in
    debian | postgres | rust) "$base" ;;
    *) die "bases.sh knows debian, postgres and rust, not '$base'." ;;
    esac
done
