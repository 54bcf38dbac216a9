/* test-search-box.c: from what is typed to what is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "atlas-search-box.h"
#include "atlas-search-popover.h"
#include "widget-tree.h"

typedef struct
{
  AtlasSession *session;
  GtkWidget *window;
  GtkWidget *box;
  GtkText *text;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (g_getenv ("ATLAS_TEST_DATABASE"), &error);

  g_assert_no_error (error);
  fixture->session = atlas_session_new (catalog);
  fixture->box = atlas_search_box_new ();
  atlas_search_box_set_session (ATLAS_SEARCH_BOX (fixture->box), fixture->session);
  fixture->text = GTK_TEXT (find_nth (fixture->box, "GtkText", 0));

  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (fixture->box));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = g_object_ref (fixture->box);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (box);
  g_assert_finalize_object (fixture->session);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->text), text);
}

static AtlasSearchPopover *
get_popover (Fixture *fixture)
{
  return ATLAS_SEARCH_POPOVER (find_nth (fixture->box, "AtlasSearchPopover", 0));
}

static gboolean
shows_hits (Fixture *fixture)
{
  return find_nth (fixture->box, "AtlasSearchPopover", 0) != NULL;
}

static GtkWidget *
get_row (Fixture *fixture, guint index)
{
  return find_nth (GTK_WIDGET (get_popover (fixture)), "GtkListBoxRow", index);
}

/* The label that starts the row. */
static GtkLabel *
get_name (Fixture *fixture, guint index)
{
  return GTK_LABEL (find_nth (get_row (fixture, index), "GtkLabel", 0));
}

static int
find_row (Fixture *fixture, const char *name)
{
  for (guint i = 0; get_row (fixture, i) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (get_name (fixture, i)), name))
      return (int) i;

  return -1;
}

static void
test_nothing_typed (Fixture *fixture, gconstpointer data)
{
  g_assert_false (shows_hits (fixture));
  type (fixture, "   ");
  g_assert_false (shows_hits (fixture));
}

/* Journey J1. */
static void
test_initials (Fixture *fixture, gconstpointer data)
{
  type (fixture, "fx");

  g_assert_true (shows_hits (fixture));
  g_assert_cmpint (find_row (fixture, "阜新市"), ==, 0);
  g_assert_cmpint (find_row (fixture, "阜新蒙古族自治县"), >, 0);
}

static void
test_ways_to_a_place (Fixture *fixture, gconstpointer data)
{
  static const char *const ways[] = { "fuxin", "阜新", "阜蒙", "210921", "FX" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      type (fixture, ways[i]);
      g_assert_cmpint (find_row (fixture, "阜新蒙古族自治县"), >=, 0);
    }
}

static void
test_choose_first (Fixture *fixture, gconstpointer data)
{
  AtlasPlace *place;

  type (fixture, "fx");
  atlas_search_popover_choose (get_popover (fixture));

  place = atlas_session_get_selected (fixture->session);
  g_assert_nonnull (place);
  g_assert_cmpstr (atlas_place_get_name (place), ==, "阜新市");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->text)), ==, "");
  wait_until (!shows_hits (fixture));
}

static void
test_move_and_choose (Fixture *fixture, gconstpointer data)
{
  int row;

  type (fixture, "fx");
  row = find_row (fixture, "阜新蒙古族自治县");
  atlas_search_popover_move (get_popover (fixture), -1);
  g_assert_true (atlas_search_popover_get_selected_row (get_popover (fixture))
                 == get_row (fixture, 0));

  for (int i = 0; i < row; i++)
    atlas_search_popover_move (get_popover (fixture), 1);
  atlas_search_popover_choose (get_popover (fixture));
  g_assert_cmpstr (atlas_place_get_code (atlas_session_get_selected (fixture->session)), ==,
                   "210921");
}

static void
test_move_stops_at_the_end (Fixture *fixture, gconstpointer data)
{
  guint n_rows = 0;

  type (fixture, "fx");
  while (get_row (fixture, n_rows) != NULL)
    n_rows++;
  for (guint i = 0; i < n_rows + 3; i++)
    atlas_search_popover_move (get_popover (fixture), 1);

  g_assert_true (atlas_search_popover_get_selected_row (get_popover (fixture))
                 == get_row (fixture, n_rows - 1));
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  type (fixture, "wfd");
  row = get_row (fixture, (guint) find_row (fixture, "瓦房店市"));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);

  g_assert_cmpstr (atlas_place_get_code (atlas_session_get_selected (fixture->session)), ==,
                   "210281");
}

