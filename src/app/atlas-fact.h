/* atlas-fact.h: a statement with its evidence numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasFact:
 *
 * The text of one claim, as many lines as it needs, and behind its last character the numbers of
 * the passages it rests on.
 */
#define ATLAS_TYPE_FACT (atlas_fact_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFact, atlas_fact, ATLAS, FACT, GtkWidget)

GtkWidget *atlas_fact_new (AtlasProfile *profile, const AtlasClaim *claim);
GtkWidget *atlas_fact_new_for_text (const char *text);
void atlas_fact_add_evidence (AtlasFact *self, GtkWidget *evidence);
void atlas_fact_add_claim (AtlasFact *self, AtlasProfile *profile, const AtlasClaim *claim);
void atlas_fact_add_mark (AtlasFact *self, GtkWidget *mark);

G_END_DECLS
