/* atlas-map-export.c: the map of the window as a file for others
 *
 *   main thread: what the screen shows now, copied ──> worker: a data set of its own, the sheet,
 *   the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-export.h"

#include <math.h>

#include "atlas-file.h"

/* The view as a sheet has room for a title, a legend and letters of a readable size: its longer
 * side is at least that long, logical pixels. */
#define LEAST_SIDE 960.0

/* All that a worker needs, so that it touches nothing of the window. */
typedef struct
{
  char *database;
  AtlasMapGeometry *geometry;
  char *theme;
  GPtrArray *codes;
  AtlasBox box;
  AtlasMapSheetSpec spec;
  char *title;
  char *approval;
  char *attribution;
  AtlasMapFormat format;
  char *path;

  /* the tiles of others as they are on the screen; where its top left is, and its pixels for one
   * world unit */
  cairo_surface_t *ground;
  AtlasPoint ground_origin;
  double ground_scale;
  AtlasMapStyle *paper;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->database);
  atlas_map_geometry_unref (self->geometry);
  g_free (self->theme);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->approval);
  g_free (self->attribution);
  g_free (self->path);
  g_clear_pointer (&self->ground, cairo_surface_destroy);
  g_clear_pointer (&self->paper, atlas_map_style_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static AtlasBox
get_view_box (AtlasMapView *map)
{
  AtlasMapPose pose = atlas_map_view_get_pose (map);
  double pixels = atlas_map_pixels_at (pose.zoom);
  double width = gtk_widget_get_width (GTK_WIDGET (map)) / pixels;
  double height = gtk_widget_get_height (GTK_WIDGET (map)) / pixels;

  return (AtlasBox){ pose.centre.x - width / 2.0, pose.centre.y - height / 2.0,
                     pose.centre.x + width / 2.0, pose.centre.y + height / 2.0 };
}

/* As sharp as it is on the screen. */
static void
take_ground (Job *self, AtlasMapView *map)
{
  GtkWidget *widget = GTK_WIDGET (map);
  AtlasTileReader *reader = atlas_map_view_get_reader (map);
  AtlasBox box = get_view_box (map);
  double density = gtk_widget_get_scale_factor (widget);
  AtlasMapWindow window = { .origin = { box.x0, box.y0 },
                            .width = gtk_widget_get_width (widget) * density,
                            .height = gtk_widget_get_height (widget) * density,
                            .density = density };
  cairo_t *cr;

  window.scale = atlas_map_pixels_at (atlas_map_view_get_pose (map).zoom) * density;
  self->ground = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) window.width,
                                             (int) window.height);
  self->ground_origin = window.origin;
  self->ground_scale = window.scale;
  self->attribution = g_strdup (atlas_tile_reader_get_info (reader)->attribution);
  cr = cairo_create (self->ground);
  atlas_map_view_paint_ground (map, cr, &window);
  cairo_destroy (cr);
}

/* Tiles of others are at hand only for what the screen shows. */
static void
take_look (Job *self, AtlasMapView *map, const AtlasMapExportOptions *options)
{
  self->spec.look = atlas_map_view_get_look (map);
  self->spec.look.dark = options->dark;
  self->spec.look.hatched = options->hatched;
  self->spec.look.over = self->spec.look.over && options->region == ATLAS_MAP_REGION_VIEW;
  if (self->spec.look.over)
    take_ground (self, map);
}

static void
take_region (Job *self, AtlasMapView *map, AtlasSession *session, AtlasMapRegion region)
{
  g_autoptr (GPtrArray) places = atlas_map_export_list_places (session);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (self->codes, g_strdup (atlas_place_get_code (places->pdata[i])));

  if (region == ATLAS_MAP_REGION_VIEW)
    self->box = get_view_box (map);
  else
    self->box = *atlas_map_geometry_get_province_box (self->geometry);
  if (region != ATLAS_MAP_REGION_PLACES)
    self->spec.box = &self->box;
}

