#!/usr/bin/python3
"""Prove that nothing was left out of the documents' project boxes.

The text of every project box is taken from the document (the "seed") item by item. An item that names a place of the
province, or any item of the plan of one city, has to be quoted by a fact of the data set, or to be listed below with
the reason why it is none. Where the folder of the documents is absent, the test says so and is skipped.

usage: test-boxes.py [DATA-FOLDER [SEEDS-FOLDER]]
"""

import importlib.util
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

# The boxes that list projects and works. A box that has lost its heading in the seed starts at the text given.
BOXES = {
    "ln-15fyp": {**{f"专栏{number}": None for number in (6, 7, 15, 16, 17, 18, 22, 23, 24, 25, 27, 28, 31, 38, 39)},
                 "专栏26": "(一)防洪减灾工程。"},
    "ly-14fyp": {**{f"专栏{number}": None for number in (4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17)},
                 "专栏3": "钢铁产业:1.高纯新材料"},
    "ln-14fyp": {f"专栏{number}": None for number in (35, 36, 37, 39, 41)},
}

# The plan of one city speaks of that city alone, so each of its items counts, whether it names a place or not.
OF_ONE_CITY = {"ly-14fyp"}

# Items that are no fact of a place, each with how it begins and the reason.
LEFT_OUT = json.loads((Path(__file__).parent / "items-left-out.json").read_text(encoding="utf-8"))

ENUMERATOR = re.compile(r"[（(][一二三四五六七八九十]+[）)]|(?<![\d.])\d{1,2}\.(?!\d)|(?:^|。)[一二三四五六]、|；|;")
LIST_BEGINS = re.compile(r"^[#*]*[（(][一二三四五六七八九十]+[）)]|\d\.|[一二三四五六]、|^\w{2,9}[（）国省道]*[:：]")
SHORTEST_ITEM = 4
SHORTEST_OVERLAP = 6

# What holds the name of a place and is none.
TRAPS = ("沿海城市", "丹东港", "太子河")


