/* atlas-check-rules.c: what must hold in a data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-check-private.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *sql; /* returns the offending names */
  const char *problem;
} Rule;

static const Rule rules[] = {
  { "PRAGMA integrity_check (1)",
    N_ ("The file is damaged: %s.") },
  /* A file that is opened to be read is not checked for the constraints of its schema. */
  { "SELECT id FROM claim WHERE (field = 'industry') <> (role IS NOT NULL AND family IS NOT NULL)"
    "  OR (kind = 'inferred') <> (why IS NOT NULL)"
    " UNION ALL SELECT project || ' ' || document FROM project_statement WHERE stage NOT IN"
    "  ('idea', 'preparation', 'under-way', 'continuing', 'done')"
    " UNION ALL SELECT id FROM cluster WHERE (kind = 'cluster') <> (tier IS NOT NULL)"
    " UNION ALL SELECT project || ' ' || place FROM project_place"
    "  WHERE (kind = 'inferred') <> (why IS NOT NULL)"
    " UNION ALL SELECT cluster || ' ' || place FROM cluster_place"
    "  WHERE (kind = 'inferred') <> (why IS NOT NULL)"
    " UNION ALL SELECT zone || ' ' || place FROM zone_place"
    "  WHERE (kind = 'inferred') <> (why IS NOT NULL)"
    " UNION ALL SELECT fact FROM (SELECT id AS fact, printed, repair FROM claim"
    "  UNION ALL SELECT project || ' ' || document, printed, repair FROM project_statement"
    "  UNION ALL SELECT id, printed, repair FROM zone"
    "  UNION ALL SELECT id, printed, repair FROM indicator)"
    "  WHERE (printed IS NULL) <> (repair IS NULL)",
    N_ ("A fact contradicts itself: %s.") },
  { "SELECT \"table\" || ifnull (' ' || rowid, '') || ' → ' || parent"
    " FROM pragma_foreign_key_check",
    N_ ("A row names something that is not there: %s.") },
  { "SELECT id FROM indicator"
    " WHERE territory <> '" ATLAS_PROVINCE_CODE "' AND territory NOT IN (SELECT code FROM place)",
    N_ ("An indicator is of a territory that is not there: %s.") },

  /* Sources */
  { "SELECT id FROM claim WHERE id NOT IN (SELECT claim FROM claim_passage)"
    " UNION ALL SELECT id FROM project WHERE id NOT IN (SELECT project FROM project_statement)"
    " UNION ALL SELECT project || ' ' || document FROM project_statement"
    "  WHERE id NOT IN (SELECT statement FROM project_passage)"
    " UNION ALL SELECT id FROM cluster WHERE id NOT IN (SELECT cluster FROM cluster_passage)"
    " UNION ALL SELECT cluster || ' ' || place FROM cluster_place"
    "  WHERE (cluster, place) NOT IN (SELECT cluster, place FROM cluster_place_passage)"
    " UNION ALL SELECT id FROM zone WHERE id NOT IN (SELECT zone FROM zone_passage)"
    " UNION ALL SELECT zone || ' ' || place FROM zone_place"
    "  WHERE (zone, place) NOT IN (SELECT zone, place FROM zone_place_passage)"
    " UNION ALL SELECT id FROM indicator"
    "  WHERE id NOT IN (SELECT indicator FROM indicator_passage)",
    N_ ("A fact has no source: %s.") },
  { "SELECT document || ' ' || ifnull (chapter, '') || ifnull (section, '') || ifnull (box, '')"
    " || ifnull (item, '') || ' ' || substr (quote, 1, 12) FROM passage WHERE id NOT IN ("
    "SELECT passage FROM claim_passage UNION ALL SELECT passage FROM project_passage"
    " UNION ALL SELECT passage FROM cluster_passage"
    " UNION ALL SELECT passage FROM cluster_place_passage"
    " UNION ALL SELECT passage FROM zone_passage UNION ALL SELECT passage FROM zone_place_passage"
    " UNION ALL SELECT passage FROM indicator_passage)",
    N_ ("A passage supports no fact: %s.") },
  { "SELECT substr (quote, 1, 12) FROM passage WHERE length (quote) > 80",
    N_ ("A quotation is longer than 80 characters: %s …") },
  { "SELECT DISTINCT project || ' ' || s.document FROM project_statement s"
    " JOIN project_passage ON statement = s.id JOIN passage p ON p.id = passage"
    " WHERE p.document <> s.document"
    " UNION ALL SELECT DISTINCT i.id FROM indicator i"
    " JOIN indicator_passage ON indicator = i.id JOIN passage p ON p.id = passage"
    " WHERE p.document <> i.document",
    N_ ("A quotation is from another document than its fact: %s.") },
  { "SELECT c.id FROM claim c WHERE NOT EXISTS (SELECT 1 FROM claim_passage cp JOIN passage p"
    " ON p.id = cp.passage WHERE cp.claim = c.id AND instr (p.quote, ifnull (c.printed, c.text)))",
    N_ ("A quotation does not contain its fact: %s.") },
  /* A name is put together from a list and its heading, so half of its characters must do. */
  { "WITH RECURSIVE name (id, text, quotes) AS MATERIALIZED (SELECT id, name,"
    " (SELECT group_concat (quote) FROM project_passage JOIN passage ON passage.id = passage"
    "  WHERE statement = s.id) FROM project_statement s),"
    " letter (id, i) AS (SELECT id, 1 FROM name"
    "  UNION ALL SELECT id, i + 1 FROM letter JOIN name USING (id) WHERE i < length (text))"
    " SELECT text FROM letter JOIN name USING (id) WHERE quotes IS NOT NULL"
    " GROUP BY id HAVING 2 * sum (instr (quotes, substr (text, i, 1)) > 0) < length (text)",
    N_ ("The quotations of a project do not name it: %s.") },

  /* Projects, clusters and zones */
  { "SELECT id FROM project WHERE id NOT IN (SELECT project FROM project_place)",
    N_ ("A project has no place: %s.") },
  { "SELECT DISTINCT name || ' (' || ids || ')' FROM ("
    "SELECT name, group_concat (DISTINCT project) AS ids FROM project_statement"
    " JOIN project_place USING (project) GROUP BY document, name, place"
    " HAVING count(DISTINCT project) > 1)",
    N_ ("A project is there twice: %s.") },
  { "SELECT id FROM claim WHERE kind = 'inferred' AND trim (why) = ''"
    " UNION ALL SELECT project || ' ' || place FROM project_place"
    "  WHERE kind = 'inferred' AND trim (why) = ''"
    " UNION ALL SELECT cluster || ' ' || place FROM cluster_place"
    "  WHERE kind = 'inferred' AND trim (why) = ''"
    " UNION ALL SELECT zone || ' ' || place FROM zone_place"
    "  WHERE kind = 'inferred' AND trim (why) = ''",
    N_ ("A place is inferred without a reason: %s.") },
  { "SELECT id FROM zone WHERE id NOT IN (SELECT zone FROM zone_place)",
    N_ ("A zone has no member: %s.") },

  /* Families */
  { "SELECT text FROM (SELECT text, family FROM claim WHERE family IS NOT NULL"
    " UNION SELECT name, family FROM cluster) GROUP BY text HAVING count(*) > 1",
    N_ ("An industry is in two families: %s.") },
  { "SELECT name FROM cluster WHERE family NOT IN (SELECT id FROM family)",
    N_ ("A cluster is in no family: %s.") },
  { "WITH term (text, family) AS (SELECT text, family FROM claim WHERE family IS NOT NULL"
    " UNION SELECT name, family FROM cluster)"
    " SELECT family FROM term GROUP BY family HAVING 4 * count(*) > (SELECT count(*) FROM term)",
    N_ ("A family holds more than a quarter of all industries: %s.") },

  /* Places */
  { "SELECT name FROM place WHERE level <> 'prefecture-level-city'"
    " AND code NOT IN (SELECT code FROM area)",
    N_ ("A place has no area on the map: %s.") },
  { "SELECT name FROM place WHERE parent IS NOT NULL AND substr (code, 1, 4) || '00' <> parent",
    N_ ("A place belongs to a city that its code does not name: %s.") },
  { "SELECT code FROM place WHERE '' IN (name, short_name, pinyin, initials)",
    N_ ("A place lacks a name or a reading: %s.") },
  { "SELECT name FROM place WHERE level <> 'district'"
    " AND code NOT IN (SELECT place FROM claim)",
    N_ ("A city or county has no profile: %s.") },
};

typedef struct
{
  AtlasCheck *check;
  const Rule *rule;
} RuleRun;

static gboolean
note_problem (AtlasStatement *row, gpointer data, GError **error)
{
  RuleRun *run = data;
  const char *name = atlas_statement_get_text (row, 0);

  if (g_strcmp0 (name, "ok") == 0)
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (run->check->problems,
                   g_strdup_printf (_ (run->rule->problem), name != NULL ? name : "?"));
#pragma GCC diagnostic pop
  return TRUE;
}

/*
 * _atlas_check_apply_rules:
 * @self: a result
 * @database: the data set
 * @error: return location for an error of %ATLAS_DATABASE_ERROR
 *
 * Adds a problem for everything that breaks a rule.
 *
 * Returns: whether the file could be read
 */
gboolean
_atlas_check_apply_rules (AtlasCheck *self, AtlasDatabase *database, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      RuleRun run = { self, &rules[i] };
      g_autoptr (AtlasStatement) rows = atlas_database_prepare (database, rules[i].sql, error);

      if (rows == NULL || !atlas_statement_foreach (rows, note_problem, &run, error))
        return FALSE;
    }
  return TRUE;
}
