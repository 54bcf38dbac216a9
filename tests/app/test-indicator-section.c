/* test-indicator-section.c: the tables of indicators of the province and of a city
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-catalog.h"
#include "atlas-indicator-section.h"
#include "widget-tree.h"

typedef struct
{
  AtlasCatalog *catalog;
  AtlasIndicatorList *list;
  GtkWidget *section;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);
  g_assert_no_error (error);
  fixture->list = atlas_catalog_load_indicators (fixture->catalog, ATLAS_PROVINCE_CODE, &error);
  g_assert_no_error (error);
  fixture->section = g_object_ref_sink (atlas_indicator_section_new_for_list (fixture->list));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->section);
  g_clear_pointer (&fixture->list, atlas_indicator_list_free);
  g_assert_finalize_object (fixture->catalog);
}

static void
unfold (GtkWidget *section)
{
  GtkWidget *fold;

  for (guint i = 0; (fold = find_nth (section, "GtkExpander", i)) != NULL; i++)
    gtk_expander_set_expanded (GTK_EXPANDER (fold), TRUE);
}

/* Shut, it takes one line a table; nothing in it is made. */
static void
test_folded (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_type (fixture->section, "GtkExpander"), ==, 1);
  g_assert_cmpuint (count_type (fixture->section, "AtlasFact"), ==, 0);
  g_assert_nonnull (find_label (fixture->section, "《辽宁省“十五五”规划纲要》专栏1 "
                                                  "辽宁省“十五五”经济社会发展主要指标表 · "
                                                  "29 indicators"));
}

static guint
count_citations (GPtrArray *indicators)
{
  guint n = 0;

  for (guint i = 0; i < indicators->len; i++)
    n += ((const AtlasIndicator *) g_ptr_array_index (indicators, i))->claim.citations->len;
  return n;
}

static void
test_complete (Fixture *fixture, gconstpointer data)
{
  unfold (fixture->section);
  g_assert_cmpuint (count_type (fixture->section, "AtlasFact"), ==, 29);
  g_assert_cmpuint (count_type (fixture->section, "AtlasEvidence"), ==,
                    count_citations (fixture->list->indicators));
  for (guint i = 0; i < fixture->list->indicators->len; i++)
    {
      const AtlasIndicator *indicator = g_ptr_array_index (fixture->list->indicators, i);

      g_assert_nonnull (find_label (fixture->section, indicator->claim.text));
      g_assert_nonnull (find_label (fixture->section, indicator->category));
    }
}

static gboolean
match_class (GtkWidget *widget, gconstpointer css_class)
{
  return gtk_widget_has_css_class (widget, css_class);
}

static GtkWidget *
find_class (GtkWidget *root, const char *css_class, guint n)
{
  return find_widget (root, match_class, css_class, &n);
}

/* A lost cell is told from a printed dash. */
static void
test_missing_cells (Fixture *fixture, gconstpointer data)
{
  guint n_missing = 0;
  GtkWidget *cell;

  unfold (fixture->section);
  for (guint i = 0; i < fixture->list->indicators->len; i++)
    {
      const AtlasIndicator *indicator = g_ptr_array_index (fixture->list->indicators, i);

      for (guint j = 0; j < indicator->values->len; j++)
        n_missing += ((const AtlasIndicatorValue *) g_ptr_array_index (indicator->values, j))->text
                     == NULL;
    }
  g_assert_cmpuint (n_missing, >, 0);
  for (guint i = 0; i < n_missing; i++)
    {
      cell = find_class (fixture->section, "missing", i);
      g_assert_nonnull (cell);
      g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (cell)), "missing"));
      g_assert_nonnull (gtk_widget_get_tooltip_text (cell));
    }
  g_assert_null (find_class (fixture->section, "missing", n_missing));
  g_assert_nonnull (find_class (fixture->section, "dash", 0));
}

/* 79.7* (2024年数据): the number is named by its column, the remark is a footnote. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell;
  guint i = 0;

  unfold (fixture->section);
  while ((cell = find_class (fixture->section, "value", i)) != NULL
         && !g_str_has_prefix (gtk_label_get_text (GTK_LABEL (cell)), "79.7*"))
    i++;
  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "2025年: 79.7*");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2024年数据");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (cell), ==, "2024年数据");
  g_assert_nonnull (find_label (fixture->section, "b  2024年数据"));
}

static void
test_place (void)
{
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), NULL);
  g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (
      catalog, atlas_catalog_get_place (catalog, "211000"), NULL);
  GPtrArray *indicators = atlas_profile_get_indicators (profile);
  GtkWidget *section = g_object_ref_sink (atlas_indicator_section_new (profile));

  g_assert_cmpuint (count_type (section, "GtkExpander"), ==, 2);
  unfold (section);
  g_assert_cmpuint (indicators->len, ==, 69);
  g_assert_cmpuint (count_type (section, "AtlasFact"), ==, indicators->len);
  g_assert_cmpuint (count_type (section, "AtlasEvidence"), ==, count_citations (indicators));
  /* A heading over two columns is there once, and each of the two has its own. */
  g_assert_nonnull (find_label (section, "预计完成情况"));
  g_assert_nonnull (find_label (section, "累计或年均增长（%）"));
  g_assert_null (find_label (section, "预计完成情况：2020年"));
  g_assert_finalize_object (section);
}

static void
test_none (void)
{
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), NULL);
  g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (
      catalog, atlas_catalog_get_place (catalog, "210281"), NULL);

  g_assert_null (atlas_indicator_section_new (profile));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/indicator-section/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("folded", test_folded);
  ADD ("complete", test_complete);
  ADD ("missing-cells", test_missing_cells);
  ADD ("notes", test_notes);
  g_test_add_func ("/indicator-section/place", test_place);
  g_test_add_func ("/indicator-section/none", test_none);

  return g_test_run ();
}
