#!/usr/bin/python3
"""Prove that what data/claims/*.json quotes is in the documents it names.

A claim rests on a quotation of at most 80 characters, and the quotation on the document's text, the "seed". The
seeds are not part of the repository: where their folder is absent, the test says so and is skipped.

usage: test-quotations.py [DATA-FOLDER [SEEDS-FOLDER]]
"""

import json
import re
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LONGEST_QUOTE = 80

SEEDS = {
    "ln-15fyp": ["001_*"],
    "ln-14fyp": ["000_*", "002_*"],
    "ln-gwr-2024": ["003_*"],
    "ly-14fyp": ["004_*"],
}

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
        texts.extend(comparable(file.read_text(encoding="utf-8")) for file in files)
    return texts, problems


def check_quotes(record, seeds):
    problems = []
    if not record["quotes"]:
        problems.append("no quote at all")
    for quote in record["quotes"]:
        if len(quote) > LONGEST_QUOTE:
            problems.append(f"quote has {len(quote)} characters, more than {LONGEST_QUOTE}: “{quote}”")
        if re.search(r"\s", quote):
            problems.append(f"quote contains white space: “{quote}”")
        needle = comparable(quote)
        if not needle or not any(needle in seed for seed in seeds):
            problems.append(f"quote is not in the document: “{quote}”")
    return problems


def check_claims(record):
    problems = []
    quotes = [comparable(quote) for quote in record["quotes"]]
    for field in ("positioning", "leading", "cultivated"):
        for claim in record[field]:
            printed = claim["printed"] if isinstance(claim, dict) else claim
            needle = comparable(printed)
            if not needle or not any(needle in quote for quote in quotes):
                problems.append(f"{field} “{printed}” is in no quote of the record: {record['quotes']}")
    return problems


def check_file(tap, file, data, seeds_folder, names):
    claims = json.loads(file.read_text(encoding="utf-8"))
    document = claims["document"]
    seeds, problems = read_seeds(seeds_folder, document)
    tap.point(f"{document}: seeds", problems)

    for group in claims["groups"]:
        quote_problems, claim_problems = [], []
        for record in group["records"]:
            place = record["place"]
            where = f"{file.relative_to(data)} {place} {names.get(place, '?')}"
            quote_problems += [f"{where}: {problem}" for problem in check_quotes(record, seeds)]
            claim_problems += [f"{where}: {problem}" for problem in check_claims(record)]
        title = f"{document} {group['chapter']}{group['section']} {group['box'] or ''}".strip()
        tap.point(f"{title}: quotes of {len(group['records'])} records are in the document", quote_problems)
        tap.point(f"{title}: every claim is in a quote", claim_problems)


def main(arguments):
    data = Path(arguments[0]) if arguments else PROJECT / "data"
    seeds = Path(arguments[1]) if len(arguments) > 1 else PROJECT.parent / "shared" / "seeds"
    if not seeds.is_dir():
        print(f"1..0 # SKIP no folder {seeds} with the documents' text")
        return 0

    places = json.loads((data / "places.json").read_text(encoding="utf-8"))["places"]
    names = {place["code"]: place["name"] for place in places}
    files = sorted((data / "claims").glob("*.json"))

    tap = Tap()
    tap.point("there are claims to check", [] if files else [f"no file in {data / 'claims'}"])
    for file in files:
        check_file(tap, file, data, seeds, names)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
