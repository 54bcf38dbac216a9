/* atlas-map-card.c: a few words on the place under the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-card.h"

#include <glib/gi18n.h>

#include "atlas-map-swatch.h"
#include "atlas-map-wording.h"
#include "atlas-wording.h"

/* Logical pixels between the card and the pointer, and between the card and the edge. */
#define AWAY_X 14.0
#define AWAY_Y 18.0
#define MARGIN 8.0

struct _AtlasMapCard
{
  GtkWidget parent_instance;

  GtkWidget *name;
  GtkWidget *parent;
  GtkWidget *positioning;
  GtkWidget *industries;
  GtkWidget *projects;
  GtkWidget *theme;
  GtkWidget *swatch;
  GtkWidget *class_name;
};

G_DEFINE_FINAL_TYPE (AtlasMapCard, atlas_map_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
add_label (AtlasMapCard *self, const char *css_class)
{
  GtkWidget *label = make_label (css_class);

  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

/* What the colours of the map say of the place */
static void
add_theme (AtlasMapCard *self)
{
  self->theme = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->swatch = atlas_map_swatch_new ();
  self->class_name = make_label ("class");
  gtk_box_append (GTK_BOX (self->theme), self->swatch);
  gtk_box_append (GTK_BOX (self->theme), self->class_name);
  gtk_widget_add_css_class (self->theme, "theme");
  gtk_widget_set_parent (self->theme, GTK_WIDGET (self));
}

static void
atlas_map_card_dispose (GObject *object)
{
  AtlasMapCard *self = ATLAS_MAP_CARD (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->parent, gtk_widget_unparent);
  g_clear_pointer (&self->positioning, gtk_widget_unparent);
  g_clear_pointer (&self->industries, gtk_widget_unparent);
  g_clear_pointer (&self->projects, gtk_widget_unparent);
  g_clear_pointer (&self->theme, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_map_card_parent_class)->dispose (object);
}

static void
atlas_map_card_class_init (AtlasMapCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_map_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "atlas-map-card");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static void
atlas_map_card_init (AtlasMapCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->name = add_label (self, "name");
  self->parent = add_label (self, "parent");
  self->positioning = add_label (self, "positioning");
  self->industries = add_label (self, "industries");
  self->projects = add_label (self, "projects");
  add_theme (self);
}

/**
 * atlas_map_card_new:
 *
 * Returns: (transfer floating): a card that says nothing yet
 */
GtkWidget *
atlas_map_card_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_CARD, NULL);
}

/* "1 project" says all that the number says; "3–5 projects" does not. */
static gboolean
says_value (const char *name, guint value)
{
  char *end;
  guint64 number = g_ascii_strtoull (name, &end, 10);

  return end != name && number == value && !g_str_has_prefix (end, "–");
}

static void
set_class (AtlasMapCard *self, AtlasPlace *place, AtlasMapScheme *scheme, const AtlasMapLook *look)
{
  int index = -1;

  if (scheme != NULL && atlas_map_scheme_has_legend (scheme))
    index = atlas_map_scheme_get_class_of_place (scheme, place);
  if (index >= 0)
    {
      const AtlasMapClass *klass = g_ptr_array_index (atlas_map_scheme_get_classes (scheme), index);
      g_autofree char *counted = NULL;
      guint value;

      if (!klass->absent && atlas_map_scheme_get_value (scheme, place, &value)
          && !says_value (klass->name, value))
        /* Translators: an entry of the legend of the map, and the number that puts a place there */
        counted = g_strdup_printf (C_ ("class and value", "%s (%u)"), klass->name, value);
      gtk_label_set_label (GTK_LABEL (self->class_name), counted != NULL ? counted : klass->name);
      atlas_map_swatch_set (self->swatch, scheme, klass, look);
    }
  gtk_widget_set_visible (self->theme, index >= 0);
}

/**
 * atlas_map_card_set_place:
 * @self: a card
 * @place: the place it speaks of
 * @scheme: (nullable): what the colours of the map mean
 * @look: (nullable): how the map looks; %NULL only without @scheme
 */
void
atlas_map_card_set_place (AtlasMapCard *self,
                          AtlasPlace *place,
                          AtlasMapScheme *scheme,
                          const AtlasMapLook *look)
{
  g_autofree char *positioning = NULL;
  g_autofree char *industries = NULL;
  g_autofree char *projects = NULL;
  AtlasPlace *parent;

  g_return_if_fail (ATLAS_IS_MAP_CARD (self) && ATLAS_IS_PLACE (place));
  g_return_if_fail (scheme == NULL || look != NULL);

  positioning = atlas_map_wording_positioning (place);
  industries = atlas_map_wording_industries (place);
  projects = atlas_wording_format_projects (place);
  parent = atlas_place_get_parent (place);
  gtk_label_set_label (GTK_LABEL (self->name), atlas_place_get_name (place));
  gtk_label_set_label (GTK_LABEL (self->parent),
                       parent != NULL ? atlas_place_get_name (parent) : "");
  gtk_widget_set_visible (self->parent, parent != NULL);
  gtk_label_set_label (GTK_LABEL (self->positioning), positioning);
  gtk_label_set_label (GTK_LABEL (self->industries), industries != NULL ? industries : "");
  gtk_widget_set_visible (self->industries, industries != NULL);
  gtk_label_set_label (GTK_LABEL (self->projects), projects);
  set_class (self, place, scheme, look);
}

static gboolean
fit_axis (double pointer, double away, double size, double extent, float *position)
{
  double start = pointer + away;

  if (start + size > extent - MARGIN)
    start = pointer - away - size;
  *position = (float) start;

  return start >= MARGIN && start + size <= extent - MARGIN;
}

/**
 * atlas_map_card_find_position:
 * @pointer_x: logical pixels from the left of the map
 * @pointer_y: logical pixels from its top
 * @card_width: logical pixels
 * @card_height: logical pixels
 * @width: of the part of the map the card may cover
 * @height: of the part of the map the card may cover
 * @position: (out): top left of the card
 *
 * Puts a card beside the pointer: below and to the right where there is room, never under the
 * pointer and never beyond the map.
 *
 * Returns: whether there is room at all
 */
gboolean
atlas_map_card_find_position (double pointer_x,
                              double pointer_y,
                              int card_width,
                              int card_height,
                              int width,
                              int height,
                              graphene_point_t *position)
{
  gboolean beside;
  gboolean above_or_below;

  g_return_val_if_fail (position != NULL, FALSE);

  beside = fit_axis (pointer_x, AWAY_X, card_width, width, &position->x);
  above_or_below = fit_axis (pointer_y, AWAY_Y, card_height, height, &position->y);

  /* Room on one axis is enough to stay clear of the pointer; the other only has to stay inside. */
  if (!beside)
    position->x = (float) CLAMP (pointer_x - card_width / 2.0, MARGIN,
                                 MAX (MARGIN, width - MARGIN - card_width));
  if (!above_or_below)
    position->y = (float) CLAMP (pointer_y - card_height / 2.0, MARGIN,
                                 MAX (MARGIN, height - MARGIN - card_height));

  return (beside || above_or_below) && card_width + 2.0 * MARGIN <= width
         && card_height + 2.0 * MARGIN <= height;
}
