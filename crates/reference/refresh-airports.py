#!/usr/bin/env python3
"""Rebuilds data/airports.csv and airports/second-source.csv out of several sources.

Usage: python3 refresh-airports.py FOLDER, with the files in FOLDER that
docs/data.md names. Needs timezonefinder besides.

What the sources agree on is taken; what they do not is settled in
airports/settlements.csv and airports/corrections.csv, each row with its reason.
What is neither stops the build and is listed.
"""
import csv
import math
import pathlib
import re
import sys
import unicodedata
from collections import defaultdict

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "airports"))
import sources  # noqa: E402

#: Positions further apart than this, in kilometres, do not agree.
AGREE = 3.0
#: Positions nearer to each other than this are the same.
SAME = 1.0
#: What is this far apart is another airport.
OTHER = 100.0

#: Zones by country and position that go by the name of another: flights in
#: Xinjiang are in Beijing time, and the north of Vietnam has had Saigon's since 1975.
BY_THE_CLOCK_OF = {("CN", "Asia/Urumqi"): "Asia/Shanghai", ("VN", "Asia/Bangkok"): "Asia/Ho_Chi_Minh"}

COLUMNS = ["iata", "name", "city", "subdivision", "country", "lat", "lon", "tz", "icao", "kind", "scheduled", "source", "also"]


def kilometres(a, b):
    """On a sphere: good enough to say whether two positions agree."""
    rad = math.radians
    x = math.sin(rad(b[0] - a[0]) / 2) ** 2
    x += math.cos(rad(a[0])) * math.cos(rad(b[0])) * math.sin(rad(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, x)))


class Near:
    """Places by degree, to find those near a position."""

    def __init__(self, places):
        self.cells = defaultdict(list)
        for place in places:
            self.cells[round(place.lat), round(place.lon)].append(place)

    def of(self, at, km=AGREE):
        wide = 1 + int(abs(at[0]) > 60) + 3 * int(abs(at[0]) > 75)
        cells = [(round(at[0]) + i, round(at[1]) + j) for i in (-1, 0, 1) for j in range(-wide, wide + 1)]
        found = [place for cell in cells for place in self.cells[cell] if kilometres(at, place.at) <= km]
        return sorted(found, key=lambda place: kilometres(at, place.at))


#: Words that say nothing about which airport it is.
COMMON = set("airport airfield international intl regional municipal the de el la of aerodrome airstrip field".split())


