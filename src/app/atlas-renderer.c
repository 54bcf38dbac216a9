/* atlas-renderer.c: whether the window is drawn by OpenGL or by cairo
 *
 * On a machine without a graphics device, OpenGL is a compiler and a rasterizer of its own: with it
 * the first map takes twice the time and the program more than twice the memory, and a frame takes
 * longer than with cairo (tests/bench, with GSK_RENDERER set and not). There the program asks GTK
 * for cairo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-renderer.h"

#include <gtk/gtk.h>

/* Where the kernel lists its graphics devices. */
#define DEVICES "/dev/dri"

/**
 * atlas_renderer_has_device:
 * @folder: where the kernel lists its graphics devices
 *
 * Returns: whether one of them can draw, and not only show
 */
gboolean
atlas_renderer_has_device (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, FALSE);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

/**
 * atlas_renderer_init:
 *
 * Asks for cairo where there is no graphics device and the user asked for nothing. To be called
 * before GTK is initialized, while the program has one thread: it changes the environment.
 */
void
atlas_renderer_init (void)
{
  const char *const asked[] = { "GSK_RENDERER", "GDK_DEBUG", "GDK_DISABLE" };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (g_getenv (asked[i]) != NULL)
      return;
  if (atlas_renderer_has_device (DEVICES))
    return;

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  /* Without this, GTK loads OpenGL all the same, to choose a visual. Its name changed in 4.16. */
  if (gtk_get_minor_version () < 16)
    g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
  else
    g_setenv ("GDK_DISABLE", "gl", TRUE);
}
