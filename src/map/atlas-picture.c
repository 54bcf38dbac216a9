/* atlas-picture.c: pixels that are drawn quickly by either renderer
 *
 * A picture is a GdkTexture. OpenGL uploads it once. GTK's cairo renderer, though, copies and
 * converts a texture for every frame, pixel by pixel in floating point, which took more than half
 * of the time of a pan; so the same pixels are kept as a cairo surface too, and given to that
 * renderer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-picture.h"

#define SURFACE "atlas-surface"

static const cairo_user_data_key_t pixels_key;

static void
attach_surface (GdkTexture *picture, cairo_surface_t *surface)
{
  g_object_set_data_full (G_OBJECT (picture), SURFACE, surface,
                          (GDestroyNotify) cairo_surface_destroy);
}

/**
 * atlas_picture_new:
 * @pixels: as in %CAIRO_FORMAT_ARGB32, row by row without padding; shared, not copied
 * @width: in pixels
 * @height: in pixels
 * @opaque: whether every pixel is opaque, which is drawn faster
 *
 * Any thread may call it.
 *
 * Returns: (transfer full): a picture
 */
GdkTexture *
atlas_picture_new (GBytes *pixels, guint width, guint height, gboolean opaque)
{
  gsize stride = width * sizeof (guint32);
  GdkTexture *picture;
  cairo_surface_t *surface;

  g_return_val_if_fail (pixels != NULL, NULL);
  g_return_val_if_fail (g_bytes_get_size (pixels) >= stride * height, NULL);

  picture = gdk_memory_texture_new ((int) width, (int) height, GDK_MEMORY_DEFAULT, pixels, stride);
  surface = cairo_image_surface_create_for_data ((guchar *) g_bytes_get_data (pixels, NULL),
                                                 opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                 (int) width, (int) height, (int) stride);
  cairo_surface_set_user_data (surface, &pixels_key, g_bytes_ref (pixels),
                               (cairo_destroy_func_t) g_bytes_unref);
  attach_surface (picture, surface);
  return picture;
}

/**
 * atlas_picture_new_for_surface:
 * @surface: (transfer full): an image surface of %CAIRO_FORMAT_ARGB32 that nobody draws on any more
 *
 * Returns: (transfer full): a picture with its pixels
 */
GdkTexture *
atlas_picture_new_for_surface (cairo_surface_t *surface)
{
  g_autoptr (GBytes) pixels = NULL;
  GdkTexture *picture;
  int height;
  int stride;

  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32, NULL);

  cairo_surface_flush (surface);
  height = cairo_image_surface_get_height (surface);
  stride = cairo_image_surface_get_stride (surface);
  pixels = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), (gsize) height * (gsize) stride,
      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  picture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                    GDK_MEMORY_DEFAULT, pixels, (gsize) stride);
  attach_surface (picture, surface);
  return picture;
}

/* The surface of a picture; a texture from elsewhere is converted once. */
static cairo_surface_t *
get_surface (GdkTexture *picture)
{
  cairo_surface_t *surface = g_object_get_data (G_OBJECT (picture), SURFACE);

  if (surface == NULL)
    {
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (picture),
                                            gdk_texture_get_height (picture));
      gdk_texture_download (picture, cairo_image_surface_get_data (surface),
                            (gsize) cairo_image_surface_get_stride (surface));
      cairo_surface_mark_dirty (surface);
      attach_surface (picture, surface);
    }
  return surface;
}

/**
 * atlas_picture_is_opaque:
 * @picture: a picture, or any texture
 *
 * Returns: whether @picture is known to hide what is behind it
 */
gboolean
atlas_picture_is_opaque (GdkTexture *picture)
{
  g_return_val_if_fail (GDK_IS_TEXTURE (picture), FALSE);

  return cairo_surface_get_content (get_surface (picture)) == CAIRO_CONTENT_COLOR;
}

/**
 * atlas_picture_paint:
 * @picture: a picture, or any texture
 * @cr: what is painted on
 * @bounds: where @picture goes
 */
void
atlas_picture_paint (GdkTexture *picture, cairo_t *cr, const graphene_rect_t *bounds)
{
  double width;
  double height;

  g_return_if_fail (GDK_IS_TEXTURE (picture) && cr != NULL && bounds != NULL);

  width = gdk_texture_get_width (picture);
  height = gdk_texture_get_height (picture);
  cairo_save (cr);
  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_rectangle (cr, 0.0, 0.0, bounds->size.width, bounds->size.height);
  cairo_scale (cr, bounds->size.width / width, bounds->size.height / height);
  cairo_set_source_surface (cr, get_surface (picture), 0.0, 0.0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
append_surface (GdkTexture *picture, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  atlas_picture_paint (picture, cr, bounds);
  cairo_destroy (cr);
}

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/**
 * atlas_picture_append:
 * @picture: a picture, or any texture
 * @widget: whose snapshot is being taken
 * @snapshot: the snapshot
 * @bounds: where @picture goes
 */
void
atlas_picture_append (GdkTexture *picture,
                      GtkWidget *widget,
                      GtkSnapshot *snapshot,
                      const graphene_rect_t *bounds)
{
  g_return_if_fail (GDK_IS_TEXTURE (picture));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (is_drawn_by_cairo (widget))
    append_surface (picture, snapshot, bounds);
  else
    gtk_snapshot_append_texture (snapshot, picture, bounds);
}
