/* compile-fixture.h: a data folder of its own, to be damaged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "atlas-compile.h"

typedef struct
{
  char *folder;
  char *output;
} Fixture;

static inline void
fixture_write (Fixture *fixture, const char *file, const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

static inline void
fixture_copy (Fixture *fixture, const char *source_folder, const char *file)
{
  g_autoptr (GFile) source = g_file_new_build_filename (source_folder, file, NULL);
  g_autoptr (GFile) target = g_file_new_build_filename (fixture->folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Copies the files of a folder, without the folders in it. */
static inline void
fixture_copy_files (Fixture *fixture, const char *source_folder, const char *folder)
{
  g_autofree char *path = g_build_filename (source_folder, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *source = g_build_filename (path, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_REGULAR))
        fixture_copy (fixture, source_folder, file);
    }
}

/* Makes a data folder with what is in another one. */
static inline void
fixture_init (Fixture *fixture, const char *source_folder)
{
  static const char *const folders[] = { "claims", "projects", "geo" };

  fixture->folder = g_dir_make_tmp ("atlas-compile-XXXXXX", NULL);
  fixture->output = g_build_filename (fixture->folder, "atlas.db", NULL);
  fixture_copy_files (fixture, source_folder, ".");
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, folders[i], NULL);

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      fixture_copy_files (fixture, source_folder, folders[i]);
    }
}

static inline void
set_up_real (Fixture *fixture, gconstpointer data)
{
  fixture_init (fixture, g_getenv ("ATLAS_TEST_DATA"));
}

/* Three places and a fact or two of each kind, small enough to see a mistake in it: tiny/. */
static inline void
set_up_tiny (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tiny = g_build_filename (g_getenv ("ATLAS_TEST_DATA"), "..", "tests", "compile",
                                            "tiny", NULL);

  fixture_init (fixture, tiny);
  fixture_copy (fixture, g_getenv ("ATLAS_TEST_DATA"), "schema.sql");
}

static inline void
delete_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        delete_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static inline void
fixture_clear (Fixture *fixture, gconstpointer data)
{
  delete_folder (fixture->folder);
  g_free (fixture->output);
  g_free (fixture->folder);
}

/* Replaces the first @old in @file by @new. */
static inline void
edit (Fixture *fixture, const char *file, const char *old, const char *new)
{
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  text = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (text, old, new, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

/* Compiles and expects an error whose message holds each of the words, and no output. */
static inline void
assert_refused_with (Fixture *fixture, const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *leftover = g_strconcat (fixture->output, ".new", NULL);

  g_assert_false (atlas_compile (fixture->folder, fixture->output, &error));
  g_assert_nonnull (error);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (error->message, words[i]) == NULL)
      g_error ("“%s” does not say “%s”", error->message, words[i]);
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
}

#define assert_refused(fixture, ...)                                                               \
  assert_refused_with (fixture, (const char *const[]){ __VA_ARGS__ })
