/* atlas-disclosure-row.h: a row of a list that opens in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasDisclosureRow:
 *
 * Activating the row, in whatever way the list offers, is for its owner to turn into
 * atlas_disclosure_row_toggle(); besides, the arrow key that points inward opens it and the other
 * closes it. A screen reader is told whether it is open, and style classes "disclosure" and
 * "expanded" let an icon turn.
 *
 * Properties: "expanded" (boolean, EXPLICIT_NOTIFY).
 */
#define ATLAS_TYPE_DISCLOSURE_ROW (atlas_disclosure_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (
    AtlasDisclosureRow, atlas_disclosure_row, ATLAS, DISCLOSURE_ROW, GtkListBoxRow)

/**
 * AtlasDisclosureRowClass:
 * @expanded_changed: shows or hides what it discloses; may be %NULL
 */
struct _AtlasDisclosureRowClass
{
  GtkListBoxRowClass parent_class;

  void (*expanded_changed) (AtlasDisclosureRow *self, gboolean expanded);
};

gboolean atlas_disclosure_row_get_expanded (AtlasDisclosureRow *self);
void atlas_disclosure_row_set_expanded (AtlasDisclosureRow *self, gboolean expanded);
void atlas_disclosure_row_toggle (AtlasDisclosureRow *self);

G_END_DECLS
