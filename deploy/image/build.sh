#!/usr/bin/env bash
# The image from source: build.sh [--local-bases]
#
# With the Docker engine of this machine and the base images of the Dockerfile. With
# --local-bases by an engine of its own and base images made from Debian's packages
# (bases.sh), for machines without an image registry: such an image shows that the
# Dockerfile builds and what it weighs; it is not one to deploy, and goes with the engine.

. "$(dirname "$0")/../local/env.sh"
IMAGE=$ROOT/deploy/image
cd "$ROOT"

# shellcheck source=docker.sh
. "$IMAGE/docker.sh"

# Uncompressed, everything included.
LIMIT_MB=120

VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
ARGUMENTS=(--build-arg "VERSION=$VERSION" --build-arg "REVISION=$(git rev-parse HEAD 2>/dev/null || echo unknown)")
NAME=aero:$VERSION
STATE=

finish() {
    local status=$?
    [ -z "$STATE" ] || { "$IMAGE/engine.sh" stop "$STATE" && rm -rf "$STATE"; }
    exit "$status"
}

local_bases() {
    local reason
    reason=$("$IMAGE/engine.sh" available)
    [ -z "$reason" ] || die "There can be no engine of our own: $reason"
    STATE=$(mktemp -d "${TMPDIR:-/tmp}/aero-image.XXXXXX")
    echo $$ >"$STATE/owner"
    trap finish EXIT
    export DOCKER_HOST=unix://$STATE/docker.sock
    "$IMAGE/engine.sh" start "$STATE" build
    "$IMAGE/bases.sh" "$STATE/docker.sock" debian rust
    ARGUMENTS+=(--network host --build-arg TOOLS= --build-arg DEBIAN_IMAGE=aero-base/debian:bookworm --build-arg RUST_IMAGE=aero-base/rust:1.95)
}

case ${1:-} in
'') ;;
--local-bases) local_bases ;;
*) die "build.sh [--local-bases]" ;;
esac

began=$SECONDS
say "Building $NAME (half an hour on two cores)"
DOCKER_BUILDKIT=1 docker build --progress plain --target run -t "$NAME" "${ARGUMENTS[@]}" .
size=$(docker image inspect --format '{{.Size}}' "$NAME")
packed=$(docker save "$NAME" | gzip -6 | wc -c)
say "$NAME: $((size / 1000000)) MB, compressed $((packed / 1000000)) MB, built in $((SECONDS - began)) s"
[ $((size / 1000000)) -lt "$LIMIT_MB" ] || die "The image must stay under $LIMIT_MB MB."
