/* test-map-pick.c: what pointer and keys do on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-wording.h"
#include "map-view-fixture.h"

static guint n_picks;
static AtlasPlace *picked;

static void
test_click (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;

  locate (fixture, WAFANGDIAN, &x, &y);
  _atlas_map_view_press (fixture->view, x, y);
  _atlas_map_view_release (fixture->view, 1, x + 2.0, y - 1.0, 0);
  g_assert_true (atlas_map_view_get_selected (fixture->view) == place_of (fixture, WAFANGDIAN));
  g_assert_cmpstr (atlas_outline_layer_get_selected (fixture->view->outlines), ==, WAFANGDIAN);
  g_assert_cmpuint (fixture->n_selections, ==, 1);

  /* The same again says nothing new; the open sea takes nothing away. */
  _atlas_map_view_press (fixture->view, x, y);
  _atlas_map_view_release (fixture->view, 1, x, y, 0);
  _atlas_map_view_press (fixture->view, SEA_X, SEA_Y);
  g_assert_null (_atlas_map_view_hit (fixture->view, SEA_X, SEA_Y));
  _atlas_map_view_release (fixture->view, 1, SEA_X, SEA_Y, 0);
  g_assert_cmpuint (fixture->n_selections, ==, 1);
}

static void
test_click_on_district (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;

  locate (fixture, "210112", &x, &y);
  _atlas_map_view_press (fixture->view, x, y);
  _atlas_map_view_release (fixture->view, 1, x, y, 0);
  g_assert_true (atlas_map_view_get_selected (fixture->view) == place_of (fixture, "210112"));
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  AtlasPoint before = atlas_map_camera_get_centre (fixture->view->camera);
  AtlasPoint after;
  double x;
  double y;
  double moved_x;
  double moved_y;

  locate (fixture, WAFANGDIAN, &x, &y);
  _atlas_map_view_press (fixture->view, x, y);
  _atlas_map_view_drag (fixture->view, 3.0, 1.0);
  after = atlas_map_camera_get_centre (fixture->view->camera);
  g_assert_cmpfloat (after.x, ==, before.x);

  _atlas_map_view_drag (fixture->view, 40.0, -10.0);
  _atlas_map_view_drag (fixture->view, 60.0, -24.0);
  _atlas_map_view_release (fixture->view, 1, x + 60.0, y - 24.0, 0);
  g_assert_null (atlas_map_view_get_selected (fixture->view));
  locate (fixture, WAFANGDIAN, &moved_x, &moved_y);
  g_assert_cmpfloat_with_epsilon (moved_x, x + 60.0, 0.01);
  g_assert_cmpfloat_with_epsilon (moved_y, y - 24.0, 0.01);

  /* A press that wandered off and came back was no click either. */
  _atlas_map_view_press (fixture->view, moved_x, moved_y);
  _atlas_map_view_drag (fixture->view, 30.0, 0.0);
  _atlas_map_view_drag (fixture->view, 0.0, 0.0);
  _atlas_map_view_release (fixture->view, 1, moved_x, moved_y, 0);
  g_assert_null (atlas_map_view_get_selected (fixture->view));
}

static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  double before = atlas_map_camera_get_zoom (fixture->view->camera);

  _atlas_map_view_press (fixture->view, 300.0, 300.0);
  _atlas_map_view_release (fixture->view, 2, 300.0, 300.0, 0);
  wait_until (is_complete, fixture);
  g_assert_cmpfloat (atlas_map_camera_get_target_zoom (fixture->view->camera), >, before + 0.5);
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;

  locate (fixture, WAFANGDIAN, &x, &y);
  _atlas_map_view_hover (fixture->view, x, y);
  g_assert_true (fixture->view->hovered == place_of (fixture, WAFANGDIAN));
  g_assert_null (atlas_map_view_get_selected (fixture->view));
  _atlas_map_view_hover (fixture->view, SEA_X, SEA_Y);
  g_assert_null (fixture->view->hovered);
}

static void
count_pick_cb (Fixture *fixture, AtlasPlace *place)
{
  n_picks++;
  picked = place;
}

static void
click (Fixture *fixture, const char *code, int n_press, GdkModifierType modifiers)
{
  double x;
  double y;

  locate (fixture, code, &x, &y);
  _atlas_map_view_press (fixture->view, x, y);
  _atlas_map_view_release (fixture->view, n_press, x, y, modifiers);
}

