/* atlas-fold.h: something long that is built when it is unfolded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasFoldBuild:
 * @data: what atlas_fold_new() was given
 *
 * Returns: (transfer floating): what a fold holds
 */
typedef GtkWidget *(*AtlasFoldBuild) (gpointer data);

GtkWidget *
atlas_fold_new (const char *title, AtlasFoldBuild build, gpointer data, GDestroyNotify destroy);

char *atlas_fold_format_rest (guint n);

G_END_DECLS
