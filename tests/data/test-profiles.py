#!/usr/bin/python3
"""Hold the places, the profiles and the families against facts that are known without them.

usage: test-profiles.py [DATA-FOLDER]
"""

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

LEVELS = {
    "prefecture-level-city": 14,
    "county": 17,
    "county-level-city": 16,
    "autonomous-county": 8,
    "district": 59,
}

SUFFIXES = {
    "prefecture-level-city": "市",
    "county": "县",
    "county-level-city": "市",
    "autonomous-county": "自治县",
    "district": "区",
}

# Initials that more than one of the 55 cities and counties share.
COLLISIONS = {
    "fs": {"抚顺市", "抚顺县"},
    "bx": {"本溪市", "本溪满族自治县"},
    "fx": {"阜新市", "阜新蒙古族自治县"},
    "ly": {"辽阳市", "辽阳县", "凌源市"},
    "tl": {"铁岭市", "铁岭县"},
    "cy": {"朝阳市", "朝阳县"},
}

# Readings that a converter gets wrong, or that are easily mistyped.
READINGS = {
    "长海县": "Chánghǎi",
    "朝阳市": "Cháoyáng",
    "朝阳县": "Cháoyáng",
    "调兵山市": "Diàobīngshān",
    "盖州市": "Gàizhōu",
    "北票市": "Běipiào",
    "喀喇沁左翼蒙古族自治县": "Kāzuǒ",
    "桓仁满族自治县": "Huánrén",
    "岫岩满族自治县": "Xiùyán",
    "宽甸满族自治县": "Kuāndiàn",
    "阜新蒙古族自治县": "Fùxīn",
    "葫芦岛市": "Húludǎo",
    "义县": "Yìxiàn",
    "瓦房店市": "Wǎfángdiàn",
    "绥中县": "Suízhōng",
    "大洼区": "Dàwā",
    "鲅鱼圈区": "Bàyúquān",
    "兴隆台区": "Xīnglóngtái",
    "弓长岭区": "Gōngchánglǐng",
    "于洪区": "Yúhóng",
    "沈北新区": "Shěnběi",
    "浑南区": "Húnnán",
}

# Names with one syllable in the neutral tone.
NEUTRAL = {"甘井子区", "双台子区", "葫芦岛市"}

# Names that are meant to find more than one place: both cities have a district of that name.
SHARED_NAMES = {"铁西区"}

FAMILIES = [
    "equipment", "petrochemical", "metallurgy", "materials", "energy", "food", "textile", "medicine",
    "automotive", "mining", "tourism", "ocean", "light-industry", "services", "digital", "future",
]

