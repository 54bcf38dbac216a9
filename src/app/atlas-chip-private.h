/* atlas-chip-private.h: what chips of all sorts have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-chip.h"

G_BEGIN_DECLS

/*
 * AtlasChipLook:
 * @topic: id of the topic it stands for
 * @family: (nullable): whose colour it has
 * @name: what it says
 * @tag: (nullable): a few characters that stand behind it
 * @why: (nullable): why it is thought to be so, which the chip is to be marked with
 * @hint: what is said when the pointer rests on it
 * @cited: whether the evidence of its fact stands beside it
 */
typedef struct
{
  const char *topic;
  const AtlasFamily *family;
  const char *name;
  const char *tag;
  const char *why;
  const char *hint;
  gboolean cited;
} AtlasChipLook;

GtkWidget *_atlas_chip_new_with_look (AtlasProfile *profile,
                                      const AtlasClaim *claim,
                                      const AtlasChipLook *look);

G_END_DECLS
