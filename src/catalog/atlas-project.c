/* atlas-project.c: a project and what each document says of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-project.h"

#include "atlas-profile-private.h"

static const char *const stage_names[] = {
  [ATLAS_STAGE_IDEA] = "idea",           [ATLAS_STAGE_PREPARATION] = "preparation",
  [ATLAS_STAGE_UNDER_WAY] = "under-way", [ATLAS_STAGE_CONTINUING] = "continuing",
  [ATLAS_STAGE_DONE] = "done",
};

G_STATIC_ASSERT (G_N_ELEMENTS (stage_names) == ATLAS_N_STAGES);

/**
 * atlas_stage_to_string:
 * @stage: a stage
 *
 * Returns: its name in the data, in filters and in JSON
 */
const char *
atlas_stage_to_string (AtlasStage stage)
{
  g_return_val_if_fail (stage < ATLAS_N_STAGES, NULL);

  return stage_names[stage];
}

/**
 * atlas_stage_from_string:
 * @text: (nullable): a name as in the data
 * @stage: (out): the stage
 *
 * Returns: whether there is a stage of that name
 */
gboolean
atlas_stage_from_string (const char *text, AtlasStage *stage)
{
  g_return_val_if_fail (stage != NULL, FALSE);

  for (guint i = 0; i < ATLAS_N_STAGES; i++)
    if (g_strcmp0 (text, stage_names[i]) == 0)
      {
        *stage = (AtlasStage) i;
        return TRUE;
      }
  return FALSE;
}

static void
quantity_free (gpointer data)
{
  AtlasQuantity *quantity = data;

  g_free (quantity->unit);
  g_free (quantity->qualifier);
  g_free (quantity);
}

static void
statement_free (gpointer data)
{
  AtlasProjectStatement *statement = data;

  _atlas_claim_clear (&statement->claim);
  g_free (statement->heading);
  g_free (statement->status);
  g_ptr_array_unref (statement->quantities);
  g_free (statement);
}

static void
project_place_free (gpointer data)
{
  AtlasProjectPlace *place = data;

  g_free (place->why);
  g_free (place);
}

/*
 * _atlas_project_statement_new:
 *
 * Returns: (transfer full): an empty statement, to be filled by the catalog
 */
AtlasProjectStatement *
_atlas_project_statement_new (void)
{
  AtlasProjectStatement *self = g_new0 (AtlasProjectStatement, 1);

  _atlas_claim_init (&self->claim, ATLAS_CLAIM_FIELD_PROJECT);
  self->quantities = g_ptr_array_new_with_free_func (quantity_free);
  return self;
}

/*
 * _atlas_project_new:
 *
 * Returns: (transfer full): an empty project, to be filled by the catalog
 */
AtlasProject *
_atlas_project_new (void)
{
  AtlasProject *self = g_new0 (AtlasProject, 1);

  self->places = g_ptr_array_new_with_free_func (project_place_free);
  self->statements = g_ptr_array_new_with_free_func (statement_free);
  return self;
}

/*
 * _atlas_project_free:
 * @self: (transfer full): a project
 */
void
_atlas_project_free (AtlasProject *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->category);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->statements);
  g_free (self);
}

/**
 * atlas_project_get_newest:
 * @self: a project
 *
 * Returns: what the newest of the documents that speak of it says
 */
const AtlasProjectStatement *
atlas_project_get_newest (const AtlasProject *self)
{
  g_return_val_if_fail (self != NULL && self->statements->len > 0, NULL);

  return g_ptr_array_index (self->statements, 0);
}

/**
 * atlas_project_find_place:
 * @self: a project
 * @place: a place
 *
 * Of a city that only its counties and districts carry it for, this is the first of those that the
 * text names, else the first of them.
 *
 * Returns: (nullable): how @place carries it; %NULL where it does not
 */
const AtlasProjectPlace *
atlas_project_find_place (const AtlasProject *self, AtlasPlace *place)
{
  const AtlasProjectPlace *part = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      const AtlasProjectPlace *carrier = g_ptr_array_index (self->places, i);

      if (carrier->place == place)
        return carrier;
      if (atlas_place_get_parent (carrier->place) == place
          && (part == NULL || (part->why != NULL && carrier->why == NULL)))
        part = carrier;
    }
  return part;
}

/**
 * atlas_project_list_free:
 * @self: (transfer full): a list
 */
void
atlas_project_list_free (AtlasProjectList *self)
{
  g_ptr_array_unref (self->projects);
  g_ptr_array_unref (self->citations);
  g_free (self);
}
