/* atlas-section.c: a part of a profile under a heading of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-section.h"

#include "atlas-line.h"
#include "atlas-text.h"

enum
{
  SECTION_LEVEL = 2,
  SUBHEADING_LEVEL = 3,
};

static GtkWidget *
heading_new (const char *title, int level)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  return label;
}

/**
 * atlas_section_new:
 * @title: the heading
 * @note: (nullable): what stands at the end of its line
 *
 * Returns: (transfer floating): a vertical box that holds only its heading
 */
GtkBox *
atlas_section_new (const char *title, const char *note)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = atlas_line_new (12);

  g_return_val_if_fail (title != NULL, NULL);

  atlas_line_append (ATLAS_LINE (heading), heading_new (title, SECTION_LEVEL));
  if (note != NULL)
    atlas_line_append (ATLAS_LINE (heading), gtk_label_new (note));
  gtk_widget_add_css_class (heading, "section-heading");
  gtk_widget_add_css_class (section, "section");
  gtk_box_append (GTK_BOX (section), heading);
  return GTK_BOX (section);
}

/**
 * atlas_section_add_sentence:
 * @section: a section, or another vertical box
 * @text: a full sentence
 *
 * Adds @text at the end, where otherwise there would be nothing.
 */
void
atlas_section_add_sentence (GtkBox *section, const char *text)
{
  g_return_if_fail (GTK_IS_BOX (section));
  g_return_if_fail (text != NULL);

  gtk_box_append (section, atlas_text_new (text, "sentence"));
}

/**
 * atlas_section_add_subheading:
 * @section: a section, or another vertical box
 * @title: the heading of a part of it
 */
void
atlas_section_add_subheading (GtkBox *section, const char *title)
{
  GtkWidget *heading;

  g_return_if_fail (GTK_IS_BOX (section));
  g_return_if_fail (title != NULL);

  heading = heading_new (title, SUBHEADING_LEVEL);
  gtk_widget_add_css_class (heading, "subheading");
  gtk_box_append (section, heading);
}
