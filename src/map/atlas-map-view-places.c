/* atlas-map-view-places.c: which places the map is about: selected, picked, counted, in view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

#include <glib/gi18n.h>

#include "atlas-map-wording.h"

/* Returns: (transfer full): what the colours mean and how many places are picked. */
static char *
describe_state (AtlasMapView *self)
{
  guint n_picked = self->picked != NULL ? g_list_model_get_n_items (self->picked) : 0;

  if (self->theme_name == NULL)
    return g_strdup_printf (
        ngettext ("No colours, %u place picked", "No colours, %u places picked", n_picked),
        n_picked);
  /* Translators: what the colours of the map mean, how many places are picked */
  return g_strdup_printf (
      ngettext ("Coloured by: %s, %u place picked", "Coloured by: %s, %u places picked", n_picked),
      self->theme_name, n_picked);
}

/* Tells who cannot see the map what it shows. */
void
_atlas_map_view_describe (AtlasMapView *self)
{
  g_autofree char *label = atlas_map_wording_describe (self->selected);
  g_autofree char *state = describe_state (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state, -1);
}

/* Selects @place, which may be %NULL, and where @reveal is set brings it into view. */
void
_atlas_map_view_select (AtlasMapView *self, AtlasPlace *place, gboolean reveal)
{
  if (!g_set_object (&self->selected, place))
    return;

  atlas_outline_layer_set_selected (self->outlines,
                                    place != NULL ? atlas_place_get_code (place) : NULL);
  /* The card of a place under a resting pointer has nothing to do with one chosen elsewhere. */
  if (place != self->hovered)
    _atlas_map_view_unhover (self);
  else if (place != NULL)
    atlas_outline_layer_set_hovered (self->outlines, NULL);
  _atlas_map_view_describe (self);
  if (reveal && place != NULL)
    atlas_map_view_reveal (self, place);
  _atlas_map_view_notify (self, MAP_VIEW_SELECTED);
}

/* Outlines who is picked. */
static void
picked_changed_cb (AtlasMapView *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  guint n_picked = self->picked != NULL ? g_list_model_get_n_items (self->picked) : 0;

  for (guint i = 0; i < n_picked; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (self->picked, i);

      g_ptr_array_add (codes, (gpointer) atlas_place_get_code (place));
    }
  g_ptr_array_add (codes, NULL);
  atlas_outline_layer_set_picked (self->outlines, (const char *const *) codes->pdata);
  atlas_map_readiness_invalidate (self->outlined);
  _atlas_map_view_describe (self);
}

static gboolean
get_badge (AtlasPlace *place, gpointer data, guint *number)
{
  AtlasMapView *self = data;

  return self->scheme != NULL && atlas_map_scheme_get_badge (self->scheme, place, number);
}

/* Counts anew what stands beside the names. */
void
_atlas_map_view_update_badges (AtlasMapView *self)
{
  atlas_label_layer_set_badges (self->labels, self->badges ? get_badge : NULL, self, NULL);
}

/**
 * atlas_map_view_get_selected:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the selected place
 */
AtlasPlace *
atlas_map_view_get_selected (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->selected;
}

/**
 * atlas_map_view_set_selected:
 * @self: a map
 * @place: (nullable): a place of the data set that is shown
 *
 * Selects @place, and brings it into view if it is not.
 */
void
atlas_map_view_set_selected (AtlasMapView *self, AtlasPlace *place)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (place == NULL || ATLAS_IS_PLACE (place));

  _atlas_map_view_select (self, place, TRUE);
}

/**
 * atlas_map_view_get_picked:
 * @self: a map
 *
 * Returns: (transfer none) (nullable) (element-type AtlasPlace): who is outlined
 */
GListModel *
atlas_map_view_get_picked (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->picked;
}

/**
 * atlas_map_view_set_picked:
 * @self: a map
 * @picked: (nullable) (element-type AtlasPlace): who is outlined; the map follows its changes
 */
