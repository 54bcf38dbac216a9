/* atlas-project-details.h: all that the documents say of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-project.h"

G_BEGIN_DECLS

GtkWidget *atlas_project_details_new (AtlasProfile *profile, const AtlasProject *project);

G_END_DECLS
