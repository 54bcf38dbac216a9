/* atlas-place-chip.c: another place, to go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-place-chip.h"

#include <glib/gi18n.h>

#include "atlas-flow-box.h"
#include "atlas-text.h"

static void
add_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = atlas_text_new (text, css_class);

  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  atlas_flow_box_append (ATLAS_FLOW_BOX (box), label);
}

/**
 * atlas_place_chip_new:
 * @place: a place
 * @remark: (nullable): a few words behind its name
 *
 * Returns: (transfer floating): a button that activates the action "profile.select-place" with the
 *   code of @place, which an ancestor provides
 */
GtkWidget *
atlas_place_chip_new (AtlasPlace *place, const char *remark)
{
  GtkWidget *button;
  GtkWidget *box;
  const char *name;
  g_autofree char *label = NULL;

  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  button = gtk_button_new ();
  box = atlas_flow_box_new (6, 0);
  name = atlas_place_get_name (place);
  add_text (box, name, "name");
  if (remark != NULL)
    add_text (box, remark, "remark");
  /* Translators: name of a place, a remark on it */
  label = remark != NULL ? g_strdup_printf (_ ("%s: %s"), name, remark) : g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "place-chip");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", atlas_place_get_code (place));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.select-place");
  return button;
}
