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
#include "config.h"

/* Characters of what was typed that a message repeats */
#define MAX_SHOWN 40

/* Hits of a kind that a search prints */
#define DEFAULT_LIMIT 20

typedef struct
{
  const char *name;
  AtlasCliCommandFunc func;
  AtlasCliFilters filters; /* what narrows it */
  gboolean limited;        /* whether --limit does */
} Command;

static const Command commands[] = {
  { "show", _atlas_cli_show, 0, FALSE },
  { "list", _atlas_cli_list, ATLAS_CLI_FILTER_ALL, FALSE },
  { "search", _atlas_cli_search, 0, TRUE },
  { "check", _atlas_cli_check, 0, FALSE },
};

/* Options whose value is the next argument, so that it is not taken for the command. */
static const char *const valued_options[] = { "--database", "--place",    "--family", "--category",
                                              "--status",   "--document", "--limit",  NULL };

static int
find_command (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (argv[i][0] != '-')
        return i;
      if (g_strv_contains (valued_options, argv[i]))
        i++;
    }
  return 0;
}

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
  int command = find_command (argc, argv);

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
  if (find_command (argc, argv) == 0)
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
 * @error: an error of the catalog or the base floor
 *
 * Returns: the exit status it leads to
 */
AtlasCliStatus
atlas_cli_status_for_error (const GError *error)
{
  if (g_error_matches (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_UNKNOWN_PLACE)
      || g_error_matches (error, ATLAS_CATALOG_ERROR, ATLAS_CATALOG_ERROR_AMBIGUOUS_PLACE))
    return ATLAS_CLI_NOT_FOUND;
  return error->domain == G_OPTION_ERROR ? ATLAS_CLI_USAGE : ATLAS_CLI_IO;
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

static void
options_clear (AtlasCliOptions *options)
{
  g_free (options->database);
  g_free (options->place);
  g_free (options->family);
  g_free (options->category);
  g_free (options->status);
  g_free (options->document);
  g_strfreev (options->arguments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasCliOptions, options_clear)

static char *
build_description (void)
{
  return g_strdup (
      _ ("Commands:\n"
         "  show PLACE            the profile of a city, county or district\n"
         "  list WHAT             places, projects, clusters, zones, industries or documents\n"
         "  search TEXT           places, industries, projects and quotations\n"
         "  check                 whether the data set is right, and what it covers\n"
         "  screenshot -o FILE    the window as a PNG picture (needs a display);\n"
         "                        “screenshot --help” lists its options\n"
         "\n"
         "“list projects” takes all of --place, --family, --category, --status and --document;\n"
         "places, clusters and industries take --place, --family and --document; zones --place\n"
         "and --document; documents --document.\n"
         "\n"
         "PLACE is a name, a short name, pinyin, initials or a code: 瓦房店, wfd, 210281.\n"
         "Where a city or county and a district read alike, the district gives way.\n"
         "Without a command the window opens.\n"
         "Exit status: 0 done, 1 nothing found or check failed, 2 wrong usage, 3 cannot read or "
         "write."));
}

/* Texts are read as file names are, byte for byte: converting them from the locale's encoding would
 * lose Chinese wherever the locale is not installed. */
static gboolean
parse (AtlasCliOptions *options, gboolean *version, GStrv *arguments, GError **error)
{
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &options->database,
      N_ ("Read this data set instead of the installed one"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Print JSON"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options->limit,
      N_ ("search: at most N hits of a kind (20; 0 for all)"), N_ ("N") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &options->place,
      N_ ("list: only this place and what belongs to it"), N_ ("PLACE") },
    { "family", 0, 0, G_OPTION_ARG_FILENAME, &options->family,
      N_ ("list: only this family of industries"), N_ ("FAMILY") },
    { "category", 0, 0, G_OPTION_ARG_FILENAME, &options->category,
      N_ ("list projects: only this category or heading of a box"), N_ ("CATEGORY") },
    { "status", 0, 0, G_OPTION_ARG_FILENAME, &options->status,
      N_ ("list projects: only this status (续建) or stage (continuing)"), N_ ("STATUS") },
    { "document", 0, 0, G_OPTION_ARG_FILENAME, &options->document,
      N_ ("list: only what this document says"), N_ ("ID") },
    { "version", 0, 0, G_OPTION_ARG_NONE, version, N_ ("Print the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("COMMAND [ARGUMENT]"));
  g_autofree char *description = build_description ();

  g_option_context_set_summary (context, _ ("The counties of Liaoning: their positioning, "
                                            "leading industries and projects, each with its "
                                            "source."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, ATLAS_GETTEXT_PACKAGE);
  return g_option_context_parse_strv (context, arguments, error);
}

static AtlasCliStatus
run_command (const Command *command, const AtlasCliOptions *options)
{
  g_autofree char *path = NULL;
  g_autoptr (AtlasCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  const char *useless = _atlas_cli_find_useless_filter (options, command->filters);

  if (useless == NULL && !command->limited && options->limit != DEFAULT_LIMIT)
    useless = "--limit";
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
run (AtlasCliOptions *options, const char *name)
{
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (name, commands[i].name) == 0)
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
  g_auto (AtlasCliOptions) options = { .limit = DEFAULT_LIMIT };
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  gboolean version = FALSE;
  AtlasCliStatus status;

  if (!parse (&options, &version, &arguments, &error))
    return _atlas_cli_fail (error);
  if (version)
    {
      printf ("liaoning-atlas %s\n", ATLAS_VERSION);
      return ATLAS_CLI_DONE;
    }

  /* What is left: the program, the command, its arguments. */
  if (arguments[1] == NULL)
    return _atlas_cli_usage (_ ("No command is given. “--help” lists the commands."));
  name = g_strdup (arguments[1]);
  options.arguments = g_strdupv (arguments + 2);
  status = run (&options, name);

  if (fflush (stdout) != 0 || ferror (stdout))
    {
      atlas_cli_print_error (_ ("The output could not be written. Is the disk full?"));
      return ATLAS_CLI_IO;
    }
  return status;
}
