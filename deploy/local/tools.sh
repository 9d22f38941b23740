#!/usr/bin/env bash
# The build tools: tools.sh [install|supply-chain|mutants|check]
#
# The pinned toolchain with its browser target, cargo-leptos, wasm-bindgen in the
# version of Cargo.lock, and wasm-opt; with `supply-chain` cargo-deny and
# cargo-cyclonedx, with `mutants` cargo-mutants. They go to the cache, not to ~/.cargo/bin.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

# 0.3.11 wants a newer compiler than the pinned one.
CARGO_LEPTOS=0.3.10
# The one version, not the distribution's: 108 (Debian 12) mixes up the two tables
# of a module with reference types, and the result does not start.
BINARYEN=132
CARGO_DENY=0.20.2
CARGO_CYCLONEDX=0.5.9
CARGO_MUTANTS=27.1.0

TOOLS=$AERO_CACHE/tools
WASM=wasm32-unknown-unknown

wasm_bindgen_wanted() {
    awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock
}

has_version() {
    [ -x "$TOOLS/bin/$1" ] && [[ " $("$TOOLS/bin/$1" ${3:+"$3"} --version 2>/dev/null) " == *" $2 "* ]]
}

has_leptos() { has_version cargo-leptos "$CARGO_LEPTOS" leptos; }
has_bindgen() { has_version wasm-bindgen "$(wasm_bindgen_wanted)"; }
has_deny() { has_version cargo-deny "$CARGO_DENY"; }
has_cyclonedx() { has_version cargo-cyclonedx "$CARGO_CYCLONEDX" cyclonedx; }
has_mutants() { has_version cargo-mutants "$CARGO_MUTANTS" mutants; }
has_wasm_opt() { "$TOOLS/bin/wasm-opt" --version 2>/dev/null | grep -q "version $BINARYEN"; }
has_toolchain() { rustc --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1; }
has_target() { [ -d "$(rustc --print target-libdir --target "$WASM" 2>/dev/null)" ]; }

# A missing target in rust-toolchain.toml is silently left out where automatic
# installation is off, so it is asked for by name.
toolchain() {
    have rustup || have rustc || die "Rust is missing. Install rustup (its site has one command) and try again."
    if ! has_toolchain; then
        have rustup || die "$(sed -n 's/^channel *= *"\(.*\)"/Rust \1 with clippy and rustfmt/p' rust-toolchain.toml) is needed."
        say "Installing the pinned Rust toolchain"
        local channel
        channel=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
        rustup toolchain install "$channel" --profile minimal --component clippy --component rustfmt
    fi
    if ! has_target; then
        have rustup || die "The Rust target $WASM is needed."
        say "Adding the Rust target $WASM"
        rustup target add "$WASM"
    fi
}

# cargo install in a folder of its own, so the app's target folder stays clean.
# Line by line, so one sees that something goes on.
# By the tool's own lock file. Only where a registry, like a mirror that lags, does
# not have a version which that names, by versions that fit: said aloud.
compile() {
    local log status=0
    log=$(mktemp)
    CARGO_TARGET_DIR=$TOOLS/build cargo install --root "$TOOLS" --force --locked "$@" 2>&1 | tee "$log" || status=1
    if [ "$status" -ne 0 ] && grep -q '(locked to ' "$log"; then
        say "The registry lacks a version of the tool's lock file: trying again with versions that fit"
        status=0
        CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback CARGO_TARGET_DIR=$TOOLS/build \
            cargo install --root "$TOOLS" --force "$@" || status=1
    fi
    rm -rf "$TOOLS/build" "$log"
    return "$status"
}

prebuilt() {
    cargo binstall --version >/dev/null 2>&1 || return 1
    say "Fetching $1 $2"
    cargo binstall --no-confirm --disable-telemetry --root "$TOOLS" "$1@$2" || return 1
}

leptos() {
    prebuilt cargo-leptos "$CARGO_LEPTOS" && has_leptos && return
    say "Compiling cargo-leptos $CARGO_LEPTOS (4 to 11 minutes, only once)"
    # With the system's OpenSSL a third of the work falls away.
    if have pkg-config && pkg-config --exists openssl; then
        export OPENSSL_NO_VENDOR=1
    fi
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=false \
        compile --version "$CARGO_LEPTOS" --features no_downloads cargo-leptos
}

bindgen() {
    local version
    version=$(wasm_bindgen_wanted)
    prebuilt wasm-bindgen-cli "$version" && has_bindgen && return
    say "Compiling wasm-bindgen $version (1 to 3 minutes, only once)"
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=false \
        compile --version "$version" wasm-bindgen-cli
}

wasm_opt() {
    have npm || die "Node with npm is missing; wasm-opt comes from there."
    say "Fetching wasm-opt $BINARYEN"
    # By its lock file, so that what comes is what was seen.
    mkdir -p "$TOOLS/binaryen"
    cp "$HERE/wasm-opt/"*.json "$TOOLS/binaryen/"
    npm ci --silent --no-fund --no-audit --prefix "$TOOLS/binaryen"
    ln -sf ../binaryen/node_modules/.bin/wasm-opt "$TOOLS/bin/wasm-opt"
}

# compile_once NAME VERSION: a tool that runs for seconds, compiled as quickly as it goes.
compile_once() {
    prebuilt "$1" "$2" && return
    say "Compiling $1 $2 (1 to 3 minutes, only once)"
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=false \
        compile --version "$2" "$1"
}

# Two clones may be set up at once.
alone() {
    mkdir -p "$TOOLS/bin"
    exec 8>"$TOOLS/lock"
    flock 8 2>/dev/null || true
}

supply_chain() {
    toolchain
    alone
    has_deny || compile_once cargo-deny "$CARGO_DENY"
    has_cyclonedx || compile_once cargo-cyclonedx "$CARGO_CYCLONEDX"
    exec 8>&-
}

mutants() {
    toolchain
    alone
    has_mutants || compile_once cargo-mutants "$CARGO_MUTANTS"
    exec 8>&-
}

install() {
    toolchain
    "$HERE/packages.sh" build || have cc || die "A C compiler and make are needed."
    alone
    has_leptos || leptos
    has_bindgen || bindgen
    has_wasm_opt || wasm_opt
    exec 8>&-
}

check() {
    local all=0
    report() {
        if "$2"; then printf '  %-28s present\n' "$1"; else
            printf '  %-28s missing\n' "$1"
            all=1
        fi
    }
    report "Rust toolchain" has_toolchain
    report "target $WASM" has_target
    report "cargo-leptos $CARGO_LEPTOS" has_leptos
    report "wasm-bindgen $(wasm_bindgen_wanted)" has_bindgen
    report "wasm-opt" has_wasm_opt
    report "cargo-deny $CARGO_DENY" has_deny
    report "cargo-cyclonedx $CARGO_CYCLONEDX" has_cyclonedx
    return $all
}

case ${1:-install} in
install) install ;;
supply-chain) supply_chain ;;
mutants) mutants ;;
check) check ;;
*) die "tools.sh install|supply-chain|mutants|check" ;;
esac
