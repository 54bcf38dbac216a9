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
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "atlas-application.h"
#include "atlas-han.h"

#define MAX_WAIT_SECONDS 20
#define MIN_SIZE 100
#define MAX_SIZE 8192
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

typedef struct
{
  char *database;
  char *place;
  char *view;
  char *colour_by;
  char *tiles;
  char *size;
  char *output;
  gboolean dark;
  int width;
  int height;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->database);
  g_free (options->place);
  g_free (options->view);
  g_free (options->colour_by);
  g_free (options->tiles);
  g_free (options->size);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

typedef struct
{
  AtlasWindow *window;
  guint n_frames;
  gboolean late;
} Wait;

/* What --view may name: a view of the window, and a part of the page of the documents. */
static const struct
{
  const char *name;
  const char *view;
  const char *part;
} views[] = {
  { "map", "map", "documents" },           { "documents", "documents", "documents" },
  { "coverage", "documents", "coverage" }, { "repairs", "documents", "repairs" },
  { "inferred", "documents", "inferred" },
};

static guint
find_view (const char *name)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (views) && !g_str_equal (views[i].name, name))
    i++;
  return i;
}

static int
fail (int status, const char *message)
{
  g_autofree char *printable = atlas_text_make_printable (message);

  g_printerr ("liaoning-atlas: %s\n", printable);
  return status;
}

static gboolean
parse_arguments (Options *options, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write the picture to this file"), N_ ("FILE") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &options->place, N_ ("Select this place"),
      N_ ("PLACE") },
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &options->view,
      N_ ("The view: map, documents, coverage, repairs or inferred"), N_ ("VIEW") },
    { "colour-by", 0, 0, G_OPTION_ARG_FILENAME, &options->colour_by,
      N_ ("Colour the map by family, city or none"), N_ ("THEME") },
    { "tiles", 0, 0, G_OPTION_ARG_FILENAME, &options->tiles, N_ ("The tiles: painted"),
      N_ ("TILES") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options->dark, N_ ("In dark style"), NULL },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options->size,
      N_ ("Size of the window in pixels (1280x800)"), N_ ("WxH") },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &options->database,
      N_ ("Read this data set instead of the installed one"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("screenshot");
  g_auto (GStrv) arguments = g_strdupv (argv);

  g_option_context_add_main_entries (context, entries, ATLAS_GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &arguments, error))
    return FALSE;

  /* What is left: the program and the command. */
  if (g_strv_length (arguments) > 2)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is one argument too many. A place is given as --place PLACE."),
                   arguments[2]);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_size (Options *options, GError **error)
{
  char rest;

  options->width = 1280;
  options->height = 800;
  if (options->size == NULL)
    return TRUE;

  if (sscanf (options->size, "%5dx%5d%c", &options->width, &options->height, &rest) == 2
      && MIN (options->width, options->height) >= MIN_SIZE
      && MAX (options->width, options->height) <= MAX_SIZE)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is no size. It is given in pixels, as in 1280x800, from %d to %d."),
               options->size, MIN_SIZE, MAX_SIZE);
  return FALSE;
}

static gboolean
check_options (Options *options, GError **error)
{
  static const char *const colourings[] = { "family", "city", "none", NULL };

  if (options->output == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("No file is given to write to. It is named as in -o FILE.png."));
  else if (options->view != NULL && find_view (options->view) == G_N_ELEMENTS (views))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("There is no view “%s”. There are: map, documents, coverage, repairs, "
                    "inferred."),
                 options->view);
  else if (options->colour_by != NULL && !g_strv_contains (colourings, options->colour_by))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("The map cannot be coloured by “%s”. It can by: family, city, none."),
                 options->colour_by);
  else
    return parse_size (options, error);

  return FALSE;
}

/* Settings that start from the defaults and are forgotten, so that the picture neither depends on
 * nor changes what the person has chosen. */
static GSettings *
create_settings (const Options *options)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  GSettings *settings = g_settings_new_with_backend (ATLAS_APP_ID, backend);

  g_settings_set_int (settings, "window-width", options->width);
  g_settings_set_int (settings, "window-height", options->height);
  g_settings_set_string (settings, "style", options->dark ? "dark" : "light");
  if (options->colour_by != NULL)
    g_settings_set_string (settings, "colouring", options->colour_by);

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

