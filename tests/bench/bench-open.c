/* bench-open.c: from choosing a place to the frame that shows its profile
 *
 * bench-open DATABASE [WIDTH HEIGHT]
 *
 * Opens the real window at that size and, once its map is complete, chooses every city, county and
 * district in turn, twice; each time it waits until the map is at rest again. Prints JSON, times in
 * milliseconds: `open` until the frame with positioning, industries and projects is painted,
 * `whole` until that with all that stands below, `build` only the part in which the profile is read
 * and the first widgets are made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-samples.h"

#include "atlas-application.h"
#include "atlas-language.h"
#include "atlas-profile-pane.h"
#include "atlas-renderer.h"

#define ROUNDS 2

typedef struct
{
  GMainLoop *loop;
  AtlasWindow *window;
  AtlasProfilePane *pane;
  GArray *opened;
  GArray *whole;
  GArray *built;
  gint64 start;      /* 0 while nothing is being opened */
  gboolean is_shown; /* whether the first frame was painted */
  double slowest;
  const char *slowest_place;
} Bench;

static AtlasProfilePane *
find_pane (GtkWidget *widget)
{
  AtlasProfilePane *pane = ATLAS_IS_PROFILE_PANE (widget) ? ATLAS_PROFILE_PANE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && pane == NULL;
       child = gtk_widget_get_next_sibling (child))
    pane = find_pane (child);
  return pane;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  if (bench->start == 0)
    return;
  if (!bench->is_shown)
    {
      add_since (bench->opened, bench->start);
      bench->is_shown = TRUE;
    }
  else if (atlas_profile_pane_is_complete (bench->pane))
    {
      add_since (bench->whole, bench->start);
      bench->start = 0;
      g_main_loop_quit (bench->loop);
      return;
    }
  gtk_widget_queue_draw (GTK_WIDGET (bench->pane));
}

static void
complete_cb (Bench *bench)
{
  if (atlas_map_view_is_complete (atlas_window_get_map_view (bench->window)))
    g_main_loop_quit (bench->loop);
}

static void
wait_for_map (Bench *bench)
{
  AtlasMapView *map = atlas_window_get_map_view (bench->window);
  gulong handler = g_signal_connect_swapped (map, "notify::complete", G_CALLBACK (complete_cb),
                                             bench);

  if (!atlas_map_view_is_complete (map))
    g_main_loop_run (bench->loop);
  g_signal_handler_disconnect (map, handler);
}

static void
open_place (Bench *bench, AtlasPlace *place)
{
  AtlasSession *session = atlas_window_get_session (bench->window);
  double milliseconds;

  bench->is_shown = FALSE;
  bench->start = g_get_monotonic_time ();
  atlas_session_set_selected (session, place);
  add_since (bench->built, bench->start);
  g_main_loop_run (bench->loop);

  milliseconds = g_array_index (bench->opened, double, bench->opened->len - 1);
  if (milliseconds > bench->slowest)
    {
      bench->slowest = milliseconds;
      bench->slowest_place = atlas_place_get_name (place);
    }
  wait_for_map (bench);
}

static void
bench_places (Bench *bench)
{
  AtlasSession *session = atlas_window_get_session (bench->window);
  GListModel *places = atlas_catalog_get_places (atlas_session_get_catalog (session));

  wait_for_map (bench);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), "after-paint",
                    G_CALLBACK (after_paint_cb), bench);
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < g_list_model_get_n_items (places); i++)
      {
        g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

        open_place (bench, place);
      }
}

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  Bench bench = { .loop = g_main_loop_new (NULL, FALSE) };

  if (argc != 2 && argc != 4)
    {
      g_printerr ("Usage: bench-open DATABASE [WIDTH HEIGHT]\n");
      return 2;
    }
  atlas_language_init ();
  atlas_renderer_init ();
  application = atlas_application_new (argv[1], NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  bench.opened = samples_new ();
  bench.whole = samples_new ();
  bench.built = samples_new ();
  bench.window = atlas_application_open_window (application);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), argc > 3 ? atoi (argv[2]) : 1280,
                               argc > 3 ? atoi (argv[3]) : 800);
  gtk_window_present (GTK_WINDOW (bench.window));
  bench.pane = find_pane (GTK_WIDGET (bench.window));
  bench_places (&bench);

  json_builder_begin_object (builder);
  add_samples (builder, "open_ms", bench.opened);
  add_samples (builder, "whole_ms", bench.whole);
  add_samples (builder, "build_ms", bench.built);
  json_builder_set_member_name (builder, "slowest_place");
  json_builder_add_string_value (builder, bench.slowest_place);
  json_builder_end_object (builder);
  print_json (builder);
  return 0;
}