# Profiles where splitting the sentence into items is not mechanical, typed from the document once more:
# positioning, leading, cultivated.
GOLDEN = {
    # Members that share one 基地 stay together.
    "法库县": (["通用航空、新材料产业基地"], ["陶瓷及新材料", "航空", "新能源"], []),
    "新宾满族自治县": (["雪上运动、道地药材生产贸易基地"], ["中药材及农产品加工", "木制品加工"], []),
    "昌图县": (["现代农业、绿色能源产业基地"], ["现代农业（玉米、生猪）", "农机装备", "绿色能源"], []),
    "调兵山市": (["新兴生物化工、清洁能源发展基地"], ["生物化工", "特色装备制造"], []),
    "建平县": (["优质杂粮产业、以膨润土为主的非金属产业基地"], ["杂粮产业", "非金属新材料产业", "清洁能源"], []),
    "盘山县": (["石化及精细化工、水飞蓟研发生产等基地"], ["石化及精细化工", "农产品精深加工"], []),
    # 和 stands between two items of the list.
    "凌源市": (["钢铁冶金产业基地"], ["钢铁冶金产业", "蔬菜", "花卉"], []),
    "盘锦市": (
        ["石化及精细化工产业基地", "生态文明建设先进城市", "城乡融合共同富裕先导城市"],
        ["石化及精细化工", "新材料", "新能源"],
        ["粮食储备集散及精深加工产业"],
    ),
    # X及Y stays together; 等 goes only where it closes the list.
    "喀喇沁左翼蒙古族自治县": (["铸造产业先进县", "半导体新材料生产研发基地"], ["半导体新材料", "紫陶及钒钛"], []),
    "宽甸满族自治县": (["绿色发展先行县", "兴边富民县"], ["林产品种植加工", "硼镁等绿色矿山"], []),
    # The sentence lacks its 建设.
    "大石桥市": (["镁制品精深加工产业基地", "资源型城市绿色转型区"], ["镁制品及深加工", "金属制造"], []),
    # Brackets stay with their item.
    "庄河市": (["海上风电产业基地", "海洋文旅目的地"], ["清洁能源（风光火核储）", "装备制造"], []),
    "本溪市": (
        ["综合性钢铁产业基地", "国家级铁矿基地", "旅游康养城市"],
        ["冶金新材料", "绿色矿山产业", "文体旅+康（医）养融合产业"],
        ["生物医药及大健康产业"],
    ),
    # Positioning follows two verbs.
    "朝阳市": (
        ["辽冀蒙区域交通枢纽", "清洁能源产业基地", "现代农业强市"],
        ["钢铁冶金", "清洁能源", "农产品精深加工"],
        ["新能源产业"],
    ),
    # A wrong character is repaired, and 和 inside an item is no separator.
    "辽阳市": (
        ["芳烯烃精细化工产业基地", "金属材料精深加工产业基地", "重要战略资源生产和储备基地"],
        ["芳烯烃及精细化工", "金属材料精深加工"],
        ["生物基新材料产业"],
    ),
    # Not in the box; the text has no list of industries for them.
    "沈阳市": (
        ["国际化现代综合枢纽", "全国先进制造业中心", "东北现代服务业中心", "区域科技创新中心", "区域性文化中心"],
        [],
        [],
    ),
    "大连市": (["东北亚国际航运中心", "国际物流中心", "区域性金融中心", "陆海统筹的现代海洋城市"], [], []),
}

FIELDS = ("positioning", "leading", "cultivated")

# What is left of a sentence of the two boxes when each claim is replaced by a dot.
ITEMS = "·([、和]·)*(等产业|等优势产业)?"
SENTENCE = re.compile(rf"\w+[市县][。：](建设|发展)?{ITEMS}(，(建设|打造|发展|培育){ITEMS})*")


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


def load(file):
    return json.loads(file.read_text(encoding="utf-8"))


def differ(what, found, expected):
    return [] if found == expected else [f"{what}: found {found}, expected {expected}"]


def repeated(values):
    return [value for value, count in Counter(values).items() if count > 1]


def plain(pinyin):
    """Without tones, apostrophes and case: Tái'ān → taian, Lǚshùn → lvshun."""
    text = unicodedata.normalize("NFD", pinyin.lower()).replace("u\u0308", "v")
    return "".join(letter for letter in text if letter.isascii() and letter.isalpha())


def is_one_word(pinyin):
    """Whether this is a composed, capitalised word like Húludǎo or Tái'ān."""
    letters = pinyin.replace("'", "")
    return (letters.isalpha() and letters[0].isupper() and letters[1:].islower()
            and unicodedata.is_normalized("NFC", pinyin) and not pinyin.endswith("'"))


def count_tones(pinyin):
    macron, acute, caron, grave = "\u0304\u0301\u030c\u0300"
    return sum(letter in (macron, acute, caron, grave) for letter in unicodedata.normalize("NFD", pinyin))


def text_of(claim):
    return claim["text"] if isinstance(claim, dict) else claim


def printed_of(claim):
    return claim["printed"] if isinstance(claim, dict) else claim


def check_counts(tap, places):
    problems = differ("places", len(places), 114)
    problems += differ("levels", dict(Counter(place["level"] for place in places)), LEVELS)
    tap.point("114 places: 14 cities, 41 counties, 59 districts", problems)

    codes = [place["code"] for place in places]
    tap.point("codes are unique and in order", differ("codes", codes, sorted(set(codes))))


