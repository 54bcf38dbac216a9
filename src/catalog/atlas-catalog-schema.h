/* atlas-catalog-schema.h: how a data set file says what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* SQLite's application_id: "LnAt" */
#define ATLAS_CATALOG_APPLICATION_ID 0x4c6e4174

/* SQLite's user_version: raised by one with every change of data/schema.sql */
#define ATLAS_CATALOG_SCHEMA_VERSION 3
