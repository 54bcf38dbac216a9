/* bench-map.c: tile paint, hit test, frames while panning and zooming, change of theme, memory
 *
 * bench-map DATABASE [WIDTH HEIGHT [SECONDS]]
 *
 * Opens the real window at that size with names, numbers and a theme, selects 瓦房店市, and moves
 * the map on every frame: so many seconds by panning, then by zooming. Prints JSON: times in
 * milliseconds, memory (proportional set size) in MB. `interval` is the time from one frame to the
 * next, `work` what the program itself did for it, `processor` the processor time of that, which
 * says the same on a busy machine; `pan_growth` is the memory at the end of panning
 * by that after its first tenth: with 600 seconds, whether a long pan lets it grow. `theme` is the
 * time from the choice of a theme to the frame that shows all of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <shumate/shumate.h>
#include <time.h>

#include "atlas-application.h"
#include "atlas-language.h"
#include "atlas-map-scheme.h"
#include "atlas-renderer.h"
#include "atlas-tile-painter.h"
#include "bench-samples.h"

#define N_HITS 20000
#define HITS_A_SAMPLE 100
#define N_THEME_ROUNDS 4

static const char *const themes[] = { "city",   "projects", "period",
                                      "family", "coverage", "family:energy,family:food" };

typedef enum
{
  PAN,
  ZOOM,
  N_MOTIONS,
} Motion;

typedef struct
{
  GMainLoop *loop;
  AtlasWindow *window;
  ShumateViewport *viewport;
  Motion motion;
  double seconds;
  double latitude, longitude, zoom; /* where the motion starts */
  gint64 start;
  gint64 last;
  gint64 before;
  double processor_before;
  /* of the pan: after its first tenth and at its end */
  double memory[2];
  GArray *intervals[N_MOTIONS];
  GArray *work[N_MOTIONS];
  GArray *processor[N_MOTIONS];
} Bench;

/* Every tile that shows the province, at the level and size of a zoom in the middle of its level.
 */
static void
bench_paint (JsonBuilder *builder, AtlasCatalog *catalog, AtlasMapGeometry *geometry)
{
  const AtlasMapLook look = { .hatched = TRUE, .kept = ATLAS_MAP_KEEP_ALL };
  g_autoptr (AtlasMapTheme) theme = atlas_map_theme_parse (catalog, "family", NULL);
  g_autoptr (AtlasMapScheme) scheme = atlas_map_scheme_new (catalog, geometry, theme, NULL);
  g_autoptr (AtlasMapStyle) style = atlas_map_scheme_make_style (scheme, geometry, &look);
  g_autoptr (GArray) samples = samples_new ();
  const AtlasBox *box = atlas_map_geometry_get_province_box (geometry);

  for (guint level = 8; level <= 10; level++)
    {
      double n_tiles = ldexp (1.0, (int) level);

      for (guint y = (guint) (box->y0 * n_tiles); y <= (guint) (box->y1 * n_tiles); y++)
        for (guint x = (guint) (box->x0 * n_tiles); x <= (guint) (box->x1 * n_tiles); x++)
          {
            AtlasTileRequest request = { level, x, y, 192, 1.0 };
            gint64 start = g_get_monotonic_time ();
            guint side;
            g_autoptr (GBytes) pixels = atlas_tile_painter_paint (geometry, style, &request, &side);

            g_assert (pixels != NULL);
            add_since (samples, start);
          }
    }
  add_samples (builder, "tile_paint_ms", samples);
}

static void
bench_hits (JsonBuilder *builder, AtlasMapGeometry *geometry)
{
  g_autoptr (GArray) samples = samples_new ();
  const AtlasBox *box = atlas_map_geometry_get_province_box (geometry);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint n_found = 0;

  for (guint i = 0; i < N_HITS / HITS_A_SAMPLE; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double milliseconds;

      for (guint j = 0; j < HITS_A_SAMPLE; j++)
        {
          AtlasPoint point = { g_rand_double_range (random, box->x0, box->x1),
                               g_rand_double_range (random, box->y0, box->y1) };

          n_found += atlas_map_geometry_hit (geometry, point) != NULL;
        }
      milliseconds = (double) (g_get_monotonic_time () - start) / 1000.0 / HITS_A_SAMPLE;
      g_array_append_val (samples, milliseconds);
    }
  g_assert_cmpuint (n_found, >, 0);
  add_samples (builder, "hit_test_ms", samples);
}

static double
read_pss (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL)
      || (line = strstr (text, "\nPss:")) == NULL)
    return 0.0;
  return (double) g_ascii_strtoull (line + 5, NULL, 10) / 1024.0;
}

static ShumateMap *
find_map (GtkWidget *widget)
{
  if (SHUMATE_IS_MAP (widget))
    return SHUMATE_MAP (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      ShumateMap *map = find_map (child);

      if (map != NULL)
        return map;
    }
  return NULL;
}

