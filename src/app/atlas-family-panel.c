/* atlas-family-panel.c: a family of industries and the other places that plan it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-family-panel.h"

#include <glib/gi18n.h>

#include "atlas-flow-box.h"
#include "atlas-swatch.h"

struct _AtlasFamilyPanel
{
  GtkBox parent_instance;

  /* borrowed from catalog */
  const AtlasFamily *family;

  /* template widgets */
  GtkBox *heading;
  GtkLabel *name;
  GtkLabel *divisions;
  GtkLabel *summary;
  GtkBox *rows;
  GtkSizeGroup *names;

  /* owned */
  AtlasCatalog *catalog;
};

G_DEFINE_FINAL_TYPE (AtlasFamilyPanel, atlas_family_panel, GTK_TYPE_BOX)

static GtkWidget *
wrapped_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The terms of @place that belong to the family, as its plan prints them. */
static char *
list_terms (AtlasFamilyPanel *self, AtlasPlace *place, GError **error)
{
  g_autoptr (AtlasProfile) profile = atlas_catalog_load_profile (self->catalog, place, error);
  GString *terms;
  GPtrArray *industries;

  if (profile == NULL)
    return NULL;
  terms = g_string_new (NULL);
  industries = atlas_profile_get_industries (profile);
  for (guint i = 0; i < industries->len; i++)
    {
      const AtlasClaim *claim = g_ptr_array_index (industries, i);

      if (claim->family != self->family)
        continue;
      if (terms->len > 0)
        /* Translators: between the items of a list */
        g_string_append (terms, C_ ("list", ", "));
      g_string_append (terms, claim->text);
    }
  return g_string_free (terms, FALSE);
}

/* The names are as wide as each other, so that the terms stand in a column where there is room. */
static void
add_row (AtlasFamilyPanel *self, AtlasPlace *place, const char *terms)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = atlas_flow_box_new (10, 0);
  GtkWidget *name_label = wrapped_label_new (atlas_place_get_name (place), "name");
  /* Translators: name of a place, its industries */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), atlas_place_get_name (place), terms);

  gtk_size_group_add_widget (self->names, name_label);
  atlas_flow_box_append (ATLAS_FLOW_BOX (box), name_label);
  atlas_flow_box_append (ATLAS_FLOW_BOX (box), wrapped_label_new (terms, "dim-label"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", atlas_place_get_code (place));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.select-place");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_box_append (self->rows, button);
}

static gboolean
add_rows (AtlasFamilyPanel *self, AtlasPlace *except, guint *n_rows, GError **error)
{
  g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_family (self->catalog,
                                                                     self->family->id, error);

  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      AtlasPlace *place = g_ptr_array_index (places, i);
      g_autofree char *terms = NULL;

      if (place == except)
        continue;
      terms = list_terms (self, place, error);
      if (terms == NULL)
        return FALSE;
      add_row (self, place, terms);
      *n_rows += 1;
    }
  return TRUE;
}

static void
show_places (AtlasFamilyPanel *self, AtlasPlace *except)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  guint n_rows = 0;

  if (!add_rows (self, except, &n_rows, &error))
    summary = g_strdup_printf (_ ("The places cannot be listed: %s"), error->message);
  else if (n_rows == 0)
    summary = g_strdup_printf (_ ("The documents name no other place for %s."), self->family->name);
  else
    summary = g_strdup_printf (ngettext ("%u other place plans industries of this family.",
                                         "%u other places plan industries of this family.", n_rows),
                               n_rows);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_rows > 0);
}

static void
show_family (AtlasFamilyPanel *self)
{
  g_auto (GStrv) codes = g_strsplit (self->family->divisions, " ", -1);
  /* Translators: between the items of a list */
  g_autofree char *list = g_strjoinv (C_ ("list", ", "), codes);
  /* Translators: %s are division numbers of the national classification of industries */
  g_autofree char *divisions = g_strdup_printf (_ ("GB/T 4754—2017 divisions %s"), list);

  gtk_box_prepend (self->heading, atlas_swatch_new (self->family));
  gtk_label_set_label (self->name, self->family->name);
  gtk_label_set_label (self->divisions, divisions);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->family->name, -1);
}

static void
atlas_family_panel_dispose (GObject *object)
{
  AtlasFamilyPanel *self = ATLAS_FAMILY_PANEL (object);

  self->family = NULL;
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (atlas_family_panel_parent_class)->dispose (object);
}

static void
atlas_family_panel_class_init (AtlasFamilyPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_family_panel_dispose;
  gtk_widget_class_set_css_name (widget_class, "familypanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-family-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFamilyPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasFamilyPanel, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasFamilyPanel, divisions);
  gtk_widget_class_bind_template_child (widget_class, AtlasFamilyPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, AtlasFamilyPanel, rows);
  gtk_widget_class_bind_template_child (widget_class, AtlasFamilyPanel, names);
}

static void
atlas_family_panel_init (AtlasFamilyPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_family_panel_new:
 * @catalog: the data set
 * @family: one of its families
 * @place: the place on show, which is not listed
 *
 * Returns: a new panel
 */
GtkWidget *
atlas_family_panel_new (AtlasCatalog *catalog, const AtlasFamily *family, AtlasPlace *place)
{
  AtlasFamilyPanel *self;

  g_return_val_if_fail (ATLAS_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (family != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  self = g_object_new (ATLAS_TYPE_FAMILY_PANEL, NULL);
  self->catalog = g_object_ref (catalog);
  self->family = family;
  show_family (self);
  show_places (self, place);
  return GTK_WIDGET (self);
}
