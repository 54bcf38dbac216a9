/* atlas-map-scheme-counts.c: how much the documents say of a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "atlas-map-scheme-private.h"
#include "atlas-wording.h"

#define N_STEPS 5

/* One hue, from little to much: each step is told from the next by its lightness alone. That is why
 * these classes are plain: lines would speak of kinds where there is more and less. */
static const AtlasColour STEPS_LIGHT[N_STEPS] = {
  ATLAS_RGB (0xc9e3da), ATLAS_RGB (0xa3cdc6), ATLAS_RGB (0x77b3ac),
  ATLAS_RGB (0x4b9691), ATLAS_RGB (0x257471),
};
static const AtlasColour STEPS_DARK[N_STEPS] = {
  ATLAS_RGB (0x2b4a49), ATLAS_RGB (0x2f6361), ATLAS_RGB (0x3a7f7b),
  ATLAS_RGB (0x529c96), ATLAS_RGB (0x78bab3),
};

/* The least number of each step. The data set's numbers lie close together below, far apart above:
 * about a third of the places in each of the first two steps, a handful in the last. */
static const guint PROJECT_STEPS[N_STEPS] = { 1, 2, 4, 10, 20 };
static const guint FACT_STEPS[N_STEPS] = { 1, 6, 10, 25, 50 };

static char *
name_project_step (guint step)
{
  guint from = PROJECT_STEPS[step];

  if (step + 1 == N_STEPS)
    return g_strdup_printf (ngettext ("%u project or more", "%u projects or more", from), from);
  if (PROJECT_STEPS[step + 1] == from + 1)
    return g_strdup_printf (ngettext ("%u project", "%u projects", from), from);
  /* Translators: from how many to how many */
  return g_strdup_printf (ngettext ("%u–%u project", "%u–%u projects", PROJECT_STEPS[step + 1] - 1),
                          from, PROJECT_STEPS[step + 1] - 1);
}

static char *
name_fact_step (guint step)
{
  guint from = FACT_STEPS[step];

  if (step + 1 == N_STEPS)
    return g_strdup_printf (ngettext ("%u fact or more", "%u facts or more", from), from);
  /* Translators: from how many to how many */
  return g_strdup_printf (ngettext ("%u–%u fact", "%u–%u facts", FACT_STEPS[step + 1] - 1), from,
                          FACT_STEPS[step + 1] - 1);
}

static guint
find_step (const guint *steps, guint value)
{
  guint step = N_STEPS - 1;

  while (step > 0 && value < steps[step])
    step--;
  return step;
}

/* @values: (transfer full) */
static void
fill_steps (AtlasMapScheme *self,
            GHashTable *values,
            const guint *steps,
            char *(*name_step) (guint step),
            const char *name_of_absent)
{
  GListModel *places = atlas_catalog_get_places (self->catalog);
  guint n_places = g_list_model_get_n_items (places);
  AtlasMapClass *absent;

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *name = name_step (i);

      _atlas_map_scheme_add_class (self, name, &STEPS_LIGHT[i], &STEPS_DARK[i], ATLAS_HATCH_NONE)
          ->soft
          = TRUE;
    }
  absent = _atlas_map_scheme_add_absent (self, name_of_absent);
  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      guint value = GPOINTER_TO_UINT (g_hash_table_lookup (values, place));

      if (!atlas_place_is_district (place))
        _atlas_map_scheme_put (
            self, place,
            value == 0 ? absent : g_ptr_array_index (self->classes, find_step (steps, value)));
    }
  self->values = values;
  self->has_legend = TRUE;
}

/* Returns: (nullable): the plan of the latest years */
static const AtlasDocument *
get_newest_plan (AtlasCatalog *catalog)
{
  GPtrArray *documents = atlas_catalog_get_documents (catalog);
  const AtlasDocument *newest = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (documents, i);

      if (g_strcmp0 (document->kind, "plan") == 0
          && (newest == NULL || g_strcmp0 (document->period, newest->period) > 0))
        newest = document;
    }
  return newest;
}

/* Of the newest plan, since what an older one said is another time, and one place's own plan is in
 * the data set and those of the others are not. */
static char *
format_projects_title (const AtlasMapTheme *theme)
{
  AtlasStage stage;
  const char *stage_name = NULL;

  if (theme->stage != NULL && atlas_stage_from_string (theme->stage, &stage))
    stage_name = atlas_wording_get_stage (stage);
  /* Translators: a category of projects, a stage */
  if (theme->category != NULL && stage_name != NULL)
    return g_strdup_printf (theme->all_periods ? _ ("Projects that the documents name: %s, %s")
                                               : _ ("Projects that the newest plan names: %s, %s"),
                            theme->category, stage_name);
  /* Translators: a category of projects, or a stage */
  if (theme->category != NULL || stage_name != NULL)
    return g_strdup_printf (theme->all_periods ? _ ("Projects that the documents name: %s")
                                               : _ ("Projects that the newest plan names: %s"),
                            theme->category != NULL ? theme->category : stage_name);
  return g_strdup (theme->all_periods ? _ ("Projects that the documents name")
                                      : _ ("Projects that the newest plan names"));
}

