/* atlas-claim-sections.c: positioning and industries, the newest plan first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-claim-sections.h"

#include <glib/gi18n.h>

#include "atlas-fact.h"
#include "atlas-flow-box.h"
#include "atlas-fold.h"
#include "atlas-section.h"
#include "atlas-topic-box.h"
#include "atlas-wording.h"

/* Of more than these, an older document's first few are shown. */
#define MAX_OLDER 6
#define FIRST_OLDER 4

#define COLUMN_SPACING 9
#define ROW_SPACING 8

/* What is being filled; @period is the last one named, so that each is named once. */
typedef struct
{
  GtkBox *box;
  AtlasSession *session;
  AtlasProfile *profile;
  const AtlasDocument *newest;
  const char *period;
} Sections;

/* Adds some claims that stand together. */
typedef void (*AddClaims) (Sections *sections, GtkBox *box, GPtrArray *claims);

/* What is folded away. */
typedef struct
{
  AtlasSession *session;
  AtlasProfile *profile;
  GPtrArray *claims;
  AddClaims add;
} Rest;

static AtlasPlace *
get_place (Sections *sections)
{
  return atlas_profile_get_place (sections->profile);
}

/* The document that states @claim, or the first of them. */
static const AtlasDocument *
get_document (Sections *sections, const AtlasClaim *claim)
{
  const AtlasCitation *citation = g_ptr_array_index (
      atlas_profile_get_citations (sections->profile), g_array_index (claim->citations, guint, 0));

  return citation->document;
}

/* Claims of one document; plans of different years are never mixed. */
static GPtrArray *
cut_run (Sections *sections, GPtrArray *claims, guint start)
{
  GPtrArray *run = g_ptr_array_new ();
  const AtlasDocument *document = get_document (sections, g_ptr_array_index (claims, start));

  for (guint i = start; i < claims->len; i++)
    {
      AtlasClaim *claim = g_ptr_array_index (claims, i);

      if (get_document (sections, claim) != document)
        break;
      g_ptr_array_add (run, claim);
    }
  return run;
}

static GPtrArray *
filter_role (GPtrArray *claims, AtlasIndustryRole role)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < claims->len; i++)
    {
      AtlasClaim *claim = g_ptr_array_index (claims, i);

      if (claim->role == role)
        g_ptr_array_add (found, claim);
    }
  return found;
}

static void
rest_free (gpointer data)
{
  Rest *rest = data;

  g_object_unref (rest->session);
  g_object_unref (rest->profile);
  g_ptr_array_unref (rest->claims);
  g_free (rest);
}

static GtkWidget *
build_rest (gpointer data)
{
  Rest *rest = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Sections sections = { .session = rest->session, .profile = rest->profile };

  rest->add (&sections, GTK_BOX (box), rest->claims);
  return box;
}

/* The first few of @claims, the others in a fold. */
static void
add_some (Sections *sections, GtkBox *box, GPtrArray *claims, AddClaims add)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autofree char *title = NULL;
  Rest *rest;

  if (claims->len <= MAX_OLDER)
    {
      add (sections, box, claims);
      return;
    }
  rest = g_new (Rest, 1);
  rest->session = g_object_ref (sections->session);
  rest->profile = g_object_ref (sections->profile);
  rest->claims = g_ptr_array_new ();
  rest->add = add;
  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (i < FIRST_OLDER ? first : rest->claims, g_ptr_array_index (claims, i));
  add (sections, box, first);
  title = atlas_fold_format_rest (rest->claims->len);
  gtk_box_append (box, atlas_fold_new (title, build_rest, rest, rest_free));
}

/* What an older document says stands below, quieter, and with its time and name. */
static void
add_older (Sections *sections,
           GtkBox *section,
           const AtlasDocument *document,
           GPtrArray *claims,
           AddClaims add)
{
  GtkWidget *older = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = atlas_wording_format_document_of_period (document);

  gtk_widget_add_css_class (older, "older");
  atlas_section_add_subheading (GTK_BOX (older), title);
  add_some (sections, GTK_BOX (older), claims, add);
  gtk_box_append (section, older);
}

