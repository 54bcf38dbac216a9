#!/usr/bin/python3
"""Prove that what the data files quote is in the documents they name.

Every fact rests on quotations of at most 80 characters, and a quotation on the document's text, the "seed". The
seeds are not part of the repository: where their folder is absent, the test says so and is skipped.

One document is printed in traditional characters with readings between them. It is compared after the readings are
taken out and ICU has turned the characters into simplified ones.

usage: test-quotations.py [DATA-FOLDER [SEEDS-FOLDER]]
"""

import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LONGEST_QUOTE = 80

SEEDS = {
    "ln-15fyp": ["001_*"],
    "ln-14fyp": ["000_*", "002_*"],
    "ln-gwr-2024": ["003_*"],
    "ly-14fyp": ["004_*"],
}
TRADITIONAL = {"ln-gwr-2024"}

DAMAGE = re.compile(
    r"""
      <[^<>\n]{1,200}>                  # a tag
    | \[\[[^\[\]\n]{1,200}\]\]          # a page mark
    | [(（][a-zü\u00e0-\u01dc]{1,6}[)）]  # the reading of the character before it: 大(dà)
    | [#*_`|\\~]                        # markdown
    | [\s\u200b\ufeff]                  # white space of any width
    """,
    re.VERBOSE,
)


def comparable(text):
    """The text as it is compared: what extraction and layout added is taken out."""
    return DAMAGE.sub("", text)


def simplified(text):
    """The text in simplified characters; the document writes 甯 for 宁, which ICU leaves."""
    converted = subprocess.run(
        ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Traditional-Simplified"],
        input=text.encode("utf-8"), stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return converted.replace("甯", "宁")


class Tap:
    """Counts and prints the test points; a point fails when it has diagnostics."""

    def __init__(self):
        self.points = 0
        self.failures = 0

    def point(self, name, diagnostics):
        self.points += 1
        if diagnostics:
            self.failures += 1
        print(f"{'not ok' if diagnostics else 'ok'} {self.points} - {name}")
        for diagnostic in diagnostics:
            print(f"# {diagnostic}")

    def finish(self):
        print(f"1..{self.points}")
        return 1 if self.failures else 0


def read_seeds(folder, document):
    """The comparable text of each seed of the document, and what is wrong with them."""
    if document not in SEEDS:
        return [], [f"document “{document}”: this test does not know its seeds"]
    texts, problems = [], []
    for pattern in SEEDS[document]:
        files = sorted(folder.glob(pattern))
        if not files:
            problems.append(f"document “{document}”: no seed {pattern} in {folder}")
        for file in files:
            text = comparable(file.read_text(encoding="utf-8"))
            texts.append(simplified(text) if document in TRADITIONAL else text)
    return texts, problems


class Passage:
    """What is quoted of one document at one place, and for which record."""

    def __init__(self, document, where, quotes):
        self.document = document
        self.where = where
        self.quotes = quotes


def of_claims(data, names):
    for file in sorted((data / "claims").glob("*.json")):
        claims = json.loads(file.read_text(encoding="utf-8"))
        for group in claims["groups"]:
            for record in group["records"]:
                where = f"{file.name} {record['place']} {names.get(record['place'], '?')}"
                yield Passage(claims["document"], where, record["quotes"])


def of_projects(data):
    for file in sorted((data / "projects").glob("*.json")):
        projects = json.loads(file.read_text(encoding="utf-8"))
        for record in projects["projects"]:
            for statement in record["statements"]:
                yield Passage(projects["document"], f"{file.name} {record['id']}", statement["quotes"])


def of_sourced(data, name):
    """The passages of the records of one file that name their sources themselves, and of their places."""
    for record in json.loads((data / f"{name}.json").read_text(encoding="utf-8"))[name]:
        for holder in [record, *record.get("places", [])]:
            where = f"{name}.json {record['id']} {holder.get('code', '')}".rstrip()
            for source in holder["sources"]:
                yield Passage(source["document"], where, source["quotes"])


def check_quotes(passage, seeds):
    problems = [] if passage.quotes else [f"{passage.where}: no quote at all"]
    for quote in passage.quotes:
        if len(quote) > LONGEST_QUOTE:
            problems.append(f"{passage.where}: quote has {len(quote)} characters, more than {LONGEST_QUOTE}: “{quote}”")
        if re.search(r"\s", quote):
            problems.append(f"{passage.where}: quote contains white space: “{quote}”")
        needle = comparable(quote)
        if not needle or not any(needle in seed for seed in seeds):
            problems.append(f"{passage.where}: quote is not in the document: “{quote}”")
    return problems


def check_claims(data, names):
    """Every claim has to stand in a quotation of its record word for word."""
    problems = []
    for file in sorted((data / "claims").glob("*.json")):
        for group in json.loads(file.read_text(encoding="utf-8"))["groups"]:
            for record in group["records"]:
                quotes = [comparable(quote) for quote in record["quotes"]]
                for field in ("positioning", "leading", "cultivated"):
                    for claim in record[field]:
                        needle = comparable(claim["printed"] if isinstance(claim, dict) else claim)
                        if not needle or not any(needle in quote for quote in quotes):
                            where = f"{file.name} {record['place']} {names.get(record['place'], '?')}"
                            problems.append(f"{where}: {field} “{needle}” is in no quote of the record")
    return problems


def main(arguments):
    data = Path(arguments[0]) if arguments else PROJECT / "data"
    folder = Path(arguments[1]) if len(arguments) > 1 else PROJECT.parent / "shared" / "seeds"
    if not folder.is_dir():
        print(f"1..0 # SKIP no folder {folder} with the documents' text")
        return 0

    places = json.loads((data / "places.json").read_text(encoding="utf-8"))["places"]
    names = {place["code"]: place["name"] for place in places}
    kinds = {
        "claims": of_claims(data, names),
        "projects": of_projects(data),
        **{name: of_sourced(data, name) for name in ("clusters", "zones", "indicators")},
    }
    seeds = {}
    tap = Tap()
    for kind, passages in kinds.items():
        by_document = defaultdict(list)
        for passage in passages:
            by_document[passage.document].append(passage)
        tap.point(f"there are {kind} to check", [] if by_document else ["none found"])
        for document, found in sorted(by_document.items()):
            if document not in seeds:
                seeds[document], problems = read_seeds(folder, document)
                tap.point(f"{document}: seeds", problems)
            problems = [problem for passage in found for problem in check_quotes(passage, seeds[document])]
            tap.point(f"{kind} of {document}: {len(found)} passages are in the document", problems)
    tap.point("every claim is in a quote of its record", check_claims(data, names))
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