void
atlas_map_view_set_picked (AtlasMapView *self, GListModel *picked)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (picked == NULL || G_IS_LIST_MODEL (picked));

  if (self->picked == picked)
    return;

  if (self->picked != NULL)
    g_signal_handlers_disconnect_by_func (self->picked, picked_changed_cb, self);
  g_set_object (&self->picked, picked);
  if (picked != NULL)
    g_signal_connect_object (picked, "items-changed", G_CALLBACK (picked_changed_cb), self,
                             G_CONNECT_SWAPPED);
  picked_changed_cb (self);
  _atlas_map_view_notify (self, MAP_VIEW_PICKED);
}

/**
 * atlas_map_view_get_badges:
 * @self: a map
 *
 * Returns: whether the number of projects stands beside each name
 */
gboolean
atlas_map_view_get_badges (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);

  return self->badges;
}

/**
 * atlas_map_view_set_badges:
 * @self: a map
 * @badges: whether the number of projects stands beside each name
 */
void
atlas_map_view_set_badges (AtlasMapView *self, gboolean badges)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->badges == !!badges)
    return;

  self->badges = !!badges;
  _atlas_map_view_update_badges (self);
  _atlas_map_view_notify (self, MAP_VIEW_BADGES);
}

static const AtlasBox *
find_box (AtlasMapView *self, AtlasPlace *place)
{
  const AtlasArea *area = NULL;

  if (self->geometry != NULL)
    area = atlas_map_geometry_find_area (self->geometry, atlas_place_get_code (place));

  return area != NULL ? atlas_shape_get_box (area->shapes[0]) : NULL;
}

/**
 * atlas_map_view_reveal:
 * @self: a map
 * @place: a place of the data set that is shown
 *
 * Brings @place into view if it is not.
 */
void
atlas_map_view_reveal (AtlasMapView *self, AtlasPlace *place)
{
  const AtlasBox *box;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self) && ATLAS_IS_PLACE (place));

  box = find_box (self, place);
  if (box != NULL)
    atlas_map_camera_reveal (self->camera, box, atlas_place_get_label_point (place));
}

/* The legend counts only while it is open: its button is small. */
static void
keep_clear_of_legend (AtlasMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t legend;

  if (gtk_widget_get_child_visible (self->legend)
      && gtk_widget_compute_bounds (self->legend, widget, &legend))
    atlas_map_camera_set_corner (self->camera, gtk_widget_get_width (widget) - legend.origin.x,
                                 gtk_widget_get_height (widget) - legend.origin.y);
  else
    atlas_map_camera_set_corner (self->camera, 0.0, 0.0);
}

/**
 * atlas_map_view_fit_places:
 * @self: a map
 * @places: (element-type AtlasPlace): places of the data set that is shown
 * @animate: whether to fly there, where the system allows
 *
 * Shows all of them, as large as they fit beside what covers the map and beside or above the
 * legend. Without any nothing moves.
 */
void
atlas_map_view_fit_places (AtlasMapView *self, GPtrArray *places, gboolean animate)
{
  AtlasBox whole = atlas_box_empty ();

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self) && places != NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const AtlasBox *box = find_box (self, g_ptr_array_index (places, i));

      if (box != NULL)
        atlas_box_add_box (&whole, box);
    }
  if (whole.x0 > whole.x1)
    return;

  keep_clear_of_legend (self);
  atlas_map_camera_fit_box (self->camera, &whole, animate);
}

/**
 * atlas_map_view_fit_province:
 * @self: a map
 * @animate: whether to fly there, where the system allows
 *
 * Shows the whole province.
 */
void
atlas_map_view_fit_province (AtlasMapView *self, gboolean animate)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  atlas_map_camera_fit_home (self->camera, animate);
}

/**
 * atlas_map_view_set_covered:
 * @self: the map
 * @width: how much of it something else lies over, in logical pixels from its right edge
 *
 * Places are brought into view beside what covers the map, and legend, scale and stamp stand there.
 */
void
atlas_map_view_set_covered (AtlasMapView *self, int width)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  self->covered = width;
  atlas_map_camera_set_covered (self->camera, width);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->selected != NULL)
    atlas_map_view_reveal (self, self->selected);
}
