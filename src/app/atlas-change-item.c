/* atlas-change-item.c: a statement of one time beside that of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-change-item.h"

#include <glib/gi18n.h>

#include "atlas-fact.h"
#include "atlas-flow-box.h"
#include "atlas-project.h"
#include "atlas-stage-pill.h"
#include "atlas-text.h"

/* What the document says of a project; %NULL where @claim is of something else. */
static const AtlasProjectStatement *
get_statement (const AtlasClaim *claim)
{
  if (claim->field != ATLAS_CLAIM_FIELD_PROJECT)
    return NULL;
  /* The claim of a project is part of a statement. */
  return (const AtlasProjectStatement *) (gconstpointer) ((const char *) claim
                                                          - G_STRUCT_OFFSET (AtlasProjectStatement,
                                                                             claim));
}

/* When it was said, with which status, and in which words where those differ from @newer. */
static char *
describe_older (AtlasProfile *profile, const AtlasClaim *older, const AtlasClaim *newer)
{
  const char *period = atlas_change_item_get_period_name (profile, older);
  const AtlasProjectStatement *statement = get_statement (older);
  const char *status = statement != NULL ? atlas_stage_pill_get_text (statement) : NULL;
  g_autofree char *when = status != NULL ? g_strdup_printf ("%s · %s", period, status)
                                         : g_strdup (period);

  if (g_str_equal (newer->text, older->text))
    return g_steal_pointer (&when);
  /* Translators: when a document said something, what it said */
  return g_strdup_printf (C_ ("changes", "%s: %s"), when, older->text);
}

static GtkWidget *
older_line_new (AtlasProfile *profile, const AtlasChange *change)
{
  g_autofree char *text = describe_older (profile, change->older, change->newer);
  GtkWidget *line = atlas_fact_new_for_text (text);

  atlas_fact_add_claim (ATLAS_FACT (line), profile, change->older);
  gtk_widget_add_css_class (line, "before");
  return line;
}

static GtkWidget *
first_line_new (AtlasProfile *profile, const AtlasChange *change)
{
  const AtlasClaim *shown = change->newer != NULL ? change->newer : change->older;
  const AtlasProjectStatement *statement = get_statement (shown);
  GtkWidget *fact = atlas_fact_new (profile, shown);
  GtkWidget *line;

  if (statement == NULL)
    return fact;
  line = atlas_flow_box_new (8, 0);
  atlas_flow_box_append (ATLAS_FLOW_BOX (line), fact);
  atlas_flow_box_append (ATLAS_FLOW_BOX (line), statement->status != NULL
                                                    ? atlas_text_new (statement->status, "remark")
                                                    : atlas_stage_pill_new (statement));
  return line;
}

/**
 * atlas_change_item_get_period_name:
 * @profile: a profile
 * @claim: one of its facts
 *
 * Returns: what people call the years of the document that says it first
 */
const char *
atlas_change_item_get_period_name (AtlasProfile *profile, const AtlasClaim *claim)
{
  const AtlasCitation *citation;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (claim != NULL, NULL);

  citation = g_ptr_array_index (atlas_profile_get_citations (profile),
                                g_array_index (claim->citations, guint, 0));
  return citation->document->period_name;
}

/**
 * atlas_change_item_new:
 * @profile: a profile
 * @change: a difference between two times in it, or what they have in common
 *
 * Returns: (transfer floating): what was said and with which status, and where it continues, what
 *   was said before; with the evidence of each time
 */
GtkWidget *
atlas_change_item_new (AtlasProfile *profile, const AtlasChange *change)
{
  GtkWidget *item;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (change != NULL, NULL);

  item = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (item), first_line_new (profile, change));
  if (change->kind == ATLAS_CHANGE_CONTINUED)
    gtk_box_append (GTK_BOX (item), older_line_new (profile, change));
  gtk_widget_add_css_class (item, "change");
  return item;
}
