/* atlas-map-readiness.c: when everything that a part of the map is to show was drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-readiness.h"

struct _AtlasMapReadiness
{
  GObject parent_instance;

  /* borrowed: the owner knows the widget, and lives as long as the readiness is asked anything */
  GtkWidget *widget;
  AtlasMapReadyFunc is_ready;
  gpointer owner;

  /* owned; waited for while not %NULL */
  GdkFrameClock *clock;
  guint check_id;
  gboolean complete;
};

G_DEFINE_FINAL_TYPE (AtlasMapReadiness, atlas_map_readiness, G_TYPE_OBJECT)

enum
{
  PROP_COMPLETE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_complete (AtlasMapReadiness *self, gboolean complete)
{
  if (self->complete == complete)
    return;

  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/* A clock whose window is gone has dropped its handlers already. */
static void
stop_waiting (AtlasMapReadiness *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
after_paint_cb (AtlasMapReadiness *self)
{
  stop_waiting (self);
  set_complete (self, TRUE);
}

static void
wait_for_frame (AtlasMapReadiness *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);

  if (clock == NULL || self->clock == clock || self->complete)
    return;

  stop_waiting (self);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (self->widget);
}

static gboolean
check_cb (gpointer data)
{
  AtlasMapReadiness *self = ATLAS_MAP_READINESS (data);

  self->check_id = 0;
  if (self->is_ready (self->owner))
    wait_for_frame (self);

  return G_SOURCE_REMOVE;
}

static void
atlas_map_readiness_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, ATLAS_MAP_READINESS (object)->complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_readiness_dispose (GObject *object)
{
  AtlasMapReadiness *self = ATLAS_MAP_READINESS (object);

  stop_waiting (self);
  g_clear_handle_id (&self->check_id, g_source_remove);

  G_OBJECT_CLASS (atlas_map_readiness_parent_class)->dispose (object);
}

static void
atlas_map_readiness_class_init (AtlasMapReadinessClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_map_readiness_get_property;
  object_class->dispose = atlas_map_readiness_dispose;

  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                        | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
atlas_map_readiness_init (AtlasMapReadiness *self)
{
}

/**
 * atlas_map_readiness_new:
 * @widget: what is drawn
 * @is_ready: tells whether everything is there
 * @owner: for @is_ready; outlives the readiness or disposes of it
 *
 * Returns: (transfer full): a readiness that is not complete
 */
AtlasMapReadiness *
atlas_map_readiness_new (GtkWidget *widget, AtlasMapReadyFunc is_ready, gpointer owner)
{
  AtlasMapReadiness *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && is_ready != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_MAP_READINESS, NULL);
  self->widget = widget;
  self->is_ready = is_ready;
  self->owner = owner;

  return self;
}

/**
 * atlas_map_readiness_queue_check:
 * @self: a readiness
 *
 * Something arrived. Many tiles may do so between two frames; one look at them will do.
 */
void
atlas_map_readiness_queue_check (AtlasMapReadiness *self)
{
  g_return_if_fail (ATLAS_IS_MAP_READINESS (self));

  if (self->check_id == 0)
    self->check_id = g_idle_add (check_cb, self);
}

/**
 * atlas_map_readiness_invalidate:
 * @self: a readiness
 *
 * Something else is to be shown from now on.
 */
void
atlas_map_readiness_invalidate (AtlasMapReadiness *self)
{
  g_return_if_fail (ATLAS_IS_MAP_READINESS (self));

  stop_waiting (self);
  set_complete (self, FALSE);
  atlas_map_readiness_queue_check (self);
}

/**
 * atlas_map_readiness_is_complete:
 * @self: a readiness
 *
 * Returns: whether everything was there and a frame with it was drawn
 */
gboolean
atlas_map_readiness_is_complete (AtlasMapReadiness *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_READINESS (self), FALSE);

  return self->complete;
}
