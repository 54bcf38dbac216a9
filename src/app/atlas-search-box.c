/* atlas-search-box.c: the entry in the header bar and its list of hits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-search-box.h"

#include "atlas-search.h"
#include "atlas-search-popover.h"

#define MAX_HITS 30
#define WIDTH 330

struct _AtlasSearchBox
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *entry;
  GtkText *text;
  GtkWidget *hint;
  GtkWidget *clear;

  /* owned */
  AtlasSession *session;
  /* Made when first needed, so that it costs nothing when the program starts. */
  GtkWidget *popover;

  /* borrowed: the window this is in, and what listens there to letters nobody else took */
  GtkWidget *root;
  GtkEventController *root_keys;

  /* An input method is composing: what is typed belongs to it. */
  gboolean composing;
};

G_DEFINE_FINAL_TYPE (AtlasSearchBox, atlas_search_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The width grows with the size of the text, so that large text is not cut off. */
static int
get_natural_width (AtlasSearchBox *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double resolution = pango_cairo_context_get_resolution (context);

  return resolution > 96 ? (int) (WIDTH * resolution / 96) : WIDTH;
}

static void
announce_selection (AtlasSearchBox *self)
{
  GtkWidget *row = atlas_search_popover_get_selected_row (ATLAS_SEARCH_POPOVER (self->popover));

  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->text),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
close_hits (AtlasSearchBox *self)
{
  if (self->popover == NULL)
    return;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->text),
                                 GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
shows_hits (AtlasSearchBox *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
leave (AtlasSearchBox *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  close_hits (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-view", NULL);
}

static void
chosen_cb (AtlasSearchBox *self, AtlasPlace *place, AtlasSearchPopover *popover)
{
  g_autoptr (AtlasPlace) chosen = g_object_ref (place);

  g_assert (ATLAS_IS_SEARCH_BOX (self));

  leave (self);
  if (self->session != NULL)
    atlas_session_set_selected (self->session, chosen);
  /* Also where it was selected already, while another view is on show. */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "map");
}

static void
ensure_popover (AtlasSearchBox *self)
{
  if (self->popover != NULL)
    return;

  self->popover = atlas_search_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
update_hits (AtlasSearchBox *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  g_autoptr (GListModel) hits = NULL;

  g_strstrip (text);
  if (*text == '\0' || self->composing || self->session == NULL)
    {
      close_hits (self);
      return;
    }

  hits = atlas_search_places (atlas_session_get_catalog (self->session), text, MAX_HITS);
  ensure_popover (self);
  gtk_widget_set_size_request (self->popover, MAX (gtk_widget_get_width (GTK_WIDGET (self)), WIDTH),
                               -1);
  atlas_search_popover_show_hits (ATLAS_SEARCH_POPOVER (self->popover), hits, text);
  announce_selection (self);
}

static void
text_changed_cb (AtlasSearchBox *self)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->text)) == '\0';

  g_assert (ATLAS_IS_SEARCH_BOX (self));

  gtk_widget_set_visible (self->hint, empty);
  gtk_widget_set_visible (self->clear, !empty);
  update_hits (self);
}

static void
preedit_changed_cb (AtlasSearchBox *self, const char *preedit, GtkText *text)
{
  g_assert (ATLAS_IS_SEARCH_BOX (self));

  self->composing = *preedit != '\0';
  gtk_widget_set_visible (self->hint,
                          !self->composing && *gtk_editable_get_text (GTK_EDITABLE (text)) == '\0');
  /* The list would lie under the candidates of the input method. */
  if (self->composing)
    close_hits (self);
}

