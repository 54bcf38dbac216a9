#!/usr/bin/python3
"""Hold every JSON file of data/ against its schema in tests/data/schemas, and the schemas against wrong records.

The schemas say what a record looks like, for people and their editors; `compile` also knows what it means (a place that
exists, a quotation that holds the name).

usage: test-schemas.py [DATA-FOLDER]
"""

import copy
import importlib.util
import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, RefResolver

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
SCHEMAS = HERE / "schemas"
ABSENT = object()

# Of each kind of file: a record that is made wrong in one point, as the way to the field and what is put there.
WRONG = {
    "meta": [
        (["version"], "2026-05-2"),
        (["version"], ABSENT),
        (["date"], "2026"),
    ],
    "documents": [
        (["documents", 0, "kind"], "law"),
        (["documents", 0, "period"], "2026–2030"),
        (["documents", 0, "published"], "2026年5月"),
        (["documents", 0, "boxes", "专栏 25"], "现代综合交通重大项目"),
        (["documents", 0, "boxes", "专栏25"], ""),
        (["documents", 2, "territory", "inferred"], ABSENT),
    ],
    "places": [
        (["places", 0, "code"], "2101"),
        (["places", 0, "parent"], "210000"),
        (["places", 1, "parent"], None),
        (["places", 0, "pinyin"], "Shen3yang2"),
        (["places", 0, "seat"], [41.8, 123.4]),
        (["places", 0, "level"], "city"),
        (["places", 0, "mayor"], "—"),
    ],
    "families": [
        (["families", 0, "divisions"], ["C34"]),
        (["families", 0, "divisions"], []),
        (["families", 0, "clusters"], ABSENT),
        (["families", 0, "terms"], ["轴承", "轴承"]),
    ],
    "claims": [
        (["groups", 0, "records", 0, "quotes"], []),
        (["groups", 0, "records", 0, "quotes"], ["字" * 81]),
        (["groups", 0, "records", 0, "positioning"], [{"text": "轴承之都", "printed": "轴承之部"}]),
        (["groups", 0, "records", 0, "leading"], ["轴承 "]),
        (["groups", 0, "chapter"], "11"),
    ],
    "projects": [
        (["projects", 0, "statements", 0, "quotes"], ["续建 电站"]),
        (["projects", 0, "statements", 0, "quotes"], ABSENT),
        (["projects", 0, "statements", 0, "stage"], "building"),
        (["projects", 0, "statements", 0, "heading"], ""),
        (["projects", 0, "statements", 0, "period"], "“十四五”"),
        (["projects", 0, "statements", 0, "amount"], {"number": "3", "unit": "亿元"}),
        (["projects", 0, "statements", 0, "capacity"], [{"number": 3}]),
        (["projects", 0, "statements"], []),
        (["projects", 0, "places"], [{"code": "210281", "inferred": ""}]),
        (["projects", 0, "category"], "高速"),
        (["projects", 0, "printed"], "电占"),
        (["projects", 0, "state"], "done"),
    ],
    "clusters": [
        (["clusters", 0, "tier"], "省级"),
        (["clusters", 0, "tier"], ABSENT),
        (["clusters", 0, "kind"], "future-field"),
        (["clusters", 0, "paragraph"], "yes"),
        (["clusters", 0, "target_2030"], {"text": "1.2万亿元", "number": 12000}),
        (["clusters", 0, "places", 0, "role"], ABSENT),
        (["clusters", 0, "places", 0, "sources"], []),
    ],
    "zones": [
        (["zones", 0, "kind"], "city"),
        (["zones", 0, "places"], []),
        (["zones", 0, "extends_to_counties"], False),
        (["zones", 0, "repair"], "甯改为宁"),
        (["zones", 0, "sources", 0, "document"], "辽宁省“十五五”规划纲要"),
    ],
    "indicators": [
        (["indicators", 0, "nature"], "预期"),
        (["indicators", 0, "territory"], "辽宁"),
        (["indicators", 0, "values", 0, "text"], ABSENT),
        (["indicators", 0, "values", 0, "number"], "3.7"),
        (["indicators", 0, "values", 0, "heading"], ABSENT),
        (["indicators", 0, "sources"], ABSENT),
    ],
}


def load_tap():
    spec = importlib.util.spec_from_file_location("quotations", HERE / "test-quotations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Tap()


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def get_schema_name(file, data):
    """A folder holds one file a document, of one kind: claims/ln-15fyp.json is of claims."""
    relative = file.relative_to(data)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def load_validators():
    schemas = {file.name: read(file) for file in sorted(SCHEMAS.glob("*.schema.json"))}
    return {name: Draft202012Validator(schema, resolver=RefResolver.from_schema(schema, store=schemas))
            for name, schema in schemas.items()}


def describe(error):
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.absolute_path)
    return f"{where.lstrip('.') or 'the file'}: {error.message[:200]}"


def walk(schema, where=""):
    yield where, schema
    for key, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if isinstance(value, (dict, list)):
            yield from walk(value, f"{where}/{key}")


def check_strict(schema):
    """An object allows no field that nobody reads, and tells an editor what each of its fields is."""
    problems = []
    for where, part in walk(schema):
        if not isinstance(part, dict) or part.get("type") != "object":
            continue
        if part.get("additionalProperties", True) is True:
            problems.append(f"{where} allows any field")
        for name, field in part.get("properties", {}).items():
            if "description" not in field and "$ref" not in field:
                problems.append(f"{where}/properties/{name} has no description")
    return problems


def check_definitions(schema):
    return [f"$defs/{name} has no description" for name, part in schema.get("$defs", {}).items()
            if "description" not in part]


def make_wrong(document, way, value):
    wrong = copy.deepcopy(document)
    parent = wrong
    for part in way[:-1]:
        parent = parent[part]
    if value is ABSENT:
        del parent[way[-1]]
    else:
        parent[way[-1]] = value
    return wrong


def check_refusals(validator, document, cases):
    """Each wrong record is refused for the field that is wrong, and for no other record."""
    problems = []
    for way, value in cases:
        errors = list(validator.iter_errors(make_wrong(document, way, value)))
        label = "/".join(map(str, way)) + (" left out" if value is ABSENT else f" = {value!r}"[:60])
        if not errors:
            problems.append(f"accepted: {label}")
        for error in errors:
            if list(error.absolute_path)[: len(way) - 1] != way[:-1]:
                problems.append(f"{label} is blamed on {describe(error)}")
    return problems


def main(arguments):
    data = Path(arguments[0]) if arguments else PROJECT / "data"
    tap = load_tap()
    validators = load_validators()

    for name, validator in validators.items():
        Draft202012Validator.check_schema(validator.schema)
        tap.point(f"{name} is strict and describes its fields",
                  check_strict(validator.schema) + check_definitions(validator.schema))

    examples = {}
    for file in sorted(data.rglob("*.json")):
        name = get_schema_name(file, data)
        validator = validators.get(f"{name}.schema.json")
        if validator is None:
            tap.point(f"{file.relative_to(data)}", [f"there is no {name}.schema.json in {SCHEMAS}"])
            continue
        document = read(file)
        tap.point(f"{file.relative_to(data)} is as {name}.schema.json says",
                  [describe(error) for error in validator.iter_errors(document)][:20])
        examples.setdefault(name, document)

    for name in sorted(examples):
        tap.point(f"{name}.schema.json refuses {len(WRONG[name])} wrong records",
                  check_refusals(validators[f"{name}.schema.json"], examples[name], WRONG[name]))
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
