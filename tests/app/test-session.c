/* test-session.c: the selection and its history, what is shown and what is picked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-session.h"

typedef struct
{
  AtlasSession *session;
  AtlasPlace *places[4];
  guint n_selected;
  guint n_highlight;
  guint n_shown;
  guint n_picked;
} Fixture;

static AtlasPlace *
create_place (const char *code)
{
  const AtlasPlaceFields fields = {
    .code = code,
    .name = "瓦房店市",
    .short_name = "瓦房店",
    .pinyin = "Wǎfángdiàn",
    .initials = "wfd",
    .level = ATLAS_PLACE_LEVEL_COUNTY_CITY,
  };

  return atlas_place_new (&fields, NULL);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "210281", "210283", "210921", "211324" };

  fixture->session = atlas_session_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    fixture->places[i] = create_place (codes[i]);
  g_signal_connect (fixture->session, "notify::selected", G_CALLBACK (count_cb),
                    &fixture->n_selected);
  g_signal_connect (fixture->session, "notify::highlight", G_CALLBACK (count_cb),
                    &fixture->n_highlight);
  g_signal_connect (fixture->session, "notify::shown-theme", G_CALLBACK (count_cb),
                    &fixture->n_shown);
  g_signal_connect (fixture->session, "notify::n-picked", G_CALLBACK (count_cb),
                    &fixture->n_picked);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->places); i++)
    g_assert_finalize_object (fixture->places[i]);
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;

  g_assert_null (atlas_session_get_catalog (session));
  g_assert_null (atlas_session_get_selected (session));
  g_assert_null (atlas_session_get_highlight (session));
  g_assert_cmpstr (atlas_session_get_theme (session), ==, "family");
  g_assert_cmpstr (atlas_session_get_shown_theme (session), ==, "family");
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, 0);
  g_assert_false (atlas_session_get_can_go_back (session));
  g_assert_false (atlas_session_get_can_go_forward (session));

  atlas_session_go_back (session);
  atlas_session_go_forward (session);
  g_assert_cmpuint (fixture->n_selected, ==, 0);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_selected (session, fixture->places[0]);
  g_assert_true (atlas_session_get_selected (session) == fixture->places[0]);
  g_assert_cmpuint (fixture->n_selected, ==, 1);

  /* Selecting it again is no new stop. */
  atlas_session_set_selected (session, fixture->places[0]);
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  atlas_session_go_back (session);
  g_assert_null (atlas_session_get_selected (session));
  g_assert_false (atlas_session_get_can_go_back (session));
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;

  for (guint i = 0; i < 3; i++)
    atlas_session_set_selected (session, fixture->places[i]);
  g_assert_false (atlas_session_get_can_go_forward (session));

  atlas_session_go_back (session);
  atlas_session_go_back (session);
  g_assert_true (atlas_session_get_selected (session) == fixture->places[0]);
  g_assert_true (atlas_session_get_can_go_forward (session));

  atlas_session_go_forward (session);
  g_assert_true (atlas_session_get_selected (session) == fixture->places[1]);

  /* A new way forgets the old one ahead, not the one behind. */
  atlas_session_set_selected (session, fixture->places[3]);
  g_assert_false (atlas_session_get_can_go_forward (session));
  atlas_session_go_back (session);
  g_assert_true (atlas_session_get_selected (session) == fixture->places[1]);
  atlas_session_go_back (session);
  atlas_session_go_back (session);
  g_assert_null (atlas_session_get_selected (session));
  g_assert_false (atlas_session_get_can_go_back (session));
}

static void
test_overview_is_a_stop (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_selected (session, fixture->places[0]);
  atlas_session_set_selected (session, NULL);
  g_assert_null (atlas_session_get_selected (session));

  atlas_session_go_back (session);
  g_assert_true (atlas_session_get_selected (session) == fixture->places[0]);
  atlas_session_go_forward (session);
  g_assert_null (atlas_session_get_selected (session));
}

static void
test_can_go_is_notified (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;
  guint n_back = 0;
  guint n_forward = 0;

  g_signal_connect (session, "notify::can-go-back", G_CALLBACK (count_cb), &n_back);
  g_signal_connect (session, "notify::can-go-forward", G_CALLBACK (count_cb), &n_forward);

  atlas_session_set_selected (session, fixture->places[0]);
  atlas_session_set_selected (session, fixture->places[1]);
  g_assert_cmpuint (n_back, ==, 1);
  g_assert_cmpuint (n_forward, ==, 0);

  atlas_session_go_back (session);
  g_assert_cmpuint (n_back, ==, 1);
  g_assert_cmpuint (n_forward, ==, 1);

  atlas_session_set_selected (session, fixture->places[2]);
  g_assert_cmpuint (n_forward, ==, 2);
}

