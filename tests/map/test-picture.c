/* test-picture.c: pixels that both renderers draw alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-picture.h"

/* Two by two: opaque red, half-transparent green, transparent, opaque blue; premultiplied. */
static const guint32 PIXELS[] = { 0xffff0000, 0x80008000, 0x00000000, 0xff0000ff };

static GdkTexture *
make_picture (gboolean opaque)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PIXELS, sizeof PIXELS);

  return atlas_picture_new (bytes, 2, 2, opaque);
}

static void
test_pixels (void)
{
  g_autoptr (GdkTexture) picture = make_picture (FALSE);
  guint32 pixels[4];

  g_assert_cmpint (gdk_texture_get_width (picture), ==, 2);
  gdk_texture_download (picture, (guchar *) pixels, 2 * sizeof (guint32));
  g_assert_cmpmem (pixels, sizeof pixels, PIXELS, sizeof PIXELS);
}

static void
test_surface (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 3, 5);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GdkTexture) picture = NULL;
  guint32 pixels[15];

  cairo_set_source_rgb (cr, 0.0, 0.0, 1.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  picture = atlas_picture_new_for_surface (surface);
  g_assert_cmpint (gdk_texture_get_height (picture), ==, 5);
  gdk_texture_download (picture, (guchar *) pixels, 3 * sizeof (guint32));
  for (guint i = 0; i < G_N_ELEMENTS (pixels); i++)
    g_assert_cmphex (pixels[i], ==, 0xff0000ff);
}

/* Draws @picture with a renderer of the kind named, each pixel 10 × 10 logical pixels. */
static void
render (GdkTexture *picture, const char *renderer_name, guint32 *centres)
{
  GtkWidget *window = gtk_window_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, 20.0f, 20.0f);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) drawn = NULL;
  guint32 pixels[400];

  g_setenv ("GSK_RENDERER", renderer_name, TRUE);
  gtk_widget_realize (window);
  atlas_picture_append (picture, window, snapshot, &bounds);
  node = gtk_snapshot_free_to_node (snapshot);
  drawn = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                       &bounds);
  gdk_texture_download (drawn, (guchar *) pixels, 20 * sizeof (guint32));
  for (guint i = 0; i < 4; i++)
    centres[i] = pixels[(i / 2 * 15 + 2) * 20 + i % 2 * 15 + 2];
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_cairo (void)
{
  g_autoptr (GdkTexture) picture = make_picture (FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_static (PIXELS, sizeof PIXELS);
  g_autoptr (GdkTexture) foreign = gdk_memory_texture_new (2, 2, GDK_MEMORY_DEFAULT, bytes,
                                                           2 * sizeof (guint32));
  guint32 centres[4];

  render (picture, "cairo", centres);
  g_assert_cmpmem (centres, sizeof centres, PIXELS, sizeof PIXELS);
  /* A texture that came from elsewhere is drawn as well. */
  render (foreign, "cairo", centres);
  g_assert_cmpmem (centres, sizeof centres, PIXELS, sizeof PIXELS);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/pixels", test_pixels);
  g_test_add_func ("/picture/surface", test_surface);
  g_test_add_func ("/picture/cairo", test_cairo);

  return g_test_run ();
}
