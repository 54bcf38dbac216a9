/* atlas-coverage-columns.h: the columns of the coverage table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atlas_coverage_columns_build (GtkColumnView *table, GPtrArray *documents);

G_END_DECLS
