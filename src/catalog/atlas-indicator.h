/* atlas-indicator.h: a figure of a plan's table of indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

/* The code under which the indicators of the whole province are kept. */
#define ATLAS_PROVINCE_CODE "210000"

/**
 * AtlasIndicatorValue:
 * @heading: of the column: 2030年
 * @text: (nullable): as printed; %NULL where the table has lost the cell
 * @number: @text in figures; NaN where it is none
 * @note: (nullable): a remark: 2024年数据
 */
typedef struct
{
  char *heading;
  char *text;
  double number;
  char *note;
} AtlasIndicatorValue;

/**
 * AtlasIndicator:
 * @claim: its text is the name of the indicator
 * @document: whose table it is
 * @unit: (nullable): %, 亿元 …
 * @category: (nullable): 经济发展 …
 * @nature: (nullable): 预期性 or 约束性
 * @note: (nullable): a remark of the table
 * @values: (element-type AtlasIndicatorValue): by column
 */
typedef struct
{
  AtlasClaim claim;
  const AtlasDocument *document;
  char *unit;
  char *category;
  char *nature;
  char *note;
  GPtrArray *values;
} AtlasIndicator;

/**
 * AtlasIndicatorList:
 * @indicators: (element-type AtlasIndicator): newest document first, then as printed
 * @citations: (element-type AtlasCitation): what their claims point into
 */
typedef struct
{
  GPtrArray *indicators;
  GPtrArray *citations;
} AtlasIndicatorList;

void atlas_indicator_list_free (AtlasIndicatorList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasIndicatorList, atlas_indicator_list_free)

G_END_DECLS
