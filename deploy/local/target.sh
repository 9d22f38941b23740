#!/usr/bin/env bash
# Make this clone's target folder ready and say where it is: target.sh
#
# Cargo names what it compiles of a workspace by the path within that workspace, and
# trusts the times of files: two clones with one target folder are given each other's
# crates. So each clone has a folder, and `clone` in it says whose it is. A new clone
# takes over that of a clone which is gone, so that the dependencies need not be
# compiled again; the crates of the workspace are forgotten first. What nobody takes
# over goes after a week, or when more than two such folders lie there.
#
# A CARGO_TARGET_DIR from outside is left as it is.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

TARGETS=$AERO_CACHE/targets
# Where an earlier layout had one folder for all clones.
SHARED=$AERO_CACHE/target
KEPT=2
KEPT_DAYS=7

# A clone at the same path as an earlier one is another one.
whose() { printf '%s\n%s\n' "$ROOT" "$(stat -c '%d:%i:%W' "$ROOT" 2>/dev/null || true)"; }

is_ours() { [ -f "$1/clone" ] && [ "$(cat "$1/clone")" = "$(whose)" ]; }

# The folder of a clone that is there no more; one without a note was never ready.
is_orphan() {
    local path
    path=$(head -n 1 "$1/clone" 2>/dev/null) || return 0
    [ ! -e "$path/deploy/local/env.sh" ]
}

# Nothing is compiling there, and no program runs from there.
is_idle() {
    local lock programs
    programs=$(find /proc/[0-9]*/exe -printf '%l\n' 2>/dev/null || true)
    [[ $'\n'$programs != *$'\n'"$(realpath "$1")/"* ]] || return 1
    have flock || return 0
    while IFS= read -r lock; do
        flock --nonblock "$lock" true || return 1
    done < <(find "$1" -maxdepth 4 \( -name .cargo-lock -o -path "$1/aero/lock" \))
}

# When a folder was last used, in seconds; without a note, when it was last written to.
last_used() {
    if [ -f "$1/clone" ]; then
        stat -c %Y "$1/clone"
    else
        find "$1" -maxdepth 2 -printf '%T@\n' | sort -n | tail -n 1 | cut -d. -f1
    fi
}

# Folders that may be taken over, the last used one first, one a line.
orphans() {
    local folder
    for folder in "$TARGETS"/*/ "$SHARED"/; do
        folder=${folder%/}
        [ -d "$folder" ] && is_orphan "$folder" && is_idle "$folder" || continue
        printf '%s %s\n' "$(last_used "$folder")" "$folder"
    done | sort -rn | cut -d' ' -f2-
}

# The workspace's packages, and what they compile to; a - of a name is then a _.
names() {
    cargo metadata --no-deps --offline --format-version 1 | node -e '
        const { packages } = JSON.parse(require("fs").readFileSync(0, "utf8"));
        const names = packages.flatMap(({ name, targets }) => [name, ...targets.map((target) => target.name)]);
        console.log([...new Set(names.flatMap((name) => [name, name.replaceAll("-", "_")]))].join("\n"));'
}

# Leave of a folder only what was compiled of dependencies.
forget() {
    local name prints profile hash=????????????????
    local -a all
    mapfile -t all < <(names)
    [ ${#all[@]} -gt 0 ] || die "cargo does not say what the workspace consists of."
    rm -rf "$1/aero" "$1/agreement" "$1/mutants" "$1/site"
    while IFS= read -r prints; do
        profile=${prints%/.fingerprint}
        rm -rf "$profile/incremental"
        for name in "${all[@]}"; do
            # shellcheck disable=SC2086 # a pattern
            rm -rf "$prints/$name-"$hash "$profile/build/$name-"$hash "$profile/deps/"{,lib}"$name-"$hash{,.*}
        done
    done < <(find "$1" -type d -name .fingerprint)
}

take_over() {
    local folder
    while IFS= read -r folder; do
        mv -T "$folder" "$CARGO_TARGET_DIR" 2>/dev/null || continue
        say "Taking over what a clone that is gone had compiled of the dependencies"
        return
    done < <(orphans)
    mkdir -p "$CARGO_TARGET_DIR"
    whose >"$CARGO_TARGET_DIR/clone"
}

sweep() {
    local folder kept=0 before
    before=$(($(date +%s) - KEPT_DAYS * 86400))
    while IFS= read -r folder; do
        kept=$((kept + 1))
        [ "$kept" -gt "$KEPT" ] || [ "$(last_used "$folder")" -lt "$before" ] || continue
        rm -rf "$folder"
    done < <(orphans)
}

ready() {
    mkdir -p "$TARGETS"
    # Two clones that start at once do not get the same folder.
    exec 6>"$TARGETS/lock"
    flock 6 2>/dev/null || true
    [ -d "$CARGO_TARGET_DIR" ] || take_over
    if ! is_ours "$CARGO_TARGET_DIR"; then
        forget "$CARGO_TARGET_DIR"
        # Last, so that what is interrupted here is done again.
        whose >"$CARGO_TARGET_DIR/clone"
    fi
    touch "$CARGO_TARGET_DIR/clone"
    sweep
    exec 6>&-
}

[ "$CARGO_TARGET_DIR" != "$TARGETS/$CLONE" ] || ready
echo "$CARGO_TARGET_DIR"
