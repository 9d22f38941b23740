#!/usr/bin/env python3
"""Rebuilds data/airports.csv and data/metros.csv from the installed package
airportsdata (MIT). Usage: python3 refresh-airports.py [package folder]

Keeps the rows with an IATA code and the columns that are needed, ordered by
code, so that a new release shows as a small difference.
"""
import csv
import pathlib
import sys

HERE = pathlib.Path(__file__).parent / "data"
COLUMNS = {
    "iata": "iata", "name": "name", "city": "city", "subd": "subdivision",
    "country": "country", "lat": "lat", "lon": "lon", "tz": "tz",
}


def package_folder():
    if len(sys.argv) > 1:
        return pathlib.Path(sys.argv[1])
    import airportsdata

    return pathlib.Path(airportsdata.__file__).parent


def rows(path):
    with open(path, encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)


def write(name, header, lines):
    with open(HERE / name, "w", encoding="utf-8", newline="") as target:
        out = csv.writer(target, lineterminator="\n")
        out.writerow(header)
        out.writerows(sorted(lines))
    print(f"{name}: {len(lines)} rows")


folder = package_folder()
write(
    "airports.csv",
    COLUMNS.values(),
    [[row[key].strip() for key in COLUMNS] for row in rows(folder / "airports.csv") if row["iata"]],
)
write(
    "metros.csv",
    ["metro", "city", "country", "iata"],
    [[row["City Code"], row["City Name"], row["Country"], row["Airport Code"]]
     for row in rows(folder / "iata_macs.csv")],
)