def check_names(tap, places):
    problems = []
    for place in places:
        name, short, level = place["name"], place["short_name"], place["level"]
        if not name.endswith(SUFFIXES[level]):
            problems.append(f"{name} is no {level}")
        if (level == "prefecture-level-city") != place["code"].endswith("00"):
            problems.append(f"{name}: code {place['code']} does not fit a {level}")
        if level == "district" and short != name:
            problems.append(f"{name}: a district has no short name, found {short}")
    tap.point("names fit the level", problems)

    meanings = defaultdict(set)
    problems = []
    for place in places:
        own = [place["name"], place["short_name"]]
        for alias in place["aliases"]:
            if alias["name"] in own:
                problems.append(f"{place['name']}: alias {alias['name']} says nothing new")
            own.append(alias["name"])
        for name in own:
            meanings[name].add(place["code"])
    shared = {name for name, codes in meanings.items() if len(codes) > 1}
    problems += differ("names of several places", shared, SHARED_NAMES)
    tap.point("a name, short name or alias means one place, but for those meant to be shared", problems)


def check_parents(tap, places):
    cities = {place["code"] for place in places if place["level"] == "prefecture-level-city"}
    problems = []
    for place in places:
        expected = None if place["code"] in cities else place["code"][:4] + "00"
        problems += differ(f"parent of {place['name']}", place["parent"], expected)
        if expected is not None and expected not in cities:
            problems.append(f"{place['name']}: {expected} is no city")
    tap.point("every unit belongs to the city of its code", problems)


def check_geometry(tap, places, units):
    by_code = {place["code"]: place for place in places}
    below_city = {code for code, place in by_code.items() if place["parent"] is not None}
    problems = differ("units", len(units), 100)
    if set(units) != below_city:
        problems.append(f"only in one of places and geometry: {sorted(set(units) ^ below_city)}")
    for code in sorted(set(units) & below_city):
        place, unit = by_code[code], units[code]
        problems += differ(f"name of {code}", place["name"], unit["name"])
        problems += differ(f"level of {code}", place["level"], unit["level"])
        problems += differ(f"parent of {code}", place["parent"], unit["city_code"])
        problems += differ(f"seat of {code}", place["seat"], [round(degree, 4) for degree in unit["seat"]])
    tap.point("the 100 units are those of units.geojson", problems)


def distance(a, b):
    """Kilometres along the great circle between two [longitude, latitude]."""
    across, up = radians(b[0] - a[0]) / 2, radians(b[1] - a[1]) / 2
    chord = sin(up) ** 2 + cos(radians(a[1])) * cos(radians(b[1])) * sin(across) ** 2
    return 2 * 6371 * asin(sqrt(chord))


def check_city_seats(tap, places):
    problems = []
    for city in (place for place in places if place["parent"] is None):
        districts = [place for place in places if place["parent"] == city["code"] and place["level"] == "district"]
        sums = [sum(distance(one["seat"], other["seat"]) for other in districts) for one in districts]
        # The seats are rounded here, the medoid was chosen before: equal within 50 m, and the first of these.
        middle = next(one for one, total in zip(districts, sums) if total < min(sums) + 0.05)
        problems += differ(f"seat of {city['name']} ({middle['name']})", city["seat"], middle["seat"])
    tap.point("a city's seat is the middle one of its districts' seats", problems)


def check_readings(tap, places):
    problems = []
    for place in places:
        spellings = [(place["name"], place["pinyin"])]
        spellings += [(alias["name"], alias["pinyin"]) for alias in place["aliases"]]
        for name, pinyin in spellings:
            if not is_one_word(pinyin):
                problems.append(f"{name}: “{pinyin}” is not written as one capitalised word")
        syllables = "".join(f"{initial}[a-z]+" for initial in place["initials"])
        if not re.fullmatch(syllables, plain(place["pinyin"])):
            problems.append(f"{place['name']}: initials {place['initials']} do not fit {place['pinyin']}")
        toned = len(place["initials"]) - (place["name"] in NEUTRAL)
        problems += differ(f"tones of {place['name']} {place['pinyin']}", count_tones(place["pinyin"]), toned)
    tap.point("readings are toned words, and initials fit them", problems)

    readings = {place["name"]: place["pinyin"] for place in places}
    problems = []
    for name, pinyin in READINGS.items():
        problems += differ(f"reading of {name}", readings.get(name), pinyin)
    tap.point("names with several readings are read rightly", problems)

    groups = defaultdict(set)
    for place in places:
        if place["level"] != "district":
            groups[place["initials"]].add(place["name"])
    collisions = {initials: names for initials, names in groups.items() if len(names) > 1}
    tap.point("initials of cities and counties collide in six groups",
              differ("groups", collisions, COLLISIONS))


