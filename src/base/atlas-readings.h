/* atlas-readings.h: Chinese text found by the pinyin that is typed for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasReadings:
 *
 * How characters are read, without tones.
 */
typedef struct _AtlasReadings AtlasReadings;

AtlasReadings *atlas_readings_new (void);
void atlas_readings_free (AtlasReadings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReadings, atlas_readings_free)
void atlas_readings_add (AtlasReadings *self, gunichar character, const char *readings);

gboolean
atlas_readings_match (const AtlasReadings *self, const char *text, const char *folded_query);

G_END_DECLS
