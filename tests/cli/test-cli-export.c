/* test-cli-export.c: `export` as another program calls it: what it writes, and what it refuses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "cli-fixture.h"

#define OLD "the picture of yesterday"

typedef struct
{
  char *folder;
  char *png;
  char *svg;
  char *pdf;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-export-XXXXXX", NULL);
  fixture->png = g_build_filename (fixture->folder, "map.png", NULL);
  fixture->svg = g_build_filename (fixture->folder, "map.svg", NULL);
  fixture->pdf = g_build_filename (fixture->folder, "map.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->png);
  g_unlink (fixture->svg);
  g_unlink (fixture->pdf);
  /* Nothing else was left there. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->png);
  g_free (fixture->svg);
  g_free (fixture->pdf);
}

static char *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

/* From the header of a PNG file, where they are big-endian. */
static void
assert_png (const char *path, guint32 width, guint32 height)
{
  g_autofree char *content = load (path);
  guint32 sides[2];

  g_assert_cmpmem (content, 8, "\x89PNG\r\n\x1a\n", 8);
  memcpy (sides, content + 16, sizeof sides);
  g_assert_cmpuint (GUINT32_FROM_BE (sides[0]), ==, width);
  g_assert_cmpuint (GUINT32_FROM_BE (sides[1]), ==, height);
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) png = run ("export", "-o", fixture->png, NULL);
  g_auto (Result) svg = run ("export", "-o", fixture->svg, "--place", "瓦房店", "--dark", NULL);
  g_auto (Result) pdf = run ("export", "-o", fixture->pdf, "--place", "瓦房店", "--place", "大连",
                             "--colour-by", "projects", "--no-badges", NULL);
  g_autofree char *content = NULL;

  g_assert_cmpstr (png.errors, ==, "");
  g_assert_cmpint (png.status, ==, 0);
  assert_png (fixture->png, 1123, 794);
  g_assert_cmpint (svg.status, ==, 0);
  content = load (fixture->svg);
  g_assert_nonnull (strstr (content, "<title>瓦房店市"));
  g_assert_nonnull (strstr (content, "未经审核"));
  g_assert_cmpint (pdf.status, ==, 0);
  g_clear_pointer (&content, g_free);
  content = load (fixture->pdf);
  g_assert_true (g_str_has_prefix (content, "%PDF-"));

  /* --format is stronger than how the file is called. */
  {
    g_auto (Result) named = run ("export", "--format", "PNG", "-o", fixture->pdf, "--size",
                                 "600x400", "--scale", "300dpi", NULL);

    g_assert_cmpint (named.status, ==, 0);
    assert_png (fixture->pdf, 1875, 1250);
  }
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) result = run ("export", "-o", fixture->svg, "--title", "招商<图>", "--approval",
                                "辽S（2026）001号", NULL);
  g_autofree char *content = load (fixture->svg);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (content, "<title>招商&lt;图&gt;</title>"));
  g_assert_nonnull (strstr (content, "审图号：辽S（2026）001号"));
  g_assert_null (strstr (content, "未经审核"));
}

static void
assert_refused (const Result *result, int status, const char *word)
{
  g_assert_cmpint (result->status, ==, status);
  g_assert_nonnull (strstr (result->errors, word));
  g_assert_cmpstr (result->output, ==, "");
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) no_file = run ("export", NULL);
  g_auto (Result) no_format = run ("export", "-o", fixture->folder, NULL);
  g_auto (Result) format = run ("export", "-o", fixture->png, "--format", "bmp", NULL);
  g_auto (Result) of_places = run ("export", "-o", fixture->png, "--format", "docx", NULL);
  g_auto (Result) theme = run ("export", "-o", fixture->png, "--colour-by", "moon", NULL);
  g_auto (Result) size = run ("export", "-o", fixture->png, "--size", "1000", NULL);
  g_auto (Result) tiny = run ("export", "-o", fixture->png, "--size", "10x10", NULL);
  g_auto (Result) huge = run ("export", "-o", fixture->png, "--size", "8000x8000", "--scale", "2",
                              NULL);
  g_auto (Result) scale = run ("export", "-o", fixture->png, "--scale", "7", NULL);
  g_auto (Result) argument = run ("export", "瓦房店", "-o", fixture->png, NULL);
  g_auto (Result) useless = run ("export", "-o", fixture->png, "--family", "food", NULL);
  g_auto (Result) json = run ("export", "-o", fixture->png, "--json", NULL);
  g_auto (Result) elsewhere = run ("show", "瓦房店", "--dark", NULL);
  g_auto (Result) two = run ("list", "projects", "--place", "瓦房店", "--place", "大连", NULL);

  assert_refused (&no_file, 2, "-o");
  assert_refused (&no_format, 2, "png, svg, pdf");
  assert_refused (&format, 2, "png, svg, pdf");
  assert_refused (&of_places, 2, "docx");
  assert_refused (&theme, 2, "moon");
  assert_refused (&size, 2, "1123x794");
  assert_refused (&tiny, 2, "10×10");
  assert_refused (&huge, 2, "16000×16000");
  assert_refused (&scale, 2, "300dpi");
  assert_refused (&argument, 2, "--place");
  assert_refused (&useless, 2, "--family");
  assert_refused (&json, 2, "--json");
  assert_refused (&elsewhere, 2, "--dark");
  assert_refused (&two, 2, "--place");
  g_assert_false (g_file_test (fixture->png, G_FILE_TEST_EXISTS));
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) unknown = run ("export", "-o", fixture->png, "--place", "月球", NULL);
  g_auto (Result) second = run ("export", "-o", fixture->png, "--place", "大连", "--place", "fx",
                                NULL);

  assert_refused (&unknown, 1, "月球");
  assert_refused (&second, 1, "阜新");
  g_assert_false (g_file_test (fixture->png, G_FILE_TEST_EXISTS));
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) folder = run ("export", "-o", "/nowhere/map.png", NULL);
  g_auto (Result) directory = run ("export", "-o", fixture->folder, "--format", "png", NULL);
  g_auto (Result) full = run ("export", "-o", "/dev/full", "--format", "pdf", NULL);
  struct stat status;

  assert_refused (&folder, 3, "/nowhere/map.png");
  assert_refused (&directory, 3, fixture->folder);
  assert_refused (&full, 3, "/dev/full");
  g_assert_cmpint (stat ("/dev/full", &status), ==, 0);
  g_assert_true (S_ISCHR (status.st_mode));
}

