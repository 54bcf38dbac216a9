/* atlas-map-view-sources.c: what the map must say of itself: approval, and whose its tiles are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-view-private.h"

#include "atlas-map-wording.h"

/* Characters of the attribution on one line */
#define ATTRIBUTION_LINE 40

static GtkWidget *
make_stamp (void)
{
  g_autofree char *text = atlas_map_wording_stamp (NULL);
  GtkWidget *stamp = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (stamp), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (stamp), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (stamp), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_can_target (stamp, FALSE);
  gtk_widget_add_css_class (stamp, "stamp");

  return stamp;
}

static GtkWidget *
make_attribution (void)
{
  GtkWidget *attribution = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (attribution), 1.0f);
  gtk_label_set_wrap (GTK_LABEL (attribution), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (attribution), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (attribution), ATTRIBUTION_LINE);
  gtk_widget_set_can_target (attribution, FALSE);
  gtk_widget_set_child_visible (attribution, FALSE);
  gtk_widget_add_css_class (attribution, "attribution");

  return attribution;
}

/* Puts both over the map. */
void
_atlas_map_view_init_sources (AtlasMapView *self)
{
  self->attribution = make_attribution ();
  gtk_widget_set_parent (self->attribution, GTK_WIDGET (self));
  self->stamp = make_stamp ();
  gtk_widget_set_parent (self->stamp, GTK_WIDGET (self));
}

/* Says whose the tiles under the theme are; %NULL where they are ours. */
void
_atlas_map_view_set_attribution (AtlasMapView *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->attribution), text != NULL ? text : "");
  gtk_widget_set_child_visible (self->attribution, text != NULL && *text != '\0');
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Says under which number the map was approved, or that it was not. */
void
_atlas_map_view_update_stamp (AtlasMapView *self)
{
  const char *approval = self->approval;
  g_autofree char *text = NULL;

  if (approval == NULL && self->catalog != NULL)
    approval = atlas_catalog_get_approval (self->catalog);
  text = atlas_map_wording_stamp (approval);
  gtk_label_set_label (GTK_LABEL (self->stamp), text);
}

/**
 * atlas_map_view_get_approval:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the map's review number, as it was set
 */
const char *
atlas_map_view_get_approval (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), NULL);

  return self->approval;
}

/**
 * atlas_map_view_set_approval:
 * @self: a map
 * @approval: (nullable): the map's review number; %NULL or nothing for that of the data set
 */
void
atlas_map_view_set_approval (AtlasMapView *self, const char *approval)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (approval != NULL && *approval == '\0')
    approval = NULL;
  if (g_strcmp0 (self->approval, approval) == 0)
    return;

  g_free (self->approval);
  self->approval = g_strdup (approval);
  _atlas_map_view_update_stamp (self);
  _atlas_map_view_notify (self, MAP_VIEW_APPROVAL);
}
