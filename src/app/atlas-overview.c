/* atlas-overview.c: the province, shown while no place is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-overview.h"

#include <glib/gi18n.h>

#include "atlas-wording.h"

struct _AtlasOverview
{
  GtkBox parent_instance;

  /* template widgets */
  GtkLabel *cities;
  GtkLabel *cities_caption;
  GtkLabel *counties;
  GtkLabel *counties_caption;
  GtkLabel *districts;
  GtkLabel *districts_caption;
  GtkBox *documents;
  GtkLabel *version;
};

G_DEFINE_FINAL_TYPE (AtlasOverview, atlas_overview, GTK_TYPE_BOX)

static void
show_count (GtkLabel *figure, GtkLabel *caption, guint count, const char *text)
{
  g_autofree char *number = g_strdup_printf ("%u", count);

  gtk_label_set_label (figure, number);
  gtk_label_set_label (caption, text);
}

static void
show_counts (AtlasOverview *self, AtlasCatalog *catalog)
{
  GListModel *places = atlas_catalog_get_places (catalog);
  guint n_cities = 0;
  guint n_counties = 0;
  guint n_districts = 0;

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (atlas_place_is_city (place))
        n_cities++;
      else if (atlas_place_is_district (place))
        n_districts++;
      else
        n_counties++;
    }
  show_count (self->cities, self->cities_caption, n_cities, ngettext ("city", "cities", n_cities));
  show_count (self->counties, self->counties_caption, n_counties,
              ngettext ("county", "counties", n_counties));
  show_count (self->districts, self->districts_caption, n_districts,
              ngettext ("district", "districts", n_districts));
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_document (AtlasOverview *self, const AtlasDocument *document, guint n_places)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = g_strdup_printf ("《%s》", document->title);
  g_autofree char *date = atlas_wording_format_date (document->published);
  /* Translators: date of a document, number of places the data set holds facts of from it */
  g_autofree char *scope = g_strdup_printf (ngettext ("%s · %u place", "%s · %u places", n_places),
                                            date, n_places);

  gtk_widget_add_css_class (box, "document");
  gtk_box_append (GTK_BOX (box), label_new (title, "source-title"));
  gtk_box_append (GTK_BOX (box), label_new (document->full_title, "dim-label"));
  gtk_box_append (GTK_BOX (box), label_new (scope, "dim-label"));
  gtk_box_append (self->documents, box);
}

/* Those from which the data set holds a fact; the catalog also knows documents yet to be read. */
static void
show_documents (AtlasOverview *self, AtlasCatalog *catalog)
{
  GPtrArray *documents = atlas_catalog_get_documents (catalog);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->documents))) != NULL)
    gtk_box_remove (self->documents, child);
  for (guint i = 0; i < documents->len; i++)
    {
      const AtlasDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) places = atlas_catalog_get_places_in_document (catalog, document->id,
                                                                           &error);

      if (places == NULL)
        gtk_box_append (self->documents, label_new (error->message, "sentence"));
      else if (places->len > 0)
        add_document (self, document, places->len);
    }
}

static void
show_version (AtlasOverview *self, AtlasCatalog *catalog)
{
  g_autofree char *date = atlas_wording_format_date (atlas_catalog_get_date (catalog));
  /* Translators: version of the data set, date of its newest document */
  g_autofree char *text = g_strdup_printf (_ ("Data version %s, as of %s."),
                                           atlas_catalog_get_version (catalog), date);

  gtk_label_set_label (self->version, text);
}

static void
atlas_overview_class_init (AtlasOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, cities);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, cities_caption);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, counties);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, counties_caption);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, districts);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, districts_caption);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, documents);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, version);
}

static void
atlas_overview_init (AtlasOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_overview_new:
 *
 * Returns: a new overview, empty until it is given a catalog
 */
GtkWidget *
atlas_overview_new (void)
{
  return g_object_new (ATLAS_TYPE_OVERVIEW, NULL);
}

/**
 * atlas_overview_set_catalog:
 * @self: an overview
 * @catalog: the data set to tell about
 */
void
atlas_overview_set_catalog (AtlasOverview *self, AtlasCatalog *catalog)
{
  g_return_if_fail (ATLAS_IS_OVERVIEW (self));
  g_return_if_fail (ATLAS_IS_CATALOG (catalog));

  show_counts (self, catalog);
  show_documents (self, catalog);
  show_version (self, catalog);
}
