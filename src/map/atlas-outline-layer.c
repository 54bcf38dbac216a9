/* atlas-outline-layer.c: the lines around the picked places, the selected one, and the one under
 * the pointer
 *
 * The outlines of a kind are one texture, painted again only when the places, the zoom or the size
 * change or when the map was moved beyond what the texture holds; otherwise it is shifted. Picked
 * places may be many and take longer than a frame: they are painted in a thread, and until that is
 * done, or while the zoom still changes, the texture of before is stretched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-outline-layer.h"

#include <math.h>

#include "atlas-map-pose.h"
#include "atlas-outline-painter.h"
#include "atlas-picture.h"

/* Levels of zoom by which a texture may be stretched: lines twice or half as wide pass for a
 * moment. */
#define MOST_STRETCHED 1.0

typedef struct
{
  char **codes;
  GdkTexture *texture;
  /* what @texture shows */
  double zoom;
  AtlasRegion region;
  /* whether it is only shown until there is another */
  gboolean stale;
} Outline;

struct _AtlasOutlineLayer
{
  ShumateLayer parent_instance;

  /* owned */
  AtlasMapGeometry *geometry;
  Outline outlines[ATLAS_N_OUTLINES];

  /* of the picked places, while they are painted */
  GCancellable *painting;
  /* of the frame before */
  double last_zoom;
};

enum
{
  PAINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasOutlineLayer, atlas_outline_layer, SHUMATE_TYPE_LAYER)

static void
stop_painting (AtlasOutlineLayer *self)
{
  if (self->painting == NULL)
    return;

  g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
  g_signal_emit (self, signals[PAINTED], 0);
}

static void
renew (AtlasOutlineLayer *self)
{
  stop_painting (self);
  for (guint i = 0; i < ATLAS_N_OUTLINES; i++)
    self->outlines[i].stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static AtlasRegion
grow (AtlasRegion region, double x, double y)
{
  return (AtlasRegion){ region.x - x, region.y - y, region.width + 2.0 * x,
                        region.height + 2.0 * y };
}

static gboolean
intersect (const AtlasRegion *a, const AtlasRegion *b, AtlasRegion *both)
{
  double x1 = MIN (a->x + a->width, b->x + b->width);
  double y1 = MIN (a->y + a->height, b->y + b->height);

  both->x = MAX (a->x, b->x);
  both->y = MAX (a->y, b->y);
  both->width = x1 - both->x;
  both->height = y1 - both->y;
  return both->width > 0.0 && both->height > 0.0;
}

static gboolean
contains (const AtlasRegion *outer, const AtlasRegion *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

/* To whole pixels of the world, so that the texture is not smeared over two. */
static AtlasRegion
align (AtlasRegion region)
{
  AtlasRegion aligned = { floor (region.x), floor (region.y), 0.0, 0.0 };

  aligned.width = ceil (region.x + region.width) - aligned.x;
  aligned.height = ceil (region.y + region.height) - aligned.y;
  return aligned;
}

/* Returns: (transfer full) (element-type AtlasShape): as detailed as @zoom needs */
static GPtrArray *
get_shapes (AtlasOutlineLayer *self, const Outline *outline, double zoom)
{
  GPtrArray *shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_shape_unref);

  for (guint i = 0; outline->codes[i] != NULL; i++)
    {
      const AtlasArea *area = atlas_map_geometry_find_area (self->geometry, outline->codes[i]);

      if (area != NULL)
        g_ptr_array_add (shapes,
                         atlas_shape_ref (area->shapes[atlas_map_geometry_detail_for_zoom (zoom)]));
    }
  return shapes;
}

/* What @shapes cover with their lines; without width where there is none. */
static AtlasRegion
region_of (GPtrArray *shapes, double zoom)
{
  double pixels = atlas_map_pixels_at (zoom);
  AtlasBox box = atlas_box_empty ();
  AtlasRegion region;

  if (shapes->len == 0)
    return (AtlasRegion){ 0 };

  for (guint i = 0; i < shapes->len; i++)
    atlas_box_add_box (&box, atlas_shape_get_box (shapes->pdata[i]));
  region = (AtlasRegion){ box.x0 * pixels, box.y0 * pixels, (box.x1 - box.x0) * pixels,
                          (box.y1 - box.y0) * pixels };
  return grow (region, ATLAS_OUTLINE_PADDING, ATLAS_OUTLINE_PADDING);
}

/* Takes @texture. */
static void
show (Outline *outline, const AtlasOutlineJob *job, GdkTexture *texture)
{
  g_clear_object (&outline->texture);
  outline->texture = texture;
  outline->zoom = job->zoom;
  outline->region = job->region;
  outline->stale = FALSE;
}

static void
paint_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, atlas_outline_job_run (data), g_object_unref);
}

