/* test-mbtiles-bad.c: files that are broken, not what they seem, or made to hurt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mbtiles-fixture.h"

#define GIGABYTE (G_GINT64_CONSTANT (1) << 30)

typedef struct
{
  const char *kind;
  AtlasTileError code;
} Bad;

static const Bad bad_files[] = {
  { "vector", ATLAS_TILE_ERROR_VECTOR },       { "unsaid-vector", ATLAS_TILE_ERROR_VECTOR },
  { "svg", ATLAS_TILE_ERROR_NOT_IMAGE },       { "no-tiles", ATLAS_TILE_ERROR_FOREIGN },
  { "no-table", ATLAS_TILE_ERROR_FOREIGN },    { "other-schema", ATLAS_TILE_ERROR_FOREIGN },
  { "huge-blob", ATLAS_TILE_ERROR_TOO_LARGE }, { "huge-picture", ATLAS_TILE_ERROR_TOO_LARGE },
  { "bomb", ATLAS_TILE_ERROR_UNSAFE },         { "virtual", ATLAS_TILE_ERROR_UNSAFE },
  { "generated", ATLAS_TILE_ERROR_UNSAFE },    { "corrupt", ATLAS_TILE_ERROR_CORRUPT },
};

/* One sentence or two that fit a banner, with the name of the file. */
static void
assert_sentence (const GError *error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_assert_nonnull (strstr (error->message, name));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, "SQL"));
}

static AtlasTileError
open_badly (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMbtiles) reader = atlas_mbtiles_open (path, &error);

  g_assert_null (reader);
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, ATLAS_TILE_ERROR);
  assert_sentence (error, path);
  return (AtlasTileError) error->code;
}

/* Of all threads, in µs: other programs do not lengthen it. */
static gint64
get_cpu_time (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec
         + usage.ru_stime.tv_usec;
}

static glong
get_peak_kilobytes (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return usage.ru_maxrss;
}

static void
test_bad_file (gconstpointer data)
{
  const Bad *bad = data;
  g_autofree char *path = fixture_path (bad->kind);
  glong before = get_peak_kilobytes ();
  gint64 start = get_cpu_time ();

  g_assert_cmpint (open_badly (path), ==, bad->code);
  /* Neither its 64 MiB nor its 20,000 × 20,000 pixels were taken in, and no bomb went off. */
  g_assert_cmpint (get_peak_kilobytes () - before, <, 40 * 1024);
  g_assert_cmpint (get_cpu_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
write_copy (const char *path, const char *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
test_truncated (void)
{
  g_autofree char *whole = fixture_path ("png");
  g_autofree char *path = fixture_path ("truncated");
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (whole, &data, &size, &error);
  g_assert_no_error (error);

  write_copy (path, data, 0);
  g_assert_cmpint (open_badly (path), ==, ATLAS_TILE_ERROR_FOREIGN);
  for (gsize length = 20; length < size; length += 997)
    {
      AtlasTileError code;

      write_copy (path, data, length);
      code = open_badly (path);
      g_test_message ("%" G_GSIZE_FORMAT " bytes: %d", length, (int) code);
      /* Less than a page is not known for a database. */
      g_assert_true (code == ATLAS_TILE_ERROR_CORRUPT
                     || (code == ATLAS_TILE_ERROR_FOREIGN && length < 512));
    }
  write_copy (path, data, size - 1);
  g_assert_cmpint (open_badly (path), ==, ATLAS_TILE_ERROR_CORRUPT);
}

/* Every byte of it is tried wrong in turn, in steps: an error or a picture, never more. */
static void
test_overwritten (void)
{
  g_autofree char *whole = fixture_path ("small");
  g_autofree char *path = fixture_path ("overwritten");
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (whole, &data, &size, NULL));
  for (gsize i = 0; i < size; i += i < 200 ? 1 : 61)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasMbtiles) reader = NULL;
      g_autoptr (GBytes) blob = NULL;

      data[i] = (char) ~data[i];
      write_copy (path, data, size);
      data[i] = (char) ~data[i];

      reader = atlas_mbtiles_open (path, &error);
      if (reader != NULL)
        blob = atlas_mbtiles_read_blob (reader, 4, 0, 15, &error);
      g_assert_true ((blob == NULL) == (error != NULL));
      if (error != NULL)
        assert_sentence (error, path);
    }
}