def check_documents(tap, documents, all_claims):
    expected = {
        "ln-15fyp": ("2026-05", "2026-2030", "plan"),
        "ln-14fyp": ("2021", "2021-2025", "plan"),
        "ln-gwr-2024": ("2024", "2024", "report"),
        "ly-14fyp": ("2021-03", "2021-2025", "plan"),
    }
    found = {document["id"]: (document["published"], document["period"], document["kind"])
             for document in documents}
    tap.point("the four documents with their dates", differ("documents", found, expected))

    problems = []
    for claims in all_claims:
        if claims["document"] not in found:
            problems.append(f"claims of the unknown document {claims['document']}")
        else:
            problems += differ(f"period of {claims['document']}", claims["period"], found[claims["document"]][1])
    tap.point("claims are of a known document and its period", problems)


def check_profiles(tap, places, claims):
    records = [record for group in claims["groups"] for record in group["records"]]
    profiled = [record["place"] for record in records]
    expected = {place["code"] for place in places if place["level"] != "district"}
    problems = [f"{code} has more than one record" for code in repeated(profiled)]
    problems += differ("records", len(records), 55)
    if set(profiled) != expected:
        problems.append(f"only in one of places and profiles: {sorted(set(profiled) ^ expected)}")
    sizes = [(group["box"], len(group["records"])) for group in claims["groups"]]
    problems += differ("groups", sizes, [("专栏21", 41), ("专栏19", 12), (None, 2)])
    for group in claims["groups"]:
        group_codes = [record["place"] for record in group["records"]]
        problems += differ(f"order in {group['box']}", group_codes, sorted(group_codes))
    items = {group["box"]: {record["item"] for record in group["records"]} for group in claims["groups"]}
    problems += differ("items of 专栏21", items.get("专栏21"), {str(number) for number in range(1, 42)})
    problems += differ("items of 专栏19", items.get("专栏19"),
                       {f"（{number}）" for number in "一 二 三 四 五 六 七 八 九 十 十一 十二".split()})
    tap.point("55 profiles, one for each city and county, each item of the boxes once", problems)

    problems = []
    for group in claims["groups"]:
        for record in group["records"]:
            filled = tuple(field for field in FIELDS if record[field])
            wanted = {"专栏21": FIELDS[:2], "专栏19": FIELDS, None: FIELDS[:1]}[group["box"]]
            problems += differ(f"fields of {record['place']}", filled, wanted)
    tap.point("each box fills the fields it has", problems)

    spellings = {place["code"]: {place["name"], place["short_name"], *(alias["name"] for alias in place["aliases"])}
                 for place in places}
    problems = []
    for record in records:
        subject = re.match(r"(?:支持)?(\w+)", record["quotes"][0]).group(1)
        if subject not in spellings.get(record["place"], ()):
            problems.append(f"{record['place']}: the quotation is about {subject}")
    tap.point("a quotation begins with the place it is filed under", problems)


def check_wording(tap, claims):
    problems = []
    for group in claims["groups"]:
        for record in group["records"]:
            for field in FIELDS:
                texts = [text_of(claim) for claim in record[field]]
                where = f"{record['place']} {field}"
                problems += [f"{where}: “{text}” twice" for text in repeated(texts)]
                problems += [f"{where}: white space in “{text}”" for text in texts if re.search(r"\s", text)]
                problems += [f"{where}: the verb belongs not to “{text}”" for text in texts
                             if re.match("建设|打造|发展|培育", text)]
                problems += [f"{where}: the collective word belongs not to “{text}”" for text in texts
                             if re.search("等(优势)?产业$", text)]
                problems += [f"{where}: “{text}” is torn at its brackets or quotation marks" for text in texts
                             if any(text.count(left) != text.count(right) for left, right in ("（）", "“”"))]
                problems += [f"{where}: “{claim['text']}” is no repair of “{claim['printed']}”"
                             for claim in record[field] if isinstance(claim, dict)
                             and (claim["text"] == claim["printed"] or not claim["repair"])]
    tap.point(f"{claims['document']}: claims are worded as items of a list", problems)