/* Without a picture it was cancelled, and the layer may be gone. */
static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasOutlineLayer *self = data;
  GTask *task = G_TASK (result);
  GdkTexture *texture = g_task_propagate_pointer (task, NULL);

  if (texture == NULL)
    return;

  g_clear_object (&self->painting);
  show (&self->outlines[ATLAS_OUTLINE_PICKED], g_task_get_task_data (task), texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[PAINTED], 0);
}

/* Takes @job. */
static void
start_painting (AtlasOutlineLayer *self, AtlasOutlineJob *job)
{
  g_autoptr (GTask) task = NULL;

  self->painting = g_cancellable_new ();
  task = g_task_new (NULL, self->painting, painted_cb, self);
  g_task_set_source_tag (task, start_painting);
  g_task_set_task_data (task, job, (GDestroyNotify) atlas_outline_job_free);
  g_task_run_in_thread (task, paint_job);
}

/* Where the texture lies at @zoom. */
static AtlasRegion
get_place (const Outline *outline, double zoom)
{
  double factor = exp2 (zoom - outline->zoom);
  const AtlasRegion *region = &outline->region;

  return (AtlasRegion){ region->x * factor, region->y * factor, region->width * factor,
                        region->height * factor };
}

static gboolean
is_fresh (const Outline *outline, const AtlasRegion *needed, double zoom)
{
  return outline->texture != NULL && !outline->stale && outline->zoom == zoom
         && contains (&outline->region, needed);
}

static gboolean
draw_next_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

/* While the zoom changes from frame to frame, the texture of before is stretched: to stroke
 * outlines anew for each frame would take longer than a frame has. */
static gboolean
waits_for_zoom (AtlasOutlineLayer *self, const Outline *outline, double zoom)
{
  if (outline->texture == NULL || outline->stale || zoom == self->last_zoom
      || fabs (zoom - outline->zoom) > MOST_STRETCHED)
    return FALSE;

  gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_next_frame_cb, NULL, NULL);
  return TRUE;
}

/* Whether what is there has to do for now. */
static gboolean
must_wait (AtlasOutlineLayer *self, AtlasOutlineKind kind, double zoom)
{
  if (kind == ATLAS_OUTLINE_PICKED && self->painting != NULL)
    return TRUE;
  return waits_for_zoom (self, &self->outlines[kind], zoom);
}

static void
ensure_picture (AtlasOutlineLayer *self,
                AtlasOutlineKind kind,
                const AtlasRegion *view,
                double zoom)
{
  Outline *outline = &self->outlines[kind];
  g_autoptr (GPtrArray) shapes = get_shapes (self, outline, zoom);
  AtlasRegion whole = region_of (shapes, zoom);
  AtlasRegion around = grow (*view, view->width / 2.0, view->height / 2.0);
  AtlasRegion needed;
  g_autoptr (AtlasOutlineJob) job = NULL;

  if (!intersect (&whole, view, &needed))
    {
      g_clear_object (&outline->texture);
      return;
    }
  if (is_fresh (outline, &needed, zoom) || must_wait (self, kind, zoom))
    return;

  intersect (&whole, &around, &needed);
  needed = align (needed);
  job = atlas_outline_job_new (GTK_WIDGET (self), kind, shapes, &needed, zoom);
  if (kind == ATLAS_OUTLINE_PICKED)
    start_painting (self, g_steal_pointer (&job));
  else
    show (outline, job, atlas_outline_job_run (job));
}

