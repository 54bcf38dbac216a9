/* atlas-topic-box.c: chips that set what the map shows, and the panel of the pressed one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-topic-box.h"

#include "atlas-topic-panel.h"

struct _AtlasTopicBox
{
  GtkBox parent_instance;

  /* children, and theirs */
  GPtrArray *chips;
  GtkWidget *panel;

  /* owned */
  AtlasSession *session;
  AtlasProfile *profile;

  /* the chip that is making its topic the highlight just now */
  AtlasChip *opening;
};

G_DEFINE_FINAL_TYPE (AtlasTopicBox, atlas_topic_box, GTK_TYPE_BOX)

/* The child of @self that holds @chip. */
static GtkWidget *
find_child (AtlasTopicBox *self, AtlasChip *chip)
{
  GtkWidget *child = GTK_WIDGET (chip);

  while (gtk_widget_get_parent (child) != GTK_WIDGET (self))
    child = gtk_widget_get_parent (child);
  return child;
}

/* Runs once the new panel has its place. The chip stays in view, the focus on it. */
static gboolean
reveal_cb (GtkWidget *panel, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *chip = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (panel, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds, of_panel;

  if (scrolled == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (panel) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_bounds (chip, scrolled, &bounds)
      && gtk_widget_compute_bounds (panel, scrolled, &of_panel))
    {
      adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
      graphene_rect_union (&bounds, &of_panel, &bounds);
      graphene_rect_offset (&bounds, 0.0f, (float) gtk_adjustment_get_value (adjustment));
      gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
    }
  return G_SOURCE_REMOVE;
}

static void
show_panel (AtlasTopicBox *self, AtlasChip *chip)
{
  AtlasCatalog *catalog = atlas_session_get_catalog (self->session);
  const AtlasTopic *topic = chip != NULL
                                ? atlas_catalog_get_topic (catalog, atlas_chip_get_topic (chip))
                                : NULL;

  if (self->panel != NULL)
    gtk_box_remove (GTK_BOX (self), self->panel);
  self->panel = NULL;
  if (topic == NULL)
    return;
  self->panel = atlas_topic_panel_new (catalog, topic, self->profile);
  gtk_box_insert_child_after (GTK_BOX (self), self->panel, find_child (self, chip));
  gtk_widget_add_tick_callback (self->panel, reveal_cb, g_object_ref (chip), g_object_unref);
}

static gboolean
is_highlighted (AtlasTopicBox *self, AtlasChip *chip)
{
  return g_strcmp0 (atlas_chip_get_topic (chip), atlas_session_get_highlight (self->session)) == 0;
}

static void
highlight_changed_cb (AtlasTopicBox *self)
{
  g_assert (ATLAS_IS_TOPIC_BOX (self));

  show_panel (self, self->opening);
  for (guint i = 0; i < self->chips->len; i++)
    {
      AtlasChip *chip = g_ptr_array_index (self->chips, i);

      atlas_chip_set_active (chip, is_highlighted (self, chip));
    }
}

/* Runs for presses and for what highlight_changed_cb() does; the latter finds nothing to change. */
static void
chip_active_cb (AtlasTopicBox *self, GParamSpec *pspec, AtlasChip *chip)
{
  gboolean active = atlas_chip_get_active (chip);

  g_assert (ATLAS_IS_TOPIC_BOX (self));

  if (active == is_highlighted (self, chip))
    return;
  self->opening = active ? chip : NULL;
  atlas_session_set_highlight (self->session, active ? atlas_chip_get_topic (chip) : NULL);
  self->opening = NULL;
}

static void
atlas_topic_box_dispose (GObject *object)
{
  AtlasTopicBox *self = ATLAS_TOPIC_BOX (object);

  g_ptr_array_set_size (self->chips, 0);
  self->panel = NULL;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_topic_box_parent_class)->dispose (object);
}

static void
atlas_topic_box_finalize (GObject *object)
{
  AtlasTopicBox *self = ATLAS_TOPIC_BOX (object);

  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_topic_box_parent_class)->finalize (object);
}

static void
atlas_topic_box_class_init (AtlasTopicBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_topic_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_topic_box_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "topicbox");
}

static void
atlas_topic_box_init (AtlasTopicBox *self)
{
  self->chips = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * atlas_topic_box_new:
 * @session: the session
 * @profile: the profile whose chips will be added
 *
 * Returns: a new, empty box
 */
GtkWidget *
atlas_topic_box_new (AtlasSession *session, AtlasProfile *profile)
{
  AtlasTopicBox *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  self = g_object_new (ATLAS_TYPE_TOPIC_BOX, NULL);
  self->session = g_object_ref (session);
  self->profile = g_object_ref (profile);
  g_signal_connect_object (session, "notify::highlight", G_CALLBACK (highlight_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * atlas_topic_box_watch:
 * @self: a box
 * @chip: a chip that is one of its children, or in one of them
 *
 * Lets @chip follow the highlight, and the highlight follow @chip.
 */
void
atlas_topic_box_watch (AtlasTopicBox *self, AtlasChip *chip)
{
  g_return_if_fail (ATLAS_IS_TOPIC_BOX (self));
  g_return_if_fail (ATLAS_IS_CHIP (chip));
  g_return_if_fail (gtk_widget_is_ancestor (GTK_WIDGET (chip), GTK_WIDGET (self)));

  g_ptr_array_add (self->chips, g_object_ref (chip));
  atlas_chip_set_active (chip, is_highlighted (self, chip));
  g_signal_connect_object (chip, "notify::active", G_CALLBACK (chip_active_cb), self,
                           G_CONNECT_SWAPPED);
}