/* Ctrl and a click ask for a place to be picked and leave the selection alone. */
static void
test_pick_by_click (Fixture *fixture, gconstpointer data)
{
  double zoom = atlas_map_camera_get_target_zoom (fixture->view->camera);

  n_picks = 0;
  g_signal_connect_swapped (fixture->view, "pick-place", G_CALLBACK (count_pick_cb), fixture);
  click (fixture, WAFANGDIAN, 1, GDK_CONTROL_MASK);
  g_assert_true (picked == place_of (fixture, WAFANGDIAN));
  g_assert_null (atlas_map_view_get_selected (fixture->view));
  click (fixture, WAFANGDIAN, 2, GDK_CONTROL_MASK);
  g_assert_cmpuint (n_picks, ==, 2);
  g_assert_cmpfloat (atlas_map_camera_get_target_zoom (fixture->view->camera), ==, zoom);

  click (fixture, WAFANGDIAN, 1, 0);
  g_assert_cmpuint (n_picks, ==, 2);
  _atlas_map_view_press (fixture->view, SEA_X, SEA_Y);
  _atlas_map_view_release (fixture->view, 1, SEA_X, SEA_Y, GDK_CONTROL_MASK);
  g_assert_cmpuint (n_picks, ==, 2);
}

static void
test_pick_by_key (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);

  n_picks = 0;
  g_signal_connect_swapped (fixture->view, "pick-place", G_CALLBACK (count_pick_cb), fixture);
  activate_key (widget, GDK_KEY_space, 0);
  g_assert_cmpuint (n_picks, ==, 0);

  atlas_map_view_set_selected (fixture->view, place_of (fixture, WAFANGDIAN));
  g_assert_true (activate_key (widget, GDK_KEY_space, 0));
  g_assert_cmpuint (n_picks, ==, 1);
  g_assert_true (picked == place_of (fixture, WAFANGDIAN));
  g_assert_true (activate_key (widget, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpuint (n_picks, ==, 2);
  g_assert_null (fixture->activated);
  g_assert_true (activate_key (widget, GDK_KEY_Return, 0));
  g_assert_cmpuint (n_picks, ==, 2);
  g_assert_nonnull (fixture->activated);
}

/* How many pixels look another way than in @before, which nobody has touched since */
static guint
count_changes (Fixture *fixture, cairo_surface_t *before)
{
  cairo_surface_t *now;
  guint n_changes;

  wait_until (is_complete, fixture);
  now = photograph (fixture);
  n_changes = count_differences (before, now);
  cairo_surface_destroy (now);
  return n_changes;
}

/* Who is picked is outlined, and no longer when it is not. */
static void
test_picked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) store = g_list_store_new (ATLAS_TYPE_PLACE);
  cairo_surface_t *before = photograph (fixture);

  atlas_map_view_set_picked (fixture->view, G_LIST_MODEL (store));
  g_assert_cmpuint (count_changes (fixture, before), ==, 0);
  g_list_store_append (store, place_of (fixture, "211224"));
  g_assert_cmpuint (count_changes (fixture, before), >, 200);
  g_list_store_append (store, place_of (fixture, "210600"));
  g_assert_cmpuint (count_changes (fixture, before), >, 400);
  g_list_store_remove_all (store);
  g_assert_cmpuint (count_changes (fixture, before), ==, 0);

  /* A list that is watched no more is not looked at. */
  g_list_store_append (store, place_of (fixture, "211224"));
  atlas_map_view_set_picked (fixture->view, NULL);
  g_assert_cmpuint (count_changes (fixture, before), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&store));
  cairo_surface_destroy (before);
}

/* To the picked places; without any, to the selected one. */
static void
test_fit_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) store = g_list_store_new (ATLAS_TYPE_PLACE);
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  double whole = atlas_map_camera_get_target_zoom (fixture->view->camera);
  double one;
  double two;

  atlas_map_view_set_picked (fixture->view, G_LIST_MODEL (store));
  activate_key (widget, GDK_KEY_9, 0);
  g_assert_cmpfloat (atlas_map_camera_get_target_zoom (fixture->view->camera), ==, whole);

  atlas_map_view_set_selected (fixture->view, place_of (fixture, WAFANGDIAN));
  g_assert_true (activate_key (widget, GDK_KEY_9, 0));
  one = atlas_map_camera_get_target_zoom (fixture->view->camera);
  g_assert_cmpfloat (one, >, whole + 0.5);

  g_list_store_append (store, place_of (fixture, "211224"));
  g_list_store_append (store, place_of (fixture, "211224"));
  g_assert_true (activate_key (widget, GDK_KEY_9, 0));
  two = atlas_map_camera_get_target_zoom (fixture->view->camera);
  g_assert_cmpfloat (two, <, one);
  g_assert_true (activate_key (widget, GDK_KEY_0, 0));
  g_assert_cmpfloat_with_epsilon (atlas_map_camera_get_target_zoom (fixture->view->camera), whole,
                                  0.001);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  double before = atlas_map_camera_get_target_zoom (fixture->view->camera);

  g_assert_true (gtk_widget_activate_action (widget, "map.zoom-in", NULL));
  g_assert_cmpfloat (atlas_map_camera_get_target_zoom (fixture->view->camera), >, before);
  g_assert_true (gtk_widget_activate_action (widget, "map.fit", NULL));
  g_assert_cmpfloat_with_epsilon (atlas_map_camera_get_target_zoom (fixture->view->camera), before,
                                  0.001);

  g_assert_true (gtk_widget_activate_action (widget, "map.activate", NULL));
  g_assert_null (fixture->activated);
  atlas_map_view_set_selected (fixture->view, place_of (fixture, WAFANGDIAN));
  g_assert_true (gtk_widget_activate_action (widget, "map.activate", NULL));
  g_assert_true (fixture->activated == place_of (fixture, WAFANGDIAN));
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

