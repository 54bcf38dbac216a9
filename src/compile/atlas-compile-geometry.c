/* atlas-compile-geometry.c: the areas and boundaries of the data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-compile-geometry.h"

#include <math.h>

#include "atlas-label-point.h"
#include "atlas-map-geometry.h"
#include "atlas-outlines.h"

/* Two units that touch along less than this, in metres, touch at a corner that the source rounded
 * to 100 m, and are no neighbours. */
#define MIN_SHARED_BORDER 200.0

/* The most that simplification may change, by level of detail: a bend of the size of a square, in
 * world units. */
static const double tolerances[ATLAS_N_DETAILS] = { 5.0e-5, 2.4e-5, 0.0 };

/* The detail that is exact enough to place a name. */
#define LABEL_DETAIL 1

static const char *const boundary_names[ATLAS_N_BOUNDARY_CLASSES] = {
  [ATLAS_BOUNDARY_PROVINCE] = "province", [ATLAS_BOUNDARY_CITY] = "city",
  [ATLAS_BOUNDARY_COUNTY] = "county",     [ATLAS_BOUNDARY_DISTRICT] = "district",
  [ATLAS_BOUNDARY_CONTEXT] = "context",
};

typedef struct
{
  AtlasDatabase *database; /* borrowed */
  AtlasOutlines *outlines;
} Compilation;