/* What is highlighted is looked at place by place: choosing another keeps it. */
static void
test_highlight (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_highlight (session, "family:equipment");
  g_assert_cmpstr (atlas_session_get_highlight (session), ==, "family:equipment");
  atlas_session_set_highlight (session, "family:equipment");
  g_assert_cmpuint (fixture->n_highlight, ==, 1);

  atlas_session_set_selected (session, fixture->places[0]);
  g_assert_cmpstr (atlas_session_get_highlight (session), ==, "family:equipment");
  g_assert_cmpuint (fixture->n_highlight, ==, 1);

  atlas_session_set_highlight (session, NULL);
  g_assert_null (atlas_session_get_highlight (session));
  g_assert_cmpuint (fixture->n_highlight, ==, 2);
}

/* Each stop has the highlight it was left with. */
static void
test_highlight_in_history (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_selected (session, fixture->places[0]);
  atlas_session_set_highlight (session, "zone:沿海经济带");
  atlas_session_set_selected (session, fixture->places[1]);
  atlas_session_set_highlight (session, NULL);
  atlas_session_set_selected (session, fixture->places[2]);
  g_assert_null (atlas_session_get_highlight (session));

  atlas_session_go_back (session);
  g_assert_null (atlas_session_get_highlight (session));
  g_assert_cmpuint (fixture->n_highlight, ==, 2);
  atlas_session_go_back (session);
  g_assert_true (atlas_session_get_selected (session) == fixture->places[0]);
  g_assert_cmpstr (atlas_session_get_highlight (session), ==, "zone:沿海经济带");
  g_assert_cmpstr (atlas_session_get_shown_theme (session), ==, "zone:沿海经济带");
  g_assert_cmpuint (fixture->n_highlight, ==, 3);
  atlas_session_go_back (session);
  g_assert_null (atlas_session_get_highlight (session));
  atlas_session_go_forward (session);
  g_assert_cmpstr (atlas_session_get_highlight (session), ==, "zone:沿海经济带");
}

/* Whoever watches the selection must not find the highlight of the place before. */
static void
check_highlight_cb (AtlasSession *session, GParamSpec *pspec, gpointer user_data)
{
  g_assert_null (atlas_session_get_highlight (session));
}

static void
test_highlight_is_that_of_the_stop (Fixture *fixture, gconstpointer data)
{
  atlas_session_set_selected (fixture->session, fixture->places[0]);
  atlas_session_set_highlight (fixture->session, "family:equipment");
  g_signal_connect (fixture->session, "notify::selected", G_CALLBACK (check_highlight_cb), NULL);

  atlas_session_go_back (fixture->session);
  g_assert_cmpuint (fixture->n_selected, ==, 2);
}

static void
test_shown_theme (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_theme (session, "projects");
  atlas_session_set_theme (session, "projects");
  g_assert_cmpstr (atlas_session_get_shown_theme (session), ==, "projects");
  g_assert_cmpuint (fixture->n_shown, ==, 1);

  atlas_session_set_highlight (session, "family:energy");
  g_assert_cmpstr (atlas_session_get_shown_theme (session), ==, "family:energy");
  g_assert_cmpstr (atlas_session_get_theme (session), ==, "projects");
  g_assert_cmpuint (fixture->n_shown, ==, 2);

  /* Another theme waits until the highlight is ended. */
  atlas_session_set_theme (session, "coverage");
  g_assert_cmpstr (atlas_session_get_shown_theme (session), ==, "family:energy");
  g_assert_cmpuint (fixture->n_shown, ==, 2);
  atlas_session_set_highlight (session, NULL);
  g_assert_cmpstr (atlas_session_get_shown_theme (session), ==, "coverage");
  g_assert_cmpuint (fixture->n_shown, ==, 3);
}

static void
check_picked (AtlasSession *session, AtlasPlace **places, guint n)
{
  GListModel *picked = atlas_session_get_picked (session);

  g_assert_cmpuint (g_list_model_get_n_items (picked), ==, n);
  g_assert_cmpuint (atlas_session_get_n_picked (session), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (picked, i);

      g_assert_true (place == places[i]);
      g_assert_true (atlas_session_is_picked (session, place));
    }
}

