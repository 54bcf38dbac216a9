/* atlas-indicator.c: a figure of a plan's table of indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-indicator.h"

#include "atlas-profile-private.h"

static void
value_free (gpointer data)
{
  AtlasIndicatorValue *value = data;

  g_free (value->heading);
  g_free (value->text);
  g_free (value->note);
  g_free (value);
}

/*
 * _atlas_indicator_new:
 *
 * Returns: (transfer full): an empty indicator, to be filled by the catalog
 */
AtlasIndicator *
_atlas_indicator_new (void)
{
  AtlasIndicator *self = g_new0 (AtlasIndicator, 1);

  _atlas_claim_init (&self->claim, ATLAS_CLAIM_FIELD_INDICATOR);
  self->values = g_ptr_array_new_with_free_func (value_free);
  return self;
}

/*
 * _atlas_indicator_free:
 * @self: (transfer full): an indicator
 */
void
_atlas_indicator_free (AtlasIndicator *self)
{
  _atlas_claim_clear (&self->claim);
  g_free (self->unit);
  g_free (self->category);
  g_free (self->nature);
  g_free (self->note);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/**
 * atlas_indicator_list_free:
 * @self: (transfer full): a list
 */
void
atlas_indicator_list_free (AtlasIndicatorList *self)
{
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->citations);
  g_free (self);
}