/* A reader of the file sees the old picture or the new one, never half of one. */
static gboolean
write_picture (AtlasWindow *window, const char *path, GError **error)
{
  g_autoptr (GBytes) png = render (window);
  g_autofree char *name = NULL;

  if (png == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("The window could not be drawn."));
      return FALSE;
    }

  if (g_file_set_contents_full (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                NULL))
    return TRUE;

  /* GLib's own message names the temporary file, which nobody asked for. */
  name = g_filename_display_name (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("“%s” cannot be written. Check its folder, its permissions and the disk."), name);
  return FALSE;
}

static int
get_status (const GError *error)
{
  return g_error_matches (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_UNKNOWN_PLACE)
                 || g_error_matches (error, ATLAS_CATALOG_ERROR,
                                     ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE)
             ? STATUS_NOT_FOUND
             : STATUS_IO;
}

/* A smaller window would be made as large as its contents need. */
static gboolean
fits (AtlasWindow *window, const Options *options, GError **error)
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
show_view (AtlasWindow *window, const char *name)
{
  guint i = find_view (name);

  atlas_documents_page_show_part (atlas_window_get_documents_page (window), views[i].part);
  atlas_window_show_view (window, views[i].view);
}

/* The place is chosen in a window that is on screen already, as a person would choose it. */
static int
photograph (AtlasWindow *window, AtlasPlace *place, const Options *options)
{
  g_autoptr (GError) error = NULL;
  gboolean complete;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (window), "picture");
  if (!fits (window, options, &error))
    return fail (STATUS_USAGE, error->message);

  gtk_window_present (GTK_WINDOW (window));
  complete = wait_until_complete (window);
  if (complete && place != NULL)
    {
      atlas_session_set_selected (atlas_window_get_session (window), place);
      complete = wait_until_complete (window);
    }
  if (complete && options->view != NULL)
    {
      show_view (window, options->view);
      complete = wait_until_complete (window);
    }

  if (gtk_widget_get_width (GTK_WIDGET (window)) != options->width
      || gtk_widget_get_height (GTK_WIDGET (window)) != options->height)
    return fail (STATUS_IO, _ ("The display is too small for a window of that size."));
  if (!complete)
    return fail (STATUS_IO, _ ("The map was not complete in time, so no picture was written."));
  if (!write_picture (window, options->output, &error))
    return fail (STATUS_IO, error->message);

  return STATUS_DONE;
}

/* Opens the data set before a display is needed: the window would show its error, not print it. */
static gboolean
find_place (const Options *options, const char *path, char **code, GError **error)
{
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (path, error);
  AtlasPlace *place;

  if (catalog == NULL)
    return FALSE;
  if (options->place == NULL)
    return TRUE;

  place = atlas_catalog_resolve_place (catalog, options->place, error);
  if (place == NULL)
    return FALSE;

  *code = g_strdup (atlas_place_get_code (place));
  return TRUE;
}

static int
run (const Options *options)
{
  g_autoptr (AtlasApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *path = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  AtlasPlace *place = NULL;
  AtlasSession *session;
  AtlasWindow *window;
  int status;

  path = options->database != NULL ? g_strdup (options->database) : atlas_catalog_default_path ();
  if (options->tiles != NULL && !g_str_equal (options->tiles, "painted"))
    return fail (STATUS_IO, _ ("Only the painted tiles can be shown. Leave --tiles out."));
  if (!find_place (options, path, &code, &error))
    return fail (get_status (error), error->message);
  if (!gtk_init_check ())
    return fail (STATUS_IO, _ ("There is no display to draw the window on."));

  settings = create_settings (options);
  application = atlas_application_new (path, settings);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    return fail (STATUS_IO, error->message);

  window = atlas_application_open_window (application);
  session = atlas_window_get_session (window);
  if (session == NULL)
    return fail (STATUS_IO, _ ("The map could not be loaded from the data set."));
  if (code != NULL)
    place = atlas_catalog_get_place (atlas_session_get_catalog (session), code);
  status = photograph (window, place, options);
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
 * Returns: the exit status: 0 done, 1 the place is unknown or ambiguous, 2 wrong usage, 3 no
 * display, no data set, not complete in time or not written
 */
int
atlas_screenshot_run (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (GError) error = NULL;

  if (!parse_arguments (&options, argc, argv, &error) || !check_options (&options, &error))
    return fail (STATUS_USAGE, error->message);

  return run (&options);
}
