/* atlas-theme-popover.c: what the map can be coloured by, to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-theme-popover.h"

#include <glib/gi18n.h>

#include "atlas-theme-choices.h"
#include "atlas-theme-row.h"

struct _AtlasThemePopover
{
  GtkPopover parent_instance;

  /* template widgets */
  GtkSearchEntry *search;
  GtkWidget *back;
  GtkLabel *page_title;
  GtkWidget *scrolled;
  GtkListView *list_view;
  GtkWidget *nothing;
  GtkLabel *hint;

  /* borrowed: those of the list that show something */
  GPtrArray *list_items;

  /* owned */
  AtlasSession *session;
  GListModel *shown;
  GtkFilter *filter;
  AtlasMapTheme *theme;
  /* NULL until somebody searches */
  AtlasReadings *readings;

  AtlasThemePage page;
  /* what is searched for, folded; NULL while a page is shown */
  char *query;
};

G_DEFINE_FINAL_TYPE (AtlasThemePopover, atlas_theme_popover, GTK_TYPE_POPOVER)

static AtlasCatalog *
get_catalog (AtlasThemePopover *self)
{
  return atlas_session_get_catalog (self->session);
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  AtlasThemePopover *self = data;

  if (self->query == NULL)
    return atlas_theme_item_get_page (item) == self->page;
  return atlas_theme_item_matches (item, get_catalog (self), self->readings, self->query);
}

/* The first of a part of the page says what part it is. */
static const char *
find_heading (AtlasThemePopover *self, AtlasThemeItem *item, guint position)
{
  const char *heading = atlas_theme_item_get_heading (item);
  g_autoptr (AtlasThemeItem) before = NULL;

  if (self->query != NULL || heading == NULL)
    return NULL;
  if (position > 0)
    before = g_list_model_get_item (self->shown, position - 1);
  return before == NULL || g_strcmp0 (atlas_theme_item_get_heading (before), heading) != 0 ? heading
                                                                                           : NULL;
}

/* Of what kind something found is: a family may be called as a category of projects is. */
static const char *
get_kind (AtlasThemeItem *item)
{
  const AtlasTopic *topic = atlas_theme_item_get_topic (item);

  if (atlas_theme_item_get_kind (item) == ATLAS_THEME_ITEM_STAGE)
    return C_ ("theme chooser", "Project stage");
  if (atlas_theme_item_get_kind (item) == ATLAS_THEME_ITEM_CATEGORY)
    return C_ ("theme chooser", "Project category");

  switch (atlas_theme_item_get_page (item))
    {
    case ATLAS_THEME_PAGE_FAMILIES:
      return C_ ("theme chooser", "Family");
    case ATLAS_THEME_PAGE_CLUSTERS:
      return topic->group->kind == ATLAS_GROUP_CLUSTER ? C_ ("theme chooser", "Cluster")
                                                       : C_ ("theme chooser", "Future field");
    case ATLAS_THEME_PAGE_FIRST:
    case ATLAS_THEME_PAGE_ZONES:
    case ATLAS_THEME_PAGE_PROJECTS:
    default:
      return atlas_theme_item_get_heading (item);
    }
}

/* Returns: (transfer full) (nullable): of a page, what is chosen of it */
static char *
format_detail (AtlasThemePopover *self, AtlasThemeItem *item)
{
  if (atlas_theme_item_get_kind (item) == ATLAS_THEME_ITEM_PAGE)
    return atlas_theme_item_is_chosen (item, self->theme) ? atlas_map_theme_get_name (self->theme)
                                                          : NULL;
  return self->query != NULL ? g_strdup (get_kind (item)) : NULL;
}

static void
update_row (AtlasThemePopover *self, GtkListItem *list_item)
{
  AtlasThemeItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *detail = format_detail (self, item);

  atlas_theme_row_update (ATLAS_THEME_ROW (gtk_list_item_get_child (list_item)), self->theme,
                          find_heading (self, item, gtk_list_item_get_position (list_item)),
                          detail);
}

static void
update_rows (AtlasThemePopover *self)
{
  for (guint i = 0; i < self->list_items->len; i++)
    update_row (self, g_ptr_array_index (self->list_items, i));
}

static gboolean
is_full (AtlasThemePopover *self)
{
  return self->theme->topics->len >= ATLAS_MAP_MAX_TOPICS;
}

