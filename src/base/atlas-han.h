/* atlas-han.h: Chinese text made comparable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasHanVariants:
 *
 * Which character stands for which: traditional and variant forms to the standard ones.
 */
typedef struct _AtlasHanVariants AtlasHanVariants;

AtlasHanVariants *atlas_han_variants_new (void);
void atlas_han_variants_free (AtlasHanVariants *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasHanVariants, atlas_han_variants_free)
void atlas_han_variants_add (AtlasHanVariants *self, gunichar variant, gunichar standard);

char *atlas_han_fold (const char *text, const AtlasHanVariants *variants);
char *
atlas_han_fold_with_offsets (const char *text, const AtlasHanVariants *variants, GArray **offsets);
char *atlas_text_make_printable (const char *text);
char *atlas_han_mark (const char *text, const AtlasHanVariants *variants, const char *folded_query);

G_END_DECLS
