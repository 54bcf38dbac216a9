/* atlas-label-set-private.h: what the parts of the label set share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-label-set.h"

G_BEGIN_DECLS

/* A label, besides what its item says.
 * @badge: (nullable): the figure
 * @ink: of the name, from where its layout stands
 * @pill_x: from the left of the label; like the others it counts only with @badge */
typedef struct
{
  AtlasPlace *place;
  char *badge;
  PangoRectangle ink;
  double pill_x;
  double pill_width;
  double pill_height;
} AtlasLabel;

struct _AtlasLabelSet
{
  PangoContext *context;
  GArray *labels;
  GArray *items;
  GArray *slots;
};

/* atlas-label-set.c */
PangoLayout *_atlas_label_set_make_name (AtlasLabelSet *self, guint index);
PangoLayout *_atlas_label_set_make_badge (AtlasLabelSet *self, guint index);

G_END_DECLS
