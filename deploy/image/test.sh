#!/usr/bin/env bash
# The image and the stack, with the app that was built last: test.sh
#
# Puts what `make build` set aside into the run stage of the Dockerfile, runs the image
# alone and then within deploy/compose/, and sends a claim. Prints `ok NAME` or
# `not ok NAME` with what was found, or `SKIPPED image and stack: REASON` where no Docker
# engine can be started. Engine, networks and volumes are its own and go at the end.

. "$(dirname "$0")/../local/env.sh"
IMAGE=$ROOT/deploy/image
cd "$ROOT"

# shellcheck source=docker.sh
. "$IMAGE/docker.sh"

# What the image may hold beside the program, uncompressed. The program that is tried
# here is of the dev profile and larger than a release's; build.sh holds the whole.
BESIDE_MB=80

ORIGIN=https://claims.example.org
STATE=
FAILED=0

finish() {
    local status=$?
    trap '' INT TERM HUP
    [ -n "$STATE" ] || exit "$status"
    [ ! -d "$STATE/compose" ] || compose down --volumes --timeout 5 >/dev/null 2>&1 || true
    "$IMAGE/engine.sh" stop "$STATE" && rm -rf "$STATE"
    [ "$FAILED" -eq 0 ] || status=1
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# Engines of runs that were killed: their owner is gone.
sweep() {
    local dir
    for dir in "${TMPDIR:-/tmp}"/aero-image.*; do
        [ -f "$dir/owner" ] && [ -O "$dir" ] && ! kill -0 "$(cat "$dir/owner")" 2>/dev/null || continue
        "$IMAGE/engine.sh" stop "$dir" && rm -rf "$dir"
    done
}

# expect NAME COMMAND ...: what the command says is shown when it fails.
expect() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then
        echo "ok $name"
    else
        echo "not ok $name"
        sed 's/^/    /' <<<"$said"
        FAILED=$((FAILED + 1))
    fi
}

equals() { [ "$1" = "$2" ] || { echo "$1 instead of $2" && return 1; }; }

# Until a container is healthy.
healthy() {
    local container=$1 i state=
    for ((i = 0; i < 90; i++)); do
        state=$(docker inspect --format '{{.State.Status}} {{.State.Health.Status}}' "$container")
        [ "$state" != "running healthy" ] || return 0
        sleep 1
    done
    echo "the container is $state"
    docker logs --tail 20 "$container"
    return 1
}

# ------------------------------------------------------------------ the image

# The files as the build stage leaves them. The program of the dev profile is larger
# than that of a release, so it is stripped of what only a debugger reads.
files() {
    local out=$STATE/files
    mkdir -p "$out/app" "$out/etc/ssl/certs"
    cp -r "$STAGE/aero" "$STAGE/hash.txt" "$STAGE/site" "$out/app/"
    strip "$out/app/aero"
    cp /etc/ssl/certs/ca-certificates.crt "$out/etc/ssl/certs/"
    printf 'FROM scratch\nCOPY . /out/\n' >"$STATE/Dockerfile.files"
    build -f "$STATE/Dockerfile.files" -t aero-files "$out"
}

build_image() {
    "$IMAGE/engine.sh" start "$STATE" build
    "$IMAGE/bases.sh" "$STATE/docker.sock" debian postgres
    files
    # Nothing of the source is needed: an empty folder is the context.
    mkdir "$STATE/empty"
    build --network none --target run -t aero:test \
        --build-arg DEBIAN_IMAGE=aero-base/debian:bookworm --build-arg FILES=aero-files \
        -f Dockerfile "$STATE/empty"
    "$IMAGE/engine.sh" stop "$STATE"
}

# All that the account of the image may write on: folders for temporary files, and those
# where volumes belong.
writable() {
    docker run --rm --network none --entrypoint find aero:test / -xdev -writable \
        -not -path '/proc/*' -not -path '/dev/*' -not -type l | grep -vxE '/tmp|/var/tmp|/run/lock|/var/lib/aero/(blobs|releases)' && return 1
    return 0
}

weight() {
    local all program
    all=$(docker image inspect --format '{{.Size}}' aero:test)
    program=$(stat -c %s "$STATE/files/app/aero")
    echo "image $((all / 1000000)) MB, of which the program is $((program / 1000000)) MB"
    [ $(((all - program) / 1000000)) -lt "$BESIDE_MB" ]
}

alone() {
    docker run -d --name alone --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
        --network none --memory 256m --pids-limit 128 --health-interval 1s \
        --env DATABASE_URL=postgres://nobody@127.0.0.1:1/nowhere --env AERO_ORIGIN="$ORIGIN" aero:test >/dev/null
}

ended_well() {
    docker stop --time 20 alone >/dev/null
    equals "$(docker inspect --format '{{.State.ExitCode}}' alone)" 0
}

image() {
    expect "the image runs as an account without rights" equals "$(docker image inspect --format '{{.Config.User}}' aero:test)" 10001:10001
    expect "its account can change nothing in it" writable
    expect "what it holds beside the program is under $BESIDE_MB MB" weight
    say "$(weight || true)"
    expect "it starts on a read-only root without capabilities" alone
    expect "its health is asked by the program itself" healthy alone
    expect "SIGTERM ends it with status 0" ended_well
    docker rm -f alone >/dev/null
}

# ------------------------------------------------------------------ the stack

compose() {
    (cd "$STATE/compose" && if have docker-compose; then docker-compose -p aero "$@"; else docker compose -p aero "$@"; fi)
}

container() {
    docker ps --all --quiet --filter label=com.docker.compose.project=aero --filter "label=com.docker.compose.service=$1"
}

