/* atlas-map-legend.c: what the colours of the map stand for, and a filter by them
 *
 * A click on an entry keeps its class alone; further clicks add classes and take them away. When
 * none is left, or all are, nothing is filtered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-legend.h"

#include <glib/gi18n.h>

#include "atlas-columns-box.h"
#include "atlas-map-legend-row.h"
#include "atlas-tooltip.h"

/* Logical pixels between title, entries and note, and between columns of entries */
#define GAP 4
#define COLUMN_GAP 4
#define MAX_COLUMNS 2
/* Narrower would be in the way of title and note, lower would show too few entries to scroll. */
#define LEAST_WIDTH 150
#define LEAST_HEIGHT 66

struct _AtlasMapLegend
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *all;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *note;

  /* owned */
  AtlasMapScheme *scheme;
  AtlasMapLook look;
  guint64 kept;
};

G_DEFINE_FINAL_TYPE (AtlasMapLegend, atlas_map_legend, GTK_TYPE_WIDGET)

enum
{
  PROP_KEPT = 1,
  N_PROPERTIES,
};

enum
{
  PICK,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static guint64
bit_of (guint index)
{
  return G_GUINT64_CONSTANT (1) << index;
}

static void
show_kept (AtlasMapLegend *self)
{
  gboolean filtered = self->kept != ATLAS_MAP_KEEP_ALL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      guint index = atlas_map_legend_row_get_index (ATLAS_MAP_LEGEND_ROW (row));
      gboolean kept = (self->kept & bit_of (index)) != 0;

      atlas_map_legend_row_set_kept (ATLAS_MAP_LEGEND_ROW (row), filtered && kept, !kept);
    }
  gtk_widget_set_visible (self->all, filtered);
}

static void
row_clicked_cb (AtlasMapLegend *self, AtlasMapLegendRow *row)
{
  guint n_classes = atlas_map_scheme_get_classes (self->scheme)->len;
  guint64 every = n_classes < 64 ? bit_of (n_classes) - 1 : ATLAS_MAP_KEEP_ALL;
  guint64 bit = bit_of (atlas_map_legend_row_get_index (row));
  guint64 kept = self->kept == ATLAS_MAP_KEEP_ALL ? bit : (self->kept ^ bit) & every;

  atlas_map_legend_set_kept (self, kept == 0 || kept == every ? ATLAS_MAP_KEEP_ALL : kept);
  /* The button has changed by itself, be it to what it was. */
  show_kept (self);
}

static void
row_pick_cb (AtlasMapLegend *self, AtlasMapLegendRow *row)
{
  g_signal_emit (self, signals[PICK], 0, atlas_map_legend_row_get_places (row));
}

static void
all_clicked_cb (AtlasMapLegend *self)
{
  /* It hides itself, and the focus is not to be lost with it. */
  if (gtk_widget_has_focus (self->all))
    gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
  atlas_map_legend_set_kept (self, ATLAS_MAP_KEEP_ALL);
}

static int
measure_height (GtkWidget *widget, int width)
{
  int natural = 0;

  if (gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* Title and note wrap to what the entries need: in one column at least, in all of them at best. A
 * scrolled window does not ask how high its child is in a given width, so we do. */
static void
atlas_map_legend_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AtlasMapLegend *self = ATLAS_MAP_LEGEND (widget);
  int least;
  int rest;
  int entries;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->header, orientation, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (self->list, orientation, -1, minimum, natural, NULL, NULL);
      *minimum = MAX (*minimum, MAX (least, LEAST_WIDTH));
      *natural = MAX (*minimum, *natural);
      return;
    }

  rest = measure_height (self->header, for_size) + GAP;
  if (gtk_widget_get_visible (self->note))
    rest += measure_height (self->note, for_size) + GAP;
  entries = measure_height (self->list, for_size);
  *minimum = rest + MIN (entries, LEAST_HEIGHT);
  *natural = rest + entries;
}

static void
allocate_part (GtkWidget *widget, int y, int width, int height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, y, width, height }, -1);
}

static void
atlas_map_legend_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasMapLegend *self = ATLAS_MAP_LEGEND (widget);
  int header = measure_height (self->header, width);
  int foot = height;

  allocate_part (self->header, 0, width, header);
  if (gtk_widget_get_visible (self->note))
    {
      int note = measure_height (self->note, width);

      allocate_part (self->note, height - note, width, note);
      foot -= note + GAP;
    }
  allocate_part (self->scroller, header + GAP, width, MAX (foot - header - GAP, 0));
}

static GtkSizeRequestMode
atlas_map_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The arrows walk through the entries here; on the map they walk from place to place. */
static gboolean
arrow_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  gtk_widget_child_focus (widget, (GtkDirectionType) g_variant_get_int32 (parameter));
  return TRUE;
}