static Job *
job_new (AtlasMapView *map, AtlasSession *session, const AtlasMapExportOptions *options)
{
  AtlasCatalog *catalog = atlas_session_get_catalog (session);
  Job *self = g_new0 (Job, 1);

  self->database = g_strdup (atlas_database_get_path (atlas_catalog_get_database (catalog)));
  self->geometry = atlas_map_geometry_ref (atlas_map_view_get_geometry (map));
  self->theme = g_strdup (atlas_session_get_shown_theme (session));
  self->title = options->title != NULL && *options->title != '\0'
                    ? g_strdup (options->title)
                    : atlas_map_export_suggest_title (session, options->region);
  self->approval = g_strdup (atlas_map_view_get_approval (map));
  self->format = options->format;
  take_region (self, map, session, options->region);
  take_look (self, map, options);

  self->spec.title = self->title;
  self->spec.approval = self->approval;
  self->spec.attribution = self->attribution;
  self->spec.badges = options->badges;
  self->spec.scale = options->scale;
  atlas_map_export_get_size (map, options->paper, &self->spec.width, &self->spec.height);
  return self;
}

/* Where the tiles of others end, there is paper, as on the screen. */
static void
paint_ground (cairo_t *cr, const AtlasMapWindow *window, gpointer data)
{
  const Job *self = data;
  double scale = window->scale / self->ground_scale;

  atlas_map_painter_paint (cr, self->geometry, self->paper, window);
  cairo_translate (cr, (self->ground_origin.x - window->origin.x) * window->scale,
                   (self->ground_origin.y - window->origin.y) * window->scale);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->ground, 0.0, 0.0);
  cairo_paint (cr);
}

static gboolean
prepare_ground (Job *self, AtlasCatalog *catalog, GError **error)
{
  AtlasMapLook look = { .dark = self->spec.look.dark, .kept = ATLAS_MAP_KEEP_ALL };
  g_autoptr (AtlasMapTheme) theme = NULL;
  g_autoptr (AtlasMapScheme) scheme = NULL;

  if (self->ground == NULL)
    return TRUE;

  theme = atlas_map_theme_parse (catalog, "none", error);
  if (theme != NULL)
    scheme = atlas_map_scheme_new (catalog, self->geometry, theme, error);
  if (scheme == NULL)
    return FALSE;

  self->paper = atlas_map_scheme_make_style (scheme, self->geometry, &look);
  self->spec.ground = paint_ground;
  self->spec.ground_data = self;
  return TRUE;
}

static GPtrArray *
find_places (const Job *self, AtlasCatalog *catalog)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < self->codes->len; i++)
    {
      AtlasPlace *place = atlas_catalog_get_place (catalog, self->codes->pdata[i]);

      if (place != NULL)
        g_ptr_array_add (places, place);
    }
  return places;
}

static GBytes *
render (Job *self, GError **error)
{
  g_autoptr (AtlasCatalog) catalog = atlas_catalog_open (self->database, error);
  g_autoptr (AtlasMapTheme) theme = NULL;
  g_autoptr (GPtrArray) places = NULL;

  if (catalog != NULL)
    theme = atlas_map_theme_parse (catalog, self->theme, error);
  if (theme == NULL || !prepare_ground (self, catalog, error))
    return NULL;

  places = find_places (self, catalog);
  self->spec.places = places;
  return atlas_map_sheet_render (catalog, self->geometry, theme, &self->spec, self->format, error);
}

/* Runs in a worker thread. What nobody waits for any longer is not written. */
static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;
  GError *error = NULL;
  g_autoptr (GBytes) file = render (self, &error);

  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_error (&error);
      return;
    }
  if (file == NULL || (self->path != NULL && !atlas_file_write (self->path, file, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&file), (GDestroyNotify) g_bytes_unref);
}

static void
start (Job *job,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * atlas_map_export_get_size:
 * @map: the map on the screen
 * @paper: which size
 * @width: (out): logical pixels (1/96 inch)
 * @height: (out): logical pixels
 */
void
atlas_map_export_get_size (AtlasMapView *map, AtlasMapPaper paper, double *width, double *height)
{
  static const double sizes[][2] = {
    [ATLAS_MAP_PAPER_SLIDE] = { 960.0, 720.0 },
    [ATLAS_MAP_PAPER_WIDE_SLIDE] = { 1280.0, 720.0 },
    [ATLAS_MAP_PAPER_A4_LANDSCAPE] = { 1123.0, 794.0 },
    [ATLAS_MAP_PAPER_A4_PORTRAIT] = { 794.0, 1123.0 },
    [ATLAS_MAP_PAPER_A3_LANDSCAPE] = { 1587.0, 1123.0 },
  };
  double factor;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (map));
  g_return_if_fail (paper < G_N_ELEMENTS (sizes) && width != NULL && height != NULL);

  *width = sizes[paper][0];
  *height = sizes[paper][1];
  if (paper != ATLAS_MAP_PAPER_VIEW)
    return;

  *width = MAX (gtk_widget_get_width (GTK_WIDGET (map)), 1);
  *height = MAX (gtk_widget_get_height (GTK_WIDGET (map)), 1);
  factor = MAX (1.0, LEAST_SIDE / MAX (*width, *height));
  *width = CLAMP (round (*width * factor), ATLAS_MAP_SHEET_MIN_SIDE, ATLAS_MAP_SHEET_MAX_SIDE);
  *height = CLAMP (round (*height * factor), ATLAS_MAP_SHEET_MIN_SIDE, ATLAS_MAP_SHEET_MAX_SIDE);
}

