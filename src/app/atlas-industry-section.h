/* atlas-industry-section.h: the industries of one role as chips, and what a chip opens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasIndustrySection:
 *
 * Pressing a chip makes its family the session's highlight and opens an #AtlasFamilyPanel right
 * below; pressing it again takes both back. The pressed chips always are those of the highlight,
 * whoever set it.
 */
#define ATLAS_TYPE_INDUSTRY_SECTION (atlas_industry_section_get_type ())
G_DECLARE_FINAL_TYPE (AtlasIndustrySection, atlas_industry_section, ATLAS, INDUSTRY_SECTION, GtkBox)

GtkWidget *atlas_industry_section_new (AtlasSession *session, AtlasProfile *profile);
void atlas_industry_section_add (AtlasIndustrySection *self, const AtlasClaim *claim);

G_END_DECLS