static const char *
get_hint (AtlasThemePopover *self)
{
  if (self->query == NULL && self->page == ATLAS_THEME_PAGE_FIRST)
    return NULL;
  if (self->query == NULL && self->page == ATLAS_THEME_PAGE_PROJECTS)
    return _ ("A stage and a category can go together.");
  if (is_full (self))
    return _ ("Four are ticked. Untick one to tick another.");
  return _ ("Tick up to four to see them together.");
}

/* It stands out once it is the answer to why nothing more can be ticked. */
static void
update_hint (AtlasThemePopover *self)
{
  GtkWidget *hint = GTK_WIDGET (self->hint);
  const char *text = get_hint (self);

  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_remove_css_class (hint, is_full (self) ? "dim-label" : "warning");
  gtk_widget_add_css_class (hint, is_full (self) ? "warning" : "dim-label");
  gtk_widget_set_visible (hint, text != NULL && g_list_model_get_n_items (self->shown) > 0);
}

static void
update_theme (AtlasThemePopover *self)
{
  const char *text = atlas_session_get_shown_theme (self->session);

  g_clear_pointer (&self->theme, atlas_map_theme_free);
  self->theme = atlas_map_theme_parse (get_catalog (self), text, NULL);
  if (self->theme == NULL)
    self->theme = atlas_map_theme_parse (get_catalog (self), "none", NULL);
}

static void
shown_theme_cb (AtlasThemePopover *self)
{
  g_assert (ATLAS_IS_THEME_POPOVER (self));

  update_theme (self);
  update_rows (self);
  update_hint (self);
}

static void
update_list (AtlasThemePopover *self)
{
  gboolean empty;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_rows (self);
  empty = g_list_model_get_n_items (self->shown) == 0;
  gtk_widget_set_visible (self->scrolled, !empty);
  gtk_widget_set_visible (self->nothing, empty);
  gtk_widget_set_visible (self->back, self->query == NULL && self->page != ATLAS_THEME_PAGE_FIRST);
  gtk_label_set_label (self->page_title, atlas_theme_choices_get_page_title (self->page));
  update_hint (self);
}

static void
scroll_to_row (AtlasThemePopover *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* Once a row is scrolled to, there is a widget for it. */
static void
focus_row (AtlasThemePopover *self, guint position)
{
  scroll_to_row (self, position);
  for (guint i = 0; i < self->list_items->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->list_items, i);

      if (gtk_list_item_get_position (list_item) == position)
        gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (list_item)));
    }
}

static guint
find_chosen (AtlasThemePopover *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->shown); i++)
    {
      g_autoptr (AtlasThemeItem) item = g_list_model_get_item (self->shown, i);

      if (atlas_theme_item_is_chosen (item, self->theme))
        return i;
    }
  return 0;
}

