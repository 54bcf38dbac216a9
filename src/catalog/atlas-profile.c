/* atlas-profile.c: what the documents say of one place, with their passages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-profile-private.h"

struct _AtlasProfile
{
  GObject parent_instance;

  AtlasPlace *place;
  GPtrArray *positioning;
  GPtrArray *industries;
  GPtrArray *citations;
};

G_DEFINE_FINAL_TYPE (AtlasProfile, atlas_profile, G_TYPE_OBJECT)

void
_atlas_document_free (AtlasDocument *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->full_title);
  g_free (self->published);
  g_free (self->period);
  g_free (self->period_name);
  g_free (self->kind);
  g_free (self);
}

void
_atlas_family_free (AtlasFamily *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->divisions);
  g_free (self);
}

void
_atlas_citation_free (AtlasCitation *self)
{
  g_free (self->chapter);
  g_free (self->section);
  g_free (self->box);
  g_free (self->item);
  g_free (self->quote);
  g_free (self);
}

void
_atlas_claim_free (AtlasClaim *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->period);
  g_free (self->printed);
  g_free (self->repair);
  g_clear_pointer (&self->citations, g_array_unref);
  g_free (self);
}

/**
 * atlas_claim_kind_to_string:
 * @kind: how the claim follows from its passages
 *
 * Returns: its name in the data and in JSON
 */
const char *
atlas_claim_kind_to_string (AtlasClaimKind kind)
{
  switch (kind)
    {
    case ATLAS_CLAIM_KIND_STATED:
      return "stated";
    case ATLAS_CLAIM_KIND_SUMMARISED:
      return "summarised";
    case ATLAS_CLAIM_KIND_INFERRED:
      return "inferred";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_industry_role_to_string:
 * @role: what the plan wants with the industry
 *
 * Returns: (nullable): its name in the data and in JSON, %NULL for none
 */
const char *
atlas_industry_role_to_string (AtlasIndustryRole role)
{
  switch (role)
    {
    case ATLAS_INDUSTRY_ROLE_LEADING:
      return "leading";
    case ATLAS_INDUSTRY_ROLE_CULTIVATED:
      return "cultivated";
    case ATLAS_INDUSTRY_ROLE_NONE:
    default:
      return NULL;
    }
}

static void
append_part (GString *text, const char *separator, const char *part)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* 5 is 第5项; （八） is said as it is printed. */
static void
append_item (GString *text, const char *separator, const char *item)
{
  g_autofree char *numbered = NULL;

  if (item != NULL && g_ascii_isdigit (item[0]))
    numbered = g_strdup_printf ("第%s项", item);
  append_part (text, separator, numbered != NULL ? numbered : item);
}

/**
 * atlas_citation_format_locator:
 * @self: a citation
 *
 * Returns: (transfer full): where in the document, for the eye: 第十一章 · 第三节 · 专栏21 · 第5项
 */
char *
atlas_citation_format_locator (const AtlasCitation *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  append_part (text, " · ", self->chapter);
  append_part (text, " · ", self->section);
  append_part (text, " · ", self->box);
  append_item (text, " · ", self->item);
  return g_string_free (text, FALSE);
}

/* 2026-05 → 2026年5月; 2021 → 2021年. Part of a Chinese citation, so not translated. */
static char *
format_published (const char *published)
{
  guint64 year = 0;
  guint64 month = 0;
  g_auto (GStrv) parts = g_strsplit (published, "-", 3);

  if (parts[0] == NULL || !g_ascii_string_to_unsigned (parts[0], 10, 1, 9999, &year, NULL))
    return g_strdup (published);
  if (parts[1] == NULL || !g_ascii_string_to_unsigned (parts[1], 10, 1, 12, &month, NULL))
    return g_strdup_printf ("%" G_GUINT64_FORMAT "年", year);
  return g_strdup_printf ("%" G_GUINT64_FORMAT "年%" G_GUINT64_FORMAT "月", year, month);
}

/**
 * atlas_citation_format_source:
 * @self: a citation
 *
 * The habit of running text in official papers: 《名称》（日期）第×章第×节专栏×第×项.
 *
 * Returns: (transfer full): the source, in Chinese as its document is
 */
char *
atlas_citation_format_source (const AtlasCitation *self)
{
  g_autofree char *published = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  published = format_published (self->document->published);
  text = g_string_new (NULL);
  g_string_append_printf (text, "《%s》（%s）", self->document->title, published);
  append_part (text, "", self->chapter);
  append_part (text, "", self->section);
  append_part (text, "", self->box);
  append_item (text, "", self->item);
  return g_string_free (text, FALSE);
}

static void
atlas_profile_finalize (GObject *object)
{
  AtlasProfile *self = ATLAS_PROFILE (object);

  g_clear_object (&self->place);
  g_ptr_array_unref (self->positioning);
  g_ptr_array_unref (self->industries);
  g_ptr_array_unref (self->citations);

  G_OBJECT_CLASS (atlas_profile_parent_class)->finalize (object);
}

static void
atlas_profile_class_init (AtlasProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_profile_finalize;
}

static void
atlas_profile_init (AtlasProfile *self)
{
  self->positioning = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_claim_free);
  self->industries = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_claim_free);
  self->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) _atlas_citation_free);
}

/*
 * _atlas_profile_new:
 * @place: whose profile
 *
 * Returns: (transfer full): an empty profile, to be filled by the catalog
 */
AtlasProfile *
_atlas_profile_new (AtlasPlace *place)
{
  AtlasProfile *self = g_object_new (ATLAS_TYPE_PROFILE, NULL);

  g_assert (ATLAS_IS_PLACE (place));

  self->place = g_object_ref (place);
  return self;
}

/*
 * _atlas_profile_take_citation:
 * @self: the profile
 * @citation: (transfer full): a passage that a claim rests on
 *
 * Returns: the index of the citation, an older one where the passage was cited before
 */
guint
_atlas_profile_take_citation (AtlasProfile *self, AtlasCitation *citation)
{
  for (guint i = 0; i < self->citations->len; i++)
    {
      const AtlasCitation *other = g_ptr_array_index (self->citations, i);

      if (other->passage == citation->passage)
        {
          _atlas_citation_free (citation);
          return i;
        }
    }

  g_ptr_array_add (self->citations, citation);
  return self->citations->len - 1;
}

/**
 * atlas_profile_get_place:
 * @self: a profile
 *
 * Returns: (transfer none): whose profile it is
 */
AtlasPlace *
atlas_profile_get_place (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->place;
}

/**
 * atlas_profile_get_positioning:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasClaim): 定位, newest period first, as printed
 */
GPtrArray *
atlas_profile_get_positioning (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->positioning;
}

/**
 * atlas_profile_get_industries:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasClaim): leading industries, then cultivated ones,
 *   newest period first
 */
GPtrArray *
atlas_profile_get_industries (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->industries;
}

/**
 * atlas_profile_get_citations:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type AtlasCitation): the passages, in the order of first use
 */
GPtrArray *
atlas_profile_get_citations (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), NULL);

  return self->citations;
}

/**
 * atlas_profile_is_empty:
 * @self: a profile
 *
 * Returns: whether no document says anything of the place
 */
gboolean
atlas_profile_is_empty (AtlasProfile *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILE (self), TRUE);

  return self->positioning->len == 0 && self->industries->len == 0;
}
