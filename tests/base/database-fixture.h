/* database-fixture.h: a file in a folder of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib/gstdio.h>

#include "atlas-database.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-database-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  /* Characters that a URI would take for its own. */
  fixture->path = g_build_filename (fixture->folder, "数据 100%?#.db", NULL);
}

static inline void
remove_beside (Fixture *fixture, const char *suffix)
{
  g_autofree char *path = g_strconcat (fixture->path, suffix, NULL);

  g_unlink (path);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* The log of a file that is written. */
  remove_beside (fixture, "-wal");
  remove_beside (fixture, "-shm");
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}
