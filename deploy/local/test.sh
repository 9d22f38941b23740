#!/usr/bin/env bash
# Everything that is checked: test.sh [STEP ...]
#
# Steps, in this order: format clippy clippy-wasm rules supply-chain rust fuzz
# agreement node build browser; and by name only: image.
# Every step runs, whatever became of the ones before it; a step that needs
# another one which failed counts as failed and is not run. At the end stands a
# table of the steps; the last line always says how much passed and failed. A step
# that dies counts as a failure, and so does one that should have run tests and
# ran none.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

ALL=(format clippy clippy-wasm rules supply-chain rust fuzz agreement node build browser)
STEPS=("$@")
[ ${#STEPS[@]} -gt 0 ] || STEPS=("${ALL[@]}")
# Also what is only run by name.
ALL+=(image)

# What a step needs of another one.
declare -A NEEDS=([browser]=build [image]=build)

PASSED=0
FAILED=0
STEP="set-up"
BEGAN=$SECONDS
DONE=
declare -A RESULTS=()
TABLE=()
LOGS=$(mktemp -d)
CLUSTER=$(mktemp -d "${TMPDIR:-/tmp}/aero-test.XXXXXX")
echo $$ >"$CLUSTER/owner"
chmod 711 "$CLUSTER"

closing() {
    local status=$?
    trap '' INT TERM HUP
    if [ -z "$DONE" ]; then
        row "$STEP" "not finished" 0 1
        [ "$status" -ne 0 ] || status=1
    fi
    [ ! -e "$CLUSTER/started" ] || THROWAWAY=1 "$HERE/postgres.sh" stop "$CLUSTER" || true
    drop_cluster "$CLUSTER"
    rm -rf "$LOGS"
    printf '%s\n' "${TABLE[@]}"
    [ "$FAILED" -eq 0 ] || [ "$status" -ne 0 ] || status=1
    echo "$PASSED passed, $FAILED failed"
    exit "$status"
}
trap closing EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# A place elsewhere (see postgres.sh) goes too.
drop_cluster() {
    [ ! -s "$1/place" ] || rm -rf "$(cat "$1/place")"
    rm -rf "$1"
}

# Clusters of runs that were killed: their owner is gone.
sweep() {
    local dir
    for dir in "${TMPDIR:-/tmp}"/aero-test.*; do
        [ -f "$dir/owner" ] && [ -O "$dir" ] && ! kill -0 "$(cat "$dir/owner")" 2>/dev/null || continue
        THROWAWAY=1 "$HERE/postgres.sh" stop "$dir" || true
        drop_cluster "$dir"
    done
}

# One PostgreSQL for everything that follows, started when it is first needed.
# The steps run in shells of their own, so what they share lies in its folder.
database() {
    if [ ! -s "$CLUSTER/url" ]; then
        sweep
        say "Starting a PostgreSQL for the tests"
        touch "$CLUSTER/started"
        THROWAWAY=1 "$HERE/postgres.sh" start "$CLUSTER" >/dev/null
        "$HERE/postgres.sh" url "$CLUSTER" postgres >"$CLUSTER/url"
    fi
    AERO_TEST_DATABASE_URL=$(cat "$CLUSTER/url")
    export AERO_TEST_DATABASE_URL
}

# Run a command, showing what it says and keeping it in $LOG. Not as a condition
# of a caller: its status is in $STATUS.
watch() {
    LOG=$LOGS/$STEP.log
    set +e
    "$@" 2>&1 | tee "$LOG"
    STATUS=${PIPESTATUS[0]}
    set -e
}

# What a step says at its end: so many passed, so many failed.
count() { echo "$1 $2" >"$LOGS/$STEP.count"; }

# A check without tests of its own is one test.
check() {
    watch "$@"
    if [ "$STATUS" -eq 0 ]; then count 1 0; else count 0 1; fi
}

# Add the numbers of a suite; a bad end without a failed test is a failure, and
# so is a good end without any test.
tally() {
    local passed=${1:-0} failed=${2:-0}
    if [ "$failed" -eq 0 ] && { [ "$STATUS" -ne 0 ] || [ "$passed" -eq 0 ]; }; then
        failed=1
        [ "$STATUS" -ne 0 ] || say "No test ran in the step '$STEP'"
    fi
    count "$passed" "$failed"
}

# Programs that say `ok` or `not ok` for each thing they tried.
tried() {
    watch "$@"
    tally "$(grep -c '^ok ' "$LOG" || true)" "$(grep -c '^not ok ' "$LOG" || true)"
}

step_format() { check cargo fmt --all --check; }

step_clippy() { check cargo clippy --workspace --exclude frontend --all-targets --locked -- -D warnings; }

step_clippy_wasm() { check cargo clippy -p frontend -p app --no-default-features --features app/hydrate --lib --target wasm32-unknown-unknown --locked -- -D warnings; }

step_rules() { tried node "$HERE/rules.mjs"; }

step_supply_chain() { tried "$HERE/supply-chain.sh"; }

step_rust() {
    database
    # Where it cannot be installed, the tests of several processes fail and say so.
    "$HERE/packages.sh" nginx || true
    watch cargo test --workspace --exclude frontend --locked --no-fail-fast
    # shellcheck disable=SC2046 # two numbers
    tally $(sed -n 's/.*test result: .*\. \([0-9]*\) passed; \([0-9]*\) failed;.*/\1 \2/p' "$LOG" |
        awk '{ passed += $1; failed += $2 } END { print passed + 0, failed + 0 }')
}

step_fuzz() { tried "$HERE/fuzz.sh" 60; }

step_agreement() { tried "$HERE/agreement.sh" 10000; }

node_packages() {
    [ -f end2end/package.json ] || return 0
    [ end2end/package-lock.json -nt end2end/node_modules/.package-lock.json ] || return 0
    say "Installing the packages of the browser tests"
    (cd end2end && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit)
}

step_node() {
    node_packages
    watch node --test --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$LOGS/node.tap" end2end/*.test.mjs
    tally "$(sed -n 's/^# pass //p' "$LOGS/node.tap")" \
        "$(awk '/^# (fail|cancelled) / { n += $3 } END { print n + 0 }' "$LOGS/node.tap")"
}

step_build() { check "$HERE/build.sh"; }

step_browser() {
    node_packages
    "$HERE/browser.sh" install
    database
    AERO_CHROMIUM=$("$HERE/browser.sh" find)
    export AERO_CHROMIUM
    export AERO_BIN=$STAGE/aero AERO_SITE_ROOT=$STAGE/site
    export DATABASE_URL=$AERO_TEST_DATABASE_URL
    export LEPTOS_OUTPUT_NAME=aero LEPTOS_SITE_ROOT=$AERO_SITE_ROOT LEPTOS_SITE_PKG_DIR=pkg LEPTOS_HASH_FILES=true
    export PLAYWRIGHT_JSON_OUTPUT_FILE=$LOGS/browser.json PLAYWRIGHT_JSON_OUTPUT_NAME=$LOGS/browser.json
    watch env -C end2end npx --no-install playwright test --reporter=list,json
    # shellcheck disable=SC2046 # two numbers
    tally $(node -e '
        const { stats } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        console.log(stats.expected + stats.flaky, stats.unexpected);
    ' "$LOGS/browser.json" 2>/dev/null || echo 0 0)
}

# A row of the table at the end, and its numbers in the sum.
row() {
    local name=$1 result=$2 passed=$3 failed=$4
    PASSED=$((PASSED + passed))
    FAILED=$((FAILED + failed))
    TABLE+=("$(printf '  %-12s %5d passed %3d failed %5d s  %s' \
        "$name" "$passed" "$failed" $((SECONDS - BEGAN)) "$result")")
}

# In a shell of its own, so that a step that dies takes no other with it. Not as a
# condition: it would go on after a command that fails.
run_step() {
    set +e
    (
        set -e
        "step_${STEP//-/_}"
    )
    STATUS=$?
    set -e
}

# Run $STEP, or say why it cannot be run, and note what became of it.
take_step() {
    local need=${NEEDS[$STEP]:-} passed=0 failed=1 result
    BEGAN=$SECONDS
    say "$STEP"
    if [ -n "$need" ] && [ "${RESULTS[$need]:-}" = failed ]; then
        result="failed: not run, for $need failed"
        say "'$STEP' is not run, for '$need' failed"
    else
        run_step
        if [ "$STATUS" -eq 0 ] && [ -s "$LOGS/$STEP.count" ]; then
            read -r passed failed <"$LOGS/$STEP.count"
        else
            result="failed: ended early"
        fi
    fi
    RESULTS[$STEP]=passed
    [ "$failed" -eq 0 ] || RESULTS[$STEP]=failed
    row "$STEP" "${result:-${RESULTS[$STEP]}}" "$passed" "$failed"
}

for STEP in "${STEPS[@]}"; do
    [[ " ${ALL[*]} " == *" $STEP "* ]] || die "There is no step '$STEP'; there are: ${ALL[*]}"
done
STEP="set-up"
# Where no Docker engine can be started, nothing was tried and nothing has failed.
step_image() {
    tried "$ROOT/deploy/image/test.sh"
    ! grep -q '^SKIPPED ' "$LOG" || count 0 0
}

have node && have npm || die "Node is missing: its package brings node and npm."
"$HERE/tools.sh" install
"$HERE/target.sh" >/dev/null
for STEP in "${STEPS[@]}"; do take_step; done
DONE=1