def words(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return set(re.findall(r"[a-z0-9]+", plain)) - COMMON


def is_other_name(name, known):
    """Whether no word of a name is in the one that is known."""
    return not words(name) & words(known)


def plain_city(city):
    return re.sub(r"\s*\(.*?\)|,.*", "", city).strip()


def plain_name(name):
    return re.sub(r"\s+(International|Regional|Airport|Aerodrome|Airfield|Airstrip|Heliport|Seaplane Base)\b", "", name).strip()


def table(name):
    """The rows of a checked-in table."""
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_code(rows):
    return {row["iata"]: row for row in rows}


class Build:
    def __init__(self, folder):
        self.sources = sources.read(folder, HERE / "airports/ministry.csv")
        self.settled = by_code(table("airports/settlements.csv"))
        self.corrections = table("airports/corrections.csv")
        # Codes that the base leaves to the additions, for they are another's now or nobody's.
        self.elsewhere = {row["iata"] for row in table("data/airports-additions.csv") if not row["former"]}
        self.closed = {row["iata"] for row in table("data/closed-airports.csv")}
        self.our_places = Near(self.sources.ourairports_places)
        self.open_places = Near([p for p in self.sources.ourairports_places if p.kind not in ("closed", "heliport")])
        self.ad_places = Near(self.sources.airportsdata_places)
        self.open_points = []

    def codes(self):
        """All of airportsdata, what has scheduled flights or some size elsewhere, and the ministry's."""
        s = self.sources
        wanted = {code for code, row in s.ourairports.items() if row.scheduled or self.is_proven(code, row)}
        known = set(s.airportsdata) | wanted | set(s.ministry) | {c for c, r in self.settled.items() if r["take"] == "position"}
        # Old tickets name what has lost its code since; where another code has taken it over, that one is enough.
        taken = Near([(s.airportsdata | s.ourairports)[code] for code in known if code not in s.ministry or code in s.ourairports])
        for code, row in s.of_2022.items():
            if code not in known and (row.scheduled or row.kind in ("large", "medium")):
                if self.confirmed(code, row) and not taken.of(row.at, SAME):
                    row.scheduled = False
                    s.ourairports[code] = row
                    known.add(code)
        left_out = {code for code, row in self.settled.items() if row["take"] == "nothing"}
        return sorted(known - self.elsewhere - left_out)

    def is_proven(self, code, row):
        """Whether an airport without scheduled flights is worth a row: of some size, and known elsewhere."""
        return row.kind in ("large", "medium") and (self.confirmed(code, row) or self.ad_places.of(row.at))

    def position(self, code):
        """Where an airport is, by which source, and the second source that agrees:
        (lat, lon), letter of the first, name and position of the second."""
        s = self.sources
        ad, our = s.airportsdata.get(code), s.ourairports.get(code) or s.ministry.get(code)
        settled = self.settled.get(code)
        if settled and settled["take"] == "position":
            return (float(settled["lat"]), float(settled["lon"])), "s", "settled", None
        if settled:
            taken = {"airportsdata": ad, "ourairports": our}[settled["take"]]
            return taken.at, "s", "settled", None
        if ad and our and kilometres(ad.at, our.at) <= AGREE:
            first, letter, second, name = (ad, "a", our, "ourairports")
            other = s.opentraveldata.get(code)
            # Of two that agree roughly, the one that a third confirms.
            if other and kilometres(our.at, other.at) < SAME < kilometres(ad.at, other.at):
                first, letter, second, name = (our, "o", ad, "airportsdata")
            return first.at, letter, name, second.at
        if ad and our:
            # OurAirports is mended by who sees the runway; a third source must confirm it.
            if self.confirmed(code, our):
                return our.at, "o", "opentraveldata", None
            self.open_points.append((code, "apart", ad, our))
            return our.at, "?", "", None
        if ad:
            near = [p for p in self.our_places.of(ad.at) if p.kind != "heliport"]
            if near:
                return ad.at, "a", "ourairports", near[0].at
            if self.confirmed(code, ad):
                return ad.at, "a", "opentraveldata", None
            self.open_points.append((code, "airportsdata only", ad, None))
            return ad.at, "?", "", None
        near = self.ad_places.of(our.at)
        if near:
            return our.at, "o", "airportsdata", near[0].at
        if self.confirmed(code, our):
            return our.at, "o", "opentraveldata", None
        if code in s.ministry:
            return our.at, "o", "ministry", s.ministry[code].at
        self.open_points.append((code, "OurAirports only", None, our))
        return our.at, "?", "", None

    def confirmed(self, code, airport):
        """Whether OpenTravelData has it there. Its own position is not copied."""
        third = self.sources.opentraveldata.get(code)
        return third and kilometres(third.at, airport.at) <= AGREE

    def row(self, code):
        s = self.sources
        at, letter, second, second_at = self.position(code)
        ad, our = s.airportsdata.get(code), s.ourairports.get(code)
        moved = ad and kilometres(ad.at, at) > AGREE
        here = our if our and kilometres(our.at, at) <= AGREE else None
        if not here:
            near = [p for p in self.open_places.of(at, SAME) if not p.iata or p.iata == code]
            here = near[0] if near else None
        first = here if (moved and here) or not ad else ad
        scheduled = code not in self.closed and (bool(here and here.scheduled) or code in s.ministry)
        # OurAirports follows who renames an airport that people fly from.
        named = here if here and scheduled else first
        row = dict.fromkeys(COLUMNS, "")
        row.update(
            iata=code, name=named.name, city=first.city, country=first.country,
            lat=f"{at[0]:.4f}", lon=f"{at[1]:.4f}", source=letter,
        )
        if ad and not moved and is_other_name(ad.name, named.name):
            row["also"] = ad.name
        same_country = ad and ad.country == row["country"]
        row["subdivision"] = ad.subdivision if same_country else ""
        # A wrong position is no reason to doubt the city, another airport is.
        if ad and ad.city and kilometres(ad.at, at) < OTHER:
            row["city"] = ad.city
        # OurAirports adds district and county. A strip without a town is called after itself.
        row["city"] = row["city"] if row["city"] and first is ad else plain_city(row["city"] or (here.city if here else ""))
        row["city"] = row["city"] or plain_name(row["name"])
        if row["country"] == "FR" and "/" in row["city"]:
            # Behind the stroke stands the field, not a second town.
            row["city"] = row["city"].split("/")[0].strip()
            known = plain_city(here.city) if here else ""
            row["city"] = known if words(known) == words(row["city"]) else row["city"]
        row["icao"] = (here.icao if here and here.icao else "") or (ad.icao if ad and not moved else "")
        row["kind"] = here.kind if here else ""
        row["scheduled"] = "yes" if scheduled else ""
        return row, (code, second, second_at)

    def addition(self, row):
        """The second source of an airport of the additions: any place there will do, closed ones too."""
        at = (float(row["lat"]), float(row["lon"]))
        for name, places in (("ourairports", self.our_places), ("airportsdata", self.ad_places)):
            near = places.of(at)
            if near:
                return name, near[0].at
        third = self.sources.opentraveldata.get(row["iata"])
        if third and kilometres(third.at, at) <= AGREE:
            return "opentraveldata", at
        self.open_points.append((row["iata"], "an addition that no source has", row, None))
        return "", at

    def corrected(self, rows):
        """The table after what is corrected by hand."""
        for correction in self.corrections:
            code, column, value = correction["iata"], correction["column"], correction["value"]
            if code not in rows:
                raise SystemExit(f"corrections.csv: there is no {code}")
            if rows[code][column] == value:
                print(f"corrections.csv: {code} {column} is {value!r} already")
            rows[code][column] = value
        return rows


def zones(rows):
    """The zone in which each position lies."""
    from timezonefinder import TimezoneFinder

    finder = TimezoneFinder(in_memory=True)
    return {code: finder.timezone_at(lat=float(row["lat"]), lng=float(row["lon"])) for code, row in rows.items()}


def write(name, header, lines):
    with open(HERE / name, "w", encoding="utf-8", newline="") as target:
        out = csv.writer(target, lineterminator="\n")
        out.writerow(header)
        out.writerows(lines)
    print(f"{name}: {len(lines)} rows")


def main():
    folder = pathlib.Path(sys.argv[1])
    build = Build(folder)
    built = {code: build.row(code) for code in build.codes()}
    rows = build.corrected({code: row for code, (row, _) in built.items()})
    corrected_zones = {c["iata"] for c in build.corrections if c["column"] == "tz"}
    lying_in = zones(rows)
    for code, zone in lying_in.items():
        if code not in corrected_zones:
            if zone.startswith("Etc/"):
                build.open_points.append((code, "at sea", rows[code], None))
            rows[code]["tz"] = BY_THE_CLOCK_OF.get((rows[code]["country"], zone), zone)
    seconds = []
    for code, (row, (_, second, at)) in built.items():
        # Where the second source is not ours to copy, the position that it was held against.
        lat, lon = (f"{x:.4f}" for x in at) if at else (row["lat"], row["lon"])
        seconds.append([code, "", second, lat, lon, lying_in[code]])
    additions = table("data/airports-additions.csv")
    lying_in = zones(dict(enumerate(additions)))
    for index, row in enumerate(additions):
        second, at = build.addition(row)
        seconds.append([row["iata"], row["valid_to"], second, *(f"{x:.4f}" for x in at), lying_in[index]])
    for point in build.open_points:
        print(*point)
    write("data/airports.csv", COLUMNS, [[row[column] for column in COLUMNS] for row in rows.values()])
    write("airports/second-source.csv", ["iata", "until", "source", "lat", "lon", "zone"], sorted(seconds))
    if build.open_points:
        raise SystemExit(f"{len(build.open_points)} points are open")


main()