static void
show_page (AtlasThemePopover *self, AtlasThemePage page)
{
  self->page = page;
  g_clear_pointer (&self->query, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  update_list (self);
}

/* From where one was led to @from, one goes on beside it. */
static void
go_back (AtlasThemePopover *self)
{
  AtlasThemePage from = self->page;
  guint position = 0;

  show_page (self, ATLAS_THEME_PAGE_FIRST);
  for (guint i = 0; i < g_list_model_get_n_items (self->shown); i++)
    {
      g_autoptr (AtlasThemeItem) item = g_list_model_get_item (self->shown, i);

      if (atlas_theme_item_get_kind (item) == ATLAS_THEME_ITEM_PAGE
          && atlas_theme_item_get_target (item) == from)
        position = i;
    }
  focus_row (self, position);
}

static void
set_theme (AtlasThemePopover *self, const char *theme)
{
  g_object_freeze_notify (G_OBJECT (self->session));
  atlas_session_set_theme (self->session, theme);
  atlas_session_set_highlight (self->session, NULL);
  g_object_thaw_notify (G_OBJECT (self->session));
}

static void
toggle (AtlasThemePopover *self, AtlasThemeItem *item)
{
  g_autofree char *theme = NULL;

  if (!atlas_theme_item_can_toggle (item, self->theme))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  theme = atlas_theme_item_toggle (item, self->theme);
  set_theme (self, theme);
}

/* What narrows projects is put together on its page; topics are, once two are ticked: whoever
 * ticked them would not want to lose them to a click beside the tick. */
static gboolean
is_put_together (AtlasThemePopover *self, AtlasThemeItemKind kind)
{
  if (kind == ATLAS_THEME_ITEM_TOPIC)
    return self->theme->topics->len > 1;
  return self->query == NULL
         && (kind == ATLAS_THEME_ITEM_STAGE || kind == ATLAS_THEME_ITEM_CATEGORY);
}

/* Where things are put together one goes on to choose; all else is chosen alone, and that is all.
 */
static void
choose (AtlasThemePopover *self, AtlasThemeItem *item)
{
  AtlasThemeItemKind kind = atlas_theme_item_get_kind (item);
  g_autofree char *theme = NULL;

  if (kind == ATLAS_THEME_ITEM_PAGE)
    {
      show_page (self, atlas_theme_item_get_target (item));
      focus_row (self, find_chosen (self));
    }
  else if (is_put_together (self, kind))
    toggle (self, item);
  else
    {
      theme = atlas_theme_item_choose (item);
      set_theme (self, theme);
      gtk_popover_popdown (GTK_POPOVER (self));
    }
}

static void
activate_cb (AtlasThemePopover *self, guint position)
{
  g_autoptr (AtlasThemeItem) item = g_list_model_get_item (self->shown, position);

  g_assert (ATLAS_IS_THEME_POPOVER (self));

  choose (self, item);
}

static void
row_toggled_cb (AtlasThemePopover *self, AtlasThemeRow *row)
{
  g_assert (ATLAS_IS_THEME_POPOVER (self));

  toggle (self, atlas_theme_row_get_item (row));
}

static void
setup_cb (AtlasThemePopover *self, GtkListItem *list_item)
{
  GtkWidget *row = atlas_theme_row_new ();

  g_signal_connect_object (row, "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (AtlasThemePopover *self, GtkListItem *list_item)
{
  atlas_theme_row_set_item (ATLAS_THEME_ROW (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item));
  g_ptr_array_add (self->list_items, list_item);
  update_row (self, list_item);
}

static void
unbind_cb (AtlasThemePopover *self, GtkListItem *list_item)
{
  g_ptr_array_remove_fast (self->list_items, list_item);
  atlas_theme_row_set_item (ATLAS_THEME_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
search_changed_cb (AtlasThemePopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *query = atlas_catalog_fold (get_catalog (self), text);

  g_assert (ATLAS_IS_THEME_POPOVER (self));

  if (self->readings == NULL)
    self->readings = atlas_catalog_load_readings (get_catalog (self), NULL);
  if (self->readings == NULL)
    self->readings = atlas_readings_new ();
  if (*query == '\0')
    g_clear_pointer (&query, g_free);
  if (g_strcmp0 (query, self->query) == 0)
    return;

  g_free (self->query);
  self->query = g_steal_pointer (&query);
  update_list (self);
  if (self->query != NULL && g_list_model_get_n_items (self->shown) > 0)
    scroll_to_row (self, 0);
}

static void
search_activated_cb (AtlasThemePopover *self)
{
  g_assert (ATLAS_IS_THEME_POPOVER (self));

  if (self->query != NULL && g_list_model_get_n_items (self->shown) > 0)
    activate_cb (self, 0);
}

static gboolean
search_key_cb (AtlasThemePopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  g_assert (ATLAS_IS_THEME_POPOVER (self));

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
      || g_list_model_get_n_items (self->shown) == 0)
    return GDK_EVENT_PROPAGATE;
  focus_row (self, self->query == NULL ? find_chosen (self) : 0);
  return GDK_EVENT_STOP;
}

/* Whoever types in the list looks for something else than before. */
static gboolean
popover_key_cb (AtlasThemePopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK);
  gboolean all = modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_a || keyval == GDK_KEY_A);
  gboolean types = modifiers == 0 && g_unichar_isgraph (gdk_keyval_to_unicode (keyval));

  g_assert (ATLAS_IS_THEME_POPOVER (self));

  if (all || (types && focus != NULL && gtk_widget_is_ancestor (focus, self->scrolled)))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->search));
      gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
    }
  return all ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static AtlasThemeItem *