def check_nothing_lost(tap, claims):
    """In the two boxes a sentence is its place, verbs and separators, and else only claims."""
    for group in claims["groups"]:
        if group["box"] is None:
            continue
        problems = []
        for record in group["records"]:
            rest = "，".join(record["quotes"])
            printed = [printed_of(claim) for field in FIELDS for claim in record[field]]
            for words in sorted(printed, key=len, reverse=True):
                rest = rest.replace(words, "·", 1)
            if rest.count("·") != len(printed) or not SENTENCE.fullmatch(rest):
                problems.append(f"{record['place']}: without its claims the quotation reads “{rest}”")
        tap.point(f"{group['box']}: the claims are all that a sentence lists", problems)


def check_golden(tap, places, claims):
    names = {place["code"]: place["name"] for place in places}
    profiles = {names.get(record["place"]): record for group in claims["groups"] for record in group["records"]}
    for name, expected in GOLDEN.items():
        problems = []
        if name not in profiles:
            problems.append(f"{name}: no record")
        else:
            for field, texts in zip(FIELDS, expected):
                found = [text_of(claim) for claim in profiles[name][field]]
                problems += differ(f"{name} {field}", found, texts)
        tap.point(f"profile of {name} is the one typed again from the document", problems)


def check_families(tap, families, all_claims):
    used = {text_of(claim) for claims in all_claims for group in claims["groups"] for record in group["records"]
            for field in ("leading", "cultivated") for claim in record[field]}
    filed = [term for family in families for term in family["terms"]]

    tap.point("families have the agreed ids and order",
              differ("families", [family["id"] for family in families], FAMILIES))

    problems = [f"{term} is filed more than once" for term in repeated(filed)]
    problems += [f"{term} has no family" for term in sorted(used - set(filed))]
    problems += [f"{term} is in a family but no place has it" for term in sorted(set(filed) - used)]
    tap.point("every industry term is in exactly one family", problems)

    problems = [f"{family['id']} holds {len(family['terms'])} of {len(filed)} terms" for family in families
                if len(family["terms"]) * 4 > len(filed)]
    tap.point("no family holds more than a quarter of the terms", problems)

    problems = []
    for family in families:
        divisions = family["divisions"]
        if not divisions or divisions != sorted(set(divisions)):
            problems.append(f"{family['id']}: divisions {divisions} are empty, repeated or out of order")
        problems += [f"{family['id']}: {division} is no division of GB/T 4754—2017" for division in divisions
                     if not re.fullmatch(r"\d\d", division) or not 1 <= int(division) <= 97]
    tap.point("every family has its divisions of GB/T 4754—2017", problems)


def main(arguments):
    data = Path(arguments[0]) if arguments else PROJECT / "data"
    places = load(data / "places.json")["places"]
    features = load(data / "geo" / "units.geojson")["features"]
    claims = load(data / "claims" / "ln-15fyp.json")
    all_claims = [load(file) for file in sorted((data / "claims").glob("*.json"))]

    tap = Tap()
    check_counts(tap, places)
    check_names(tap, places)
    check_parents(tap, places)
    check_geometry(tap, places, {feature["properties"]["code"]: feature["properties"] for feature in features})
    check_city_seats(tap, places)
    check_readings(tap, places)
    check_documents(tap, load(data / "documents.json")["documents"], all_claims)
    check_profiles(tap, places, claims)
    for each in all_claims:
        check_wording(tap, each)
    check_nothing_lost(tap, claims)
    check_golden(tap, places, claims)
    check_families(tap, load(data / "families.json")["families"], all_claims)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
