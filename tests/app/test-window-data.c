/* test-window-data.c: the main window over data sets that cannot be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

static char *
write_file (Fixture *fixture, const char *contents, gsize length)
{
  char *path = g_build_filename (fixture->directory, "<a & b>.db", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);

  return path;
}

/* The whole path is to be read on the page, and no command stumbles over the missing data set. */
static void
check_error_page (Fixture *fixture, const char *path)
{
  static const char *const commands[] = {
    "win.search",   "win.focus-view", "win.back",       "win.forward",         "win.zoom-in",
    "win.zoom-out", "win.zoom-fit",   "win.close-pane", "win.copy-with-source"
  };
  AdwStatusPage *page = ADW_STATUS_PAGE (get_part (fixture, "error_page"));
  g_autofree char *text = NULL;

  g_assert_null (atlas_window_get_session (fixture->window));
  g_assert_cmpstr (get_page (fixture), ==, "error");
  g_assert_true (
      pango_parse_markup (adw_status_page_get_description (page), -1, 0, NULL, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, path));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    activate (fixture, commands[i]);
  g_assert_cmpstr (get_page (fixture), ==, "error");
  g_assert_false (gtk_widget_is_sensitive (get_part (fixture, "search_box")));
  g_assert_false (gtk_widget_is_sensitive (get_part (fixture, "view_switcher")));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "none.db", NULL);

  g_assert_false (atlas_window_open (fixture->window, path));
  check_error_page (fixture, path);
  present (fixture, 1024, 640);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "no database", 11);

  g_assert_false (atlas_window_open (fixture->window, path));
  check_error_page (fixture, path);
  g_unlink (path);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (g_getenv ("ATLAS_TEST_DATABASE"), &contents, &length, &error);
  g_assert_no_error (error);

  /* Cut off at several places: in the header, in the schema, in the middle, before the end. */
  for (gsize cut = 50; cut < length; cut = cut * 7 + length / 5)
    {
      path = write_file (fixture, contents, cut);
      g_assert_false (atlas_window_open (fixture->window, path));
      check_error_page (fixture, path);
      g_unlink (path);
      g_clear_pointer (&path, g_free);
    }
}

static void
test_try_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autofree char *path = g_build_filename (fixture->directory, "later.db", NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_false (atlas_window_open (fixture->window, path));
  g_assert_true (activate (fixture, "win.try-again"));
  check_error_page (fixture, path);

  g_file_get_contents (g_getenv ("ATLAS_TEST_DATABASE"), &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_true (activate (fixture, "win.try-again"));
  g_assert_nonnull (atlas_window_get_session (fixture->window));
  g_assert_cmpstr (get_page (fixture), ==, "atlas");
  g_assert_true (gtk_widget_is_sensitive (get_part (fixture, "search_box")));

  g_unlink (path);
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  ADD ("/window-data/missing", test_missing);
  ADD ("/window-data/foreign", test_foreign);
  ADD ("/window-data/truncated", test_truncated);
  ADD ("/window-data/try-again", test_try_again);

  return g_test_run ();
}
