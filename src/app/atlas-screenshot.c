/* atlas-screenshot.c: the window as a picture
 *
 * It is the real window: the same application, the same template, waited for as a person would
 * wait, then rendered by the renderer that drew it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_SETTINGS_ENABLE_BACKEND

#include "config.h"

#include "atlas-screenshot.h"

#include <gio/gsettingsbackend.h>
#include <glib/gi18n.h>

#include "atlas-application.h"
#include "atlas-file.h"
#include "atlas-han.h"
#include "atlas-map-theme.h"
#include "atlas-screenshot-options.h"
#include "atlas-tile-choice.h"

#define MAX_WAIT_SECONDS 20
/* After the map is complete: layout, and the drawing of what the layout changed. */
#define SETTLING_FRAMES 3

/* docs: cli.md */
enum
{
  STATUS_DONE = 0,
  STATUS_NOT_FOUND = 1,
  STATUS_USAGE = 2,
  STATUS_IO = 3,
};

/* What the command line names, once the data set is open. The places are known by their codes, as
 * the window opens the data set for itself. */
typedef struct
{
  char *place;
  GPtrArray *picks;
  AtlasTileReader *reader;
} Wanted;

static void
wanted_clear (Wanted *wanted)
{
  g_free (wanted->place);
  g_clear_pointer (&wanted->picks, g_ptr_array_unref);
  g_clear_object (&wanted->reader);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

typedef struct
{
  AtlasWindow *window;
  guint n_frames;
  gboolean late;
} Wait;

static int
fail (int status, const char *message)
{
  g_autofree char *printable = atlas_text_make_printable (message);

  g_printerr ("liaoning-atlas: %s\n", printable);
  return status;
}

/* Settings that start from the defaults and are forgotten, so that the picture neither depends on
 * nor changes what the person has chosen. */
static GSettings *
create_settings (const AtlasScreenshotOptions *options)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  GSettings *settings = g_settings_new_with_backend (ATLAS_APP_ID, backend);

  g_settings_set_int (settings, "window-width", options->width);
  g_settings_set_int (settings, "window-height", options->height);
  g_settings_set_string (settings, "style", options->dark ? "dark" : "light");
  if (options->colour_by != NULL)
    g_settings_set_string (settings, "theme", options->colour_by);

  return settings;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Wait *wait = user_data;

  wait->n_frames = atlas_window_is_complete (wait->window) ? wait->n_frames + 1 : 0;

  return G_SOURCE_CONTINUE;
}

static gboolean
too_late_cb (gpointer user_data)
{
  Wait *wait = user_data;

  wait->late = TRUE;

  return G_SOURCE_CONTINUE;
}

static gboolean
wait_until_complete (AtlasWindow *window)
{
  Wait wait = { .window = window };
  guint timeout = g_timeout_add_seconds (MAX_WAIT_SECONDS, too_late_cb, &wait);
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (window), count_frame_cb, &wait, NULL);

  while (wait.n_frames < SETTLING_FRAMES && !wait.late)
    {
      /* Where no window manager gives the focus the window would be drawn as one in the back. */
      gtk_widget_unset_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_BACKDROP);
      g_main_context_iteration (NULL, TRUE);
    }

  gtk_widget_remove_tick_callback (GTK_WIDGET (window), tick);
  g_source_remove (timeout);

  return wait.n_frames >= SETTLING_FRAMES;
}

static GBytes *
render (AtlasWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return NULL;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  return gdk_texture_save_to_png_bytes (texture);
}

static gboolean
write_picture (AtlasWindow *window, const char *path, GError **error)
{
  g_autoptr (GBytes) png = render (window);

  if (png != NULL)
    return atlas_file_write (path, png, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The window could not be drawn."));
  return FALSE;
}

static int
get_status (const GError *error)
{
  if (g_error_matches (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_UNKNOWN_PLACE)
      || g_error_matches (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE))
    return STATUS_NOT_FOUND;
  return error->domain == ATLAS_MAP_THEME_ERROR ? STATUS_USAGE : STATUS_IO;
}

/* A smaller window would be made as large as its contents need. */
static gboolean
fits (AtlasWindow *window, const AtlasScreenshotOptions *options, GError **error)
{
  int width;
  int height;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  if (options->width >= width && options->height >= height)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("The window cannot be smaller than %dx%d with this size of text."), width,
               height);
  return FALSE;
}

static void
reader_failed_cb (AtlasMapView *map, const GError *error, gpointer user_data)
{
  GError **failure = user_data;

  if (*failure == NULL)
    *failure = g_error_copy (error);
}

static void
pick (AtlasSession *session, GPtrArray *codes)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (
        places, atlas_catalog_get_place (atlas_session_get_catalog (session), codes->pdata[i]));
  atlas_session_pick_all (session, places);
}

