/* atlas-membership-list.h: the clusters or zones of a profile, a row each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasMembershipSource:
 * @ATLAS_MEMBERSHIP_SOURCE_NAMED: a row says so where a place belongs to something by its city
 * @ATLAS_MEMBERSHIP_SOURCE_KNOWN: what stands above the list has said it
 */
typedef enum
{
  ATLAS_MEMBERSHIP_SOURCE_NAMED,
  ATLAS_MEMBERSHIP_SOURCE_KNOWN,
} AtlasMembershipSource;

GtkWidget *atlas_membership_list_new (AtlasSession *session,
                                      AtlasProfile *profile,
                                      GPtrArray *memberships,
                                      AtlasMembershipSource source);
GtkWidget *atlas_membership_list_new_folded (const char *title,
                                             AtlasSession *session,
                                             AtlasProfile *profile,
                                             GPtrArray *memberships,
                                             AtlasMembershipSource source);

G_END_DECLS
