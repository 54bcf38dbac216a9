/* atlas-search-popover.c: the list of hits below the search box
 *
 * It never takes the keyboard focus: the search box keeps it and says where to move.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-search-popover.h"

#include <glib/gi18n.h>

/* Characters of what was searched for that a message repeats */
#define MAX_SHOWN 24

struct _AtlasSearchPopover
{
  GtkPopover parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkWidget *scrolled;
  GtkListBox *list;
  GtkLabel *nothing;

  /* owned */
  GListModel *hits;
};

G_DEFINE_FINAL_TYPE (AtlasSearchPopover, atlas_search_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
mark_range (PangoAttrList *attributes, guint start, guint end, const GdkRGBA *accent)
{
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *colour = pango_attr_foreground_new ((guint16) (accent->red * G_MAXUINT16),
                                                      (guint16) (accent->green * G_MAXUINT16),
                                                      (guint16) (accent->blue * G_MAXUINT16));

  weight->start_index = colour->start_index = start;
  weight->end_index = colour->end_index = end;
  pango_attr_list_insert (attributes, weight);
  pango_attr_list_insert (attributes, colour);
}

/* Takes the brackets out of @match and says which bytes stood between them; none if there are no
 * brackets. */
static char *
take_out_marks (const char *match, guint *start, guint *end)
{
  const char *open = strstr (match, "[[");
  const char *close = open != NULL ? strstr (open, "]]") : NULL;
  GString *text = g_string_new (match);

  *start = *end = 0;
  if (close != NULL)
    {
      *start = (guint) (open - match);
      *end = (guint) (close - match) - 2;
      g_string_erase (text, close - match, 2);
      g_string_erase (text, open - match, 2);
    }

  return g_string_free (text, FALSE);
}

static void
set_marked_text (GtkLabel *label, const char *text, guint start, guint end, const GdkRGBA *accent)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  mark_range (attributes, start, end, accent);
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}

static GtkWidget *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GdkRGBA
get_accent (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA accent;

  if (!gtk_style_context_lookup_color (context, "accent_color", &accent))
    gtk_style_context_get_color (context, &accent);

  return accent;
}

static void
name_row (GtkWidget *row, AtlasPlace *place)
{
  AtlasPlace *parent = atlas_place_get_parent (place);
  g_autofree char *name = NULL;

  if (parent == NULL)
    name = g_strdup (atlas_place_get_name (place));
  else
    /* Translators: a place and the city it belongs to, as a screen reader says them */
    name = g_strdup_printf (C_ ("search hit", "%s, %s"), atlas_place_get_name (place),
                            atlas_place_get_name (parent));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What matched is set off in the name, or shown after it where the name does not contain it: an
 * alias, a reading, a code. */
static void
show_match (GtkLabel *name, GtkLabel *match, AtlasPlaceHit *hit, const GdkRGBA *accent)
{
  const char *place_name = atlas_place_get_name (atlas_place_hit_get_place (hit));
  g_autofree char *text = NULL;
  g_autofree char *marked = NULL;
  const char *found;
  guint start;
  guint end;

  text = take_out_marks (atlas_place_hit_get_match (hit), &start, &end);
  marked = g_strndup (text + start, end - start);
  found = *marked != '\0' ? strstr (place_name, marked) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (match), found == NULL);
  if (found != NULL)
    {
      start = (guint) (found - place_name);
      set_marked_text (name, place_name, start, start + (guint) strlen (marked), accent);
    }
  else
    {
      gtk_label_set_text (name, place_name);
      set_marked_text (match, text, start, end, accent);
    }
}