static void
test_text (void)
{
  g_autofree char *path = fixture_path ("text");

  write_copy (path, "This is not a database at all.\n", 31);
  g_assert_cmpint (open_badly (path), ==, ATLAS_TILE_ERROR_FOREIGN);
}

static void
test_missing (void)
{
  g_autofree char *path = fixture_path ("missing");
  g_autofree char *below = g_build_filename (path, "x.mbtiles", NULL);

  g_assert_cmpint (open_badly (path), ==, ATLAS_TILE_ERROR_MISSING);
  g_assert_cmpint (open_badly (below), ==, ATLAS_TILE_ERROR_MISSING);
}

static void
test_no_file (void)
{
  g_autofree char *pipe = fixture_path ("pipe");

  g_assert_cmpint (open_badly (fixture_folder), ==, ATLAS_TILE_ERROR_FOREIGN);
  /* Whoever opened that would wait for ever. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (open_badly (pipe), ==, ATLAS_TILE_ERROR_FOREIGN);
}

static void
test_permission (void)
{
  g_autofree char *path = fixture_path ("locked");

  if (geteuid () == 0)
    {
      g_test_skip ("Root may read everything");
      return;
    }
  write_copy (path, "x", 1);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  g_assert_cmpint (open_badly (path), ==, ATLAS_TILE_ERROR_UNREADABLE);
}

static void
lengthen (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CREAT, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, 2 * GIGABYTE), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

/* A file of 2 GB takes what a small one does, whether it is one of ours or nothing. */
static void
test_large (void)
{
  g_autofree char *whole = fixture_path ("png");
  g_autofree char *path = fixture_path ("large");
  g_autofree char *nothing = fixture_path ("nothing");
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMbtiles) reader = NULL;
  g_autoptr (GBytes) blob = NULL;
  glong before = get_peak_kilobytes ();
  gint64 start = get_cpu_time ();
  gsize size;

  g_assert_true (g_file_get_contents (whole, &data, &size, NULL));
  write_copy (path, data, size);
  lengthen (path);
  lengthen (nothing);

  reader = atlas_mbtiles_open (path, &error);
  g_assert_no_error (error);
  blob = atlas_mbtiles_read_blob (reader, 2, 3, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpint (open_badly (nothing), ==, ATLAS_TILE_ERROR_FOREIGN);
  g_assert_cmpint (get_peak_kilobytes () - before, <, 40 * 1024);
  g_assert_cmpint (get_cpu_time () - start, <, 2 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *name = g_strconcat ("/mbtiles-bad/", bad_files[i].kind, NULL);

      g_ptr_array_add (kinds, (gpointer) bad_files[i].kind);
      g_test_add_data_func (name, &bad_files[i], test_bad_file);
    }
  g_ptr_array_add (kinds, (gpointer) "png");
  g_ptr_array_add (kinds, (gpointer) "small");
  g_ptr_array_add (kinds, NULL);
  g_test_add_func ("/mbtiles-bad/truncated", test_truncated);
  g_test_add_func ("/mbtiles-bad/overwritten", test_overwritten);
  g_test_add_func ("/mbtiles-bad/text", test_text);
  g_test_add_func ("/mbtiles-bad/missing", test_missing);
  g_test_add_func ("/mbtiles-bad/no-file", test_no_file);
  g_test_add_func ("/mbtiles-bad/permission", test_permission);
  g_test_add_func ("/mbtiles-bad/large", test_large);

  return fixture_run ((const char *const *) kinds->pdata);
}
