/* atlas-tooltip.c: short tooltips on one line
 *
 * GTK makes a tooltip as narrow as its text may be broken, and Chinese may be broken after every
 * character: 后退 would stand in two lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tooltip.h"

/* Characters that fit on a line beside what they explain */
#define MAX_LINE 36

/**
 * atlas_tooltip_set:
 * @widget: a widget
 * @text: (nullable): its tooltip, or %NULL for none
 *
 * Like gtk_widget_set_tooltip_text(), and keeps a short @text on one line.
 */
void
atlas_tooltip_set (GtkWidget *widget, const char *text)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text != NULL && g_utf8_strlen (text, -1) <= MAX_LINE)
    {
      markup = g_markup_printf_escaped ("<span allow_breaks=\"false\">%s</span>", text);
      gtk_widget_set_tooltip_markup (widget, markup);
    }
  else
    gtk_widget_set_tooltip_text (widget, text);
}

/**
 * atlas_tooltip_mend_all:
 * @root: a widget
 *
 * Does so for the tooltips that templates have set below @root.
 */
void
atlas_tooltip_mend_all (GtkWidget *root)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (root));

  text = g_strdup (gtk_widget_get_tooltip_text (root));
  if (text != NULL)
    atlas_tooltip_set (root, text);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    atlas_tooltip_mend_all (child);
}
