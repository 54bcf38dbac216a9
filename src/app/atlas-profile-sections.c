/* atlas-profile-sections.c: the sections below the header of a profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-profile-sections.h"

#include <glib/gi18n.h>

#include "atlas-fact.h"
#include "atlas-flow-box.h"
#include "atlas-industry-section.h"
#include "atlas-wording.h"

/* What is being filled; @period is the last one named, so that each is named once. */
typedef struct
{
  GtkBox *box;
  AtlasSession *session;
  AtlasProfile *profile;
  const char *period;
} Sections;

static GtkWidget *
text_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  return label;
}

static GtkBox *
add_section (Sections *sections, const char *title, const char *note)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE,
                                   "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_box_append (GTK_BOX (heading), label);
  if (note != NULL)
    gtk_box_append (GTK_BOX (heading), gtk_label_new (note));
  gtk_widget_add_css_class (heading, "section-heading");
  gtk_widget_add_css_class (section, "section");
  gtk_box_append (GTK_BOX (section), heading);
  gtk_box_append (sections->box, section);
  return GTK_BOX (section);
}

static const char *
get_name (Sections *sections)
{
  return atlas_place_get_name (atlas_profile_get_place (sections->profile));
}

static const AtlasCitation *
get_first_citation (Sections *sections, const AtlasClaim *claim)
{
  return g_ptr_array_index (atlas_profile_get_citations (sections->profile),
                            g_array_index (claim->citations, guint, 0));
}

/* The period of @claim where it is another than the one named last, else NULL. */
static const char *
name_period (Sections *sections, const AtlasClaim *claim)
{
  const char *period = get_first_citation (sections, claim)->document->period_name;

  if (g_strcmp0 (period, sections->period) == 0)
    return NULL;
  sections->period = period;
  return period;
}

/* Claims of one role and period stand together; plans of different years are never mixed. */
static guint
find_run_end (GPtrArray *claims, guint start)
{
  const AtlasClaim *first = g_ptr_array_index (claims, start);
  guint end = start + 1;

  for (; end < claims->len; end++)
    {
      const AtlasClaim *claim = g_ptr_array_index (claims, end);

      if (claim->role != first->role || g_strcmp0 (claim->period, first->period) != 0)
        break;
    }
  return end;
}

/* The document that would have named what is missing: the one that speaks of the place, or else the
 * newest. */
static const AtlasDocument *
get_main_document (Sections *sections)
{
  GPtrArray *citations = atlas_profile_get_citations (sections->profile);
  GPtrArray *documents;

  if (citations->len > 0)
    return ((const AtlasCitation *) g_ptr_array_index (citations, 0))->document;
  documents = atlas_catalog_get_documents (atlas_session_get_catalog (sections->session));
  return g_ptr_array_index (documents, 0);
}

static void
add_positioning (Sections *sections)
{
  GPtrArray *claims = atlas_profile_get_positioning (sections->profile);

  for (guint start = 0, end; start < claims->len; start = end)
    {
      const char *period = name_period (sections, g_ptr_array_index (claims, start));
      GtkBox *section = add_section (sections, _ ("Positioning"), period);

      end = find_run_end (claims, start);
      for (guint i = start; i < end; i++)
        gtk_box_append (section, atlas_fact_new (sections->profile, g_ptr_array_index (claims, i)));
    }
  if (claims->len == 0)
    {
      /* Translators: title of a document, name of a place */
      g_autofree char *text = g_strdup_printf (_ ("《%s》 states no positioning for %s."),
                                               get_main_document (sections)->title,
                                               get_name (sections));

      atlas_profile_sections_add_sentence (add_section (sections, _ ("Positioning"), NULL), text);
    }
}

static void
add_chips (Sections *sections, GPtrArray *claims, guint start, guint end)
{
  const AtlasClaim *first = g_ptr_array_index (claims, start);
  AtlasPlace *place = atlas_profile_get_place (sections->profile);
  const char *title = first->role == ATLAS_INDUSTRY_ROLE_CULTIVATED
                          ? _ ("Cultivated industries")
                          : atlas_wording_get_leading (place);
  GtkBox *section = add_section (sections, title, name_period (sections, first));
  GtkWidget *chips = atlas_industry_section_new (sections->session, sections->profile);

  for (guint i = start; i < end; i++)
    atlas_industry_section_add (ATLAS_INDUSTRY_SECTION (chips), g_ptr_array_index (claims, i));
  gtk_box_append (section, chips);
}

static gboolean
names_leading_industry (GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    if (((const AtlasClaim *) g_ptr_array_index (claims, i))->role == ATLAS_INDUSTRY_ROLE_LEADING)
      return TRUE;
  return FALSE;
}