static void
compilation_clear (Compilation *self)
{
  g_clear_pointer (&self->outlines, atlas_outlines_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Compilation, compilation_clear)

/* The area of all owners of one group; `groups` gives each owner's. */
static AtlasShape *
build_area (Compilation *self, const guint *groups, guint group, guint detail)
{
  return atlas_topology_build_area (self->outlines->topology, groups,
                                    atlas_outlines_get_n_owners (self->outlines), group, detail);
}

static gboolean
insert_shape (
    AtlasStatement *insert, const char *key, guint detail, AtlasShape *shape, GError **error)
{
  g_autoptr (GBytes) bytes = atlas_shape_to_bytes (shape);

  atlas_statement_bind_text (insert, 1, key);
  atlas_statement_bind_int (insert, 2, detail);
  atlas_statement_bind_blob (insert, 3, bytes);
  return atlas_statement_run (insert, error);
}

/* Writes the area of one group of owners at every level of detail. */
static gboolean
write_area (Compilation *self, const char *code, const guint *groups, guint group, GError **error)
{
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      self->database, "INSERT INTO area (code, detail, shape) VALUES (?1, ?2, ?3)", error);

  if (insert == NULL)
    return FALSE;

  for (guint detail = 0; detail < ATLAS_N_DETAILS; detail++)
    {
      g_autoptr (AtlasShape) shape = build_area (self, groups, group, detail);

      if (!insert_shape (insert, code, detail, shape, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes the areas of the units, of the cities and of the surroundings. */
static gboolean
write_areas (Compilation *self, GError **error)
{
  guint n = atlas_outlines_get_n_owners (self->outlines);
  g_autofree guint *groups = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    groups[i] = i;
  for (guint i = 0; i < n; i++)
    if (!write_area (self, atlas_outlines_get_code (self->outlines, i), groups, i, error))
      return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const AtlasOutlineUnit *unit = atlas_outlines_get_unit (self->outlines, i);

      groups[i] = unit != NULL ? unit->city : ATLAS_TOPOLOGY_NONE;
    }
  for (guint i = 0; i < self->outlines->cities->len; i++)
    if (!write_area (self, self->outlines->cities->pdata[i], groups, i, error))
      return FALSE;

  return TRUE;
}

/* The class of a border, or ATLAS_N_BOUNDARY_CLASSES for one that is not drawn: the coast of the
 * surroundings and the frame they are cut off at, which their fill shows well enough. */
static AtlasBoundaryClass
classify (Compilation *self, const AtlasTopologyArc *arc)
{
  const AtlasOutlineUnit *left = atlas_outlines_get_unit (self->outlines, arc->left);
  const AtlasOutlineUnit *right = atlas_outlines_get_unit (self->outlines, arc->right);

  if (left == NULL && right == NULL)
    return arc->left != ATLAS_TOPOLOGY_NONE && arc->right != ATLAS_TOPOLOGY_NONE
               ? ATLAS_BOUNDARY_CONTEXT
               : ATLAS_N_BOUNDARY_CLASSES;
  if (left == NULL || right == NULL)
    return ATLAS_BOUNDARY_PROVINCE;
  if (left->city != right->city)
    return ATLAS_BOUNDARY_CITY;
  return left->is_district && right->is_district ? ATLAS_BOUNDARY_DISTRICT : ATLAS_BOUNDARY_COUNTY;
}

/* What select_border_cb() looks for. */
typedef struct
{
  Compilation *compilation;
  AtlasBoundaryClass boundary;
} Selection;

static gboolean
select_border_cb (const AtlasTopologyArc *arc, gpointer user_data)
{
  const Selection *selection = user_data;

  return classify (selection->compilation, arc) == selection->boundary;
}

static gboolean
write_boundaries (Compilation *self, GError **error)
{
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      self->database, "INSERT INTO boundary (class, detail, shape) VALUES (?1, ?2, ?3)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < ATLAS_N_BOUNDARY_CLASSES; i++)
    for (guint detail = 0; detail < ATLAS_N_DETAILS; detail++)
      {
        Selection selection = { self, i };
        g_autoptr (AtlasShape) lines = atlas_topology_build_lines (
            self->outlines->topology, select_border_cb, &selection, detail);

        if (!insert_shape (insert, boundary_names[i], detail, lines, error))
          return FALSE;
      }
  return TRUE;
}

/* How long each pair of units' common border is, in metres: at [i * n + j] and [j * n + i]. */
static double *
measure_borders (Compilation *self)
{
  guint n = self->outlines->units->len;
  gsize n_pairs = (gsize) n * n;
  double *borders = g_new0 (double, n_pairs);

  for (guint i = 0; i < atlas_topology_get_n_arcs (self->outlines->topology); i++)
    {
      const AtlasTopologyArc *arc = atlas_topology_get_arc (self->outlines->topology, i);

      if (arc->left >= n || arc->right >= n)
        continue;
      borders[arc->left * n + arc->right] += arc->length;
      borders[arc->right * n + arc->left] += arc->length;
    }

  return borders;
}

static gboolean
write_neighbours (Compilation *self, GError **error)
{
  guint n = self->outlines->units->len;
  g_autofree double *borders = measure_borders (self);
  g_autoptr (AtlasStatement) insert = atlas_database_prepare (
      self->database, "INSERT INTO neighbour (place, other) VALUES (?1, ?2)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        if (borders[i * n + j] < MIN_SHARED_BORDER)
          continue;
        atlas_statement_bind_text (insert, 1, atlas_outlines_get_code (self->outlines, i));
        atlas_statement_bind_text (insert, 2, atlas_outlines_get_code (self->outlines, j));
        if (!atlas_statement_run (insert, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
write_label (Compilation *self, const char *code, AtlasPoint label, GError **error)
{
  g_autoptr (AtlasStatement) update = atlas_database_prepare (
      self->database, "UPDATE place SET label_x = ?2, label_y = ?3 WHERE code = ?1", error);

  if (update == NULL)
    return FALSE;

  atlas_statement_bind_text (update, 1, code);
  atlas_statement_bind_double (update, 2, label.x);
  atlas_statement_bind_double (update, 3, label.y);
  return atlas_statement_run (update, error);
}

/* Where the name of a unit goes: where it has room, but an archipelago, of which no island is half,
 * has it at its seat. */
static AtlasPoint
find_label_point (AtlasShape *area, const AtlasOutlineUnit *unit)
{
  const AtlasShapePath *largest = atlas_topology_find_largest_ring (area);
  double size = atlas_topology_measure_ring (largest->points, largest->n_points);

  return fabs (size) < atlas_shape_get_area (area) / 2 ? unit->seat : atlas_label_point_find (area);
}

static gboolean
write_unit_labels (Compilation *self, GError **error)
{
  guint n = atlas_outlines_get_n_owners (self->outlines);
  g_autofree guint *groups = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    groups[i] = i;
  for (guint i = 0; i < self->outlines->units->len; i++)
    {
      const AtlasOutlineUnit *unit = atlas_outlines_get_unit (self->outlines, i);
      g_autoptr (AtlasShape) area = build_area (self, groups, i, LABEL_DETAIL);

      if (!write_label (self, unit->code, find_label_point (area, unit), error))
        return FALSE;
    }
  return TRUE;
}

/* The name of a city stands at its seat: people look for the town, not for the middle of what it
 * governs. */
static gboolean
write_city_labels (Compilation *self, GError **error)
{
  for (guint i = 0; i < self->outlines->cities->len; i++)
    {
      const char *code = self->outlines->cities->pdata[i];
      g_autoptr (AtlasStatement) select = atlas_database_prepare (
          self->database, "SELECT longitude, latitude FROM place WHERE code = ?1", error);
      AtlasPoint seat;

      if (select == NULL)
        return FALSE;
      atlas_statement_bind_text (select, 1, code);
      if (!atlas_statement_next (select, error))
        return FALSE;
      seat = atlas_point_from_degrees (atlas_statement_get_double (select, 0),
                                       atlas_statement_get_double (select, 1));
      if (!write_label (self, code, seat, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * atlas_compile_geometry:
 * @database: the data set that is being written, with its places, inside a transaction
 * @data_dir: the folder of the facts (`data/`)
 * @error: return location for an error of %ATLAS_COMPILE_ERROR or %ATLAS_DATABASE_ERROR
 *
 * Checks the outlines of the units and of their surroundings and writes the areas, the boundaries
 * and the neighbours, and for each place the point where its label goes.
 *
 * Returns: whether all went well
 */
gboolean
atlas_compile_geometry (AtlasDatabase *database, const char *data_dir, GError **error)
{
  g_auto (Compilation) self = { .database = database };

  g_return_val_if_fail (ATLAS_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (data_dir != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  self.outlines = atlas_outlines_load (database, data_dir, error);
  if (self.outlines == NULL)
    return FALSE;

  for (guint i = ATLAS_N_DETAILS; i > 0; i--)
    if (tolerances[i - 1] > 0.0)
      atlas_topology_simplify (self.outlines->topology, i - 1, tolerances[i - 1]);

  return write_areas (&self, error) && write_boundaries (&self, error)
         && write_neighbours (&self, error) && write_unit_labels (&self, error)
         && write_city_labels (&self, error);
}
