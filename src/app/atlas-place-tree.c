/* atlas-place-tree.c: cities, their counties and districts, as rows to be expanded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-place-tree.h"

#include "atlas-place-group.h"

static GListModel *
list_cities (AtlasCatalog *catalog)
{
  GListModel *places = atlas_catalog_get_places (catalog);
  GListStore *cities = g_list_store_new (ATLAS_TYPE_PLACE);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (atlas_place_is_city (place))
        g_list_store_append (cities, place);
    }
  return G_LIST_MODEL (cities);
}

/* The counties of @city and then, as one item, its districts. */
static GListModel *
list_members (AtlasCatalog *catalog, AtlasPlace *city)
{
  g_autoptr (GListModel) counties = atlas_catalog_get_children (catalog, city, FALSE);
  g_autoptr (GListModel) districts = atlas_catalog_get_children (catalog, city, TRUE);
  GListStore *members = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < g_list_model_get_n_items (counties); i++)
    {
      g_autoptr (AtlasPlace) county = g_list_model_get_item (counties, i);

      g_list_store_append (members, county);
    }
  if (g_list_model_get_n_items (districts) > 0)
    {
      g_autoptr (AtlasPlaceGroup) group = atlas_place_group_new (city, districts);

      g_list_store_append (members, group);
    }
  return G_LIST_MODEL (members);
}

static GListModel *
create_children_cb (gpointer item, gpointer data)
{
  AtlasCatalog *catalog = ATLAS_CATALOG (data);

  if (ATLAS_IS_PLACE_GROUP (item))
    return g_object_ref (atlas_place_group_get_districts (ATLAS_PLACE_GROUP (item)));
  if (atlas_place_is_city (ATLAS_PLACE (item)))
    return list_members (catalog, ATLAS_PLACE (item));
  return NULL;
}

static void
expand_cities (GtkTreeListModel *tree)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  for (guint i = 0; (row = gtk_tree_list_model_get_child_row (tree, i)) != NULL; i++)
    {
      gtk_tree_list_row_set_expanded (row, TRUE);
      g_clear_object (&row);
    }
}

/* Returns: (transfer full) (nullable): the row below @parent that shows @place or leads to it. */
static GtkTreeListRow *
find_child_row (GtkTreeListRow *parent, AtlasPlace *place)
{
  GtkTreeListRow *row;

  for (guint i = 0; (row = gtk_tree_list_row_get_child_row (parent, i)) != NULL; i++)
    {
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (item == G_OBJECT (place)
          || (ATLAS_IS_PLACE_GROUP (item) && atlas_place_is_district (place)))
        return row;
      g_object_unref (row);
    }
  return NULL;
}

static GtkTreeListRow *
find_city_row (GtkTreeListModel *tree, AtlasPlace *city)
{
  GtkTreeListRow *row;

  for (guint i = 0; (row = gtk_tree_list_model_get_child_row (tree, i)) != NULL; i++)
    {
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (item == G_OBJECT (city))
        return row;
      g_object_unref (row);
    }
  return NULL;
}

/**
 * atlas_place_tree_new:
 * @catalog: the data set
 *
 * Each city has its counties and then, as one #AtlasPlaceGroup, its districts below it. The cities
 * are expanded.
 *
 * Returns: (transfer full): a new tree of #AtlasPlace and #AtlasPlaceGroup
 */
GtkTreeListModel *
atlas_place_tree_new (AtlasCatalog *catalog)
{
  GtkTreeListModel *tree;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);

  tree = gtk_tree_list_model_new (list_cities (catalog), FALSE, FALSE, create_children_cb,
                                  g_object_ref (catalog), g_object_unref);
  expand_cities (tree);
  return tree;
}

/**
 * atlas_place_tree_find:
 * @tree: a tree of places
 * @place: a place
 * @expand: whether to expand what it is in
 *
 * Returns: the position of the row of @place; %GTK_INVALID_LIST_POSITION where it is in a city that
 *   is collapsed
 */
guint
atlas_place_tree_find (GtkTreeListModel *tree, AtlasPlace *place, gboolean expand)
{
  AtlasPlace *parent;
  g_autoptr (GtkTreeListRow) row = NULL;

  g_return_val_if_fail (GTK_IS_TREE_LIST_MODEL (tree), GTK_INVALID_LIST_POSITION);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), GTK_INVALID_LIST_POSITION);

  parent = atlas_place_get_parent (place);
  row = find_city_row (tree, parent != NULL ? parent : place);

  while (row != NULL)
    {
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
      g_autoptr (GtkTreeListRow) child = NULL;

      if (item == G_OBJECT (place))
        return gtk_tree_list_row_get_position (row);
      if (expand)
        gtk_tree_list_row_set_expanded (row, TRUE);
      child = find_child_row (row, place);
      g_set_object (&row, child);
    }
  return GTK_INVALID_LIST_POSITION;
}
