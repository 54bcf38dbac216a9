/* atlas-citation-marks.c: numbers and letters for passages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-citation-marks.h"

#include <string.h>

#define N_LETTERS 26

struct _AtlasCitationMarks
{
  AtlasProfile *profile;
  GArray *lettered;
};

/**
 * atlas_citation_marks_new:
 * @profile: the profile on show
 *
 * Returns: (transfer full): marks, none of which is given to a letter yet
 */
AtlasCitationMarks *
atlas_citation_marks_new (AtlasProfile *profile)
{
  AtlasCitationMarks *self;

  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  self = g_new0 (AtlasCitationMarks, 1);
  self->profile = g_object_ref (profile);
  self->lettered = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * atlas_citation_marks_free:
 * @self: (transfer full): marks
 */
void
atlas_citation_marks_free (AtlasCitationMarks *self)
{
  g_object_unref (self->profile);
  g_array_unref (self->lettered);
  g_free (self);
}

/* a, b … z, aa, bb … */
static char *
make_letter (guint index)
{
  guint n = index / N_LETTERS + 1;
  char *letter = g_malloc0 (n + 1);

  memset (letter, 'a' + (int) (index % N_LETTERS), n);
  return letter;
}

/**
 * atlas_citation_marks_get:
 * @self: marks
 * @citation: a passage
 *
 * Returns: (transfer full): the mark of @citation; the same for every citation of one passage
 */
char *
atlas_citation_marks_get (AtlasCitationMarks *self, const AtlasCitation *citation)
{
  GPtrArray *numbered;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (citation != NULL, NULL);

  numbered = atlas_profile_get_citations (self->profile);
  for (guint i = 0; i < numbered->len; i++)
    if (((const AtlasCitation *) g_ptr_array_index (numbered, i))->passage == citation->passage)
      return g_strdup_printf ("%u", i + 1);
  for (guint i = 0; i < self->lettered->len; i++)
    if (g_array_index (self->lettered, gint64, i) == citation->passage)
      return make_letter (i);
  g_array_append_val (self->lettered, citation->passage);
  return make_letter (self->lettered->len - 1);
}
