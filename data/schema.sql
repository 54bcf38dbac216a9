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
  kind        TEXT NOT NULL CHECK (kind IN ('plan', 'report')),
  extract     INTEGER NOT NULL CHECK (extract IN (0, 1)) -- whether only a part of it was at hand
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

-- The titles of the documents' boxes.
CREATE TABLE box (
  document TEXT NOT NULL REFERENCES document,
  name     TEXT NOT NULL,        -- 专栏25
  title    TEXT NOT NULL,        -- 现代综合交通重大项目
  PRIMARY KEY (document, name)
) WITHOUT ROWID;

-- A quotation with the place where it stands; one row for as many facts as it supports.
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
  why      TEXT,                 -- one line, where the place is inferred
  printed  TEXT,                 -- the damaged wording in the source, where it was repaired
  repair   TEXT,                 -- what was repaired and why
  CHECK ((field = 'industry') = (role IS NOT NULL AND family IS NOT NULL)),
  CHECK ((kind = 'inferred') = (why IS NOT NULL)),
  CHECK ((printed IS NULL) = (repair IS NULL))
);
CREATE INDEX claim_place ON claim (place);
CREATE INDEX claim_family ON claim (family);

CREATE TABLE claim_passage (
  claim   TEXT NOT NULL REFERENCES claim,
  passage INTEGER NOT NULL REFERENCES passage,
  PRIMARY KEY (claim, passage)
) WITHOUT ROWID;

-- What the documents plan, build or have built. Its name and category are those of the newest document that speaks of
-- it.
CREATE TABLE project (
  id       TEXT PRIMARY KEY,     -- stable across releases
  position INTEGER NOT NULL,     -- newest document first, then as printed
  name     TEXT NOT NULL,
  category TEXT NOT NULL,        -- 公路, 能源 …
  family   TEXT REFERENCES family
);

CREATE TABLE project_place (
  project  TEXT NOT NULL REFERENCES project,
  place    TEXT NOT NULL REFERENCES place,
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('named', 'inferred')),
  why      TEXT,                 -- one line, where the place is inferred
  PRIMARY KEY (project, place),
  CHECK ((kind = 'inferred') = (why IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX project_place_place ON project_place (place);

-- What one document says of a project at one place of its text.
CREATE TABLE project_statement (
  id       INTEGER PRIMARY KEY,  -- newest document first, then as printed
  project  TEXT NOT NULL REFERENCES project,
  document TEXT NOT NULL REFERENCES document,
  name     TEXT NOT NULL,        -- as this document prints it
  heading  TEXT,                 -- of its part of the box: 电源工程
  status   TEXT,                 -- the document's verb: 续建, 规划建设 …
  stage    TEXT NOT NULL CHECK (stage IN ('idea', 'preparation', 'under-way', 'continuing', 'done')),
  period   TEXT NOT NULL,
  printed  TEXT,
  repair   TEXT,
  CHECK ((printed IS NULL) = (repair IS NULL))
);
CREATE INDEX project_statement_project ON project_statement (project);

CREATE TABLE project_quantity (
  statement INTEGER NOT NULL REFERENCES project_statement,
  position  INTEGER NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('amount', 'capacity')),
  number    REAL NOT NULL,
  unit      TEXT NOT NULL,
  qualifier TEXT,                -- 总投资, 装机 …
  PRIMARY KEY (statement, position)
) WITHOUT ROWID;

-- In this table and the like, what is no part of the key stands last: SQLite 3.40's integrity check takes a column
-- between two of the key for NULL.
CREATE TABLE project_passage (
  statement INTEGER NOT NULL REFERENCES project_statement,
  passage   INTEGER NOT NULL REFERENCES passage,
  position  INTEGER NOT NULL,
  PRIMARY KEY (statement, passage)
) WITHOUT ROWID;

-- The clusters of industry and the fields of future industry.
CREATE TABLE cluster (
  id            TEXT PRIMARY KEY,
  position      INTEGER NOT NULL,
  name          TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('cluster', 'future-field')),
  tier          TEXT CHECK (tier IN ('世界级', '国家级', '区域级')),
  family        TEXT NOT NULL REFERENCES family,
  target        TEXT,            -- for 2030, as printed
  target_number REAL,
  target_unit   TEXT,
  described     INTEGER NOT NULL CHECK (described IN (0, 1)), -- whether the document describes it or only names it
  CHECK ((kind = 'cluster') = (tier IS NOT NULL))
);

CREATE TABLE cluster_passage (
  cluster  TEXT NOT NULL REFERENCES cluster,
  passage  INTEGER NOT NULL REFERENCES passage,
  position INTEGER NOT NULL,
  PRIMARY KEY (cluster, passage)
) WITHOUT ROWID;