static GtkWidget *
create_row (AtlasSearchPopover *self, AtlasPlaceHit *hit)
{
  AtlasPlace *place = atlas_place_hit_get_place (hit);
  AtlasPlace *parent = atlas_place_get_parent (place);
  GdkRGBA accent = get_accent (GTK_WIDGET (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *name = append_label (box, "name");
  GtkWidget *match = append_label (box, "match");
  GtkWidget *city = append_label (box, "dim-label");

  show_match (GTK_LABEL (name), GTK_LABEL (match), hit, &accent);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_text (GTK_LABEL (city), parent != NULL ? atlas_place_get_name (parent) : "");
  gtk_widget_set_hexpand (city, TRUE);
  gtk_widget_set_halign (city, GTK_ALIGN_END);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name_row (row, place);

  return row;
}

static void
remove_rows (AtlasSearchPopover *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* The focus stays in the search box, so the list does not scroll by itself. */
static void
scroll_to_row (AtlasSearchPopover *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t bounds;

  if (adjustment == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    return;

  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
row_activated_cb (AtlasSearchPopover *self, GtkListBoxRow *row, GtkListBox *list)
{
  g_autoptr (AtlasPlaceHit) hit = NULL;

  g_assert (ATLAS_IS_SEARCH_POPOVER (self));

  hit = g_list_model_get_item (self->hits, (guint) gtk_list_box_row_get_index (row));
  g_signal_emit (self, signals[CHOSEN], 0, atlas_place_hit_get_place (hit));
}

static void
atlas_search_popover_dispose (GObject *object)
{
  AtlasSearchPopover *self = ATLAS_SEARCH_POPOVER (object);

  g_clear_object (&self->hits);

  G_OBJECT_CLASS (atlas_search_popover_parent_class)->dispose (object);
}

static void
atlas_search_popover_class_init (AtlasSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_search_popover_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_PLACE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchPopover, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchPopover, nothing);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
atlas_search_popover_init (AtlasSearchPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_search_popover_new:
 *
 * Returns: (transfer floating): a new popover, to be given a parent
 */
GtkWidget *
atlas_search_popover_new (void)
{
  return g_object_new (ATLAS_TYPE_SEARCH_POPOVER, NULL);
}

/* What was pasted may be a whole page: its beginning tells which. */
static char *
shorten (const char *text)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_strdup (text);
  beginning = g_utf8_substring (text, 0, MAX_SHOWN);
  return g_strconcat (beginning, "…", NULL);
}

/**
 * atlas_search_popover_show_hits:
 * @self: a popover
 * @hits: (element-type AtlasPlaceHit): best first
 * @text: what was searched for
 *
 * Shows @hits and selects the first; without hits, says what can be searched for.
 */
void
atlas_search_popover_show_hits (AtlasSearchPopover *self, GListModel *hits, const char *text)
{
  guint n_hits;

  g_return_if_fail (ATLAS_IS_SEARCH_POPOVER (self));
  g_return_if_fail (G_IS_LIST_MODEL (hits));
  g_return_if_fail (text != NULL);

  g_set_object (&self->hits, hits);
  remove_rows (self);

  n_hits = g_list_model_get_n_items (hits);
  for (guint i = 0; i < n_hits; i++)
    {
      g_autoptr (AtlasPlaceHit) hit = g_list_model_get_item (hits, i);

      gtk_list_box_append (self->list, create_row (self, hit));
    }

  if (n_hits == 0)
    {
      g_autofree char *shown = shorten (text);
      g_autofree char *sentence = g_strdup_printf (
          _ ("No place is called “%s”. You can search for places by name, short name, pinyin, "
             "initials or division code; industries are buttons in the profiles."),
          shown);

      gtk_label_set_text (self->nothing, sentence);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->nothing));
    }
  else
    {
      gtk_stack_set_visible_child (self->stack, self->scrolled);
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
    }

  gtk_popover_popup (GTK_POPOVER (self));
}

/**
 * atlas_search_popover_get_selected_row:
 * @self: a popover
 *
 * Returns: (transfer none) (nullable): the row that atlas_search_popover_choose() would choose
 */
GtkWidget *
atlas_search_popover_get_selected_row (AtlasSearchPopover *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_POPOVER (self), NULL);

  return GTK_WIDGET (gtk_list_box_get_selected_row (self->list));
}

/**
 * atlas_search_popover_move:
 * @self: a popover
 * @step: how many rows down, negative for up
 *
 * Moves the selection, stopping at the first and the last hit.
 */
void
atlas_search_popover_move (AtlasSearchPopover *self, int step)
{
  GtkListBoxRow *row;

  g_return_if_fail (ATLAS_IS_SEARCH_POPOVER (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    return;

  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  scroll_to_row (self, GTK_WIDGET (row));
}

/**
 * atlas_search_popover_choose:
 * @self: a popover
 *
 * Emits "chosen" with the place of the selected row, if there is one.
 */
void
atlas_search_popover_choose (AtlasSearchPopover *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (ATLAS_IS_SEARCH_POPOVER (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    row_activated_cb (self, row, self->list);
}
