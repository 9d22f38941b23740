#!/usr/bin/env bash
# Mutants: mutants.sh [CRATE [FILE ...]]
#
# Changes a crate (domain, where none is given) in one place after the other and
# runs its tests each time. A change that no test notices is a mutant that lives:
# the tests hold too little there. DIFF=main tries only what differs from there.
# Lists what lives and ends with 1 if it is not named in docs/trials.md, by the
# words after its line number.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

CRATE=${1:-domain}
[ $# -eq 0 ] || shift
NAMED=docs/trials.md

"$HERE/tools.sh" mutants
"$HERE/target.sh" >/dev/null
OUT=$CARGO_TARGET_DIR/mutants
mkdir -p "$OUT"
options=(--package "$CRATE" --no-shuffle --colors never --jobs 1 --minimum-test-timeout 60 --output "$OUT")
for file in "$@"; do options+=(--file "$file"); done
if [ -n "${DIFF:-}" ]; then
    git diff "$DIFF" -- '*.rs' >"$OUT/diff"
    options+=(--in-diff "$OUT/diff")
fi

# The tree is copied, so its results lie in a target folder of their own.
say "Trying the mutants of $CRATE"
CARGO_TARGET_DIR=$OUT/target CARGO_PROFILE_DEV_DEBUG=false nice -n 15 \
    cargo mutants "${options[@]}" -- --locked || status=$?
# 2: some live; 3: some ran into the time limit. Anything else is no answer.
case ${status:-0} in 0 | 2 | 3) ;; *) die "cargo mutants ended with $status." ;; esac

count() { wc -l <"$OUT/mutants.out/$1.txt"; }
UNNAMED=0
while IFS= read -r mutant; do
    # crates/domain/src/file.rs:12:5: replace ...
    file=${mutant%%:*}
    change=${mutant#*: }
    if grep -qF "\`$change\`" "$NAMED" && grep -qF "\`$file\`" "$NAMED"; then
        echo "named   $mutant"
    else
        UNNAMED=$((UNNAMED + 1))
        echo "not ok  $mutant"
    fi
done <"$OUT/mutants.out/missed.txt"
echo "$(count caught) caught, $(count timeout) out of time, $(count missed) live ($UNNAMED of them without a reason in $NAMED), $(count unviable) do not compile"
[ "$UNNAMED" -eq 0 ]