# A command in the engine's network namespace.
inside() { nsenter --net --target "$(cat "$STATE/pid")" -- "$@"; }

address() {
    docker inspect --format '{{(index .NetworkSettings.Networks "aero_ingress").IPAddress}}' "$(container aero_app)"
}

passenger() { inside node "$IMAGE/passenger.mjs" "$1" "$(address)" "$ORIGIN" "${@:2}"; }

# What there is an image for here. The others stand in the same file and are looked at
# as data (end2end/compose.test.mjs).
SERVICES=(postgres migrate aero_app aero_worker aero_cron)

prepare() {
    cp -r deploy/compose "$STATE/compose"
    {
        echo AERO_IMAGE=aero:test
        echo POSTGRES_IMAGE=aero-base/postgres:15
        echo "AERO_HOST=${ORIGIN#https://}"
        echo N8N_HOST=automation.example.org
        echo "AERO_MAIL_FROM=Aero <claims@example.org>"
        echo TUNNEL_ID=00000000-0000-0000-0000-000000000000
    } >"$STATE/compose/.env"
    "$STATE/compose/prepare.sh" 2>/dev/null
    echo '{}' >"$STATE/compose/secrets/tunnel_credentials.json"
    # Nobody listens there: mail that cannot be sent waits, and nothing else does.
    echo smtps://nobody:nothing@mail.invalid >"$STATE/compose/secrets/smtp_url"
}

up() { compose up -d "${SERVICES[@]}" && healthy "$(container aero_app)"; }

claim() {
    passenger claim >"$STATE/claim"
    grep -qE '^/en/' "$STATE/claim"
}

follow() {
    local address cookie
    read -r address cookie <"$STATE/claim"
    passenger follow "$address" "$cookie"
}

# Has run since it was started, and was never restarted.
steady() {
    equals "$(docker inspect --format '{{.State.Status}} {{.RestartCount}}' "$(container "$1")")" "running 0" ||
        { docker logs --tail 20 "$(container "$1")" && return 1; }
}

# A new volume belongs to the account; the rest of the root stays closed.
stores_files() {
    docker exec "$(container "$1")" sh -c 'touch /var/lib/aero/blobs/.tried && rm /var/lib/aero/blobs/.tried && ! touch /app/tried 2>/dev/null'
}

# The app has left the files of its release in the volume, whole.
leaves_release() {
    # shellcheck disable=SC2016 # for the shell in the container
    docker exec "$(container aero_app)" sh -c '
        ls /var/lib/aero/releases/*.js /var/lib/aero/releases/*.wasm /var/lib/aero/releases/*.css &&
        for file in /var/lib/aero/releases/*; do cmp "$file" "/app/site/pkg/${file##*/}" || exit 1; done'
}

published() {
    local ports
    ports=$(docker ps --format '{{.Ports}}' | grep -e '->')
    [ -z "$ports" ] || { echo "$ports" && return 1; }
}

# sql ROLE DATABASE STATEMENT: with the password of that role, as from the network.
sql() {
    local secret=$1_database_password
    secret=${secret#aero_}
    # shellcheck disable=SC2016 # for the shell in the container
    compose exec -T postgres bash -c 'PGPASSWORD=$(cat /run/secrets/$1) psql -h 127.0.0.1 -U "$2" -d "$3" -Atc "$4"' \
        sql "$secret" "$1" "$2" "$3"
}

refused() { ! sql "$@" || { echo "$1 may: $3" && return 1; }; }

# A form that is half sent when the signal comes is still answered.
drained() {
    local app status
    app=$(container aero_app)
    coproc passenger halfway
    read -r -u "${COPROC[0]}" status
    docker stop --time 20 "$app" >/dev/null &
    local stopping=$!
    sleep 1
    echo go >&"${COPROC[1]}"
    read -r -u "${COPROC[0]}" status
    wait "$stopping"
    equals "$status" 303 && equals "$(docker inspect --format '{{.State.ExitCode}}' "$app")" 0
}

anew() { compose down --timeout 20 && up && follow; }

stack() {
    prepare
    expect "compose reads its file" compose config --quiet
    expect "the stack comes up, migrations before the app" up
    expect "a claim is sent by HTTP" claim
    expect "who sent it sees it" follow
    expect "the worker works" steady aero_worker
    expect "the schedule runs" steady aero_cron
    expect "the app and its worker can store files" stores_files aero_app
    expect "the worker finds the same folder" stores_files aero_worker
    expect "the app leaves the browser's files for other releases" leaves_release
    expect "no port is published" published
    expect "the database's network has no way out" equals "$(docker network inspect --format '{{.Internal}}' aero_data)" true
    expect "the app's role cannot change the schema" refused aero_app aero "DROP TABLE claims"
    expect "the app's role cannot make tables" refused aero_app aero "CREATE TABLE more (id int)"
    expect "the app's role cannot unmake an event" refused aero_app aero "DELETE FROM claim_events"
    expect "n8n's role does not get into Aero's database" refused n8n aero "SELECT 1"
    expect "n8n's role has its own" sql n8n n8n "SELECT 1"
    expect "a request under way is answered before the app ends" drained
    expect "claims outlive the containers" anew
}

reason=$("$IMAGE/engine.sh" available)
if [ -n "$reason" ]; then
    echo "SKIPPED image and stack: $reason"
    exit 0
fi
[ -x "$STAGE/aero" ] || die "The app is not built; make test-image builds it first."

sweep
STATE=$(mktemp -d "${TMPDIR:-/tmp}/aero-image.XXXXXX")
echo $$ >"$STATE/owner"
export DOCKER_HOST=unix://$STATE/docker.sock
build_image
"$IMAGE/engine.sh" start "$STATE" run
image
stack