static void
test_pick (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;

  atlas_session_toggle_picked (session, fixture->places[0]);
  atlas_session_toggle_picked (session, fixture->places[1]);
  check_picked (session, fixture->places, 2);
  g_assert_cmpuint (fixture->n_picked, ==, 2);
  g_assert_false (atlas_session_is_picked (session, fixture->places[2]));

  /* It has nothing to do with what is selected, and outlives it. */
  g_assert_null (atlas_session_get_selected (session));
  atlas_session_set_selected (session, fixture->places[3]);
  atlas_session_go_back (session);
  check_picked (session, fixture->places, 2);

  atlas_session_toggle_picked (session, fixture->places[0]);
  check_picked (session, fixture->places + 1, 1);
  atlas_session_unpick (session, fixture->places[0]);
  g_assert_cmpuint (fixture->n_picked, ==, 3);
  atlas_session_clear_picked (session);
  atlas_session_clear_picked (session);
  check_picked (session, NULL, 0);
  g_assert_cmpuint (fixture->n_picked, ==, 4);
}

/* Who reads about one place and picks another wants both, but only to begin with. */
static void
test_pick_takes_selected_along (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_selected (session, fixture->places[0]);
  atlas_session_toggle_picked (session, fixture->places[1]);
  check_picked (session, fixture->places, 2);
  g_assert_cmpuint (fixture->n_picked, ==, 1);

  atlas_session_set_selected (session, fixture->places[3]);
  atlas_session_toggle_picked (session, fixture->places[2]);
  check_picked (session, fixture->places, 3);

  atlas_session_clear_picked (session);
  atlas_session_toggle_picked (session, fixture->places[3]);
  check_picked (session, fixture->places + 3, 1);
}

static void
test_pick_all (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  atlas_session_pick_all (session, places);
  g_assert_cmpuint (fixture->n_picked, ==, 0);

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (places, fixture->places[i]);
  g_ptr_array_add (places, fixture->places[1]);
  atlas_session_toggle_picked (session, fixture->places[0]);
  atlas_session_pick_all (session, places);
  atlas_session_pick_all (session, places);
  check_picked (session, fixture->places, 4);
  g_assert_cmpuint (fixture->n_picked, ==, 2);
}

/* Which projects are listed does not depend on the place, so it is kept on the way. */
static void
test_project_filter (Fixture *fixture, gconstpointer data)
{
  AtlasSession *session = fixture->session;
  guint n_notified = 0;

  g_signal_connect (session, "notify::project-stage", G_CALLBACK (count_cb), &n_notified);
  g_signal_connect (session, "notify::project-period", G_CALLBACK (count_cb), &n_notified);
  g_assert_null (atlas_session_get_project_stage (session));
  g_assert_null (atlas_session_get_project_period (session));

  atlas_session_set_project_stage (session, "done");
  atlas_session_set_project_stage (session, "done");
  atlas_session_set_project_period (session, "2024");
  g_assert_cmpuint (n_notified, ==, 2);
  atlas_session_set_selected (session, fixture->places[0]);
  atlas_session_go_back (session);
  g_assert_cmpstr (atlas_session_get_project_stage (session), ==, "done");
  g_assert_cmpstr (atlas_session_get_project_period (session), ==, "2024");

  g_object_set (session, "project-stage", NULL, NULL);
  g_assert_null (atlas_session_get_project_stage (session));
  g_assert_cmpuint (n_notified, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/session/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add ("/session/select", Fixture, NULL, set_up, test_select, tear_down);
  g_test_add ("/session/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/session/overview-is-a-stop", Fixture, NULL, set_up, test_overview_is_a_stop,
              tear_down);
  g_test_add ("/session/can-go-is-notified", Fixture, NULL, set_up, test_can_go_is_notified,
              tear_down);
  g_test_add ("/session/highlight", Fixture, NULL, set_up, test_highlight, tear_down);
  g_test_add ("/session/highlight-in-history", Fixture, NULL, set_up, test_highlight_in_history,
              tear_down);
  g_test_add ("/session/shown-theme", Fixture, NULL, set_up, test_shown_theme, tear_down);
  g_test_add ("/session/pick", Fixture, NULL, set_up, test_pick, tear_down);
  g_test_add ("/session/pick-takes-selected-along", Fixture, NULL, set_up,
              test_pick_takes_selected_along, tear_down);
  g_test_add ("/session/pick-all", Fixture, NULL, set_up, test_pick_all, tear_down);
  g_test_add ("/session/project-filter", Fixture, NULL, set_up, test_project_filter, tear_down);
  g_test_add ("/session/highlight-is-that-of-the-stop", Fixture, NULL, set_up,
              test_highlight_is_that_of_the_stop, tear_down);

  return g_test_run ();
}
