/* atlas-window-map.c: the map of the main window, in step with the session and the settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-window-private.h"

#include <glib/gi18n.h>

static guint
count_places (GListModel *places, gboolean with_cities)
{
  guint n_places = g_list_model_get_n_items (places);
  guint n_counted = 0;

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (!atlas_place_is_district (place) && (with_cities || !atlas_place_is_city (place)))
        n_counted++;
    }
  return n_counted;
}

/* A place can be in several classes. */
static guint
count_kept (AtlasMapScheme *scheme, guint64 kept)
{
  GPtrArray *classes = atlas_map_scheme_get_classes (scheme);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < classes->len; i++)
    {
      const AtlasMapClass *class = g_ptr_array_index (classes, i);

      if ((kept & G_GUINT64_CONSTANT (1) << i) == 0)
        continue;
      for (guint j = 0; j < class->places->len; j++)
        g_hash_table_add (places, g_ptr_array_index (class->places, j));
    }
  return g_hash_table_size (places);
}

/* How many counties there are; once the legend has been narrowed, how many of the places it counts
 * are left: the cities are among them, and the figures are the same as there. */
static void
update_count (AtlasWindow *self)
{
  AtlasMapScheme *scheme;
  guint64 kept;
  GListModel *places;
  g_autofree char *text = NULL;
  guint n;

  g_assert (ATLAS_IS_WINDOW (self));

  if (self->session == NULL)
    return;
  scheme = atlas_map_view_get_scheme (self->map);
  kept = atlas_map_view_get_kept (self->map);
  places = atlas_catalog_get_places (atlas_session_get_catalog (self->session));
  n = count_places (places, kept != ATLAS_MAP_KEEP_ALL && scheme != NULL);
  if (kept == ATLAS_MAP_KEEP_ALL || scheme == NULL)
    text = g_strdup_printf (ngettext ("%u county", "%u counties", n), n);
  else
    /* Translators: how many cities and counties keep their colour on the map, of how many */
    text = g_strdup_printf (ngettext ("%u of %u place", "%u of %u places", n),
                            count_kept (scheme, kept), n);
  gtk_label_set_text (self->count, text);
}

/* What is selected stays in sight beside the profile that slides over the map. */
static void
covered_cb (AtlasWindow *self)
{
  int covered;

  g_assert (ATLAS_IS_WINDOW (self));

  g_object_get (self->split, "covered-width", &covered, NULL);
  atlas_map_view_set_covered (self->map, covered);
}

static void
focus_profile_cb (GtkWidget *profile)
{
  g_signal_handlers_disconnect_by_func (profile, focus_profile_cb, NULL);
  gtk_widget_child_focus (profile, GTK_DIR_TAB_FORWARD);
}

/* Enter on the map leads to what is said of the selected place; a pane that is closed has first to
 * be there. */
static void
activate_place_cb (AtlasWindow *self, AtlasPlace *place, AtlasMapView *map)
{
  GtkWidget *profile = GTK_WIDGET (self->profile);

  g_assert (ATLAS_IS_WINDOW (self));

  if (!gtk_widget_get_mapped (profile))
    g_signal_connect_after (profile, "map", G_CALLBACK (focus_profile_cb), NULL);
  g_object_set (self->split, "end-visible", TRUE, NULL);
  if (gtk_widget_get_mapped (profile))
    gtk_widget_child_focus (profile, GTK_DIR_TAB_FORWARD);
}

static void
pick_place_cb (AtlasWindow *self, AtlasPlace *place, AtlasMapView *map)
{
  g_assert (ATLAS_IS_WINDOW (self));

  atlas_session_toggle_picked (self->session, place);
}

static void
pick_places_cb (AtlasWindow *self, GPtrArray *places, AtlasMapView *map)
{
  g_assert (ATLAS_IS_WINDOW (self));

  atlas_session_pick_all (self->session, places);
}

/* Lets the template call what the map says. */
void
_atlas_window_bind_map_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, activate_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_places_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_count);
  gtk_widget_class_bind_template_callback (widget_class, covered_cb);
}

/* Lets the map follow the session of the window, once there is one. */
void
_atlas_window_bind_map (AtlasWindow *self)
{
  g_binding_group_bind (self->session_bindings, "selected", self->map, "selected",
                        G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->session_bindings, "shown-theme", self->map, "theme",
                        G_BINDING_SYNC_CREATE);
}

/* Takes over from another session what no property of it says. */
void
_atlas_window_show_session_on_map (AtlasWindow *self)
{
  atlas_map_view_set_picked (
      self->map, self->session != NULL ? atlas_session_get_picked (self->session) : NULL);
  update_count (self);
}

/* Gives all classes of the legend their colour back; whether any lacked it. */
gboolean
_atlas_window_end_map_filter (AtlasWindow *self)
{
  if (atlas_map_view_get_kept (self->map) == ATLAS_MAP_KEEP_ALL)
    return FALSE;
  atlas_map_view_set_kept (self->map, ATLAS_MAP_KEEP_ALL);
  return TRUE;
}

/* Copies the picked places, one a line, as a table of name and code takes them. */
void
_atlas_window_copy_picks (AtlasWindow *self)
{
  GListModel *picked = atlas_session_get_picked (self->session);
  guint n = g_list_model_get_n_items (picked);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *message = g_strdup_printf (
      ngettext ("Copied %u place with its code", "Copied %u places with their codes", n), n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (picked, i);

      g_string_append_printf (text, "%s\t%s\n", atlas_place_get_name (place),
                              atlas_place_get_code (place));
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  _atlas_window_say (self, message);
}

static GPtrArray *
copy_list (GListModel *list)
{
  guint n_items = g_list_model_get_n_items (list);
  GPtrArray *items = g_ptr_array_new_full (n_items, g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));
  return items;
}

/* Leaves none picked, which one key does to what took many clicks: so that can be undone. */
void
_atlas_window_clear_picks (AtlasWindow *self)
{
  guint n = atlas_session_get_n_picked (self->session);
  g_autofree char *message
      /* Translators: after all picked places were left out again */
      = g_strdup_printf (ngettext ("Left out %u place", "Left out %u places", n), n);

  _atlas_window_forget_picks (self);
  self->cleared = copy_list (atlas_session_get_picked (self->session));
  atlas_session_clear_picked (self->session);
  _atlas_window_update_actions (self);
  _atlas_window_offer (self, message, _ ("Undo"), "win.undo-clear-picks");
}

/* Picks again, in the order they had, who was left out last. */
void
_atlas_window_restore_picks (AtlasWindow *self)
{
  g_autoptr (GPtrArray) cleared = g_steal_pointer (&self->cleared);

  if (cleared != NULL)
    atlas_session_pick_all (self->session, cleared);
  _atlas_window_update_actions (self);
}

/* To be called when they belong to a data set that goes. */
void
_atlas_window_forget_picks (AtlasWindow *self)
{
  g_clear_pointer (&self->cleared, g_ptr_array_unref);
}