static void
move (Bench *bench, double seconds)
{
  double zoom = bench->zoom + 1.2;

  if (bench->motion == PAN)
    {
      shumate_viewport_set_zoom_level (bench->viewport, zoom);
      shumate_location_set_location (SHUMATE_LOCATION (bench->viewport),
                                     bench->latitude + 0.8 * sin (seconds * 1.3),
                                     bench->longitude + 1.2 * sin (seconds));
    }
  else
    shumate_viewport_set_zoom_level (bench->viewport,
                                     zoom + 1.2 * sin (seconds * 1.5 - G_PI / 2.0));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = g_get_monotonic_time ();
  double seconds;

  if (bench->start == 0)
    bench->start = now;
  seconds = (double) (now - bench->start) / G_USEC_PER_SEC;
  if (bench->last != 0)
    {
      double milliseconds = (double) (now - bench->last) / 1000.0;

      g_array_append_val (bench->intervals[bench->motion], milliseconds);
    }
  bench->last = now;

  if (bench->motion == PAN && bench->memory[0] == 0.0 && seconds > bench->seconds / 10.0)
    bench->memory[0] = read_pss ();
  if (seconds > bench->seconds)
    {
      if (bench->motion == PAN)
        bench->memory[1] = read_pss ();
      bench->start = 0;
      bench->last = 0;
      bench->motion++;
      if (bench->motion == N_MOTIONS)
        {
          g_main_loop_quit (bench->loop);
          return G_SOURCE_REMOVE;
        }
    }
  else
    move (bench, seconds);
  return G_SOURCE_CONTINUE;
}

/* Milliseconds of processor time that the main thread has used. */
static double
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->before = g_get_monotonic_time ();
  bench->processor_before = get_processor_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  double used = get_processor_time () - bench->processor_before;

  if (bench->last == 0 || bench->motion >= N_MOTIONS)
    return;

  add_since (bench->work[bench->motion], bench->before);
  g_array_append_val (bench->processor[bench->motion], used);
}

static void
complete_cb (AtlasMapView *map, GParamSpec *pspec, Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (map));
  ShumateMap *shumate = find_map (GTK_WIDGET (map));

  if (!atlas_map_view_is_complete (map))
    return;
  g_signal_handlers_disconnect_by_func (map, complete_cb, bench);

  bench->viewport = shumate_map_get_viewport (shumate);
  bench->latitude = shumate_location_get_latitude (SHUMATE_LOCATION (bench->viewport));
  bench->longitude = shumate_location_get_longitude (SHUMATE_LOCATION (bench->viewport));
  bench->zoom = shumate_viewport_get_zoom_level (bench->viewport);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  gtk_widget_add_tick_callback (GTK_WIDGET (map), tick_cb, bench, NULL);
}

static void
wait_until_complete (AtlasMapView *map)
{
  while (!atlas_map_view_is_complete (map))
    g_main_context_iteration (NULL, TRUE);
}

static void
bench_themes (JsonBuilder *builder, AtlasMapView *map)
{
  g_autoptr (GArray) samples = samples_new ();
  g_autoptr (GError) error = NULL;

  atlas_map_view_fit_province (map, FALSE);
  wait_until_complete (map);
  for (guint i = 0; i < N_THEME_ROUNDS * G_N_ELEMENTS (themes); i++)
    {
      gint64 start = g_get_monotonic_time ();

      atlas_map_view_set_theme (map, themes[i % G_N_ELEMENTS (themes)], &error);
      g_assert_no_error (error);
      wait_until_complete (map);
      add_since (samples, start);
    }
  add_samples (builder, "theme_ms", samples);
}

static void
bench_frames (JsonBuilder *builder, AtlasApplication *application, Bench *bench)
{
  static const char *const names[][3] = {
    { "pan_interval_ms", "pan_work_ms", "pan_processor_ms" },
    { "zoom_interval_ms", "zoom_work_ms", "zoom_processor_ms" },
  };
  AtlasSession *session = atlas_window_get_session (bench->window);
  AtlasCatalog *catalog = atlas_session_get_catalog (session);
  AtlasMapView *map = atlas_window_get_map_view (bench->window);

  atlas_session_set_selected (session, atlas_catalog_get_place (catalog, "210281"));
  g_signal_connect (map, "notify::complete", G_CALLBACK (complete_cb), bench);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_main_loop_run (bench->loop);

  for (guint i = 0; i < N_MOTIONS; i++)
    {
      add_samples (builder, names[i][0], bench->intervals[i]);
      add_samples (builder, names[i][1], bench->work[i]);
      add_samples (builder, names[i][2], bench->processor[i]);
    }
  json_builder_set_member_name (builder, "renderer");
  json_builder_add_string_value (
      builder, G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (bench->window))));
  json_builder_set_member_name (builder, "memory_mb");
  json_builder_add_double_value (builder, read_pss ());
  add_number (builder, "pan_growth", bench->memory[1] / bench->memory[0]);
  bench_themes (builder, map);
}

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (AtlasMapGeometry) geometry = NULL;
  g_autoptr (AtlasCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { .seconds = argc > 4 ? g_ascii_strtod (argv[4], NULL) : 6.0 };
  int width = argc > 3 ? atoi (argv[2]) : 1280;
  int height = argc > 3 ? atoi (argv[3]) : 800;

  if (argc < 2)
    {
      g_printerr ("Usage: bench-map DATABASE [WIDTH HEIGHT [SECONDS]]\n");
      return 2;
    }
  atlas_language_init ();
  atlas_renderer_init ();
  catalog = atlas_catalog_open (argv[1], &error);
  g_assert_no_error (error);
  geometry = atlas_map_geometry_load (atlas_catalog_get_database (catalog), &error);
  g_assert_no_error (error);

  json_builder_begin_object (builder);
  bench_paint (builder, catalog, geometry);
  bench_hits (builder, geometry);

  application = atlas_application_new (argv[1], NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_MOTIONS; i++)
    {
      bench.intervals[i] = samples_new ();
      bench.work[i] = samples_new ();
      bench.processor[i] = samples_new ();
    }
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.window = atlas_application_open_window (application);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), width, height);
  bench_frames (builder, application, &bench);
  json_builder_end_object (builder);
  print_json (builder);
  return 0;
}
