/* atlas-industry-section.c: the industries of one role as chips, and what a chip opens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-industry-section.h"

#include "atlas-chip.h"
#include "atlas-family-panel.h"
#include "atlas-flow-box.h"

#define COLUMN_SPACING 9
#define ROW_SPACING 8

struct _AtlasIndustrySection
{
  GtkBox parent_instance;

  /* children */
  GtkWidget *chips;
  GtkWidget *panel;

  /* owned */
  AtlasSession *session;
  AtlasProfile *profile;

  /* the family one of our own chips is making the highlight just now */
  const AtlasFamily *opening;
};

G_DEFINE_FINAL_TYPE (AtlasIndustrySection, atlas_industry_section, GTK_TYPE_BOX)

static void
show_panel (AtlasIndustrySection *self, const AtlasFamily *family)
{
  if (self->panel != NULL)
    gtk_box_remove (GTK_BOX (self), self->panel);
  self->panel = NULL;
  if (family == NULL)
    return;
  self->panel = atlas_family_panel_new (atlas_session_get_catalog (self->session), family,
                                        atlas_profile_get_place (self->profile));
  gtk_box_append (GTK_BOX (self), self->panel);
}

static void
highlight_changed_cb (AtlasIndustrySection *self)
{
  const char *highlight = atlas_session_get_highlight (self->session);

  g_assert (ATLAS_IS_INDUSTRY_SECTION (self));

  show_panel (self, self->opening);
  for (GtkWidget *child = gtk_widget_get_first_child (self->chips); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const AtlasFamily *family = atlas_chip_get_claim (ATLAS_CHIP (child))->family;

      atlas_chip_set_active (ATLAS_CHIP (child), g_strcmp0 (family->id, highlight) == 0);
    }
}

/* Runs for presses and for what highlight_changed_cb() does; the latter finds nothing to change. */
static void
chip_active_cb (AtlasIndustrySection *self, GParamSpec *pspec, AtlasChip *chip)
{
  const AtlasFamily *family = atlas_chip_get_claim (chip)->family;
  gboolean highlighted = g_strcmp0 (family->id, atlas_session_get_highlight (self->session)) == 0;

  g_assert (ATLAS_IS_INDUSTRY_SECTION (self));

  if (atlas_chip_get_active (chip) == highlighted)
    return;
  self->opening = highlighted ? NULL : family;
  atlas_session_set_highlight (self->session, highlighted ? NULL : family->id);
  self->opening = NULL;
}

static void
atlas_industry_section_dispose (GObject *object)
{
  AtlasIndustrySection *self = ATLAS_INDUSTRY_SECTION (object);

  self->panel = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (atlas_industry_section_parent_class)->dispose (object);
}

static void
atlas_industry_section_class_init (AtlasIndustrySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_industry_section_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "industrysection");
}

static void
atlas_industry_section_init (AtlasIndustrySection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->chips = atlas_flow_box_new (COLUMN_SPACING, ROW_SPACING);
  gtk_box_append (GTK_BOX (self), self->chips);
}

/**
 * atlas_industry_section_new:
 * @session: the session
 * @profile: the profile whose industries will be added
 *
 * Returns: a new section without chips
 */
GtkWidget *
atlas_industry_section_new (AtlasSession *session, AtlasProfile *profile)
{
  AtlasIndustrySection *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PROFILE (profile), NULL);

  self = g_object_new (ATLAS_TYPE_INDUSTRY_SECTION, NULL);
  self->session = g_object_ref (session);
  self->profile = g_object_ref (profile);
  g_signal_connect_object (session, "notify::highlight", G_CALLBACK (highlight_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * atlas_industry_section_add:
 * @self: a section
 * @claim: an industry of its profile
 *
 * Adds a chip for @claim.
 */
void
atlas_industry_section_add (AtlasIndustrySection *self, const AtlasClaim *claim)
{
  GtkWidget *chip;

  g_return_if_fail (ATLAS_IS_INDUSTRY_SECTION (self));
  g_return_if_fail (claim != NULL && claim->family != NULL);

  chip = atlas_chip_new (self->profile, claim);
  atlas_chip_set_active (ATLAS_CHIP (chip),
                         g_strcmp0 (claim->family->id, atlas_session_get_highlight (self->session))
                             == 0);
  g_signal_connect_object (chip, "notify::active", G_CALLBACK (chip_active_cb), self,
                           G_CONNECT_SWAPPED);
  atlas_flow_box_append (ATLAS_FLOW_BOX (self->chips), chip);
}