/* Name, city, first positioning, number of projects; of a district there is no positioning. */
static void
test_card (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  AtlasMapCard *card = g_object_ref_sink (ATLAS_MAP_CARD (atlas_map_card_new ()));
  AtlasPlace *county = atlas_catalog_get_place (catalog, WAFANGDIAN);
  AtlasPlace *empty = atlas_catalog_get_place (catalog, "210421");
  g_autofree char *projects = atlas_wording_format_projects (county);

  atlas_map_card_set_place (card, county, NULL, NULL);
  g_assert_true (says (GTK_WIDGET (card), "瓦房店市"));
  g_assert_true (says (GTK_WIDGET (card), "大连市"));
  g_assert_true (says (GTK_WIDGET (card), atlas_place_get_first_positioning (county)));
  g_assert_true (says (GTK_WIDGET (card), projects));

  atlas_map_card_set_place (card, empty, NULL, NULL);
  g_assert_true (says (GTK_WIDGET (card), "No document ties a project to 抚顺县."));
  g_assert_finalize_object (card);
}

static AtlasMapScheme *
make_scheme (AtlasCatalog *catalog, const char *text)
{
  g_autoptr (AtlasMapGeometry) geometry = load_geometry (catalog);
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (catalog, text, NULL);
  AtlasMapScheme *scheme = atlas_map_scheme_new (catalog, geometry, theme, NULL);

  g_assert_nonnull (scheme);
  return scheme;
}

/* What the colours say of the place, with the number where that says more */
static void
test_card_theme (void)
{
  g_autoptr (AtlasCatalog) catalog = open_catalog ();
  g_autoptr (AtlasMapScheme) family = make_scheme (catalog, "family");
  g_autoptr (AtlasMapScheme) projects = make_scheme (catalog, "projects");
  g_autoptr (AtlasMapScheme) none = make_scheme (catalog, "none");
  AtlasMapCard *card = g_object_ref_sink (ATLAS_MAP_CARD (atlas_map_card_new ()));
  AtlasPlace *one = atlas_catalog_get_place (catalog, WAFANGDIAN);
  AtlasPlace *several = atlas_catalog_get_place (catalog, "210283");
  const AtlasMapLook look = { .kept = ATLAS_MAP_KEEP_ALL };
  int index = atlas_map_scheme_get_class_of_place (projects, several);
  const AtlasMapClass *klass = g_ptr_array_index (atlas_map_scheme_get_classes (projects), index);
  g_autofree char *counted = NULL;
  guint value;

  atlas_map_card_set_place (card, one, family, &look);
  g_assert_true (says (GTK_WIDGET (card), "装备制造"));
  atlas_map_card_set_place (card, one, projects, &look);
  g_assert_true (says (GTK_WIDGET (card), "1 project"));
  atlas_map_card_set_place (card, one, none, &look);
  g_assert_false (says (GTK_WIDGET (card), "1 project"));

  g_assert_true (atlas_map_scheme_get_value (projects, several, &value));
  counted = g_strdup_printf ("%s (%u)", klass->name, value);
  atlas_map_card_set_place (card, several, projects, &look);
  g_assert_true (says (GTK_WIDGET (card), counted));
  g_assert_finalize_object (card);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("map-pick", "click", test_click);
  ADD ("map-pick", "click-on-district", test_click_on_district);
  ADD ("map-pick", "drag", test_drag);
  ADD ("map-pick", "double-click", test_double_click);
  ADD ("map-pick", "hover", test_hover);
  ADD ("map-pick", "pick-by-click", test_pick_by_click);
  ADD ("map-pick", "pick-by-key", test_pick_by_key);
  ADD ("map-pick", "picked", test_picked);
  ADD ("map-pick", "fit-key", test_fit_key);
  ADD ("map-pick", "actions", test_actions);
  g_test_add_func ("/map-pick/card", test_card);
  g_test_add_func ("/map-pick/card-theme", test_card_theme);

  return g_test_run ();
}
