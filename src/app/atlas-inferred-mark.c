/* atlas-inferred-mark.c: the small mark of what is inferred
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-inferred-mark.h"

#include <glib/gi18n.h>

#include "atlas-tooltip.h"
#include "atlas-wording.h"

/**
 * atlas_inferred_mark_new:
 * @why: the reason
 *
 * What bears the mark has to tell the reason to screen readers itself.
 *
 * Returns: (transfer floating): a label, whose tooltip tells the reason
 */
GtkWidget *
atlas_inferred_mark_new (const char *why)
{
  g_autofree char *reason = NULL;
  GtkWidget *mark;

  g_return_val_if_fail (why != NULL, NULL);

  /* Translators: short mark behind what the document does not say of the place in so many words; in
   * Chinese 推 */
  mark = gtk_label_new (C_ ("mark", "inferred"));
  reason = atlas_wording_format_inferred (why);
  gtk_widget_add_css_class (mark, "mark");
  atlas_tooltip_set (mark, reason);
  return mark;
}