static void
clear_clicked_cb (AtlasSearchBox *self)
{
  g_assert (ATLAS_IS_SEARCH_BOX (self));

  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
move_selection (AtlasSearchBox *self, int step)
{
  if (!shows_hits (self))
    {
      update_hits (self);
      return;
    }

  atlas_search_popover_move (ATLAS_SEARCH_POPOVER (self->popover), step);
  announce_selection (self);
}

static void
choose (AtlasSearchBox *self)
{
  if (!shows_hits (self))
    update_hits (self);
  if (shows_hits (self))
    atlas_search_popover_choose (ATLAS_SEARCH_POPOVER (self->popover));
}

static gboolean
key_pressed_cb (AtlasSearchBox *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  g_assert (ATLAS_IS_SEARCH_BOX (self));

  if (self->composing || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      choose (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      leave (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Letters, Han characters and digits begin a search; 0 and 9 are keys of the map. */
static gboolean
begins_search (guint keyval, GdkModifierType state)
{
  const GdkModifierType commands = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK
                                   | GDK_META_MASK;
  gunichar character = gdk_keyval_to_unicode (keyval);

  return (state & commands) == 0 && g_unichar_isalnum (character) && character != '0'
         && character != '9';
}

/* Whether the focus is where letters already have a meaning, or in a popover of its own. */
static gboolean
focus_takes_letters (AtlasSearchBox *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->root));

  if (focus == NULL)
    return FALSE;

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
         || gtk_widget_get_native (focus) != GTK_NATIVE (self->root);
}

static gboolean
root_key_pressed_cb (AtlasSearchBox *self,
                     guint keyval,
                     guint keycode,
                     GdkModifierType state,
                     GtkEventControllerKey *controller)
{
  g_assert (ATLAS_IS_SEARCH_BOX (self));

  if (!begins_search (keyval, state) || focus_takes_letters (self)
      || !gtk_widget_is_sensitive (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  gtk_text_grab_focus_without_selecting (self->text);
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (self->text));
}

static void
focus_left_cb (AtlasSearchBox *self)
{
  g_assert (ATLAS_IS_SEARCH_BOX (self));

  close_hits (self);
}

/* A popover that does not hide itself would stay on top of the window that is now active. */
static void
active_changed_cb (AtlasSearchBox *self)
{
  g_assert (ATLAS_IS_SEARCH_BOX (self));

  if (GTK_IS_WINDOW (self->root) && !gtk_window_is_active (GTK_WINDOW (self->root)))
    close_hits (self);
}

static void
atlas_search_box_root (GtkWidget *widget)
{
  AtlasSearchBox *self = ATLAS_SEARCH_BOX (widget);

  GTK_WIDGET_CLASS (atlas_search_box_parent_class)->root (widget);

  self->root = GTK_WIDGET (gtk_widget_get_root (widget));
  self->root_keys = gtk_event_controller_key_new ();
  g_signal_connect_object (self->root_keys, "key-pressed", G_CALLBACK (root_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->root, self->root_keys);
  if (GTK_IS_WINDOW (self->root))
    g_signal_connect_object (self->root, "notify::is-active", G_CALLBACK (active_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
atlas_search_box_unroot (GtkWidget *widget)
{
  AtlasSearchBox *self = ATLAS_SEARCH_BOX (widget);

  g_signal_handlers_disconnect_by_func (self->root, active_changed_cb, self);
  gtk_widget_remove_controller (self->root, self->root_keys);
  self->root_keys = NULL;
  self->root = NULL;

  GTK_WIDGET_CLASS (atlas_search_box_parent_class)->unroot (widget);
}

static gboolean
atlas_search_box_grab_focus (GtkWidget *widget)
{
  AtlasSearchBox *self = ATLAS_SEARCH_BOX (widget);

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->text)))
    return FALSE;

  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
  update_hits (self);
  return TRUE;
}

static void
atlas_search_box_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AtlasSearchBox *self = ATLAS_SEARCH_BOX (widget);

  gtk_widget_measure (self->entry, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, get_natural_width (self));
}

static void
atlas_search_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasSearchBox *self = ATLAS_SEARCH_BOX (widget);
  GtkAllocation allocation = { 0, 0, width, height };

  gtk_widget_size_allocate (self->entry, &allocation, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
atlas_search_box_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasSearchBox *self = ATLAS_SEARCH_BOX (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_search_box_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  AtlasSearchBox *self = ATLAS_SEARCH_BOX (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      atlas_search_box_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_search_box_dispose (GObject *object)
{
  AtlasSearchBox *self = ATLAS_SEARCH_BOX (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_search_box_parent_class)->dispose (object);
}

static void
atlas_search_box_class_init (AtlasSearchBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_search_box_get_property;
  object_class->set_property = atlas_search_box_set_property;
  object_class->dispose = atlas_search_box_dispose;
  widget_class->root = atlas_search_box_root;
  widget_class->unroot = atlas_search_box_unroot;
  widget_class->grab_focus = atlas_search_box_grab_focus;
  widget_class->measure = atlas_search_box_measure;
  widget_class->size_allocate = atlas_search_box_size_allocate;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-search-box.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBox, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBox, text);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBox, hint);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBox, clear);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "searchbox");
}

static void
atlas_search_box_init (AtlasSearchBox *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Before the text, which would take the arrow keys and Enter. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect_object (self->text, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atlas_search_box_new:
 *
 * Returns: (transfer floating): a new search box
 */
GtkWidget *
atlas_search_box_new (void)
{
  return g_object_new (ATLAS_TYPE_SEARCH_BOX, NULL);
}

/**
 * atlas_search_box_set_session:
 * @self: a search box
 * @session: (nullable): where to search and what to select in
 *
 * Sets the session; without one nothing is searched.
 */
void
atlas_search_box_set_session (AtlasSearchBox *self, AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_SEARCH_BOX (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  update_hits (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
