#!/usr/bin/env bash
# Writes what the stack needs and the repository does not hold: prepare.sh [FOLDER]
#
# Reads FOLDER/.env (by default the folder of this script) and writes
#   FOLDER/secrets/*      one secret a file; what is there already stays
#   FOLDER/tunnel.yaml    the tunnel's configuration, with the two public hosts
#
# The folder of the secrets is closed to everybody but its owner; the files in it can be
# read by all, since Compose mounts each of them into containers of other accounts.

set -euo pipefail
umask 077
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
cd "${1:-$HERE}"

die() {
    echo "Error: $*" >&2
    exit 1
}

# The value of KEY in .env; no shell reads that file.
setting() {
    local value
    value=$(sed -n "s/^$1=//p" .env | tail -n 1)
    [ -n "$value" ] || die "$1 is not set in $PWD/.env"
    [[ $value =~ $2 ]] || die "$1 in $PWD/.env is not what it should be: $value"
    echo "$value"
}

random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

# secret NAME CONTENT: written once.
secret() {
    [ ! -e "secrets/$1" ] || return 0
    printf '%s' "$2" >"secrets/$1.new"
    chmod 444 "secrets/$1.new"
    mv "secrets/$1.new" "secrets/$1"
}

# The network to the database never leaves the machine, and the app is told so: it
# asks for TLS on its own everywhere else.
database_url() { echo "postgres://$1:$(cat "secrets/$2")@postgres:5432/aero?sslmode=disable"; }

[ -f .env ] || die "$PWD/.env is missing; copy .env.example and fill it in"
HOST='^[a-z0-9-]+(\.[a-z0-9-]+)+$'
aero_host=$(setting AERO_HOST "$HOST")
n8n_host=$(setting N8N_HOST "$HOST")
tunnel_id=$(setting TUNNEL_ID '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
[ "$aero_host" != "$n8n_host" ] || die "AERO_HOST and N8N_HOST must be two hosts"

mkdir -p secrets
chmod 700 secrets
for name in postgres_password owner_database_password app_database_password n8n_database_password n8n_encryption_key link_keys; do
    secret "$name" "$(random)"
done
secret owner_database_url "$(database_url aero_owner owner_database_password)"
secret app_database_url "$(database_url aero_app app_database_password)"

sed -e "s/\bTUNNEL_ID\b/$tunnel_id/" -e "s/\bAERO_HOST\b/$aero_host/" -e "s/\bN8N_HOST\b/$n8n_host/" \
    "$HERE/tunnel.template.yaml" >tunnel.yaml.new
chmod 644 tunnel.yaml.new
mv tunnel.yaml.new tunnel.yaml

missing() { [ -s "secrets/$1" ] || echo "Still missing: $PWD/secrets/$1, $2" >&2; }
missing tunnel_credentials.json "which \`cloudflared tunnel create\` writes"
missing smtp_url "the address of the mail server: smtps://user:password@host"
