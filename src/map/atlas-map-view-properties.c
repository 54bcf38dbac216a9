/* atlas-map-view-properties.c: what the map can be told and asked by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

static GParamSpec *properties[N_MAP_VIEW_PROPERTIES];

static void
atlas_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch ((MapViewProperty) id)
    {
    case MAP_VIEW_CATALOG:
      g_value_set_object (value, self->catalog);
      break;
    case MAP_VIEW_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case MAP_VIEW_THEME:
      g_value_set_string (value, self->theme);
      break;
    case MAP_VIEW_KEPT:
      g_value_set_uint64 (value, self->kept);
      break;
    case MAP_VIEW_PICKED:
      g_value_set_object (value, self->picked);
      break;
    case MAP_VIEW_BADGES:
      g_value_set_boolean (value, self->badges);
      break;
    case MAP_VIEW_HATCHED:
      g_value_set_boolean (value, self->hatched);
      break;
    case MAP_VIEW_READER:
      g_value_set_object (value, self->reader);
      break;
    case MAP_VIEW_OVERLAY_OPACITY:
      g_value_set_double (value, self->overlay_opacity);
      break;
    case MAP_VIEW_APPROVAL:
      g_value_set_string (value, self->approval);
      break;
    case MAP_VIEW_COMPLETE:
      g_value_set_boolean (value, atlas_map_view_is_complete (self));
      break;
    case N_MAP_VIEW_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_catalog (AtlasMapView *self, AtlasCatalog *catalog)
{
  g_autoptr (GError) error = NULL;

  if (!atlas_map_view_set_catalog (self, catalog, &error))
    g_warning ("The map cannot be shown: %s", error->message);
}

static void
atlas_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch ((MapViewProperty) id)
    {
    case MAP_VIEW_CATALOG:
      set_catalog (self, g_value_get_object (value));
      break;
    case MAP_VIEW_SELECTED:
      atlas_map_view_set_selected (self, g_value_get_object (value));
      break;
    case MAP_VIEW_THEME:
      /* A theme of another data set leaves the map without colours; that is no mistake of ours. */
      atlas_map_view_set_theme (self, g_value_get_string (value), NULL);
      break;
    case MAP_VIEW_KEPT:
      atlas_map_view_set_kept (self, g_value_get_uint64 (value));
      break;
    case MAP_VIEW_PICKED:
      atlas_map_view_set_picked (self, g_value_get_object (value));
      break;
    case MAP_VIEW_BADGES:
      atlas_map_view_set_badges (self, g_value_get_boolean (value));
      break;
    case MAP_VIEW_HATCHED:
      atlas_map_view_set_hatched (self, g_value_get_boolean (value));
      break;
    case MAP_VIEW_READER:
      atlas_map_view_set_reader (self, g_value_get_object (value));
      break;
    case MAP_VIEW_OVERLAY_OPACITY:
      atlas_map_view_set_overlay_opacity (self, g_value_get_double (value));
      break;
    case MAP_VIEW_APPROVAL:
      atlas_map_view_set_approval (self, g_value_get_string (value));
      break;
    case MAP_VIEW_COMPLETE:
    case N_MAP_VIEW_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Says that @property changed. */
void
_atlas_map_view_notify (AtlasMapView *self, MapViewProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Gives the class its properties. */
void
_atlas_map_view_class_init_properties (GObjectClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  klass->get_property = atlas_map_view_get_property;
  klass->set_property = atlas_map_view_set_property;

  properties[MAP_VIEW_CATALOG] = g_param_spec_object ("catalog", NULL, NULL, ATLAS_TYPE_CATALOG,
                                                      flags);
  properties[MAP_VIEW_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ATLAS_TYPE_PLACE,
                                                       flags);
  properties[MAP_VIEW_THEME] = g_param_spec_string ("theme", NULL, NULL, "family", flags);
  properties[MAP_VIEW_KEPT] = g_param_spec_uint64 ("kept", NULL, NULL, 0, G_MAXUINT64,
                                                   ATLAS_MAP_KEEP_ALL, flags);
  properties[MAP_VIEW_PICKED] = g_param_spec_object ("picked", NULL, NULL, G_TYPE_LIST_MODEL,
                                                     flags);
  properties[MAP_VIEW_BADGES] = g_param_spec_boolean ("badges", NULL, NULL, TRUE, flags);
  properties[MAP_VIEW_HATCHED] = g_param_spec_boolean ("hatched", NULL, NULL, TRUE, flags);
  properties[MAP_VIEW_READER] = g_param_spec_object ("reader", NULL, NULL, ATLAS_TYPE_TILE_READER,
                                                     flags);
  properties[MAP_VIEW_OVERLAY_OPACITY] = g_param_spec_double ("overlay-opacity", NULL, NULL, 0.0,
                                                              1.0, 0.6, flags);
  properties[MAP_VIEW_APPROVAL] = g_param_spec_string ("approval", NULL, NULL, NULL, flags);
  properties[MAP_VIEW_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                            | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (klass, N_MAP_VIEW_PROPERTIES, properties);
}
