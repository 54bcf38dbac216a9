/* atlas-text.c: a text of as many lines as it needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-text.h"

/* As many characters fit everywhere. GTK shapes a text several times to find where it could wrap.
 */
#define MAX_UNWRAPPED 8

/**
 * atlas_text_new:
 * @text: (nullable): what it says
 * @css_class: (nullable): a class of the style sheet
 *
 * Returns: (transfer floating): a label that is wrapped where its width asks for it, between any
 *   two characters if need be; a text of a few characters is not
 */
GtkWidget *
atlas_text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), text == NULL || g_utf8_strlen (text, -1) > MAX_UNWRAPPED);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