/* Runs `export` in a shell that says first how the program is to be treated. */
static int
run_in_shell (const char *how, const char *path)
{
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *command = g_strdup_printf ("%s; exec %s export --format png -o %s", how,
                                              g_getenv ("ATLAS_TEST_PROGRAM"), quoted);
  const char *const argv[] = { "/bin/sh", "-c", command, NULL };
  g_autofree char *errors = NULL;
  int status = -1;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                               &errors, &status, NULL));
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

/* As when the disk is full in the middle: the old file is whole, and nothing is beside it. */
static void
test_half (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;

  g_file_set_contents (fixture->png, OLD, -1, NULL);
  g_assert_cmpint (run_in_shell ("ulimit -f 16; trap '' XFSZ", fixture->png), ==, 3);
  content = load (fixture->png);
  g_assert_cmpstr (content, ==, OLD);
  g_assert_cmpint (run_in_shell ("true", fixture->png), ==, 0);
  assert_png (fixture->png, 1123, 794);
}

/* A link is followed, and a pipe is written into. */
static void
test_special (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = NULL;
  g_autofree char *piped = NULL;

  g_assert_cmpint (symlink (fixture->png, fixture->svg), ==, 0);
  g_file_set_contents (fixture->png, OLD, -1, NULL);
  g_assert_cmpint (run_in_shell ("true", fixture->svg), ==, 0);
  assert_png (fixture->png, 1123, 794);
  target = g_file_read_link (fixture->svg, NULL);
  g_assert_cmpstr (target, ==, fixture->png);

  piped = g_strdup_printf ("%s export --format png -o /dev/stdout | cat > '%s'",
                           g_getenv ("ATLAS_TEST_PROGRAM"), fixture->pdf);
  g_assert_cmpint (system (piped), ==, 0);
  assert_png (fixture->pdf, 1123, 794);
}

static void
test_screenshot (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) theme = run ("screenshot", "--colour-by", "moon", "-o", fixture->png, NULL);
  g_auto (Result) picked = run ("screenshot", "--pick", "月球", "-o", fixture->png, NULL);
  g_auto (Result) words = run ("screenshot", "--tiles", "moon", "-o", fixture->png, NULL);
  g_auto (Result) missing = run ("screenshot", "--tiles", "/nowhere/x.mbtiles", "-o", fixture->png,
                                 NULL);
  g_auto (Result) address = run ("screenshot", "--tiles", "http://example.org/{z}.png", "-o",
                                 fixture->png, NULL);

  assert_refused (&theme, 2, "moon");
  assert_refused (&picked, 1, "月球");
  assert_refused (&words, 3, "moon");
  assert_refused (&missing, 3, "/nowhere/x.mbtiles");
  assert_refused (&address, 3, "{x}");
  g_assert_false (g_file_test (fixture->png, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  const char *sanitizer = g_getenv ("ASAN_OPTIONS");
  g_autofree char *without_leaks = g_strconcat (sanitizer != NULL ? sanitizer : "",
                                                ":detect_leaks=0", NULL);

  g_test_init (&argc, &argv, NULL);
  /* What cairo and fontconfig keep is no business of this test: the sheet's own look for leaks. */
  g_setenv ("ASAN_OPTIONS", without_leaks, TRUE);
  /* For those that are run by a shell */
  g_setenv ("ATLAS_DATABASE", g_getenv ("ATLAS_TEST_DATABASE"), TRUE);

#define ADD(path, test) g_test_add ("/cli-export/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("formats", test_formats);
  ADD ("words", test_words);
  ADD ("usage", test_usage);
  ADD ("places", test_places);
  ADD ("unwritable", test_unwritable);
  ADD ("half", test_half);
  ADD ("special", test_special);
  ADD ("screenshot", test_screenshot);
#undef ADD

  return g_test_run ();
}
