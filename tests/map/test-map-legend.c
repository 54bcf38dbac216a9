/* test-map-legend.c: the legend: what it says, and what a click on it does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-legend-row.h"
#include "map-view-fixture.h"

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static AtlasMapLegendRow *
row_at (AtlasMapLegend *legend, guint index)
{
  GtkWidget *row = find_widget (GTK_WIDGET (legend), ATLAS_TYPE_MAP_LEGEND_ROW);

  for (guint i = 0; i < index && row != NULL; i++)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);

  return ATLAS_MAP_LEGEND_ROW (row);
}

static guint
count_rows (AtlasMapLegend *legend)
{
  guint n_rows = 0;

  for (GtkWidget *row = find_widget (GTK_WIDGET (legend), ATLAS_TYPE_MAP_LEGEND_ROW); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;

  return n_rows;
}

static void
click_row (AtlasMapLegend *legend, guint index)
{
  g_signal_emit_by_name (atlas_map_legend_row_get_toggle (row_at (legend, index)), "clicked");
}

static gboolean
is_pressed (AtlasMapLegend *legend, guint index)
{
  return gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (atlas_map_legend_row_get_toggle (row_at (legend, index))));
}

static gboolean
is_pale (AtlasMapLegend *legend, guint index)
{
  return gtk_widget_has_css_class (GTK_WIDGET (row_at (legend, index)), "pale");
}

static AtlasMapScheme *
make_scheme (AtlasCatalog *catalog, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (catalog, text, &error);
  AtlasMapScheme *scheme;

  g_assert_no_error (error);
  scheme = atlas_map_scheme_new (catalog, geometry, theme, &error);
  g_assert_no_error (error);
  return scheme;
}

/* Title, and an entry for each class that says how many places are in it, to a screen reader too */
static void
test_entries (void)
{
  static const char *const themes[] = { "family",      "projects",
                                        "period",      "coverage",
                                        "family:food", "family:energy,cluster:工业母机产业集群" };
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasMapLegend *legend = g_object_ref_sink (ATLAS_MAP_LEGEND (atlas_map_legend_new ()));
  const AtlasMapLook look = { .hatched = TRUE, .kept = ATLAS_MAP_KEEP_ALL };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autoptr (AtlasMapScheme) scheme = make_scheme (catalog, themes[i]);
      GPtrArray *classes = atlas_map_scheme_get_classes (scheme);

      atlas_map_legend_set_scheme (legend, scheme, &look);
      g_assert_false (atlas_map_legend_is_empty (legend));
      g_assert_cmpuint (count_rows (legend), ==, classes->len);
      for (guint j = 0; j < classes->len; j++)
        {
          const AtlasMapClass *klass = g_ptr_array_index (classes, j);
          GtkWidget *toggle = atlas_map_legend_row_get_toggle (row_at (legend, j));
          guint n_places = klass->places->len;
          g_autofree char *label = g_strdup_printf (
              n_places == 1 ? "%s, %u place" : "%s, %u places", klass->name, n_places);

          gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
          g_assert_true (gtk_widget_get_focusable (toggle));
        }
    }

  atlas_map_legend_set_scheme (legend, NULL, NULL);
  g_assert_true (atlas_map_legend_is_empty (legend));
  g_assert_cmpuint (count_rows (legend), ==, 0);
  g_assert_finalize_object (legend);
}

/* A theme whose meaning stands on the map already needs no legend. */
static void
test_no_legend (void)
{
  static const char *const themes[] = { "none", "city" };
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasMapLegend *legend = g_object_ref_sink (ATLAS_MAP_LEGEND (atlas_map_legend_new ()));
  const AtlasMapLook look = { .kept = ATLAS_MAP_KEEP_ALL };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autoptr (AtlasMapScheme) scheme = make_scheme (catalog, themes[i]);

      atlas_map_legend_set_scheme (legend, scheme, &look);
      g_assert_true (atlas_map_legend_is_empty (legend));
    }
  g_assert_finalize_object (legend);
}

