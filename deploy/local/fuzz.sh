#!/usr/bin/env bash
# Fuzz the law engine: fuzz.sh [SECONDS [TARGET]]
#
# Each target (json_case, assess, recourse) for so many seconds, 60 where none are given.
# Prints `ok TARGET` or `not ok TARGET`. What was learned is kept in the cache
# and is where the next run starts; an input that breaks something is put into
# crates/fuzz/found/, where cargo test tries it again (docs/trials.md, "Fuzzing").

. "$(dirname "$0")/env.sh"
cd "$ROOT"

SECONDS_EACH=${1:-60}
[[ $SECONDS_EACH =~ ^[1-9][0-9]*$ ]] || die "fuzz.sh [SECONDS [json_case|assess|recourse]]"
TARGETS=(json_case assess recourse)
[ -z "${2:-}" ] || TARGETS=("$2")

HOST=$(rustc -vV | sed -n 's/^host: //p')
LEARNED=$AERO_CACHE/fuzz
# Coverage by LLVM's own pass, which the stable compiler has, as cargo-fuzz sets
# it; the sanitizers, which it lacks, look for faults that safe Rust cannot have.
COVERAGE=(
    --cfg fuzzing
    -Cpasses=sancov-module
    -Cllvm-args=-sanitizer-coverage-level=4
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
    -Cllvm-args=-sanitizer-coverage-pc-table
    -Cllvm-args=-sanitizer-coverage-trace-compares
)

say "Building the fuzz targets"
"$HERE/target.sh" >/dev/null
cargo run --quiet --locked -p fuzz --bin seeds "$CARGO_TARGET_DIR/fuzz/seeds"
# In a target folder of its own: other flags would compile everything anew. With
# --target the flags do not reach build scripts.
export CARGO_TARGET_DIR=$CARGO_TARGET_DIR/fuzz
RUSTFLAGS="${COVERAGE[*]}" cargo build --quiet --locked -p fuzz --features libfuzzer \
    --bin fuzz_json_case --bin fuzz_assess --bin fuzz_recourse --profile fuzzing --target "$HOST"
BUILT=$CARGO_TARGET_DIR/$HOST/fuzzing

FAILED=0
for target in "${TARGETS[@]}"; do
    [ -x "$BUILT/fuzz_$target" ] || die "There is no fuzz target '$target'."
    mkdir -p "$LEARNED/$target" "crates/fuzz/found/$target"
    options=(-max_total_time="$SECONDS_EACH" -timeout=10 -rss_limit_mb=2048 -max_len=4096
        -artifact_prefix="crates/fuzz/found/$target/" -print_final_stats=1)
    [ "$target" != json_case ] || options+=(-dict=crates/fuzz/case.dict)
    say "Fuzzing $target for $SECONDS_EACH s"
    if "$BUILT/fuzz_$target" "${options[@]}" "$LEARNED/$target" "$CARGO_TARGET_DIR/seeds/$target" >"$CARGO_TARGET_DIR/$target.log" 2>&1; then
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$CARGO_TARGET_DIR/$target.log")
        reached=$(grep -o 'cov: [0-9]*' "$CARGO_TARGET_DIR/$target.log" | tail -n 1)
        echo "ok $target ($runs runs, $reached)"
    else
        FAILED=1
        tail -n 40 "$CARGO_TARGET_DIR/$target.log"
        echo "not ok $target"
    fi
done
exit "$FAILED"
