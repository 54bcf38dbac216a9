/* atlas-place-group.c: the districts of a city, as one row of the place list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-place-group.h"

struct _AtlasPlaceGroup
{
  GObject parent_instance;

  AtlasPlace *city;
  GListModel *districts;
};

G_DEFINE_FINAL_TYPE (AtlasPlaceGroup, atlas_place_group, G_TYPE_OBJECT)

static void
atlas_place_group_finalize (GObject *object)
{
  AtlasPlaceGroup *self = ATLAS_PLACE_GROUP (object);

  g_clear_object (&self->city);
  g_clear_object (&self->districts);

  G_OBJECT_CLASS (atlas_place_group_parent_class)->finalize (object);
}

static void
atlas_place_group_class_init (AtlasPlaceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_place_group_finalize;
}

static void
atlas_place_group_init (AtlasPlaceGroup *self)
{
}

/**
 * atlas_place_group_new:
 * @city: a city
 * @districts: (transfer none): its districts
 *
 * Returns: (transfer full): a new group
 */
AtlasPlaceGroup *
atlas_place_group_new (AtlasPlace *city, GListModel *districts)
{
  AtlasPlaceGroup *self;

  g_return_val_if_fail (ATLAS_IS_PLACE (city), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (districts), NULL);

  self = g_object_new (ATLAS_TYPE_PLACE_GROUP, NULL);
  self->city = g_object_ref (city);
  self->districts = g_object_ref (districts);
  return self;
}

/**
 * atlas_place_group_get_city:
 * @self: a group
 *
 * Returns: (transfer none): whose districts they are
 */
AtlasPlace *
atlas_place_group_get_city (AtlasPlaceGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE_GROUP (self), NULL);

  return self->city;
}

/**
 * atlas_place_group_get_districts:
 * @self: a group
 *
 * Returns: (transfer none): the #AtlasPlace objects
 */
GListModel *
atlas_place_group_get_districts (AtlasPlaceGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE_GROUP (self), NULL);

  return self->districts;
}