CREATE TABLE cluster_place (
  cluster  TEXT NOT NULL REFERENCES cluster,
  place    TEXT NOT NULL REFERENCES place,
  position INTEGER NOT NULL,
  role     TEXT NOT NULL,        -- what the document gives the place to do, as printed
  kind     TEXT NOT NULL CHECK (kind IN ('named', 'inferred')),
  why      TEXT,
  PRIMARY KEY (cluster, place),
  CHECK ((kind = 'inferred') = (why IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX cluster_place_place ON cluster_place (place);

CREATE TABLE cluster_place_passage (
  cluster  TEXT NOT NULL,
  place    TEXT NOT NULL,
  passage  INTEGER NOT NULL REFERENCES passage,
  position INTEGER NOT NULL,
  PRIMARY KEY (cluster, place, passage),
  FOREIGN KEY (cluster, place) REFERENCES cluster_place
) WITHOUT ROWID;

-- What places are called or belong to: regions, pilots, hubs, ports, brands …
CREATE TABLE zone (
  id       TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('region', 'corridor', 'pivot-city', 'ethnic', 'border', 'resource', 'centre',
                                         'port', 'hub', 'free-trade', 'zone', 'pilot', 'base', 'designation', 'brand',
                                         'heritage', 'nature')),
  extends  INTEGER NOT NULL CHECK (extends IN (0, 1)), -- whether a city stands in it with all its counties
  note     TEXT,
  printed  TEXT,
  repair   TEXT,
  CHECK ((printed IS NULL) = (repair IS NULL))
);

CREATE TABLE zone_passage (
  zone     TEXT NOT NULL REFERENCES zone,
  passage  INTEGER NOT NULL REFERENCES passage,
  position INTEGER NOT NULL,
  PRIMARY KEY (zone, passage)
) WITHOUT ROWID;

CREATE TABLE zone_place (
  zone     TEXT NOT NULL REFERENCES zone,
  place    TEXT NOT NULL REFERENCES place,
  position INTEGER NOT NULL,
  role     TEXT,                 -- what the document gives the place to do, where it says so
  kind     TEXT NOT NULL CHECK (kind IN ('named', 'inferred')),
  why      TEXT,
  PRIMARY KEY (zone, place),
  CHECK ((kind = 'inferred') = (why IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX zone_place_place ON zone_place (place);

CREATE TABLE zone_place_passage (
  zone     TEXT NOT NULL,
  place    TEXT NOT NULL,
  passage  INTEGER NOT NULL REFERENCES passage,
  position INTEGER NOT NULL,
  PRIMARY KEY (zone, place, passage),
  FOREIGN KEY (zone, place) REFERENCES zone_place
) WITHOUT ROWID;

CREATE TABLE indicator (
  id        TEXT PRIMARY KEY,
  position  INTEGER NOT NULL,    -- as printed
  document  TEXT NOT NULL REFERENCES document,
  territory TEXT NOT NULL,       -- code of a place, or 210000 for the province
  name      TEXT NOT NULL,
  unit      TEXT,
  category  TEXT,                -- 经济发展 …
  nature    TEXT CHECK (nature IN ('预期性', '约束性')),
  note      TEXT,
  printed   TEXT,
  repair    TEXT,
  CHECK ((printed IS NULL) = (repair IS NULL))
);
CREATE INDEX indicator_territory ON indicator (territory);

CREATE TABLE indicator_value (
  indicator TEXT NOT NULL REFERENCES indicator,
  position  INTEGER NOT NULL,
  heading   TEXT NOT NULL,       -- of the column: 2030年
  text      TEXT,                -- as printed; NULL where the table has lost the cell
  number    REAL,
  note      TEXT,
  PRIMARY KEY (indicator, position)
) WITHOUT ROWID;

CREATE TABLE indicator_passage (
  indicator TEXT NOT NULL REFERENCES indicator,
  passage   INTEGER NOT NULL REFERENCES passage,
  position  INTEGER NOT NULL,
  PRIMARY KEY (indicator, passage)
) WITHOUT ROWID;

-- Variant and traditional characters to the ones the documents are stored in; one character each.
CREATE TABLE han_variant (
  variant  TEXT PRIMARY KEY,
  standard TEXT NOT NULL
) WITHOUT ROWID;

-- How a character in the name of a family, cluster, zone or category is read, as it is typed: syllables without tones,
-- separated by spaces ("lu lv").
CREATE TABLE han_reading (
  character TEXT PRIMARY KEY,
  readings  TEXT NOT NULL
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
