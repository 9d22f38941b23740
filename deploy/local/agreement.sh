#!/usr/bin/env bash
# Compare the law engine natively with the one a browser runs: agreement.sh [CASES]
#
# 10,000 cases where no number is given. The browser's half is built as it is
# shipped, the native one as the tests are.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

COUNT=${1:-10000}
[[ $COUNT =~ ^[1-9][0-9]*$ ]] || die "agreement.sh [CASES]"
WASM=wasm32-unknown-unknown
BOUND=$CARGO_TARGET_DIR/agreement/$CLONE

say "Building the engine natively and for $WASM"
"$HERE/target.sh" >/dev/null
cargo build --quiet --locked -p agreement --bin agreement
cargo build --quiet --locked -p agreement --lib --profile wasm-release --target "$WASM"
mkdir -p "$BOUND"
cp "$CARGO_TARGET_DIR/debug/agreement" "$BOUND/native"
wasm-bindgen --target nodejs --no-typescript --out-dir "$BOUND" "$CARGO_TARGET_DIR/$WASM/wasm-release/agreement.wasm"
node "$HERE/agreement.mjs" "$BOUND/native" "$BOUND/agreement.js" "$COUNT"
