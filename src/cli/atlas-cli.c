/* atlas-cli.c: the commands that need no display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "atlas-cli-private.h"
#include "atlas-han.h"
#include "atlas-map-theme.h"
#include "config.h"

/* Characters of what was typed that a message repeats */
#define MAX_SHOWN 40

typedef struct
{
  const char *name;
  AtlasCliCommandFunc func;
  AtlasCliTakes takes;
} Command;

static const Command commands[] = {
  { "show", _atlas_cli_show, ATLAS_CLI_TAKES_JSON },
  { "list", _atlas_cli_list, ATLAS_CLI_TAKES_FILTERS | ATLAS_CLI_TAKES_JSON },
  { "search", _atlas_cli_search, ATLAS_CLI_TAKES_LIMIT | ATLAS_CLI_TAKES_JSON },
  { "check", _atlas_cli_check, ATLAS_CLI_TAKES_JSON },
  { "export", _atlas_cli_export, ATLAS_CLI_TAKES_PLACE | ATLAS_CLI_TAKES_MAP },
};

static gboolean
asks_about_program (int argc, char **argv)
{
  static const char *const options[] = { "--help", "-h", "--version", "--json", NULL };

  for (int i = 1; i < argc; i++)
    if (g_strv_contains (options, argv[i]))
      return TRUE;
  return FALSE;
}

/**
 * atlas_cli_is_screenshot:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Returns: whether the command is `screenshot`, the one that needs a window
 */
gboolean
atlas_cli_is_screenshot (int argc, char **argv)
{
  int command = _atlas_cli_find_command (argc, argv);

  return command != 0 && strcmp (argv[command], "screenshot") == 0;
}

/**
 * atlas_cli_handles:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Returns: whether atlas_cli_run() is to be called: for every command that needs no window, and for
 *   one that does not exist, so that it is reported
 */
gboolean
atlas_cli_handles (int argc, char **argv)
{
  /* --json without a command is a question to the command line, not a wish for a window. */
  if (_atlas_cli_find_command (argc, argv) == 0)
    return asks_about_program (argc, argv);
  return !atlas_cli_is_screenshot (argc, argv);
}

/**
 * atlas_cli_print_error:
 * @message: one sentence, in UTF-8
 *
 * Prints it to standard error under the program's name, without characters that command a terminal.
 */
void
atlas_cli_print_error (const char *message)
{
  g_autofree char *printable = atlas_text_make_printable (message);

  g_printerr ("liaoning-atlas: %s\n", printable);
}

/*
 * _atlas_cli_shorten:
 * @text: what somebody typed
 *
 * Returns: (transfer full): valid UTF-8 that is short enough for a message
 */
char *
_atlas_cli_shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (valid, -1) <= MAX_SHOWN)
    return g_steal_pointer (&valid);
  beginning = g_utf8_substring (valid, 0, MAX_SHOWN);
  return g_strconcat (beginning, "…", NULL);
}

/**
 * atlas_cli_status_for_error:
 * @error: an error of a floor below
 *
 * Returns: the exit status it leads to
 */
AtlasCliStatus
atlas_cli_status_for_error (const GError *error)
{
  if (g_error_matches (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_UNKNOWN_PLACE)
      || g_error_matches (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE))
    return ATLAS_CLI_NOT_FOUND;
  if (error->domain == G_OPTION_ERROR || error->domain == ATLAS_MAP_THEME_ERROR
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    return ATLAS_CLI_USAGE;
  return ATLAS_CLI_IO;
}

/*
 * _atlas_cli_fail:
 * @error: why the command cannot go on
 *
 * Returns: the exit status, once the message is printed
 */
AtlasCliStatus
_atlas_cli_fail (GError *error)
{
  atlas_cli_print_error (error->message);
  return atlas_cli_status_for_error (error);
}

/*
 * _atlas_cli_usage:
 * @format: how the command is to be called
 * @...: arguments of @format
 *
 * Returns: %ATLAS_CLI_USAGE, once the message is printed
 */
AtlasCliStatus
_atlas_cli_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  atlas_cli_print_error (message);
  return ATLAS_CLI_USAGE;
}

static AtlasCliStatus
run_command (const Command *command, const AtlasCliOptions *options)
{
  g_autofree char *path = NULL;
  g_autoptr (AtlasCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  const char *useless = _atlas_cli_options_find_useless (options, command->takes);

  if (useless != NULL)
    return _atlas_cli_usage (_ ("“%s” does not take %s. “--help” says what it takes."),
                             command->name, useless);
  path = options->database != NULL ? g_strdup (options->database) : atlas_catalog_default_path ();
  catalog = atlas_catalog_open (path, &error);
  if (catalog == NULL)
    return _atlas_cli_fail (error);
  return command->func (catalog, options);
}

static AtlasCliStatus
run (const AtlasCliOptions *options)
{
  const char *name = options->command;
  g_autofree char *shown = NULL;

  if (name == NULL)
    return _atlas_cli_usage (_ ("No command is given. “--help” lists the commands."));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (name, commands[i].name) == 0)
      return run_command (&commands[i], options);

  shown = _atlas_cli_shorten (name);
  return _atlas_cli_usage (_ ("There is no command “%s”. “--help” lists the commands."), shown);
}

/**
 * atlas_cli_run:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Runs the command that the command line names.
 *
 * Returns: the exit status, an #AtlasCliStatus
 */
int
atlas_cli_run (int argc, char **argv)
{
  g_auto (AtlasCliOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  AtlasCliStatus status;

  if (!_atlas_cli_options_parse (&options, argv, &error))
    return _atlas_cli_fail (error);
  if (options.version)
    {
      printf ("liaoning-atlas %s\n", ATLAS_VERSION);
      return ATLAS_CLI_DONE;
    }

  status = run (&options);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      atlas_cli_print_error (_ ("The output could not be written. Is the disk full?"));
      return ATLAS_CLI_IO;
    }
  return status;
}
