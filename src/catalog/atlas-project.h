/* atlas-project.h: a project and what each document says of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasStage:
 * @ATLAS_STAGE_IDEA: 研究论证, 谋划 …
 * @ATLAS_STAGE_PREPARATION: 前期工作, 规划建设 …
 * @ATLAS_STAGE_UNDER_WAY: 建设, 新建, 推进, 实施 …
 * @ATLAS_STAGE_CONTINUING: 续建 …
 * @ATLAS_STAGE_DONE: 建成 …, as a fact of the past
 *
 * Our own five stages, for filtering; what the document says is the status.
 */
typedef enum
{
  ATLAS_STAGE_IDEA,
  ATLAS_STAGE_PREPARATION,
  ATLAS_STAGE_UNDER_WAY,
  ATLAS_STAGE_CONTINUING,
  ATLAS_STAGE_DONE,
  ATLAS_N_STAGES,
} AtlasStage;

const char *atlas_stage_to_string (AtlasStage stage);
gboolean atlas_stage_from_string (const char *text, AtlasStage *stage);

/**
 * AtlasQuantity:
 * @is_amount: whether it is money to be spent; else a capacity
 * @number: in @unit
 * @unit: as printed: 亿元, 万千瓦
 * @qualifier: (nullable): what it measures: 总投资, 装机
 */
typedef struct
{
  gboolean is_amount;
  double number;
  char *unit;
  char *qualifier;
} AtlasQuantity;

/**
 * AtlasProjectStatement:
 * @claim: its text is the name as this document prints it
 * @document: the document
 * @heading: (nullable): the heading of its part of the box: 电源工程
 * @status: (nullable): the document's verb: 续建, 规划建设; %NULL where it has none
 * @stage: the stage we read from it
 * @quantities: (element-type AtlasQuantity): may be empty
 */
typedef struct
{
  AtlasClaim claim;
  const AtlasDocument *document;
  char *heading;
  char *status;
  AtlasStage stage;
  GPtrArray *quantities;
} AtlasProjectStatement;

/**
 * AtlasProjectPlace:
 * @place: who carries it, borrowed from the catalog
 * @why: (nullable): the reason where the place is inferred; %NULL where the text names it
 */
typedef struct
{
  AtlasPlace *place;
  char *why;
} AtlasProjectPlace;

/**
 * AtlasProject:
 * @id: stable across releases
 * @name: as the newest document prints it
 * @category: 公路, 能源 …
 * @family: (nullable): the family of industries it belongs to
 * @places: (element-type AtlasProjectPlace): in the order of the data
 * @statements: (element-type AtlasProjectStatement): newest document first; at least one
 */
typedef struct
{
  char *id;
  char *name;
  char *category;
  const AtlasFamily *family;
  GPtrArray *places;
  GPtrArray *statements;
} AtlasProject;

const AtlasProjectStatement *atlas_project_get_newest (const AtlasProject *self);
const AtlasProjectPlace *atlas_project_find_place (const AtlasProject *self, AtlasPlace *place);

/**
 * AtlasProjectFilter:
 * @place: (nullable): carried by it or by what belongs to it
 * @family: (nullable): of that family
 * @category: (nullable): of that category, or under that heading of a box
 * @status: (nullable): a status as printed, or the name of a stage ("continuing")
 * @document: (nullable): that document speaks of it
 *
 * What a list of projects is narrowed to; each may be left out. A status has to be that of a
 * statement of @document where both are given.
 */
typedef struct
{
  AtlasPlace *place;
  const AtlasFamily *family;
  const char *category;
  const char *status;
  const AtlasDocument *document;
} AtlasProjectFilter;

/**
 * AtlasProjectList:
 * @projects: (element-type AtlasProject): newest document first, then as printed
 * @citations: (element-type AtlasCitation): what their claims' indices point into
 */
typedef struct
{
  GPtrArray *projects;
  GPtrArray *citations;
} AtlasProjectList;

void atlas_project_list_free (AtlasProjectList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProjectList, atlas_project_list_free)

G_END_DECLS
