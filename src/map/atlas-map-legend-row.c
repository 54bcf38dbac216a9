/* atlas-map-legend-row.c: one class of a theme in the legend: a filter, and a way to pick its
 * places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-legend-row.h"

#include <glib/gi18n.h>

#include "atlas-map-swatch.h"
#include "atlas-tooltip.h"

/* Characters of a name, of which a Han character takes two; beyond that it ends in an ellipsis. */
#define MAX_NAME 28

struct _AtlasMapLegendRow
{
  GtkWidget parent_instance;

  GtkWidget *toggle;
  GtkWidget *pick;

  /* owned, and keeps @klass */
  AtlasMapScheme *scheme;
  const AtlasMapClass *klass;
  guint index;
};

G_DEFINE_FINAL_TYPE (AtlasMapLegendRow, atlas_map_legend_row, GTK_TYPE_WIDGET)

enum
{
  CLICKED,
  PICK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (AtlasMapLegendRow *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
pick_cb (AtlasMapLegendRow *self)
{
  if (self->klass->places->len > 0)
    g_signal_emit (self, signals[PICK], 0);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
pick_key_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  pick_cb (ATLAS_MAP_LEGEND_ROW (widget));
  return TRUE;
}

/* The button stands where the number is, and only while somebody is about to use it. */
static void
atlas_map_legend_row_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GtkStateFlags wanted = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN;
  AtlasMapLegendRow *self = ATLAS_MAP_LEGEND_ROW (widget);

  GTK_WIDGET_CLASS (atlas_map_legend_row_parent_class)->state_flags_changed (widget, before);
  if (self->pick != NULL)
    gtk_widget_set_can_target (self->pick, (gtk_widget_get_state_flags (widget) & wanted) != 0);
}

static void
atlas_map_legend_row_dispose (GObject *object)
{
  AtlasMapLegendRow *self = ATLAS_MAP_LEGEND_ROW (object);

  g_clear_pointer (&self->toggle, gtk_widget_unparent);
  g_clear_pointer (&self->pick, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_map_legend_row_parent_class)->dispose (object);
}

static void
atlas_map_legend_row_finalize (GObject *object)
{
  AtlasMapLegendRow *self = ATLAS_MAP_LEGEND_ROW (object);

  g_clear_pointer (&self->scheme, atlas_map_scheme_unref);

  G_OBJECT_CLASS (atlas_map_legend_row_parent_class)->finalize (object);
}

static void
atlas_map_legend_row_class_init (AtlasMapLegendRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_map_legend_row_dispose;
  object_class->finalize = atlas_map_legend_row_finalize;
  widget_class->state_flags_changed = atlas_map_legend_row_state_flags_changed;

  signals[CLICKED] = g_signal_new ("clicked", ATLAS_TYPE_MAP_LEGEND_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PICK] = g_signal_new ("pick", ATLAS_TYPE_MAP_LEGEND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "atlas-map-legend-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, pick_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, pick_key_cb, NULL);
}

static void
atlas_map_legend_row_init (AtlasMapLegendRow *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();

  /* The keys of the map stay with the map after a click; Tab leads here. */
  self->toggle = gtk_toggle_button_new ();
  gtk_widget_set_focus_on_click (self->toggle, FALSE);
  gtk_widget_add_css_class (self->toggle, "flat");
  gtk_widget_set_parent (self->toggle, GTK_WIDGET (self));
  g_signal_connect_object (self->toggle, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);

  /* Shift+Enter on the entry does the same, so it is no stop of its own for Tab. */
  self->pick = gtk_button_new_from_icon_name ("selection-mode-symbolic");
  gtk_widget_set_focusable (self->pick, FALSE);
  gtk_widget_set_can_target (self->pick, FALSE);
  gtk_widget_set_halign (self->pick, GTK_ALIGN_END);
  gtk_widget_set_valign (self->pick, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->pick, "flat");
  gtk_widget_add_css_class (self->pick, "pick");
  gtk_widget_set_parent (self->pick, GTK_WIDGET (self));
  g_signal_connect_object (self->pick, "clicked", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

static void
fill_toggle (AtlasMapLegendRow *self, const AtlasMapLook *look)
{
  g_autofree char *figure = g_strdup_printf ("%u", self->klass->places->len);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *swatch = atlas_map_swatch_new ();
  GtkWidget *name = gtk_label_new (self->klass->name);
  GtkWidget *count = gtk_label_new (figure);

  atlas_map_swatch_set (swatch, self->scheme, self->klass, look);
  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_max_width_chars (GTK_LABEL (name), MAX_NAME);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count), 1.0f);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (self->toggle), box);
}

static void
describe (AtlasMapLegendRow *self)
{
  guint n_places = self->klass->places->len;
  /* Translators: an entry of the legend of the map and how many places are in it */
  g_autofree char *label = g_strdup_printf (ngettext ("%s, %u place", "%s, %u places", n_places),
                                            self->klass->name, n_places);
  /* Translators: cities and counties of one entry of the legend */
  g_autofree char *pick = g_strdup_printf (
      ngettext ("Pick This %u Place", "Pick These %u Places", n_places), n_places);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Shift+Enter picks the places"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pick), GTK_ACCESSIBLE_PROPERTY_LABEL, pick,
                                  -1);
  atlas_tooltip_set (self->pick, pick);
  gtk_widget_set_sensitive (self->pick, n_places > 0);
  if (g_utf8_strlen (self->klass->name, -1) > MAX_NAME / 2)
    atlas_tooltip_set (self->toggle, self->klass->name);
}