/* The first click keeps one class alone, others add to it or take away; at last all are back. */
static void
test_clicks (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapScheme) scheme = make_scheme (catalog, "family");
  guint n_classes = atlas_map_scheme_get_classes (scheme)->len;
  AtlasMapLegend *legend = g_object_ref_sink (ATLAS_MAP_LEGEND (atlas_map_legend_new ()));
  const AtlasMapLook look = { .kept = ATLAS_MAP_KEEP_ALL };

  atlas_map_legend_set_scheme (legend, scheme, &look);
  g_assert_cmpuint (atlas_map_legend_get_kept (legend), ==, ATLAS_MAP_KEEP_ALL);
  g_assert_false (is_pressed (legend, 0));
  g_assert_false (is_pale (legend, 0));

  click_row (legend, 1);
  g_assert_cmpuint (atlas_map_legend_get_kept (legend), ==, 1 << 1);
  g_assert_true (is_pressed (legend, 1));
  g_assert_false (is_pale (legend, 1));
  g_assert_false (is_pressed (legend, 0));
  g_assert_true (is_pale (legend, 0));

  click_row (legend, 3);
  g_assert_cmpuint (atlas_map_legend_get_kept (legend), ==, 1 << 1 | 1 << 3);
  click_row (legend, 1);
  g_assert_cmpuint (atlas_map_legend_get_kept (legend), ==, 1 << 3);
  click_row (legend, 3);
  g_assert_cmpuint (atlas_map_legend_get_kept (legend), ==, ATLAS_MAP_KEEP_ALL);
  g_assert_false (is_pressed (legend, 3));
  g_assert_false (is_pale (legend, 0));

  for (guint i = 0; i < n_classes; i++)
    click_row (legend, i);
  g_assert_cmpuint (atlas_map_legend_get_kept (legend), ==, ATLAS_MAP_KEEP_ALL);
  for (guint i = 0; i < n_classes; i++)
    g_assert_false (is_pressed (legend, i));
  g_assert_finalize_object (legend);
}

static void
pick_cb (GPtrArray **picked, GPtrArray *places)
{
  g_clear_pointer (picked, g_ptr_array_unref);
  *picked = g_ptr_array_ref (places);
}

/* By the button, by Shift+Enter, and from the map that holds the legend. */
static void
test_pick (Fixture *fixture, gconstpointer data)
{
  AtlasMapLegend *legend = ATLAS_MAP_LEGEND (fixture->view->legend);
  GPtrArray *classes = atlas_map_scheme_get_classes (atlas_map_view_get_scheme (fixture->view));
  const AtlasMapClass *klass = g_ptr_array_index (classes, 0);
  g_autoptr (GPtrArray) picked = NULL;
  GtkWidget *row = GTK_WIDGET (row_at (legend, 0));

  g_signal_connect_swapped (fixture->view, "pick-places", G_CALLBACK (pick_cb), &picked);
  g_signal_emit_by_name (gtk_widget_get_last_child (row), "clicked");
  g_assert_true (picked == klass->places);
  g_assert_cmpuint (picked->len, >, 0);
  g_assert_cmpuint (atlas_map_view_get_kept (fixture->view), ==, ATLAS_MAP_KEEP_ALL);

  klass = g_ptr_array_index (classes, 2);
  g_assert_true (activate_key (GTK_WIDGET (row_at (legend, 2)), GDK_KEY_Return, GDK_SHIFT_MASK));
  g_assert_true (picked == klass->places);
}

/* How far a colour is from grey */
static double
saturation_of (Fixture *fixture, const char *code)
{
  AtlasColour colour = colour_of_ground (fixture, code);

  return MAX (MAX (colour.red, colour.green), colour.blue)
         - MIN (MIN (colour.red, colour.green), colour.blue);
}

/* What is not kept pales on the map, what is kept does not; a new theme shows all again. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  AtlasMapLegend *legend = ATLAS_MAP_LEGEND (fixture->view->legend);
  AtlasMapScheme *scheme = atlas_map_view_get_scheme (fixture->view);
  int kept = atlas_map_scheme_get_class_of_place (scheme, place_of (fixture, WAFANGDIAN));
  int pale = atlas_map_scheme_get_class_of_place (scheme, place_of (fixture, "211224"));
  double kept_before = saturation_of (fixture, WAFANGDIAN);
  double pale_before = saturation_of (fixture, "211224");

  g_assert_cmpint (kept, >=, 0);
  g_assert_cmpint (pale, >=, 0);
  g_assert_cmpint (kept, !=, pale);
  click_row (legend, (guint) kept);
  g_assert_cmpuint (atlas_map_view_get_kept (fixture->view), ==, G_GUINT64_CONSTANT (1) << kept);
  g_assert_false (atlas_map_view_is_complete (fixture->view));
  wait_until (is_complete, fixture);
  g_assert_cmpfloat_with_epsilon (saturation_of (fixture, WAFANGDIAN), kept_before, 0.005);
  g_assert_cmpfloat (saturation_of (fixture, "211224"), <, pale_before * 0.7);

  /* The entries are still the same ones, so that the keyboard does not lose its place. */
  g_assert_true (is_pressed (legend, (guint) kept));
  g_assert_true (is_pale (legend, (guint) pale));

  g_assert_true (atlas_map_view_set_theme (fixture->view, "projects", NULL));
  g_assert_cmpuint (atlas_map_view_get_kept (fixture->view), ==, ATLAS_MAP_KEEP_ALL);
  wait_until (is_complete, fixture);
  g_assert_false (is_pale (legend, 0));
}

static gboolean
is_large (Fixture *fixture)
{
  return is_complete (fixture) && gtk_widget_get_width (GTK_WIDGET (fixture->view)) >= 900;
}

static gboolean
is_legend_closed (Fixture *fixture)
{
  return !gtk_widget_get_child_visible (fixture->view->legend);
}