static void
snapshot_outline (AtlasOutlineLayer *self,
                  GtkSnapshot *snapshot,
                  AtlasOutlineKind kind,
                  const AtlasRegion *view,
                  double zoom)
{
  Outline *outline = &self->outlines[kind];
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t bounds;
  AtlasRegion place;

  ensure_picture (self, kind, view, zoom);
  if (outline->texture == NULL)
    return;

  place = get_place (outline, zoom);
  graphene_rect_init (&bounds, (float) (round ((place.x - view->x) * scale) / scale),
                      (float) (round ((place.y - view->y) * scale) / scale), (float) place.width,
                      (float) place.height);
  atlas_picture_append (outline->texture, GTK_WIDGET (self), snapshot, &bounds);
}

static AtlasRegion
get_view (AtlasOutlineLayer *self, double zoom)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  ShumateLocation *location = SHUMATE_LOCATION (viewport);
  AtlasPoint centre = atlas_point_from_degrees (shumate_location_get_longitude (location),
                                                shumate_location_get_latitude (location));
  double pixels = atlas_map_pixels_at (zoom);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);

  return (AtlasRegion){ centre.x * pixels - width / 2.0, centre.y * pixels - height / 2.0, width,
                        height };
}

static double
get_zoom (AtlasOutlineLayer *self)
{
  return shumate_viewport_get_zoom_level (shumate_layer_get_viewport (SHUMATE_LAYER (self)));
}

static gboolean
is_wanted (AtlasOutlineLayer *self, AtlasOutlineKind kind)
{
  return self->geometry != NULL && self->outlines[kind].codes != NULL;
}

static void
atlas_outline_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasOutlineLayer *self = ATLAS_OUTLINE_LAYER (widget);
  double zoom = get_zoom (self);
  AtlasRegion view = get_view (self, zoom);

  for (guint kind = 0; kind < ATLAS_N_OUTLINES; kind++)
    if (is_wanted (self, kind))
      snapshot_outline (self, snapshot, kind, &view, zoom);
  self->last_zoom = zoom;
}

/* The accent may be another in another theme. */
static void
atlas_outline_layer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (atlas_outline_layer_parent_class)->css_changed (widget, change);
  renew (ATLAS_OUTLINE_LAYER (widget));
}

static void
atlas_outline_layer_dispose (GObject *object)
{
  AtlasOutlineLayer *self = ATLAS_OUTLINE_LAYER (object);

  g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
  for (guint i = 0; i < ATLAS_N_OUTLINES; i++)
    {
      g_clear_object (&self->outlines[i].texture);
      g_clear_pointer (&self->outlines[i].codes, g_strfreev);
    }
  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);

  G_OBJECT_CLASS (atlas_outline_layer_parent_class)->dispose (object);
}

static void
atlas_outline_layer_class_init (AtlasOutlineLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_outline_layer_dispose;
  widget_class->snapshot = atlas_outline_layer_snapshot;
  widget_class->css_changed = atlas_outline_layer_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  signals[PAINTED] = g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_outline_layer_init (AtlasOutlineLayer *self)
{
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (renew), NULL);
}

/**
 * atlas_outline_layer_new:
 * @viewport: what the map shows
 *
 * Returns: (transfer floating): a layer
 */
