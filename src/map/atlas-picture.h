/* atlas-picture.h: pixels that are drawn quickly by either renderer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkTexture *atlas_picture_new (GBytes *pixels, guint width, guint height, gboolean opaque);
GdkTexture *atlas_picture_new_for_surface (cairo_surface_t *surface);
gboolean atlas_picture_is_opaque (GdkTexture *picture);
void atlas_picture_paint (GdkTexture *picture, cairo_t *cr, const graphene_rect_t *bounds);
void atlas_picture_append (GdkTexture *picture,
                           GtkWidget *widget,
                           GtkSnapshot *snapshot,
                           const graphene_rect_t *bounds);

G_END_DECLS