static void
add_industries (Sections *sections)
{
  GPtrArray *claims = atlas_profile_get_industries (sections->profile);

  if (!names_leading_industry (claims))
    {
      AtlasPlace *place = atlas_profile_get_place (sections->profile);
      g_autofree char *text = atlas_wording_format_no_industries (place,
                                                                  get_main_document (sections));
      const char *title = atlas_wording_get_leading (place);

      atlas_profile_sections_add_sentence (add_section (sections, title, NULL), text);
    }
  for (guint start = 0, end; start < claims->len; start = end)
    {
      end = find_run_end (claims, start);
      add_chips (sections, claims, start, end);
    }
}

static GtkWidget *
place_button_new (AtlasPlace *place, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", atlas_place_get_code (place));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.select-place");
  return button;
}

static void
add_counties (Sections *sections)
{
  AtlasPlace *city = atlas_profile_get_place (sections->profile);
  g_autoptr (GListModel) counties = atlas_catalog_get_children (
      atlas_session_get_catalog (sections->session), city, FALSE);
  GtkBox *section;
  GtkWidget *box;

  if (g_list_model_get_n_items (counties) == 0)
    return;
  section = add_section (sections, _ ("Counties and county-level cities"), NULL);
  box = atlas_flow_box_new (9, 8);
  for (guint i = 0; i < g_list_model_get_n_items (counties); i++)
    {
      g_autoptr (AtlasPlace) county = g_list_model_get_item (counties, i);
      GtkWidget *button = place_button_new (county, atlas_place_get_name (county));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "place-chip");
      atlas_flow_box_append (ATLAS_FLOW_BOX (box), button);
    }
  gtk_box_append (section, box);
}

static void
add_muted_text (GtkBox *box, const char *text)
{
  GtkWidget *label = text_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

/* Title and date, locator, quotation: a line each, where they fit. */
static GtkWidget *
source_texts_new (const AtlasCitation *citation)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *date = atlas_wording_format_date (citation->document->published);
  /* Translators: title and date of a document */
  g_autofree char *title = g_strdup_printf (C_ ("source", "《%s》, %s"), citation->document->title,
                                            date);
  g_autofree char *locator = atlas_citation_format_locator (citation);
  g_autofree char *quotation = atlas_wording_quote (citation->quote);

  gtk_widget_set_hexpand (texts, TRUE);
  add_muted_text (GTK_BOX (texts), title);
  if (*locator != '\0')
    add_muted_text (GTK_BOX (texts), locator);
  gtk_box_append (GTK_BOX (texts), text_new (quotation));
  return texts;
}

static GtkWidget *
source_new (const AtlasCitation *citation, guint number)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *figure = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (figure);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "number");
  gtk_widget_add_css_class (row, "source");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), source_texts_new (citation));
  return row;
}

static void
add_sources (Sections *sections)
{
  GPtrArray *citations = atlas_profile_get_citations (sections->profile);
  GtkBox *section;

  if (citations->len == 0)
    return;
  section = add_section (sections, _ ("Sources"), NULL);
  for (guint i = 0; i < citations->len; i++)
    gtk_box_append (section, source_new (g_ptr_array_index (citations, i), i + 1));
}

static void
add_district (Sections *sections)
{
  AtlasPlace *city = atlas_place_get_parent (atlas_profile_get_place (sections->profile));
  g_autofree char *label = NULL;
  GtkWidget *button;

  atlas_profile_sections_add_sentence (
      sections->box, _ ("The plans set out no positioning and no industries for districts."));
  /* Translators: %s is the city of a district */
  label = g_strdup_printf (_ ("Show %s"), atlas_place_get_name (city));
  button = place_button_new (city, label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (sections->box, button);
}

/**
 * atlas_profile_sections_add_all:
 * @box: an empty box
 * @session: the session
 * @profile: the profile of a city, county or district
 *
 * Fills @box with what the documents say, or with sentences where they say nothing.
 */
void
atlas_profile_sections_add_all (GtkBox *box, AtlasSession *session, AtlasProfile *profile)
{
  Sections sections = { .box = box, .session = session, .profile = profile };
  AtlasPlace *place;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (ATLAS_IS_SESSION (session));
  g_return_if_fail (ATLAS_IS_PROFILE (profile));

  place = atlas_profile_get_place (profile);
  if (atlas_place_is_district (place))
    {
      add_district (&sections);
      return;
    }
  add_positioning (&sections);
  add_industries (&sections);
  if (atlas_place_is_city (place))
    add_counties (&sections);
  add_sources (&sections);
}

/**
 * atlas_profile_sections_add_sentence:
 * @box: a box
 * @text: a full sentence
 *
 * Adds @text at the end of @box, where otherwise there would be nothing.
 */
void
atlas_profile_sections_add_sentence (GtkBox *box, const char *text)
{
  GtkWidget *label;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (text != NULL);

  label = text_new (text);
  gtk_widget_add_css_class (label, "sentence");
  gtk_box_append (box, label);
}
