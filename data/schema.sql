-- The data set as `compile` writes it and the program reads it. docs/architecture.md draws it.
-- A change here raises ATLAS_CATALOG_SCHEMA_VERSION in src/catalog/atlas-catalog-schema.h.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,     -- 'version' of the data set; 'approval', the map's review number, once it has one
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE document (
  id          TEXT PRIMARY KEY,
  position    INTEGER NOT NULL,  -- newest first
  title       TEXT NOT NULL,
  full_title  TEXT NOT NULL,
  published   TEXT NOT NULL,     -- ISO 8601, as exact as known: 2026-05, 2021
  period      TEXT NOT NULL,     -- first and last year: 2026-2030, or one year: 2024
  period_name TEXT NOT NULL,     -- as spoken: “十五五”
  kind        TEXT NOT NULL CHECK (kind IN ('plan', 'report'))
);

CREATE TABLE place (
  code       TEXT PRIMARY KEY,   -- GB/T 2260
  name       TEXT NOT NULL,
  short_name TEXT NOT NULL,
  pinyin     TEXT NOT NULL,
  initials   TEXT NOT NULL,
  level      TEXT NOT NULL CHECK (level IN ('prefecture-level-city', 'county', 'county-level-city',
                                            'autonomous-county', 'district')),
  parent     TEXT REFERENCES place,
  longitude  REAL NOT NULL,      -- degrees east of the seat
  latitude   REAL NOT NULL,
  label_x    REAL NOT NULL,      -- where a label fits inside, world units (0 … 1)
  label_y    REAL NOT NULL
);

-- Everything a place can be found by, folded (atlas_han_fold): names, aliases, pinyin, initials, code.
CREATE TABLE place_key (
  place TEXT NOT NULL REFERENCES place,
  kind  TEXT NOT NULL CHECK (kind IN ('name', 'short', 'alias', 'pinyin', 'initials', 'code')),
  key   TEXT NOT NULL,
  text  TEXT NOT NULL            -- as it is shown: 阜蒙, Fùxīn
);
CREATE INDEX place_key_place ON place_key (place);

CREATE TABLE family (
  id        TEXT PRIMARY KEY,
  position  INTEGER NOT NULL,
  name      TEXT NOT NULL,
  divisions TEXT NOT NULL        -- GB/T 4754—2017 divisions, separated by spaces
);

CREATE TABLE passage (
  id       INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document,
  chapter  TEXT,
  section  TEXT,
  box      TEXT,
  item     TEXT,
  quote    TEXT NOT NULL CHECK (length (quote) BETWEEN 1 AND 80)
);

CREATE TABLE claim (
  id       TEXT PRIMARY KEY,     -- <place>/<field>/<slug>, stable across releases
  place    TEXT NOT NULL REFERENCES place,
  field    TEXT NOT NULL CHECK (field IN ('positioning', 'industry')),
  position INTEGER NOT NULL,     -- order within place and field, as printed
  text     TEXT NOT NULL,
  role     TEXT CHECK (role IN ('leading', 'cultivated')),
  family   TEXT REFERENCES family,
  period   TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('stated', 'summarised', 'inferred')),
  printed  TEXT,                 -- the damaged wording in the source, where it was repaired
  repair   TEXT,                 -- what was repaired and why
  CHECK ((field = 'industry') = (role IS NOT NULL AND family IS NOT NULL)),
  CHECK ((printed IS NULL) = (repair IS NULL))
);
CREATE INDEX claim_place ON claim (place);
CREATE INDEX claim_family ON claim (family);

CREATE TABLE claim_passage (
  claim   TEXT NOT NULL REFERENCES claim,
  passage INTEGER NOT NULL REFERENCES passage,
  PRIMARY KEY (claim, passage)
) WITHOUT ROWID;

-- Variant and traditional characters to the ones the documents are stored in; one character each.
CREATE TABLE han_variant (
  variant  TEXT PRIMARY KEY,
  standard TEXT NOT NULL
) WITHOUT ROWID;

-- Areas as AtlasShape BLOBs, by level of detail (0 coarsest). `code` is a place (a city's area is its
-- dissolved units) or, for the surroundings, a code of context.geojson.
CREATE TABLE area (
  code   TEXT NOT NULL,
  detail INTEGER NOT NULL,
  shape  BLOB NOT NULL,
  PRIMARY KEY (code, detail)
) WITHOUT ROWID;

-- Boundaries as open lines, each drawn once.
CREATE TABLE boundary (
  class  TEXT NOT NULL CHECK (class IN ('province', 'city', 'county', 'district', 'context')),
  detail INTEGER NOT NULL,
  shape  BLOB NOT NULL,
  PRIMARY KEY (class, detail)
) WITHOUT ROWID;

-- Units that share a boundary, both directions.
CREATE TABLE neighbour (
  place TEXT NOT NULL REFERENCES place,
  other TEXT NOT NULL REFERENCES place,
  PRIMARY KEY (place, other)
) WITHOUT ROWID;
