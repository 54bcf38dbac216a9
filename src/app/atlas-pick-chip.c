/* atlas-pick-chip.c: one picked place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-pick-chip.h"

#include <glib/gi18n.h>

#include "atlas-tooltip.h"

struct _AtlasPickChip
{
  GtkBox parent_instance;

  /* owned */
  AtlasPlace *place;
};

G_DEFINE_FINAL_TYPE (AtlasPickChip, atlas_pick_chip, GTK_TYPE_BOX)

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
remove_clicked_cb (AtlasPickChip *self)
{
  g_assert (ATLAS_IS_PICK_CHIP (self));

  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
atlas_pick_chip_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_widget_get_last_child (widget));
}

static void
atlas_pick_chip_finalize (GObject *object)
{
  g_clear_object (&ATLAS_PICK_CHIP (object)->place);

  G_OBJECT_CLASS (atlas_pick_chip_parent_class)->finalize (object);
}

static void
atlas_pick_chip_class_init (AtlasPickChipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_pick_chip_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = atlas_pick_chip_grab_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "pickchip");

  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_pick_chip_init (AtlasPickChip *self)
{
}

static void
add_name (AtlasPickChip *self)
{
  GtkWidget *button = gtk_button_new_with_label (atlas_place_get_name (self->place));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    atlas_place_get_code (self->place));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-place");
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self), button);
}

static void
add_remove_button (AtlasPickChip *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: name of a place that was picked */
  g_autofree char *label = g_strdup_printf (_ ("Leave Out %s"), atlas_place_get_name (self->place));

  atlas_tooltip_set (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "remove");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
}

/**
 * atlas_pick_chip_new:
 * @place: a picked place
 *
 * Returns: a new chip
 */
GtkWidget *
atlas_pick_chip_new (AtlasPlace *place)
{
  AtlasPickChip *self;

  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  self = g_object_new (ATLAS_TYPE_PICK_CHIP, NULL);
  self->place = g_object_ref (place);
  add_name (self);
  add_remove_button (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_pick_chip_get_place:
 * @self: a chip
 *
 * Returns: (transfer none): its place
 */
AtlasPlace *
atlas_pick_chip_get_place (AtlasPickChip *self)
{
  g_return_val_if_fail (ATLAS_IS_PICK_CHIP (self), NULL);

  return self->place;
}