static void
atlas_map_legend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_KEPT:
      g_value_set_uint64 (value, ATLAS_MAP_LEGEND (object)->kept);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_legend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_KEPT:
      atlas_map_legend_set_kept (ATLAS_MAP_LEGEND (object), g_value_get_uint64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_legend_dispose (GObject *object)
{
  AtlasMapLegend *self = ATLAS_MAP_LEGEND (object);

  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  g_clear_pointer (&self->scheme, atlas_map_scheme_unref);

  G_OBJECT_CLASS (atlas_map_legend_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    guint keypad_key;
    GtkDirectionType direction;
  } arrows[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, GTK_DIR_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, GTK_DIR_DOWN },
    { GDK_KEY_Left, GDK_KEY_KP_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, GTK_DIR_RIGHT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gint32 direction = (gint32) arrows[i].direction;

      gtk_widget_class_add_binding (klass, arrows[i].key, 0, arrow_cb, "i", direction);
      gtk_widget_class_add_binding (klass, arrows[i].keypad_key, 0, arrow_cb, "i", direction);
    }
}

static void
atlas_map_legend_class_init (AtlasMapLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_map_legend_get_property;
  object_class->set_property = atlas_map_legend_set_property;
  object_class->dispose = atlas_map_legend_dispose;

  properties[PROP_KEPT] = g_param_spec_uint64 (
      "kept", NULL, NULL, 0, G_MAXUINT64, ATLAS_MAP_KEEP_ALL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[PICK] = g_signal_new ("pick", ATLAS_TYPE_MAP_LEGEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  widget_class->measure = atlas_map_legend_measure;
  widget_class->size_allocate = atlas_map_legend_size_allocate;
  widget_class->get_request_mode = atlas_map_legend_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "atlas-map-legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  add_keys (widget_class);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_hide_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("pan-down-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map.legend");
  atlas_tooltip_set (button, _ ("Hide the Legend"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Hide the Legend"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
init_header (AtlasMapLegend *self)
{
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->header, "header");
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));

  self->title = make_label ("title");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (self->header), self->title);

  /* Translators: a button of the legend: show all its entries in colour again */
  self->all = gtk_button_new_with_label (C_ ("legend", "All"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show All in Colour"), -1);
  atlas_tooltip_set (self->all, _ ("Show All in Colour"));
  gtk_widget_set_valign (self->all, GTK_ALIGN_START);
  gtk_widget_set_focus_on_click (self->all, FALSE);
  gtk_widget_set_visible (self->all, FALSE);
  gtk_widget_add_css_class (self->all, "all");
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->header), self->all);
  gtk_box_append (GTK_BOX (self->header), make_hide_button ());
}

static void
atlas_map_legend_init (AtlasMapLegend *self)
{
  self->kept = ATLAS_MAP_KEEP_ALL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);

  init_header (self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->list = atlas_columns_box_new (MAX_COLUMNS, COLUMN_GAP);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);

  self->note = make_label ("note");
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
}

/**
 * atlas_map_legend_new:
 *
 * Returns: (transfer floating): an empty legend
 */
GtkWidget *
atlas_map_legend_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_LEGEND, NULL);
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
fill (AtlasMapLegend *self)
{
  GPtrArray *classes = atlas_map_scheme_get_classes (self->scheme);

  set_text (self->title, atlas_map_scheme_get_title (self->scheme));
  set_text (self->note, atlas_map_scheme_get_note (self->scheme));
  for (guint i = 0; i < classes->len; i++)
    {
      GtkWidget *row = atlas_map_legend_row_new (self->scheme, i, &self->look);

      g_signal_connect_object (row, "clicked", G_CALLBACK (row_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "pick", G_CALLBACK (row_pick_cb), self, G_CONNECT_SWAPPED);
      atlas_columns_box_append (ATLAS_COLUMNS_BOX (self->list), row);
    }
}

/* A look that differs in nothing a swatch shows keeps the entries, and with them the focus. */
static gboolean
is_shown (AtlasMapLegend *self, AtlasMapScheme *scheme, const AtlasMapLook *look)
{
  return self->scheme == scheme
         && (scheme == NULL
             || (self->look.dark == look->dark && self->look.hatched == look->hatched
                 && self->look.over == look->over));
}

/**
 * atlas_map_legend_set_scheme:
 * @self: a legend
 * @scheme: (nullable): a theme applied to a data set
 * @look: (nullable): how the map looks; %NULL only without @scheme
 *
 * Lists the classes of @scheme; none where the names on the map say it already.
 */
void
atlas_map_legend_set_scheme (AtlasMapLegend *self, AtlasMapScheme *scheme, const AtlasMapLook *look)
{
  g_return_if_fail (ATLAS_IS_MAP_LEGEND (self));
  g_return_if_fail (scheme == NULL || look != NULL);

  if (scheme != NULL && !atlas_map_scheme_has_legend (scheme))
    scheme = NULL;
  if (is_shown (self, scheme, look))
    return;

  atlas_columns_box_clear (ATLAS_COLUMNS_BOX (self->list));
  g_clear_pointer (&self->scheme, atlas_map_scheme_unref);
  if (scheme != NULL)
    {
      self->scheme = atlas_map_scheme_ref (scheme);
      self->look = *look;
      fill (self);
    }
  show_kept (self);
}

/**
 * atlas_map_legend_get_kept:
 * @self: a legend
 *
 * Returns: the classes that keep their colour, bit by bit
 */
guint64
atlas_map_legend_get_kept (AtlasMapLegend *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_LEGEND (self), ATLAS_MAP_KEEP_ALL);

  return self->kept;
}

/**
 * atlas_map_legend_set_kept:
 * @self: a legend
 * @kept: the classes that keep their colour, bit by bit, or %ATLAS_MAP_KEEP_ALL
 */
void
atlas_map_legend_set_kept (AtlasMapLegend *self, guint64 kept)
{
  g_return_if_fail (ATLAS_IS_MAP_LEGEND (self));

  if (self->kept == kept)
    return;

  self->kept = kept;
  show_kept (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
}

/**
 * atlas_map_legend_is_empty:
 * @self: a legend
 *
 * Returns: whether it has nothing to say
 */
gboolean
atlas_map_legend_is_empty (AtlasMapLegend *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_LEGEND (self), TRUE);

  return self->scheme == NULL;
}
