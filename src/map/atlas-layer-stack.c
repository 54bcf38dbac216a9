/* atlas-layer-stack.c: layers of tiles that belong together, at one place in the map's pile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-layer-stack.h"

struct _AtlasLayerStack
{
  GtkWidget parent_instance;

  /* (weak) (nullable): what it stands on, and what stands on it */
  AtlasLayerStack *floor;
  AtlasLayerStack *cover;
};

G_DEFINE_FINAL_TYPE (AtlasLayerStack, atlas_layer_stack, GTK_TYPE_WIDGET)

/* What is below may come to light. */
static void
uncover (AtlasLayerStack *self)
{
  if (self->floor == NULL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->floor)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_queue_draw (child);
}

static void
atlas_layer_stack_dispose (GObject *object)
{
  AtlasLayerStack *self = ATLAS_LAYER_STACK (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->floor);
  g_clear_weak_pointer (&self->cover);

  G_OBJECT_CLASS (atlas_layer_stack_parent_class)->dispose (object);
}

static void
atlas_layer_stack_class_init (AtlasLayerStackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_layer_stack_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_layer_stack_init (AtlasLayerStack *self)
{
}

/**
 * atlas_layer_stack_new:
 * @map: the map to put the stack into, under everything
 *
 * Returns: (transfer full): a stack without layers
 */
AtlasLayerStack *
atlas_layer_stack_new (ShumateMap *map)
{
  AtlasLayerStack *self;

  g_return_val_if_fail (SHUMATE_IS_MAP (map), NULL);

  self = g_object_ref_sink (g_object_new (ATLAS_TYPE_LAYER_STACK, NULL));
  gtk_widget_insert_after (GTK_WIDGET (self), GTK_WIDGET (map), NULL);

  return self;
}

/**
 * atlas_layer_stack_close:
 * @self: a stack
 *
 * Takes the stack and its layers from the map.
 */
void
atlas_layer_stack_close (AtlasLayerStack *self)
{
  g_return_if_fail (ATLAS_IS_LAYER_STACK (self));

  uncover (self);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self));
  g_object_run_dispose (G_OBJECT (self));
}

/**
 * atlas_layer_stack_set_floor:
 * @self: a stack
 * @below: (nullable): the child of the map that it stands right above; %NULL for the bottom
 */
void
atlas_layer_stack_set_floor (AtlasLayerStack *self, GtkWidget *below)
{
  GtkWidget *map;

  g_return_if_fail (ATLAS_IS_LAYER_STACK (self) && below != GTK_WIDGET (self));

  map = gtk_widget_get_parent (GTK_WIDGET (self));
  g_return_if_fail (map != NULL && (below == NULL || gtk_widget_get_parent (below) == map));

  if (self->floor != NULL)
    {
      uncover (self);
      g_clear_weak_pointer (&self->floor->cover);
    }
  g_set_weak_pointer (&self->floor,
                      ATLAS_IS_LAYER_STACK (below) ? ATLAS_LAYER_STACK (below) : NULL);
  if (self->floor != NULL)
    g_set_weak_pointer (&self->floor->cover, self);
  gtk_widget_insert_after (GTK_WIDGET (self), map, below);
}

/**
 * atlas_layer_stack_set_shown:
 * @self: a stack
 * @shown: whether it may be seen; where not, its layers ask for nothing
 */
void
atlas_layer_stack_set_shown (AtlasLayerStack *self, gboolean shown)
{
  g_return_if_fail (ATLAS_IS_LAYER_STACK (self));

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  uncover (self);
}

/**
 * atlas_layer_stack_add:
 * @self: a stack
 * @layer: a layer
 * @below: (nullable): the layer that it goes right above; %NULL for the bottom
 */
void
atlas_layer_stack_add (AtlasLayerStack *self, AtlasTileLayer *layer, AtlasTileLayer *below)
{
  g_return_if_fail (ATLAS_IS_LAYER_STACK (self) && ATLAS_IS_TILE_LAYER (layer));

  gtk_widget_insert_after (GTK_WIDGET (layer), GTK_WIDGET (self), GTK_WIDGET (below));
}

/**
 * atlas_layer_stack_remove:
 * @self: a stack
 * @layer: one of its layers, or one that was
 */
void
atlas_layer_stack_remove (AtlasLayerStack *self, AtlasTileLayer *layer)
{
  g_return_if_fail (ATLAS_IS_LAYER_STACK (self) && ATLAS_IS_TILE_LAYER (layer));

  if (gtk_widget_get_parent (GTK_WIDGET (layer)) != GTK_WIDGET (self))
    return;

  gtk_widget_unparent (GTK_WIDGET (layer));
  uncover (self);
}

/**
 * atlas_layer_stack_is_covered:
 * @self: a stack
 *
 * Returns: whether what stands on the stack hides all of it
 */
gboolean
atlas_layer_stack_is_covered (AtlasLayerStack *self)
{
  g_return_val_if_fail (ATLAS_IS_LAYER_STACK (self), FALSE);

  return self->cover != NULL && atlas_layer_stack_is_covering (self->cover);
}

/**
 * atlas_layer_stack_is_covering:
 * @self: a stack
 *
 * Returns: whether nothing behind it can be seen
 */
gboolean
atlas_layer_stack_is_covering (AtlasLayerStack *self)
{
  g_return_val_if_fail (ATLAS_IS_LAYER_STACK (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;

  for (GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    if (atlas_tile_layer_is_covering (ATLAS_TILE_LAYER (child)))
      return TRUE;
  return FALSE;
}