get_focused_item (AtlasThemePopover *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return ATLAS_IS_THEME_ROW (row) ? atlas_theme_row_get_item (ATLAS_THEME_ROW (row)) : NULL;
}

/* Space ticks; the arrow that points inward opens a page, the other one and Backspace leave it. */
static gboolean
list_key_cb (AtlasThemePopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  AtlasThemeItem *item = get_focused_item (self);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean on_page = self->query == NULL && self->page != ATLAS_THEME_PAGE_FIRST;

  g_assert (ATLAS_IS_THEME_POPOVER (self));

  if (keyval == GDK_KEY_space && item != NULL)
    {
      if (atlas_theme_item_get_topic (item) != NULL)
        toggle (self, item);
      else
        choose (self, item);
      return GDK_EVENT_STOP;
    }
  if (keyval == (mirrored ? GDK_KEY_Left : GDK_KEY_Right) && item != NULL
      && atlas_theme_item_get_kind (item) == ATLAS_THEME_ITEM_PAGE)
    {
      choose (self, item);
      return GDK_EVENT_STOP;
    }
  if (on_page
      && (keyval == (mirrored ? GDK_KEY_Right : GDK_KEY_Left) || keyval == GDK_KEY_BackSpace))
    {
      go_back (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* Each time it begins anew; in GTK 4.8 a list that changes out of sight would hold on to its focus.
 */
static void
atlas_theme_popover_map (GtkWidget *widget)
{
  AtlasThemePopover *self = ATLAS_THEME_POPOVER (widget);

  GTK_WIDGET_CLASS (atlas_theme_popover_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  show_page (self, ATLAS_THEME_PAGE_FIRST);
}

static void
atlas_theme_popover_dispose (GObject *object)
{
  AtlasThemePopover *self = ATLAS_THEME_POPOVER (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  self->list_view = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_theme_popover_parent_class)->dispose (object);
}

static void
atlas_theme_popover_finalize (GObject *object)
{
  AtlasThemePopover *self = ATLAS_THEME_POPOVER (object);

  g_clear_pointer (&self->theme, atlas_map_theme_free);
  g_clear_pointer (&self->readings, atlas_readings_free);
  g_clear_pointer (&self->list_items, g_ptr_array_unref);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (atlas_theme_popover_parent_class)->finalize (object);
}

static void
atlas_theme_popover_class_init (AtlasThemePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_theme_popover_dispose;
  object_class->finalize = atlas_theme_popover_finalize;
  widget_class->map = atlas_theme_popover_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-theme-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasThemePopover, search);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemePopover, back);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemePopover, page_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemePopover, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemePopover, list_view);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemePopover, nothing);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemePopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

/* Before what has the focus, which would take them. */
static void
add_keys (AtlasThemePopover *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
atlas_theme_popover_init (AtlasThemePopover *self)
{
  self->list_items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  /* The one that was added last comes first: before the search entry gets what is typed. */
  add_keys (self, GTK_WIDGET (self), G_CALLBACK (popover_key_cb));
  add_keys (self, GTK_WIDGET (self->search), G_CALLBACK (search_key_cb));
  add_keys (self, GTK_WIDGET (self->list_view), G_CALLBACK (list_key_cb));
}

/*
 * GListStore of all choices, page by page
 *   → GtkFilterListModel: those of the page on show, or those that were searched for
 *   → GtkNoSelection: what is chosen is the session's to say
 */
static void
build_model (AtlasThemePopover *self)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (is_shown, self, NULL);
  GtkFilterListModel *shown = gtk_filter_list_model_new (
      atlas_theme_choices_new (get_catalog (self)), g_object_ref (GTK_FILTER (filter)));
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (shown)));

  self->filter = GTK_FILTER (filter);
  self->shown = G_LIST_MODEL (shown);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
}

/**
 * atlas_theme_popover_new:
 * @session: whose theme is chosen
 *
 * Returns: (transfer floating): a new popover, to be given a parent
 */
GtkWidget *
atlas_theme_popover_new (AtlasSession *session)
{
  AtlasThemePopover *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  self = g_object_new (ATLAS_TYPE_THEME_POPOVER, NULL);
  self->session = g_object_ref (session);
  update_theme (self);
  build_model (self);
  update_list (self);
  g_signal_connect_object (session, "notify::shown-theme", G_CALLBACK (shown_theme_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