AtlasOutlineLayer *
atlas_outline_layer_new (ShumateViewport *viewport)
{
  AtlasOutlineLayer *self = g_object_new (ATLAS_TYPE_OUTLINE_LAYER, "viewport", viewport, NULL);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * atlas_outline_layer_set_geometry:
 * @self: a layer
 * @geometry: (nullable): the areas to draw around
 */
void
atlas_outline_layer_set_geometry (AtlasOutlineLayer *self, AtlasMapGeometry *geometry)
{
  g_return_if_fail (ATLAS_IS_OUTLINE_LAYER (self));

  g_clear_pointer (&self->geometry, atlas_map_geometry_unref);
  if (geometry != NULL)
    self->geometry = atlas_map_geometry_ref (geometry);
  for (guint i = 0; i < ATLAS_N_OUTLINES; i++)
    g_clear_object (&self->outlines[i].texture);
  renew (self);
}

/* Not only when they are drawn: whoever waits for the map then knows that there is something to
 * wait for. */
static void
update_picked (AtlasOutlineLayer *self)
{
  double zoom = get_zoom (self);
  AtlasRegion view = get_view (self, zoom);

  if (is_wanted (self, ATLAS_OUTLINE_PICKED))
    ensure_picture (self, ATLAS_OUTLINE_PICKED, &view, zoom);
}

static gboolean
are_equal (const char *const *a, const char *const *b)
{
  return a == b || (a != NULL && b != NULL && g_strv_equal (a, b));
}

static void
set_codes (AtlasOutlineLayer *self, AtlasOutlineKind kind, const char *const *codes)
{
  Outline *outline = &self->outlines[kind];

  if (codes != NULL && codes[0] == NULL)
    codes = NULL;
  if (are_equal ((const char *const *) outline->codes, codes))
    return;

  g_strfreev (outline->codes);
  outline->codes = g_strdupv ((char **) codes);
  outline->stale = TRUE;
  if (kind == ATLAS_OUTLINE_PICKED)
    stop_painting (self);
  if (codes == NULL)
    g_clear_object (&outline->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_outline_layer_set_picked:
 * @self: a layer
 * @codes: (nullable) (array zero-terminated=1): the areas to draw dashes around
 */
void
atlas_outline_layer_set_picked (AtlasOutlineLayer *self, const char *const *codes)
{
  g_return_if_fail (ATLAS_IS_OUTLINE_LAYER (self));

  set_codes (self, ATLAS_OUTLINE_PICKED, codes);
  update_picked (self);
}

/**
 * atlas_outline_layer_is_painting:
 * @self: a layer
 *
 * Returns: whether the picked places are being painted; the signal "painted" says when they are no
 *   longer
 */
gboolean
atlas_outline_layer_is_painting (AtlasOutlineLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_OUTLINE_LAYER (self), FALSE);

  return self->painting != NULL;
}

/**
 * atlas_outline_layer_set_selected:
 * @self: a layer
 * @code: (nullable): the area to draw a strong line with a glow around
 */
void
atlas_outline_layer_set_selected (AtlasOutlineLayer *self, const char *code)
{
  g_return_if_fail (ATLAS_IS_OUTLINE_LAYER (self));

  set_codes (self, ATLAS_OUTLINE_SELECTED, (const char *const[]){ code, NULL });
}

/**
 * atlas_outline_layer_get_selected:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): the area with the strong line
 */
const char *
atlas_outline_layer_get_selected (AtlasOutlineLayer *self)
{
  char **codes;

  g_return_val_if_fail (ATLAS_IS_OUTLINE_LAYER (self), NULL);

  codes = self->outlines[ATLAS_OUTLINE_SELECTED].codes;
  return codes != NULL ? codes[0] : NULL;
}

/**
 * atlas_outline_layer_set_hovered:
 * @self: a layer
 * @code: (nullable): the area to draw a fine line around
 */
void
atlas_outline_layer_set_hovered (AtlasOutlineLayer *self, const char *code)
{
  g_return_if_fail (ATLAS_IS_OUTLINE_LAYER (self));

  set_codes (self, ATLAS_OUTLINE_HOVERED, (const char *const[]){ code, NULL });
}