/* The newest plan is named above what it says, but not in every section. */
static const char *
name_period (Sections *sections, const AtlasDocument *document)
{
  if (document != sections->newest || g_strcmp0 (sections->period, document->period_name) == 0)
    return NULL;
  sections->period = document->period_name;
  return sections->period;
}

/* @absence is what is said where the newest plan states nothing. */
static void
add_claims (
    Sections *sections, const char *title, GPtrArray *claims, const char *absence, AddClaims add)
{
  const AtlasDocument *first = claims->len > 0
                                   ? get_document (sections, g_ptr_array_index (claims, 0))
                                   : NULL;
  GtkBox *section = atlas_section_new (title, first != NULL ? name_period (sections, first) : NULL);
  guint end;

  if (first != sections->newest && absence != NULL)
    atlas_section_add_sentence (section, absence);
  for (guint start = 0; start < claims->len; start = end)
    {
      g_autoptr (GPtrArray) run = cut_run (sections, claims, start);
      const AtlasDocument *document = get_document (sections, g_ptr_array_index (run, 0));

      if (document == sections->newest)
        add (sections, section, run);
      else
        add_older (sections, section, document, run, add);
      end = start + run->len;
    }
  gtk_box_append (sections->box, GTK_WIDGET (section));
}

static void
add_facts (Sections *sections, GtkBox *box, GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    gtk_box_append (box, atlas_fact_new (sections->profile, g_ptr_array_index (claims, i)));
}

static void
add_chips (Sections *sections, GtkBox *box, GPtrArray *claims)
{
  GtkWidget *topics = atlas_topic_box_new (sections->session, sections->profile);
  GtkWidget *line = atlas_flow_box_new (COLUMN_SPACING, ROW_SPACING);

  gtk_box_append (GTK_BOX (topics), line);
  for (guint i = 0; i < claims->len; i++)
    {
      GtkWidget *chip = atlas_chip_new (sections->profile, g_ptr_array_index (claims, i));

      atlas_flow_box_append (ATLAS_FLOW_BOX (line), chip);
      atlas_topic_box_watch (ATLAS_TOPIC_BOX (topics), ATLAS_CHIP (chip));
    }
  gtk_box_append (box, topics);
}

static void
add_positioning (Sections *sections)
{
  /* Translators: title of a document, name of a place */
  g_autofree char *absence = g_strdup_printf (_ ("《%s》 states no positioning for %s."),
                                              sections->newest->title,
                                              atlas_place_get_name (get_place (sections)));

  add_claims (sections, _ ("Positioning"), atlas_profile_get_positioning (sections->profile),
              absence, add_facts);
}

static void
add_industries (Sections *sections)
{
  GPtrArray *claims = atlas_profile_get_industries (sections->profile);
  g_autoptr (GPtrArray) leading = filter_role (claims, ATLAS_INDUSTRY_ROLE_LEADING);
  g_autoptr (GPtrArray) cultivated = filter_role (claims, ATLAS_INDUSTRY_ROLE_CULTIVATED);
  g_autofree char *absence = atlas_wording_format_no_industries (get_place (sections),
                                                                 sections->newest);

  add_claims (sections, atlas_wording_get_leading (get_place (sections)), leading, absence,
              add_chips);
  if (cultivated->len > 0)
    add_claims (sections, _ ("Cultivated industries"), cultivated, NULL, add_chips);
}

/**
 * atlas_claim_sections_add:
 * @box: a vertical box
 * @session: the session
 * @profile: the profile of a city or county
 *
 * Adds the sections on positioning and industries to @box. In each the newest plan stands first, or
 * a sentence where it states nothing; older documents stand below, each under its period and title.
 */
void
atlas_claim_sections_add (GtkBox *box, AtlasSession *session, AtlasProfile *profile)
{
  Sections sections = { .box = box, .session = session, .profile = profile };

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (ATLAS_IS_SESSION (session));
  g_return_if_fail (ATLAS_IS_PROFILE (profile));

  sections.newest = g_ptr_array_index (
      atlas_catalog_get_documents (atlas_session_get_catalog (session)), 0);
  add_positioning (&sections);
  add_industries (&sections);
}
