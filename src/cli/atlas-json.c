/* atlas-json.c: the stable JSON of the command line
 *
 * Other programs read it, so a member, once printed, keeps its name and its meaning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-json.h"

#include <stdio.h>

/*
 * _atlas_json_set_text:
 * @builder: inside an object
 * @member: the name of the member
 * @text: (nullable): its value, null where %NULL
 */
void
_atlas_json_set_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_parent (JsonBuilder *builder, AtlasPlace *parent)
{
  json_builder_set_member_name (builder, "parent");
  if (parent == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "code", atlas_place_get_code (parent));
  _atlas_json_set_text (builder, "name", atlas_place_get_name (parent));
  json_builder_end_object (builder);
}

/*
 * _atlas_json_begin_place:
 * @builder: where a value may stand
 * @place: a place
 *
 * Opens an object with the members of @place, for others to be added.
 */
void
_atlas_json_begin_place (JsonBuilder *builder, AtlasPlace *place)
{
  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "code", atlas_place_get_code (place));
  _atlas_json_set_text (builder, "name", atlas_place_get_name (place));
  _atlas_json_set_text (builder, "short_name", atlas_place_get_short_name (place));
  _atlas_json_set_text (builder, "pinyin", atlas_place_get_pinyin (place));
  _atlas_json_set_text (builder, "initials", atlas_place_get_initials (place));
  _atlas_json_set_text (builder, "level",
                        atlas_place_level_to_string (atlas_place_get_level (place)));
  add_parent (builder, atlas_place_get_parent (place));
  json_builder_set_member_name (builder, "seat");
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, atlas_place_get_longitude (place));
  json_builder_add_double_value (builder, atlas_place_get_latitude (place));
  json_builder_end_array (builder);
}

/*
 * _atlas_json_add_document:
 * @builder: where a value may stand
 * @document: a document
 */
void
_atlas_json_add_document (JsonBuilder *builder, const AtlasDocument *document)
{
  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "id", document->id);
  _atlas_json_set_text (builder, "title", document->title);
  _atlas_json_set_text (builder, "full_title", document->full_title);
  _atlas_json_set_text (builder, "published", document->published);
  _atlas_json_set_text (builder, "period", document->period);
  _atlas_json_set_text (builder, "kind", document->kind);
  json_builder_end_object (builder);
}

/*
 * _atlas_json_begin_industry_term:
 * @builder: where a value may stand
 * @term: an industry with the places it is named for
 *
 * Opens an object with the members of @term, for others to be added.
 */
void
_atlas_json_begin_industry_term (JsonBuilder *builder, const AtlasIndustryTerm *term)
{
  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "name", term->name);
  _atlas_json_set_text (builder, "family", term->family->id);
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < term->places->len; i++)
    json_builder_add_string_value (builder,
                                   atlas_place_get_code (g_ptr_array_index (term->places, i)));
  json_builder_end_array (builder);
}

/*
 * _atlas_json_begin_citation:
 * @builder: where a value may stand
 * @citation: a passage
 *
 * Opens an object with the members of @citation, for others to be added.
 */
void
_atlas_json_begin_citation (JsonBuilder *builder, const AtlasCitation *citation)
{
  json_builder_begin_object (builder);
  _atlas_json_set_text (builder, "document", citation->document->id);
  _atlas_json_set_text (builder, "title", citation->document->title);
  _atlas_json_set_text (builder, "published", citation->document->published);
  _atlas_json_set_text (builder, "chapter", citation->chapter);
  _atlas_json_set_text (builder, "section", citation->section);
  _atlas_json_set_text (builder, "box", citation->box);
  _atlas_json_set_text (builder, "item", citation->item);
  _atlas_json_set_text (builder, "quote", citation->quote);
}

/*
 * _atlas_json_add_citations:
 * @builder: inside an object
 * @indices: (element-type guint): what a fact rests on
 * @citations: (nullable) (element-type AtlasCitation): what @indices point into; %NULL where the
 *   reader has it beside, so that the indices say enough
 *
 * Adds the member "citations".
 */
void
_atlas_json_add_citations (JsonBuilder *builder, GArray *indices, GPtrArray *citations)
{
  json_builder_set_member_name (builder, "citations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < indices->len; i++)
    {
      guint index = g_array_index (indices, guint, i);

      if (citations == NULL)
        {
          json_builder_add_int_value (builder, index);
          continue;
        }
      _atlas_json_begin_citation (builder, g_ptr_array_index (citations, index));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/*
 * _atlas_json_print:
 * @builder: (transfer none): a finished value
 *
 * Prints it to standard output, indented, in UTF-8.
 */
void
_atlas_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  puts (text);
}