def load_quotations_test():
    spec = importlib.util.spec_from_file_location("quotations", Path(__file__).parent / "test-quotations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


quotations = load_quotations_test()


def lines_of(folder, document):
    for pattern in quotations.SEEDS[document]:
        for file in sorted(folder.glob(pattern)):
            for line in re.sub(r"</?p>", "\n", file.read_text(encoding="utf-8")).split("\n"):
                yield quotations.comparable(line)
            yield "第末章"


def text_of_box(lines, name, start):
    """The lines of a box: up to the next box, chapter or section."""
    inside = False
    for line in lines:
        if re.match(rf"{name}(?!\d)", line) or (start and line.startswith(start)):
            inside = True
        elif re.match(r"专栏\d+|第[一二三四五六七八九十末]+[章节]", line):
            inside = False
        if inside and line and not re.match(rf"{name}(?!\d)", line):
            yield line


def items_of_box(lines, name, start):
    """The items of a box, each as the clauses it is made of; a paragraph may go on over a page break."""
    text, listed = [], False
    for line in text_of_box(lines, name, start):
        begins = bool(LIST_BEGINS.search(line))
        # Running text may follow a box; it begins with a line that lists nothing.
        if listed and not begins and text[-1].endswith(("。", "；")):
            break
        listed = listed or begins
        if listed:
            text.append(line)
    for item in ENUMERATOR.split("".join(text)):
        clauses = [clause for clause in re.split(r"[，。,]", item)
                   if len(clause) >= SHORTEST_ITEM and not clause.endswith(("：", ":"))]
        if clauses:
            yield clauses


class Fact:
    """What one record quotes of one document, and the places it is tied to."""

    def __init__(self, quotes, places):
        self.clauses = [part for quote in quotes
                        for part in re.split(r"[，。,；;]", quotations.comparable(quote)) if len(part) >= SHORTEST_ITEM]
        self.places = places

    def speaks_of(self, clause):
        return any(own in clause or clause in own or _overlap(own, clause) for own in self.clauses)


def _overlap(first, second):
    """Whether one ends as the other begins, over half of the shorter: a quotation may be cut anywhere."""
    least = min(len(first), len(second)) // 2
    return least >= SHORTEST_OVERLAP and any(a.endswith(b[:least]) or a.startswith(b[-least:]) for a, b in ((first, second), (second, first)))


def facts_by_document(data):
    facts = defaultdict(list)
    for file in sorted((data / "projects").glob("*.json")):
        projects = json.loads(file.read_text(encoding="utf-8"))
        for record in projects["projects"]:
            places = {place["code"] for place in record["places"]}
            quotes = [quote for statement in record["statements"] for quote in statement["quotes"]]
            facts[projects["document"]].append(Fact(quotes, places))
    for name in ("clusters", "zones"):
        for record in json.loads((data / f"{name}.json").read_text(encoding="utf-8"))[name]:
            for holder in record["places"]:
                for source in holder["sources"]:
                    facts[source["document"]].append(Fact(source["quotes"], {holder["code"]}))
    return facts


def places_named_in(clause, places):
    """The codes of the places a clause names, each once; a longer name hides the shorter one in it."""
    for trap in TRAPS:
        clause = clause.replace(trap, "…")
    for name, code in places:
        if name in clause:
            clause = clause.replace(name, "…")
            yield code


def is_tied(clause, code, facts):
    """Whether a fact that quotes the clause is tied to the place, to its city or to a part of it."""
    return any(place[:4] == code[:4] and (place == code or "00" in (place[4:], code[4:]))
               for fact in facts if fact.speaks_of(clause) for place in fact.places)


def find_missing(document, item, facts, places):
    """What of an item no fact covers: the whole item, or a place it names."""
    if document in OF_ONE_CITY:
        if not any(fact.speaks_of(clause) for fact in facts for clause in item):
            yield item[0]
        return
    for clause in item:
        for code in places_named_in(clause, places):
            if not is_tied(clause, code, facts):
                yield f"{clause} ({code})"


def read_places(data):
    """Names and short names with their codes, longest first; a city comes before a county of the same name."""
    records = json.loads((data / "places.json").read_text(encoding="utf-8"))["places"]
    names = {}
    for record in sorted(records, key=lambda place: place["level"] != "prefecture-level-city"):
        for name in (record["name"], record["short_name"]):
            names.setdefault(name, record["code"])
    return sorted(names.items(), key=lambda pair: -len(pair[0]))


def left_out(document, box, item):
    return any(item.startswith(entry["item"]) for entry in LEFT_OUT
               if (entry["document"], entry["box"]) == (document, box))


def main(arguments):
    data = Path(arguments[0]) if arguments else PROJECT / "data"
    folder = Path(arguments[1]) if len(arguments) > 1 else PROJECT.parent / "shared" / "seeds"
    if not folder.is_dir():
        print(f"1..0 # SKIP no folder {folder} with the documents' text")
        return 0

    places = read_places(data)
    facts = facts_by_document(data)
    used = set()
    tap = quotations.Tap()
    for document, boxes in BOXES.items():
        lines = list(lines_of(folder, document))
        for box, start in boxes.items():
            items = list(items_of_box(lines, box, start))
            missing = [what for item in items for what in find_missing(document, item, facts[document], places)]
            problems = [f"no fact: {item}" for item in missing if not left_out(document, box, item)]
            used.update((document, box, item) for item in missing)
            if not items:
                problems.append("the box was not found in the document")
            tap.point(f"{document} {box}: what its {len(items)} items say of places is in the data set", problems)
    stale = [f"{entry['document']} {entry['box']} {entry['item']}" for entry in LEFT_OUT
             if not any(item.startswith(entry["item"]) for document, box, item in used
                        if (document, box) == (entry["document"], entry["box"]))]
    tap.point("every item listed as left out is still missing", stale)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
