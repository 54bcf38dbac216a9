/* atlas-claim.c: a fact, the passages it rests on, and how a source is put into words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-profile-private.h"

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
  g_free (self->box_title);
  g_free (self->item);
  g_free (self->quote);
  g_free (self);
}

/*
 * _atlas_claim_init:
 * @self: (out caller-allocates): a claim, zeroed
 * @field: what it is about
 */
void
_atlas_claim_init (AtlasClaim *self, AtlasClaimField field)
{
  self->field = field;
  self->citations = g_array_new (FALSE, FALSE, sizeof (guint));
}

/*
 * _atlas_claim_clear:
 * @self: a claim that is part of something else, which is being freed
 */
void
_atlas_claim_clear (AtlasClaim *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->period);
  g_free (self->why);
  g_free (self->printed);
  g_free (self->repair);
  g_array_unref (self->citations);
}

/*
 * _atlas_claim_new:
 * @field: what it is about
 *
 * Returns: (transfer full): an empty claim, to be filled by the catalog
 */
AtlasClaim *
_atlas_claim_new (AtlasClaimField field)
{
  AtlasClaim *self = g_new0 (AtlasClaim, 1);

  _atlas_claim_init (self, field);
  return self;
}

/*
 * _atlas_claim_free:
 * @self: (transfer full): a claim
 */
void
_atlas_claim_free (AtlasClaim *self)
{
  _atlas_claim_clear (self);
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
 * Returns: (transfer full): where in the document, for the eye:
 *   第十三章 · 第一节 · 专栏25 现代综合交通重大项目 · （一）1
 */
char *
atlas_citation_format_locator (const AtlasCitation *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  append_part (text, " · ", self->chapter);
  append_part (text, " · ", self->section);
  append_part (text, " · ", self->box);
  append_part (text, " ", self->box_title);
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