static void
test_nothing_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sentence;

  type (fixture, "qqqq");

  g_assert_true (shows_hits (fixture));
  g_assert_null (get_row (fixture, 0));
  sentence = find_label (
      GTK_WIDGET (get_popover (fixture)),
      "No place is called “qqqq”. You can search for places by name, short name, pinyin, "
      "initials or division code; industries are buttons in the profiles.");
  g_assert_nonnull (sentence);
  g_assert_true (gtk_widget_get_child_visible (sentence));
  g_assert_null (atlas_search_popover_get_selected_row (get_popover (fixture)));

  /* There is nothing to choose, so choosing does nothing. */
  atlas_search_popover_choose (get_popover (fixture));
  g_assert_null (atlas_session_get_selected (fixture->session));
}

/* Text that looks like markup or like the marks of a match is only text. */
static void
test_odd_text (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "<b>&", "[[", "]]", "%s%n", "'; --", "阜\xe2\x80\x8b" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type (fixture, texts[i]);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->text)), ==, texts[i]);
      g_assert_true (shows_hits (fixture));
    }
}

static gboolean
is_bold (GtkLabel *label, const char *text)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  const char *found = strstr (gtk_label_get_text (label), text);
  g_autoptr (PangoAttrIterator) iterator = NULL;
  guint start;

  if (attributes == NULL || found == NULL)
    return FALSE;

  start = (guint) (found - gtk_label_get_text (label));
  iterator = pango_attr_list_get_iterator (attributes);
  do
    {
      PangoAttribute *weight = pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT);

      if (weight != NULL && weight->start_index == start
          && weight->end_index == start + strlen (text))
        return TRUE;
    }
  while (pango_attr_iterator_next (iterator));

  return FALSE;
}

static void
test_match_is_marked (Fixture *fixture, gconstpointer data)
{
  type (fixture, "阜新");

  g_assert_cmpstr (gtk_label_get_text (get_name (fixture, 0)), ==, "阜新市");
  g_assert_true (is_bold (get_name (fixture, 0), "阜新"));
  g_assert_false (is_bold (get_name (fixture, 0), "市"));

  /* What the name does not contain stands after it. */
  type (fixture, "fx");
  g_assert_false (is_bold (get_name (fixture, 0), "阜新"));
  g_assert_true (is_bold (GTK_LABEL (find_nth (get_row (fixture, 0), "GtkLabel", 1)), "fx"));
}

static void
test_hits_are_named (Fixture *fixture, gconstpointer data)
{
  int row;

  type (fixture, "fx");
  row = find_row (fixture, "阜新蒙古族自治县");

  gtk_test_accessible_assert_role (get_row (fixture, 0), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (get_row (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "阜新市");
  gtk_test_accessible_assert_property (get_row (fixture, (guint) row),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "阜新蒙古族自治县, 阜新市");
  gtk_test_accessible_assert_role (GTK_WIDGET (fixture->text), GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  gtk_test_accessible_assert_property (GTK_WIDGET (fixture->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Search");
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (fixture->text),
                                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT));
}

/* While an input method composes, what is typed belongs to it. */
static void
test_composing (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (fixture->text, "preedit-changed", "fu'x");
  type (fixture, "fx");
  g_assert_false (shows_hits (fixture));

  g_signal_emit_by_name (fixture->text, "preedit-changed", "");
  type (fixture, "阜新");
  g_assert_true (shows_hits (fixture));

  g_signal_emit_by_name (fixture->text, "preedit-changed", "s");
  wait_until (!shows_hits (fixture));
}

static void
test_focus_selects_all (Fixture *fixture, gconstpointer data)
{
  int start;
  int end;

  type (fixture, "fx");
  gtk_editable_set_position (GTK_EDITABLE (fixture->text), 1);
  g_assert_true (gtk_widget_grab_focus (fixture->box));

  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (fixture->text), &start, &end));
  g_assert_cmpint (start, ==, 0);
  g_assert_cmpint (end, ==, 2);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (fixture->text));
}

static void
test_without_session (Fixture *fixture, gconstpointer data)
{
  atlas_search_box_set_session (ATLAS_SEARCH_BOX (fixture->box), NULL);
  type (fixture, "fx");

  g_assert_false (shows_hits (fixture));
}

#define ADD(name, func) g_test_add ("/search-box/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("nothing-typed", test_nothing_typed);
  ADD ("initials", test_initials);
  ADD ("ways-to-a-place", test_ways_to_a_place);
  ADD ("choose-first", test_choose_first);
  ADD ("move-and-choose", test_move_and_choose);
  ADD ("move-stops-at-the-end", test_move_stops_at_the_end);
  ADD ("click", test_click);
  ADD ("nothing-found", test_nothing_found);
  ADD ("odd-text", test_odd_text);
  ADD ("match-is-marked", test_match_is_marked);
  ADD ("hits-are-named", test_hits_are_named);
  ADD ("composing", test_composing);
  ADD ("focus-selects-all", test_focus_selects_all);
  ADD ("without-session", test_without_session);

  return g_test_run ();
}
