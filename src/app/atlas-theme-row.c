/* atlas-theme-row.c: one line of the theme chooser
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-theme-row.h"

#include <glib/gi18n.h>

#include "atlas-swatch.h"

struct _AtlasThemeRow
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkLabel *heading;
  GtkWidget *line;
  GtkLabel *title;
  GtkLabel *detail;
  GtkImage *mark;
  GtkCheckButton *check;

  /* a child of @line, for what has a colour */
  GtkWidget *swatch;

  /* owned */
  AtlasThemeItem *item;

  /* whether the tick is being changed by us and not by a person */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AtlasThemeRow, atlas_theme_row, GTK_TYPE_WIDGET)

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
check_toggled_cb (AtlasThemeRow *self)
{
  g_assert (ATLAS_IS_THEME_ROW (self));

  if (!self->updating)
    g_signal_emit (self, signals[TOGGLED], 0);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* What is chosen of a page can be long; of what kind something is can not, and is always to be
 * read.
 */
static void
show_detail (AtlasThemeRow *self, const char *detail)
{
  gboolean page = atlas_theme_item_get_kind (self->item) == ATLAS_THEME_ITEM_PAGE;

  set_text (self->detail, detail);
  gtk_label_set_ellipsize (self->detail, page ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

/* GTK 4.8 has no accessible label for list items: the row's parent is what a screen reader meets.
 */
static void
describe (AtlasThemeRow *self, gboolean chosen, const char *detail)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *title = atlas_theme_item_get_title (self->item);
  g_autofree char *label
      = detail != NULL
            /* Translators: what the map can be coloured by, of what kind it is */
            ? g_strdup_printf (C_ ("theme chooser", "%s, %s"), title, detail)
            : g_strdup (title);

  if (parent == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_STATE_CHECKED,
      chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
show_mark (AtlasThemeRow *self, gboolean chosen)
{
  gboolean page = atlas_theme_item_get_kind (self->item) == ATLAS_THEME_ITEM_PAGE;

  gtk_image_set_from_icon_name (self->mark, page ? "go-next-symbolic" : "object-select-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->mark), page || chosen);
}

static void
show_check (AtlasThemeRow *self, gboolean chosen, gboolean sensitive)
{
  self->updating = TRUE;
  gtk_check_button_set_active (self->check, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), sensitive);
  self->updating = FALSE;
}

static void
atlas_theme_row_dispose (GObject *object)
{
  AtlasThemeRow *self = ATLAS_THEME_ROW (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (atlas_theme_row_parent_class)->dispose (object);
}

static void
atlas_theme_row_class_init (AtlasThemeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_theme_row_dispose;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-theme-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasThemeRow, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemeRow, line);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemeRow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemeRow, detail);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemeRow, mark);
  gtk_widget_class_bind_template_child (widget_class, AtlasThemeRow, check);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_set_css_name (widget_class, "themerow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_theme_row_init (AtlasThemeRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * atlas_theme_row_new:
 *
 * Returns: a new, empty row
 */
GtkWidget *
atlas_theme_row_new (void)
{
  return g_object_new (ATLAS_TYPE_THEME_ROW, NULL);
}

/**
 * atlas_theme_row_set_item:
 * @self: a row
 * @item: (nullable): what it stands for
 *
 * What it shows is complete after atlas_theme_row_update().
 */
void
atlas_theme_row_set_item (AtlasThemeRow *self, AtlasThemeItem *item)
{
  const AtlasTopic *topic;

  g_return_if_fail (ATLAS_IS_THEME_ROW (self));
  g_return_if_fail (item == NULL || ATLAS_IS_THEME_ITEM (item));

  g_set_object (&self->item, item);
  g_clear_pointer (&self->swatch, gtk_widget_unparent);
  if (item == NULL)
    return;

  topic = atlas_theme_item_get_topic (item);
  gtk_label_set_label (self->title, atlas_theme_item_get_title (item));
  gtk_widget_set_visible (GTK_WIDGET (self->check), topic != NULL);
  if (topic != NULL && topic->family != NULL)
    {
      self->swatch = atlas_swatch_new (topic->family);
      gtk_box_prepend (GTK_BOX (self->line), self->swatch);
    }
}

/**
 * atlas_theme_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it stands for
 */
AtlasThemeItem *
atlas_theme_row_get_item (AtlasThemeRow *self)
{
  g_return_val_if_fail (ATLAS_IS_THEME_ROW (self), NULL);

  return self->item;
}

/**
 * atlas_theme_row_update:
 * @self: a row that stands for something
 * @theme: what the colours of the map mean
 * @heading: (nullable): what stands above it
 * @detail: (nullable): what stands after its title
 *
 * Shows whether the map is coloured by it.
 */
void
atlas_theme_row_update (AtlasThemeRow *self,
                        const AtlasMapTheme *theme,
                        const char *heading,
                        const char *detail)
{
  gboolean chosen;

  g_return_if_fail (ATLAS_IS_THEME_ROW (self));
  g_return_if_fail (self->item != NULL);

  chosen = atlas_theme_item_is_chosen (self->item, theme);
  set_text (self->heading, heading);
  show_detail (self, detail);
  if (atlas_theme_item_get_topic (self->item) == NULL)
    show_mark (self, chosen);
  else
    gtk_widget_hide (GTK_WIDGET (self->mark));
  show_check (self, chosen, atlas_theme_item_can_toggle (self->item, theme));
  describe (self, chosen, detail);
}
