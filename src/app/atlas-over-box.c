/* atlas-over-box.c: a box over something else, which it does not take the pointer from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-over-box.h"

struct _AtlasOverBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasOverBox, atlas_over_box, GTK_TYPE_BOX)

static gboolean
atlas_over_box_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
atlas_over_box_class_init (AtlasOverBoxClass *klass)
{
  GTK_WIDGET_CLASS (klass)->contains = atlas_over_box_contains;
}

static void
atlas_over_box_init (AtlasOverBox *self)
{
}