/**
 * atlas_map_export_list_places:
 * @session: what is picked and selected
 *
 * Returns: (transfer full) (element-type AtlasPlace): who is outlined: the picked places, or else
 *   the selected one; borrowed from the catalog
 */
GPtrArray *
atlas_map_export_list_places (AtlasSession *session)
{
  GListModel *picked;
  GPtrArray *places;
  AtlasPlace *selected;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  picked = atlas_session_get_picked (session);
  places = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (picked); i++)
    g_ptr_array_add (places, g_list_model_get_item (picked, i));
  selected = atlas_session_get_selected (session);
  if (places->len == 0 && selected != NULL)
    g_ptr_array_add (places, g_object_ref (selected));
  return places;
}

/**
 * atlas_map_export_suggest_title:
 * @session: what is shown
 * @region: what is to be seen
 *
 * Returns: (transfer full): a title that says it
 */
char *
atlas_map_export_suggest_title (AtlasSession *session, AtlasMapRegion region)
{
  g_autoptr (AtlasMapTheme) theme = NULL;
  g_autoptr (GPtrArray) places = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  theme = atlas_map_theme_parse (atlas_session_get_catalog (session),
                                 atlas_session_get_shown_theme (session), NULL);
  if (theme == NULL)
    theme = atlas_map_theme_parse (atlas_session_get_catalog (session), "none", NULL);
  if (region == ATLAS_MAP_REGION_PLACES)
    places = atlas_map_export_list_places (session);
  return atlas_map_sheet_suggest_title (theme, places);
}

/**
 * atlas_map_export_render_async:
 * @map: the map on the screen
 * @session: what it shows
 * @options: what else was chosen; copied
 * @cancellable: (nullable): after which the result is dropped
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Makes the content of a file. Neither @map nor @session is kept.
 */
void
atlas_map_export_render_async (AtlasMapView *map,
                               AtlasSession *session,
                               const AtlasMapExportOptions *options,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (map) && ATLAS_IS_SESSION (session));
  g_return_if_fail (options != NULL && atlas_map_view_get_geometry (map) != NULL);

  start (job_new (map, session, options), atlas_map_export_render_async, cancellable, callback,
         user_data);
}

/**
 * atlas_map_export_render_finish:
 * @result: what the callback got
 * @error: return location for an error of atlas_map_sheet_render() or of the data set, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the content of the file
 */
GBytes *
atlas_map_export_render_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atlas_map_export_write_async:
 * @map: the map on the screen
 * @session: what it shows
 * @options: what else was chosen; copied
 * @path: (type filename): where to
 * @cancellable: (nullable): while the map is still being made, nothing is then written
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Makes the file; one that is there is replaced once all is well.
 */
void
atlas_map_export_write_async (AtlasMapView *map,
                              AtlasSession *session,
                              const AtlasMapExportOptions *options,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Job *job;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (map) && ATLAS_IS_SESSION (session));
  g_return_if_fail (options != NULL && path != NULL && atlas_map_view_get_geometry (map) != NULL);

  job = job_new (map, session, options);
  job->path = g_strdup (path);
  start (job, atlas_map_export_write_async, cancellable, callback, user_data);
}

/**
 * atlas_map_export_write_finish:
 * @result: what the callback got
 * @error: return location for an error as of atlas_map_export_render_finish() or of
 *   atlas_file_write()
 *
 * Returns: whether the file is there
 */
gboolean
atlas_map_export_write_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GBytes) file = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  file = g_task_propagate_pointer (G_TASK (result), error);
  return file != NULL;
}
