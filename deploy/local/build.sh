#!/usr/bin/env bash
# Build the app and set the result aside: build.sh [--force]
#
# One build for `make run` and for the browser tests: the server in the dev
# profile, which cargo test shares, and what the browser downloads in its final
# form (small, hashed names, compressed), since its size is tested.
# Nothing is done when no source has changed since the last build of this clone.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

# Names, sizes and times of all sources; far cheaper than asking cargo.
fingerprint() {
    {
        rustc --version
        find Cargo.toml Cargo.lock rust-toolchain.toml .cargo app frontend server migration crates style public \
            -type f -not -path '*/tests/*' -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort
    } | sha256sum
}

"$HERE/target.sh" >/dev/null
before=$(fingerprint)
if [ "${1:-}" != --force ] && [ -x "$STAGE/aero" ] && [ "$(cat "$STAGE/fingerprint" 2>/dev/null)" = "$before" ]; then
    exit 0
fi

say "Building the app (the first time takes several minutes)"
mkdir -p "$CARGO_TARGET_DIR/aero"
# One build at a time: the result passes through places that all builds share.
exec 7>"$CARGO_TARGET_DIR/aero/lock"
flock 7 2>/dev/null || true
cargo leptos build --release --precompress 7>&-

rm -rf "$STAGE.new"
mkdir -p "$STAGE.new"
cp "$CARGO_TARGET_DIR/debug/aero" "$CARGO_TARGET_DIR/debug/hash.txt" "$STAGE.new/"
cp -r "$CARGO_TARGET_DIR/site" "$STAGE.new/site"
# Types for TypeScript, which no browser asks for.
find "$STAGE.new/site" -name '*.d.ts*' -delete
echo "$before" >"$STAGE.new/fingerprint"
rm -rf "$STAGE"
mv "$STAGE.new" "$STAGE"
