/* atlas-stage-pill.c: how far a document says a project is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-stage-pill.h"

#include <glib/gi18n.h>

#include "atlas-text.h"
#include "atlas-tooltip.h"
#include "atlas-wording.h"

/* A Chinese character is as wide as two digits, in which GTK counts. */
#define MAX_CHARS 6

/**
 * atlas_stage_pill_get_text:
 * @statement: what a document says of a project
 *
 * Returns: the status as the document prints it, or that it prints none
 */
const char *
atlas_stage_pill_get_text (const AtlasProjectStatement *statement)
{
  g_return_val_if_fail (statement != NULL, NULL);

  /* Translators: stands in the place of the verb that a document prints for a project: under
   * construction, continued … where it prints none */
  return statement->status != NULL ? statement->status : C_ ("status", "not stated");
}

/**
 * atlas_stage_pill_format_hint:
 * @statement: what a document says of a project
 *
 * Returns: (transfer full): the stage that we read from the status, or that there is none
 */
char *
atlas_stage_pill_format_hint (const AtlasProjectStatement *statement)
{
  g_return_val_if_fail (statement != NULL, NULL);

  if (statement->status == NULL)
    return g_strdup (_ ("The document prints no verb"));
  /* Translators: how far a project is, in five stages */
  return g_strdup_printf (_ ("Stage: %s"), atlas_wording_get_stage (statement->stage));
}

/**
 * atlas_stage_pill_new:
 * @statement: what a document says of a project
 *
 * The stage is ours, so that it must not stand where a verb is read as the document's.
 *
 * Returns: a label in the colour of the stage, with the status as printed; where the document
 *   prints none, one that says so, grey and only outlined
 */
GtkWidget *
atlas_stage_pill_new (const AtlasProjectStatement *statement)
{
  GtkWidget *self;
  const char *text;
  g_autofree char *hint = NULL;

  g_return_val_if_fail (statement != NULL, NULL);

  text = atlas_stage_pill_get_text (statement);
  self = atlas_text_new (text, "stage");
  gtk_label_set_wrap (GTK_LABEL (self), g_utf8_strlen (text, -1) > MAX_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self), 2 * MAX_CHARS);
  gtk_label_set_justify (GTK_LABEL (self), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (self, GTK_ALIGN_START);
  gtk_widget_add_css_class (
      self, statement->status != NULL ? atlas_stage_to_string (statement->stage) : "unsaid");
  hint = atlas_stage_pill_format_hint (statement);
  atlas_tooltip_set (self, hint);
  return self;
}
