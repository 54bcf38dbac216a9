/* atlas-pick-strip.c: the picked places, and what can be done with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-pick-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-pick-chip.h"

/* Of more, the rest is a number: nobody reads them one by one, and the place list marks them. */
#define MAX_CHIPS 12
/* Until what follows the last chip has its size */
#define FRAMES_AFTER_TAIL 2

struct _AtlasPickStrip
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkLabel *count;
  GtkScrolledWindow *scrolled;
  GtkBox *chips;
  GtkLabel *more;
  GtkWidget *clear;

  /* owned */
  AtlasSession *session;
  GSignalGroup *picked_signals;

  /* frames until the last chip has its place and can be scrolled to */
  guint n_frames_to_reveal;
};

G_DEFINE_FINAL_TYPE (AtlasPickStrip, atlas_pick_strip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static guint
get_n_picked (AtlasPickStrip *self)
{
  return self->session != NULL ? atlas_session_get_n_picked (self->session) : 0;
}

static void
chip_removed_cb (AtlasPickStrip *self, AtlasPickChip *chip)
{
  g_assert (ATLAS_IS_PICK_STRIP (self));

  atlas_session_unpick (self->session, atlas_pick_chip_get_place (chip));
}

/* Whoever leaves one out with the keyboard goes on with the next. */
static void
remove_chip (AtlasPickStrip *self, GtkWidget *chip)
{
  GtkWidget *next = gtk_widget_get_next_sibling (chip);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->chips)) == chip && get_n_picked (self) > 0)
    gtk_widget_grab_focus (ATLAS_IS_PICK_CHIP (next) ? next : self->clear);
  gtk_box_remove (self->chips, chip);
}

static guint
remove_chips_left_out (AtlasPickStrip *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  guint n_chips = 0;

  while (ATLAS_IS_PICK_CHIP (chip))
    {
      GtkWidget *next = gtk_widget_get_next_sibling (chip);
      AtlasPlace *place = atlas_pick_chip_get_place (ATLAS_PICK_CHIP (chip));

      if (self->session != NULL && atlas_session_is_picked (self->session, place))
        n_chips++;
      else
        remove_chip (self, chip);
      chip = next;
    }
  return n_chips;
}

/* Places are picked one after the other: what has no chip yet follows what has one. */
static void
add_chips (AtlasPickStrip *self, guint n_chips)
{
  for (guint i = n_chips; i < MIN (get_n_picked (self), MAX_CHIPS); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (
          atlas_session_get_picked (self->session), i);
      GtkWidget *chip = atlas_pick_chip_new (place);

      g_signal_connect_object (chip, "removed", G_CALLBACK (chip_removed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (self->chips, chip,
                                  gtk_widget_get_prev_sibling (GTK_WIDGET (self->more)));
    }
}

/* How far the chips have to go on after the last one for the view, scrolled to their end, to begin
 * with a whole chip: a part of a name could be read as another one. */
static int
find_tail (AtlasPickStrip *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  int tail = gtk_widget_get_margin_end (GTK_WIDGET (self->chips));
  double start = gtk_adjustment_get_upper (adjustment) - tail
                 - gtk_adjustment_get_page_size (adjustment);
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  graphene_rect_t bounds;

  for (; start > 0.0 && ATLAS_IS_PICK_CHIP (chip); chip = gtk_widget_get_next_sibling (chip))
    if (gtk_widget_compute_bounds (chip, GTK_WIDGET (self->chips), &bounds)
        && bounds.origin.x >= start)
      return (int) ceil (bounds.origin.x - start);
  return 0;
}

static gboolean
reveal_last_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AtlasPickStrip *self = ATLAS_PICK_STRIP (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);

  self->n_frames_to_reveal--;
  if (self->n_frames_to_reveal == FRAMES_AFTER_TAIL)
    gtk_widget_set_margin_end (GTK_WIDGET (self->chips), find_tail (self));
  if (self->n_frames_to_reveal > 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return G_SOURCE_REMOVE;
}

/* The next frame gives a chip its place, so it is the one after that which measures, and one later
 * that scrolls. */
static void
reveal_last (AtlasPickStrip *self)
{
  if (self->n_frames_to_reveal == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_last_cb, NULL, NULL);
  self->n_frames_to_reveal = FRAMES_AFTER_TAIL + 2;
}

static gboolean
is_at_end (AtlasPickStrip *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);

  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment)
         >= gtk_adjustment_get_upper (adjustment);
}

static void
show_more (AtlasPickStrip *self, guint n_more)
{
  /* Translators: how many picked places are not listed */
  g_autofree char *text = g_strdup_printf (C_ ("picked places", "+%u"), n_more);

  gtk_label_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

static void
update (AtlasPickStrip *self)
{
  guint n = get_n_picked (self);
  g_autofree char *count = g_strdup_printf (ngettext ("%u place picked", "%u places picked", n), n);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint n_chips = remove_chips_left_out (self);

  add_chips (self, n_chips);
  if (n > n_chips || is_at_end (self))
    reveal_last (self);
  show_more (self, n > MAX_CHIPS ? n - MAX_CHIPS : 0);
  gtk_label_set_label (self->count, count);
  /* The keyboard does not go with the strip. */
  if (n == 0 && focus != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-view", NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* There is room for more of them, or for fewer. */
static void
page_size_cb (AtlasPickStrip *self)
{
  g_assert (ATLAS_IS_PICK_STRIP (self));

  reveal_last (self);
}

static void
picked_changed_cb (AtlasPickStrip *self)
{
  g_assert (ATLAS_IS_PICK_STRIP (self));

  update (self);
}

static void
atlas_pick_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasPickStrip *self = ATLAS_PICK_STRIP (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_pick_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasPickStrip *self = ATLAS_PICK_STRIP (object);

  switch (id)
    {
    case PROP_SESSION:
      atlas_pick_strip_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_pick_strip_dispose (GObject *object)
{
  AtlasPickStrip *self = ATLAS_PICK_STRIP (object);
  GtkWidget *child;

  g_clear_object (&self->picked_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_pick_strip_parent_class)->dispose (object);
}

static void
atlas_pick_strip_class_init (AtlasPickStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_pick_strip_dispose;
  object_class->get_property = atlas_pick_strip_get_property;
  object_class->set_property = atlas_pick_strip_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-pick-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPickStrip, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasPickStrip, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AtlasPickStrip, chips);
  gtk_widget_class_bind_template_child (widget_class, AtlasPickStrip, more);
  gtk_widget_class_bind_template_child (widget_class, AtlasPickStrip, clear);
  gtk_widget_class_set_css_name (widget_class, "pickstrip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_pick_strip_init (AtlasPickStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->picked_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->picked_signals, "items-changed",
                                 G_CALLBACK (picked_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled),
                           "notify::page-size", G_CALLBACK (page_size_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * atlas_pick_strip_new:
 *
 * Returns: a new strip, not to be seen until something is picked
 */
GtkWidget *
atlas_pick_strip_new (void)
{
  return g_object_new (ATLAS_TYPE_PICK_STRIP, NULL);
}

/**
 * atlas_pick_strip_set_session:
 * @self: a strip
 * @session: (nullable): whose picked places it shows
 */
void
atlas_pick_strip_set_session (AtlasPickStrip *self, AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_PICK_STRIP (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->picked_signals,
                             session != NULL ? atlas_session_get_picked (session) : NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
