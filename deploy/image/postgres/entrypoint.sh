#!/bin/bash
# Makes the cluster when there is none, runs what lies in /docker-entrypoint-initdb.d
# against it while nobody can reach it by the network, then serves.
set -euo pipefail

if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
    # shellcheck disable=SC2086 # options, several words
    initdb --username=postgres --pwfile="$POSTGRES_PASSWORD_FILE" --auth-local=trust --auth-host=scram-sha-256 ${POSTGRES_INITDB_ARGS:-}
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    pg_ctl -D "$PGDATA" -w -o "-c listen_addresses=''" start
    for file in /docker-entrypoint-initdb.d/*.sql; do
        psql -v ON_ERROR_STOP=1 --no-password --no-psqlrc --username postgres --dbname postgres -f "$file"
    done
    pg_ctl -D "$PGDATA" -m fast -w stop
fi

# The official image listens everywhere too; the networks of compose are the limit.
[ "$1" != postgres ] || set -- "$@" -c "listen_addresses=*"
exec "$@"