/*
 * _atlas_map_scheme_fill_projects:
 * @self: a new scheme
 * @theme: which projects
 * @error: return location
 *
 * Returns: whether they could be counted
 */
gboolean
_atlas_map_scheme_fill_projects (AtlasMapScheme *self, const AtlasMapTheme *theme, GError **error)
{
  AtlasProjectFilter filter = { .category = theme->category,
                                .status = theme->stage,
                                .document = theme->all_periods ? NULL
                                                               : get_newest_plan (self->catalog) };
  GHashTable *values = atlas_catalog_count_projects_by_place (self->catalog, &filter, error);

  if (values == NULL)
    return FALSE;
  fill_steps (self, values, PROJECT_STEPS, name_project_step, _ ("None named"));
  self->title = format_projects_title (theme);
  self->note = g_strdup (
      theme->all_periods
          ? _ ("How many projects the documents at hand name, not how strong a place is; of some"
               " places more documents are at hand. A city counts without its counties. Some are"
               " tied to a place by inference.")
          : _ ("How many projects the newest plan names, not how strong a place is. A city counts"
               " without its counties. Some are tied to a place by inference."));
  return TRUE;
}

/*
 * _atlas_map_scheme_fill_coverage:
 * @self: a new scheme
 * @error: return location
 *
 * Returns: whether the facts could be counted
 */
gboolean
_atlas_map_scheme_fill_coverage (AtlasMapScheme *self, GError **error)
{
  GHashTable *values = atlas_catalog_count_facts_by_place (self->catalog, error);

  if (values == NULL)
    return FALSE;
  fill_steps (self, values, FACT_STEPS, name_fact_step, _ ("No fact"));
  self->title = g_strdup (_ ("Facts that the data set holds"));
  self->note = g_strdup (_ ("How much the documents at hand say, not how strong a place is. A city"
                            " counts without its counties."));
  return TRUE;
}

static void
add_periods (AtlasMapScheme *self, AtlasMapClass **classes)
{
  static const AtlasColour light[] = { ATLAS_RGB (0x5f6fae), ATLAS_RGB (0xa9c4e2),
                                       ATLAS_RGB (0xe0b98a) };
  static const AtlasColour dark[] = { ATLAS_RGB (0x8b97d6), ATLAS_RGB (0x466484),
                                      ATLAS_RGB (0x8f6a3d) };
  const AtlasDocument *plan = get_newest_plan (self->catalog);
  const char *newest = plan != NULL ? plan->period_name : "";
  /* Translators: the newest plan (“十五五”); places of which its documents speak, and older ones */
  g_autofree char *both = g_strdup_printf (_ ("%s and earlier"), newest);
  /* Translators: the newest plan (“十五五”) */
  g_autofree char *only = g_strdup_printf (_ ("%s only"), newest);

  classes[ATLAS_PERIODS_NEWEST | ATLAS_PERIODS_OLDER] = _atlas_map_scheme_add_class (
      self, both, &light[0], &dark[0], ATLAS_HATCH_CROSSED);
  classes[ATLAS_PERIODS_NEWEST] = _atlas_map_scheme_add_class (self, only, &light[1], &dark[1],
                                                               ATLAS_HATCH_RISING);
  classes[ATLAS_PERIODS_OLDER] = _atlas_map_scheme_add_class (self, _ ("Earlier only"), &light[2],
                                                              &dark[2], ATLAS_HATCH_FALLING);
  classes[0] = _atlas_map_scheme_add_absent (self, _ ("No fact in the data set"));
}

/*
 * _atlas_map_scheme_fill_periods:
 * @self: a new scheme
 * @error: return location
 *
 * Returns: whether the documents could be read
 */
gboolean
_atlas_map_scheme_fill_periods (AtlasMapScheme *self, GError **error)
{
  g_autoptr (GHashTable) periods = atlas_catalog_load_periods_by_place (self->catalog, error);
  GListModel *places = atlas_catalog_get_places (self->catalog);
  guint n_places = g_list_model_get_n_items (places);
  AtlasMapClass *classes[4];

  if (periods == NULL)
    return FALSE;

  add_periods (self, classes);
  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      guint which = GPOINTER_TO_UINT (g_hash_table_lookup (periods, place));

      if (!atlas_place_is_district (place))
        _atlas_map_scheme_put (self, place, classes[which]);
    }
  self->has_legend = TRUE;
  self->title = g_strdup (_ ("Plan periods whose documents speak of a place"));
  return TRUE;
}
