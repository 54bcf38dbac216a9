/* cli-fixture.h: the program as another program calls it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

typedef struct
{
  int status;
  char *output;
  char *errors;
} Result;

static inline void
result_clear (Result *result)
{
  g_free (result->output);
  g_free (result->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/* Runs the program with the arguments in @language, without a display. */
static inline Result
run_arguments (const char *language, const char *first, va_list rest)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Result result = { 0 };

  g_ptr_array_add (arguments, (gpointer) g_getenv ("ATLAS_TEST_PROGRAM"));
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  g_ptr_array_add (arguments, NULL);

  g_subprocess_launcher_setenv (launcher, "ATLAS_DATABASE", g_getenv ("ATLAS_TEST_DATABASE"), TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "en_US.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result.output, &result.errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);
  return result;
}

/* Runs the program in English; the arguments end with NULL. */
static inline Result
run (const char *first, ...)
{
  Result result;
  va_list rest;

  va_start (rest, first);
  result = run_arguments ("en", first, rest);
  va_end (rest);
  return result;
}

/* The same in Chinese. */
static inline Result
run_in_chinese (const char *first, ...)
{
  Result result;
  va_list rest;

  va_start (rest, first);
  result = run_arguments ("zh_CN", first, rest);
  va_end (rest);
  return result;
}

static inline JsonNode *
parse (const Result *result)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (result->output, &error);

  g_assert_no_error (error);
  return node;
}

static inline void
assert_members (JsonObject *object, const char *first, ...)
{
  guint n_members = 0;
  va_list rest;

  va_start (rest, first);
  for (const char *member = first; member != NULL; member = va_arg (rest, const char *))
    {
      if (!json_object_has_member (object, member))
        g_error ("the object has no “%s”", member);
      n_members++;
    }
  va_end (rest);
  g_assert_cmpuint (json_object_get_size (object), ==, n_members);
}
