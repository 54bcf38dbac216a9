/* atlas-overview.c: the province, shown while no place is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-overview.h"

#include <glib/gi18n.h>

#include "atlas-document-facts.h"
#include "atlas-flow-box.h"
#include "atlas-indicator-section.h"
#include "atlas-text.h"
#include "atlas-wording.h"

struct _AtlasOverview
{
  GtkBox parent_instance;

  /* template widgets */
  AtlasFlowBox *places;
  AtlasFlowBox *holdings;
  GtkSizeGroup *figures;
  GtkBox *documents;
  GtkBox *indicators;
  GtkLabel *version;
};

G_DEFINE_FINAL_TYPE (AtlasOverview, atlas_overview, GTK_TYPE_BOX)

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
add_figure (AtlasOverview *self, AtlasFlowBox *row, guint count, const char *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *figure = atlas_text_new (number, "figure");

  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), atlas_text_new (caption, "dim-label"));
  gtk_size_group_add_widget (self->figures, box);
  atlas_flow_box_append (row, box);
}

static void
show_places (AtlasOverview *self, AtlasCatalog *catalog)
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
  add_figure (self, self->places, n_cities, ngettext ("city", "cities", n_cities));
  add_figure (self, self->places, n_counties, ngettext ("county", "counties", n_counties));
  add_figure (self, self->places, n_districts, ngettext ("district", "districts", n_districts));
}

static void
show_groups (AtlasOverview *self, AtlasCatalog *catalog)
{
  GPtrArray *clusters = atlas_catalog_get_clusters (catalog);
  guint n_projects = atlas_catalog_count_projects (catalog, NULL);
  guint n_zones = atlas_catalog_get_zones (catalog)->len;
  guint n_clusters = 0;

  for (guint i = 0; i < clusters->len; i++)
    if (((const AtlasGroup *) g_ptr_array_index (clusters, i))->kind == ATLAS_GROUP_CLUSTER)
      n_clusters++;
  add_figure (self, self->holdings, n_projects, ngettext ("project", "projects", n_projects));
  add_figure (self, self->holdings, n_clusters, ngettext ("cluster", "clusters", n_clusters));
  add_figure (self, self->holdings, n_zones, ngettext ("zone", "zones", n_zones));
}

static guint
count_facts (const AtlasDocumentFacts *facts)
{
  guint n = 0;

  for (guint i = 0; i < ATLAS_N_FACT_KINDS; i++)
    n += facts->n[i];
  return n;
}

static void
add_document (AtlasOverview *self, const AtlasDocument *document, guint n_facts)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = g_strdup_printf ("《%s》", document->title);
  g_autofree char *date = atlas_wording_format_date (document->published);
  /* Translators: date of a document, number of facts that come from it */
  g_autofree char *scope = g_strdup_printf (ngettext ("%s · %u fact", "%s · %u facts", n_facts),
                                            date, n_facts);

  gtk_box_append (GTK_BOX (box), atlas_text_new (title, "source-title"));
  gtk_box_append (GTK_BOX (box), atlas_text_new (document->full_title, "dim-label"));
  gtk_box_append (GTK_BOX (box), atlas_text_new (scope, "dim-label"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "documents");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-view");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "document");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  document->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, scope, -1);
  gtk_box_append (self->documents, button);
}

/* Those from which the data set holds a fact; the catalog also knows documents yet to be read. */
static void
show_documents (AtlasOverview *self, AtlasCatalog *catalog)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = atlas_document_facts_count (catalog, &error);

  if (documents == NULL)
    gtk_box_append (self->documents, atlas_text_new (error->message, "sentence"));
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const AtlasDocumentFacts *facts = g_ptr_array_index (documents, i);

      if (count_facts (facts) > 0)
        add_document (self, facts->document, count_facts (facts));
    }
}

static void
show_indicators (AtlasOverview *self, AtlasCatalog *catalog)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasIndicatorList) list = atlas_catalog_load_indicators (catalog, ATLAS_PROVINCE_CODE,
                                                                       &error);
  GtkWidget *section = list != NULL ? atlas_indicator_section_new_for_list (list)
                                    : atlas_text_new (error->message, "sentence");

  if (section != NULL)
    gtk_box_append (self->indicators, section);
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
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, places);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, holdings);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, figures);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, documents);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverview, indicators);
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

  clear (GTK_WIDGET (self->places));
  clear (GTK_WIDGET (self->holdings));
  clear (GTK_WIDGET (self->documents));
  clear (GTK_WIDGET (self->indicators));
  show_places (self, catalog);
  show_groups (self, catalog);
  show_documents (self, catalog);
  show_indicators (self, catalog);
  show_version (self, catalog);
}
