/* atlas-citation-marks.h: numbers and letters for passages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasCitationMarks:
 *
 * A passage that a profile cites has the number it has there; the others get letters, in the order
 * in which they are asked for.
 */
typedef struct _AtlasCitationMarks AtlasCitationMarks;

AtlasCitationMarks *atlas_citation_marks_new (AtlasProfile *profile);
void atlas_citation_marks_free (AtlasCitationMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCitationMarks, atlas_citation_marks_free)

char *atlas_citation_marks_get (AtlasCitationMarks *self, const AtlasCitation *citation);

G_END_DECLS