/* Step by step in a window that is on screen already, as a person would do it. */
static gboolean
arrange (AtlasWindow *window, const Wanted *wanted, const AtlasScreenshotOptions *options)
{
  AtlasSession *session = atlas_window_get_session (window);
  gboolean complete = wait_until_complete (window);

  if (complete && wanted->reader != NULL)
    {
      atlas_map_view_set_reader (atlas_window_get_map_view (window), wanted->reader);
      complete = wait_until_complete (window);
    }
  if (complete && wanted->place != NULL)
    {
      atlas_session_set_selected (
          session, atlas_catalog_get_place (atlas_session_get_catalog (session), wanted->place));
      complete = wait_until_complete (window);
    }
  if (complete && wanted->picks->len > 0)
    {
      pick (session, wanted->picks);
      complete = wait_until_complete (window);
    }
  if (complete && options->view != NULL)
    {
      atlas_documents_page_show_part (atlas_window_get_documents_page (window), options->part);
      atlas_window_show_view (window, options->view);
      complete = wait_until_complete (window);
    }
  return complete;
}

static int
photograph (AtlasWindow *window, const Wanted *wanted, const AtlasScreenshotOptions *options)
{
  g_autoptr (GError) error = NULL;
  gboolean complete;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (window), "picture");
  if (!fits (window, options, &error))
    return fail (STATUS_USAGE, error->message);

  g_signal_connect (atlas_window_get_map_view (window), "reader-failed",
                    G_CALLBACK (reader_failed_cb), &error);
  gtk_window_present (GTK_WINDOW (window));
  complete = arrange (window, wanted, options);
  g_signal_handlers_disconnect_by_data (atlas_window_get_map_view (window), &error);
  if (error != NULL)
    return fail (STATUS_IO, error->message);

  if (gtk_widget_get_width (GTK_WIDGET (window)) != options->width
      || gtk_widget_get_height (GTK_WIDGET (window)) != options->height)
    return fail (STATUS_IO, _ ("The display is too small for a window of that size."));
  if (!complete)
    return fail (STATUS_IO, _ ("The map was not complete in time, so no picture was written."));
  if (!write_picture (window, options->output, &error))
    return fail (STATUS_IO, error->message);

  return STATUS_DONE;
}

static char *
find_place (AtlasCatalog *catalog, const char *text, GError **error)
{
  AtlasPlace *place = atlas_catalog_resolve_place (catalog, text, error);

  return place != NULL ? g_strdup (atlas_place_get_code (place)) : NULL;
}

static gboolean
find_picks (AtlasCatalog *catalog, GStrv texts, GPtrArray *codes, GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      char *code = find_place (catalog, texts[i], error);

      if (code == NULL)
        return FALSE;
      g_ptr_array_add (codes, code);
    }
  return TRUE;
}

static gboolean
check_theme (AtlasCatalog *catalog, const char *text, GError **error)
{
  g_autoptr (AtlasMapTheme) theme = NULL;

  if (text == NULL)
    return TRUE;

  theme = atlas_map_theme_parse (catalog, text, error);
  return theme != NULL;
}

/* Before a display is needed: the window would show what is wrong, not print it. Tiles are not kept
 * on disk, where the program would find them when it is used. */
static gboolean
find_wanted (const AtlasScreenshotOptions *options,
             const char *path,
             Wanted *wanted,
             GError **error)
{
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (path, error);

  wanted->picks = g_ptr_array_new_with_free_func (g_free);
  if (catalog == NULL || !check_theme (catalog, options->colour_by, error)
      || !find_picks (catalog, options->picks, wanted->picks, error))
    return FALSE;

  if (options->place != NULL)
    wanted->place = find_place (catalog, options->place, error);
  if (options->place != NULL && wanted->place == NULL)
    return FALSE;
  return options->tiles == NULL
         || atlas_tile_choice_open (options->tiles, NULL, NULL, &wanted->reader, error);
}

static int
run (const AtlasScreenshotOptions *options)
{
  g_auto (Wanted) wanted = { NULL };
  g_autoptr (AtlasApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  AtlasWindow *window;
  int status;

  path = options->database != NULL ? g_strdup (options->database) : atlas_catalog_default_path ();
  if (!find_wanted (options, path, &wanted, &error))
    return fail (get_status (error), error->message);
  if (!gtk_init_check ())
    return fail (STATUS_IO, _ ("There is no display to draw the window on."));

  settings = create_settings (options);
  application = atlas_application_new (path, settings);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    return fail (STATUS_IO, error->message);

  window = atlas_application_open_window (application);
  if (atlas_window_get_session (window) == NULL)
    return fail (STATUS_IO, _ ("The map could not be loaded from the data set."));
  status = photograph (window, &wanted, options);
  gtk_window_destroy (GTK_WINDOW (window));

  return status;
}

/**
 * atlas_screenshot_run:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Opens the window, waits until its map is complete and writes it as a PNG file.
 *
 * Returns: the exit status: 0 done, 1 a place is unknown or ambiguous, 2 wrong usage, 3 no
 * display, no data set, tiles that cannot be used, not complete in time or not written
 */
int
atlas_screenshot_run (int argc, char **argv)
{
  g_auto (AtlasScreenshotOptions) options = { NULL };
  g_autoptr (GError) error = NULL;

  if (!atlas_screenshot_options_parse (&options, argv, &error))
    return fail (STATUS_USAGE, error->message);

  return run (&options);
}
