#!/usr/bin/env bash
# What the program is made of: supply-chain.sh
#
# cargo-deny holds the dependencies against deny.toml, and against the advisories of
# RustSec where their database can be fetched today; cargo-cyclonedx writes the bill of
# materials. Prints `ok NAME`, `not ok NAME`, or `SKIPPED NAME: REASON`.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

FAILED=0
DATABASE_SECONDS=60

expect() {
    local name=$1
    shift
    if "$@"; then echo "ok $name"; else
        echo "not ok $name"
        FAILED=1
    fi
}

advisories() {
    if timeout "$DATABASE_SECONDS" cargo deny --locked fetch db >/dev/null 2>&1; then
        expect "no dependency has a known fault" cargo deny --offline --locked check advisories
    else
        echo "SKIPPED advisories: the database of RustSec cannot be fetched from here"
    fi
}

# Where it is wanted, the image has it (Dockerfile); here it only has to come out.
bill() {
    local folder status=0
    folder=$(mktemp -d)
    node deploy/image/sbom.mjs "$folder" || status=1
    rm -rf "$folder"
    return "$status"
}

"$HERE/tools.sh" supply-chain
expect "dependencies are allowed, by name, licence and source" cargo deny --locked --log-level error check bans licenses sources
advisories
expect "the bill of materials names what the program is built from" bill
exit "$FAILED"
