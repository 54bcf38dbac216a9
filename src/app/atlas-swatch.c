/* atlas-swatch.c: a small square in the colour of a family
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-swatch.h"

#include <adwaita.h>

#include "atlas-map-style.h"
#include "atlas-rgba.h"

#define CORNER_RADIUS 2.5f

struct _AtlasSwatch
{
  GtkWidget parent_instance;

  char *family;
};

G_DEFINE_FINAL_TYPE (AtlasSwatch, atlas_swatch, GTK_TYPE_WIDGET)

static void
atlas_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasSwatch *self = ATLAS_SWATCH (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA colour = atlas_rgba (atlas_map_style_get_family_colour (self->family, dark));
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   CORNER_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
atlas_swatch_finalize (GObject *object)
{
  AtlasSwatch *self = ATLAS_SWATCH (object);

  g_clear_pointer (&self->family, g_free);

  G_OBJECT_CLASS (atlas_swatch_parent_class)->finalize (object);
}

static void
atlas_swatch_class_init (AtlasSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_swatch_finalize;
  widget_class->snapshot = atlas_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_swatch_init (AtlasSwatch *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_swatch_new:
 * @family: whose colour to show
 *
 * Returns: a new swatch; its size is the style sheet's
 */
GtkWidget *
atlas_swatch_new (const AtlasFamily *family)
{
  AtlasSwatch *self;

  g_return_val_if_fail (family != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_SWATCH, "valign", GTK_ALIGN_CENTER, NULL);
  self->family = g_strdup (family->id);
  return GTK_WIDGET (self);
}
