/* atlas-topic-row.c: a place in a panel, with what is said of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-topic-row.h"

#include <glib/gi18n.h>

#include "atlas-flow-box.h"
#include "atlas-text.h"

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = atlas_text_new (text, css_class);

  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  return label;
}

static void
describe (GtkWidget *button, const char *name, const char *text, const char *remark)
{
  /* Translators: name of a place, its industries or its part in something */
  g_autofree char *label = text != NULL ? g_strdup_printf (_ ("%s: %s"), name, text)
                                        : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (remark != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    remark, -1);
}

/**
 * atlas_topic_row_new:
 * @place: a place
 * @text: (nullable): what it plans or does
 * @remark: (nullable): a restriction
 * @names: a group that makes the names of several rows as wide as each other, so that the texts
 *   stand in a column where there is room
 *
 * Returns: (transfer floating): a button that activates the action "profile.select-place" with the
 *   code of @place, which an ancestor provides
 */
GtkWidget *
atlas_topic_row_new (AtlasPlace *place, const char *text, const char *remark, GtkSizeGroup *names)
{
  GtkWidget *button;
  GtkWidget *box;
  GtkWidget *name;

  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);
  g_return_val_if_fail (GTK_IS_SIZE_GROUP (names), NULL);

  button = gtk_button_new ();
  box = atlas_flow_box_new (10, 0);
  name = text_new (atlas_place_get_name (place), "name");
  gtk_size_group_add_widget (names, name);
  atlas_flow_box_append (ATLAS_FLOW_BOX (box), name);
  if (text != NULL)
    atlas_flow_box_append (ATLAS_FLOW_BOX (box), text_new (text, "dim-label"));
  if (remark != NULL)
    atlas_flow_box_append (ATLAS_FLOW_BOX (box), text_new (remark, "dim-label"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", atlas_place_get_code (place));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.select-place");
  describe (button, atlas_place_get_name (place), text, remark);
  return button;
}