/**
 * atlas_map_legend_row_new:
 * @scheme: a theme applied to a data set
 * @index: one of its classes
 * @look: how the map looks
 *
 * Returns: (transfer floating): an entry for that class
 */
GtkWidget *
atlas_map_legend_row_new (AtlasMapScheme *scheme, guint index, const AtlasMapLook *look)
{
  AtlasMapLegendRow *self;

  g_return_val_if_fail (scheme != NULL && look != NULL, NULL);
  g_return_val_if_fail (index < atlas_map_scheme_get_classes (scheme)->len, NULL);

  self = g_object_new (ATLAS_TYPE_MAP_LEGEND_ROW, NULL);
  self->scheme = atlas_map_scheme_ref (scheme);
  self->klass = g_ptr_array_index (atlas_map_scheme_get_classes (scheme), index);
  self->index = index;
  fill_toggle (self, look);
  describe (self);

  return GTK_WIDGET (self);
}

/**
 * atlas_map_legend_row_get_index:
 * @self: an entry
 *
 * Returns: which class of its scheme it stands for
 */
guint
atlas_map_legend_row_get_index (AtlasMapLegendRow *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_LEGEND_ROW (self), 0);

  return self->index;
}

/**
 * atlas_map_legend_row_get_places:
 * @self: an entry
 *
 * Returns: (transfer none) (element-type AtlasPlace): who is in its class
 */
GPtrArray *
atlas_map_legend_row_get_places (AtlasMapLegendRow *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_LEGEND_ROW (self), NULL);

  return self->klass->places;
}

/**
 * atlas_map_legend_row_get_toggle:
 * @self: an entry
 *
 * Returns: (transfer none): the button that is pressed while the class is one of those kept
 */
GtkWidget *
atlas_map_legend_row_get_toggle (AtlasMapLegendRow *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_LEGEND_ROW (self), NULL);

  return self->toggle;
}

/**
 * atlas_map_legend_row_set_kept:
 * @self: an entry
 * @pressed: whether the class was chosen to be kept
 * @pale: whether others were, and it was not
 */
void
atlas_map_legend_row_set_kept (AtlasMapLegendRow *self, gboolean pressed, gboolean pale)
{
  g_return_if_fail (ATLAS_IS_MAP_LEGEND_ROW (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), pressed);
  if (pale)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pale");
}