static gboolean
is_legend_open (Fixture *fixture)
{
  return !is_legend_closed (fixture);
}

/* Where there is room it is open from the start; an action closes and opens it. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);

  gtk_window_set_default_size (fixture->window, 900, 700);
  wait_until (is_large, fixture);
  g_assert_true (gtk_widget_get_child_visible (fixture->view->legend));
  g_assert_false (gtk_widget_get_child_visible (fixture->view->legend_button));

  g_assert_true (gtk_widget_activate_action (widget, "map.legend", NULL));
  wait_until (is_legend_closed, fixture);
  g_assert_true (gtk_widget_get_child_visible (fixture->view->legend_button));
  g_assert_true (gtk_widget_activate_action (widget, "map.legend", NULL));
  wait_until (is_legend_open, fixture);
  g_assert_false (gtk_widget_get_child_visible (fixture->view->legend_button));
}

static graphene_point_t
position_of (Fixture *fixture, guint index)
{
  GtkWidget *row = GTK_WIDGET (row_at (ATLAS_MAP_LEGEND (fixture->view->legend), index));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (row, fixture->view->legend, &bounds));
  return bounds.origin;
}

/* Where it would be tall and there is room beside it, the second half stands beside the first. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  guint half = (count_rows (ATLAS_MAP_LEGEND (fixture->view->legend)) + 1) / 2;
  graphene_point_t first;
  graphene_point_t second;
  graphene_point_t other;

  gtk_window_set_default_size (fixture->window, 900, 600);
  wait_until (is_large, fixture);
  wait_until (is_legend_open, fixture);
  g_assert_cmpuint (half, >, 2);
  first = position_of (fixture, 0);
  second = position_of (fixture, 1);
  other = position_of (fixture, half);
  g_assert_cmpfloat (second.x, ==, first.x);
  g_assert_cmpfloat (second.y, >, first.y);
  g_assert_cmpfloat (other.x, >, first.x);
  g_assert_cmpfloat (other.y, ==, first.y);
}

/* The arrows that lead from place to place on the map lead from entry to entry here. */
static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  AtlasMapLegend *legend = ATLAS_MAP_LEGEND (fixture->view->legend);
  GtkWidget *first = atlas_map_legend_row_get_toggle (row_at (legend, 0));
  GtkWidget *second = atlas_map_legend_row_get_toggle (row_at (legend, 1));

  gtk_window_set_default_size (fixture->window, 900, 700);
  wait_until (is_large, fixture);
  wait_until (is_legend_open, fixture);
  g_assert_true (gtk_widget_grab_focus (first));
  g_assert_true (activate_key (GTK_WIDGET (legend), GDK_KEY_Down, 0));
  g_assert_true (gtk_window_get_focus (fixture->window) == second);
  g_assert_true (activate_key (GTK_WIDGET (legend), GDK_KEY_Up, 0));
  g_assert_true (gtk_window_get_focus (fixture->window) == first);
  g_assert_null (atlas_map_view_get_selected (fixture->view));
}

static gboolean
is_low (Fixture *fixture)
{
  return is_complete (fixture) && gtk_widget_get_height (GTK_WIDGET (fixture->view)) <= 330;
}

/* It never covers most of a small map and never stands on stamp or zoom buttons: it scrolls. */
static void
test_small (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  graphene_rect_t legend;
  graphene_rect_t zoom;
  graphene_rect_t stamp;

  gtk_window_set_default_size (fixture->window, 500, 330);
  wait_until (is_low, fixture);
  if (!gtk_widget_get_child_visible (fixture->view->legend))
    g_assert_true (gtk_widget_activate_action (widget, "map.legend", NULL));
  wait_until (is_legend_open, fixture);
  wait_until (is_complete, fixture);
  g_assert_true (gtk_widget_compute_bounds (fixture->view->legend, widget, &legend));
  g_assert_true (gtk_widget_compute_bounds (fixture->view->zoom, widget, &zoom));
  g_assert_true (gtk_widget_compute_bounds (fixture->view->stamp, widget, &stamp));
  g_assert_false (graphene_rect_intersection (&legend, &zoom, NULL));
  g_assert_false (graphene_rect_intersection (&legend, &stamp, NULL));
  g_assert_cmpfloat (legend.size.height, <=, 0.5 * gtk_widget_get_height (widget));
  g_assert_cmpfloat (legend.size.width, <=, 0.5 * gtk_widget_get_width (widget));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/map-legend/entries", test_entries);
  g_test_add_func ("/map-legend/no-legend", test_no_legend);
  g_test_add_func ("/map-legend/clicks", test_clicks);
  ADD ("map-legend", "pick", test_pick);
  ADD ("map-legend", "filter", test_filter);
  ADD ("map-legend", "open", test_open);
  ADD ("map-legend", "columns", test_columns);
  ADD ("map-legend", "arrows", test_arrows);
  ADD ("map-legend", "small", test_small);

  return g_test_run ();
}
