#!/usr/bin/python3
"""Prove that a place which a record calls named is named in what the record quotes.

What is only known from elsewhere has to say so ("inferred", with the reason). Needs no documents.

usage: test-named-places.py [DATA-FOLDER]
"""

import json
import re
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

# What holds the name of a place and is none.
TRAPS = ("沿海城市", "丹东港", "太子河")

# Where the text means another place by a name than everywhere else: the autonomous counties among the national
# minority areas are called by their short names there.
MEANT = {("民族地区", "210521"): "本溪", ("民族地区", "210921"): "阜新"}


def comparable(text):
    """Without brackets: 锦（州）盘（锦） names 锦州 and 盘锦."""
    return re.sub(r"[（）()\s]", "", text)


def names_of(place):
    names = {place["name"], place["short_name"], *(alias["name"] for alias in place["aliases"])}
    return {name for name in names if len(name) > 1}


def is_named(place, quotes, record):
    text = comparable("\n".join(quotes))
    for trap in TRAPS:
        if trap != "太子河" or "太子河区" not in text:
            text = text.replace(trap, trap[:2] if trap == "丹东港" else "…")
    meant = MEANT.get((record, place["code"]))
    return any(name in text for name in names_of(place)) or (meant is not None and meant in text)


def records_of(data):
    """Every place of every record: where, the record's id, the place's entry and what is quoted for it."""
    for file in sorted((data / "projects").glob("*.json")):
        for record in json.loads(file.read_text(encoding="utf-8"))["projects"]:
            quotes = [quote for statement in record["statements"] for quote in statement["quotes"]]
            for entry in record["places"]:
                yield f"{file.name} {record['id']}", record["id"], entry, quotes
    for name in ("clusters", "zones"):
        for record in json.loads((data / f"{name}.json").read_text(encoding="utf-8"))[name]:
            for entry in record["places"]:
                quotes = [quote for source in entry["sources"] for quote in source["quotes"]]
                yield f"{name}.json {record['id']}", record["id"], entry, quotes


def main(arguments):
    data = Path(arguments[0]) if arguments else PROJECT / "data"
    places = {place["code"]: place
              for place in json.loads((data / "places.json").read_text(encoding="utf-8"))["places"]}
    count, problems = 0, []
    for where, record, entry, quotes in records_of(data):
        if "inferred" in entry:
            continue
        count += 1
        if not is_named(places[entry["code"]], quotes, record):
            problems.append(f"{where}: {places[entry['code']]['name']} is not named in {quotes}")
    print("1..1")
    print(f"{'not ok' if problems or count == 0 else 'ok'} 1 - {count} places are named where a record says so")
    for problem in problems:
        print(f"# {problem}")
    return 1 if problems or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
