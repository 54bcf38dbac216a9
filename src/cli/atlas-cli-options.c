/* atlas-cli-options.c: the command line, taken apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cli-private.h"

#include <glib/gi18n.h>

#include "config.h"

/* Hits of a kind that a search prints */
#define DEFAULT_LIMIT 20

/* Options whose value is the next argument, so that it is not taken for the command; those of
 * `screenshot` too. */
static const char *const valued_options[] = { "--database", "--place",    "--family", "--category",
                                              "--status",   "--document", "--limit",  "--format",
                                              "--output",   "-o",         "--title",  "--colour-by",
                                              "--size",     "--scale",    "--tiles",  "--approval",
                                              "--view",     NULL };

/*
 * _atlas_cli_find_command:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Returns: which argument is the command, or 0 where there is none
 */
int
_atlas_cli_find_command (int argc, char **argv)
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

/*
 * _atlas_cli_options_clear:
 * @self: what a command line was parsed into
 */
void
_atlas_cli_options_clear (AtlasCliOptions *self)
{
  char *texts[] = { self->database, self->family, self->category, self->status,  self->document,
                    self->format,   self->output, self->title,    self->command, self->colour_by,
                    self->size,     self->scale,  self->approval };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (self->places);
  g_strfreev (self->arguments);
}

/*
 * _atlas_cli_options_find_useless:
 * @self: the command line
 * @takes: what the command takes
 *
 * An option that would be ignored gives an answer to another question.
 *
 * Returns: (nullable): an option that is given and is none of @takes
 */
const char *
_atlas_cli_options_find_useless (const AtlasCliOptions *self, AtlasCliTakes takes)
{
  const struct
  {
    AtlasCliTakes of;
    const char *name;
    gboolean given;
  } options[] = {
    { ATLAS_CLI_TAKES_PLACE, "--place", self->places != NULL },
    { ATLAS_CLI_TAKES_FAMILY, "--family", self->family != NULL },
    { ATLAS_CLI_TAKES_CATEGORY, "--category", self->category != NULL },
    { ATLAS_CLI_TAKES_STATUS, "--status", self->status != NULL },
    { ATLAS_CLI_TAKES_DOCUMENT, "--document", self->document != NULL },
    { ATLAS_CLI_TAKES_LIMIT, "--limit", self->limit != DEFAULT_LIMIT },
    { ATLAS_CLI_TAKES_JSON, "--json", self->json },
    { ATLAS_CLI_TAKES_MAP, "--format", self->format != NULL },
    { ATLAS_CLI_TAKES_MAP, "--output", self->output != NULL },
    { ATLAS_CLI_TAKES_MAP, "--colour-by", self->colour_by != NULL },
    { ATLAS_CLI_TAKES_MAP, "--title", self->title != NULL },
    { ATLAS_CLI_TAKES_MAP, "--size", self->size != NULL },
    { ATLAS_CLI_TAKES_MAP, "--scale", self->scale != NULL },
    { ATLAS_CLI_TAKES_MAP, "--approval", self->approval != NULL },
    { ATLAS_CLI_TAKES_MAP, "--dark", self->dark },
    { ATLAS_CLI_TAKES_MAP, "--no-badges", self->no_badges },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given && (takes & options[i].of) == 0)
      return options[i].name;
  return NULL;
}

static char *
build_description (void)
{
  return g_strdup (
      _ ("Commands:\n"
         "  show PLACE            the profile of a city, county or district\n"
         "  list WHAT             places, projects, clusters, zones, industries or documents\n"
         "  search TEXT           places, industries, projects and quotations\n"
         "  check                 whether the data set is right, and what it covers\n"
         "  export -o FILE        a map as PNG, SVG or PDF: of the province, or of the places\n"
         "                        that --place names\n"
         "  screenshot -o FILE    the window as a PNG picture (needs a display);\n"
         "                        “screenshot --help” lists its options\n"
         "\n"
         "“list projects” takes all of --place, --family, --category, --status and --document;\n"
         "places, clusters and industries take --place, --family and --document; zones --place\n"
         "and --document; documents --document.\n"
         "\n"
         "THEME is what the colours of a map mean: family, city, projects, projects,stage:idea,\n"
         "projects,category:能源, period, coverage, none, or up to four of family:, cluster: and\n"
         "zone: with a name, as in family:能源,zone:沿海经济带.\n"
         "PLACE is a name, a short name, pinyin, initials or a code: 瓦房店, wfd, 210281.\n"
         "Where a city or county and a district read alike, the district gives way.\n"
         "Without a command the window opens.\n"
         "Exit status: 0 done, 1 nothing found or check failed, 2 wrong usage, 3 cannot read or "
         "write."));
}

static void
add_entries (GOptionContext *context, AtlasCliOptions *self)
{
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->database,
      N_ ("Read this data set instead of the installed one"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print JSON"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &self->limit,
      N_ ("search: at most N hits of a kind (20; 0 for all)"), N_ ("N") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->places,
      N_ ("list: only this place and what belongs to it; export: outline it (repeatable)"),
      N_ ("PLACE") },
    { "family", 0, 0, G_OPTION_ARG_FILENAME, &self->family,
      N_ ("list: only this family of industries"), N_ ("FAMILY") },
    { "category", 0, 0, G_OPTION_ARG_FILENAME, &self->category,
      N_ ("list projects: only this category or heading of a box"), N_ ("CATEGORY") },
    { "status", 0, 0, G_OPTION_ARG_FILENAME, &self->status,
      N_ ("list projects: only this status (续建) or stage (continuing)"), N_ ("STATUS") },
    { "document", 0, 0, G_OPTION_ARG_FILENAME, &self->document,
      N_ ("list: only what this document says"), N_ ("ID") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, N_ ("Print the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, ATLAS_GETTEXT_PACKAGE);
}

static void
add_map_entries (GOptionContext *context, AtlasCliOptions *self)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("export: write the map to this file"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &self->format,
      N_ ("export: png, svg or pdf (what FILE ends in)"), N_ ("FORMAT") },
    { "colour-by", 0, 0, G_OPTION_ARG_FILENAME, &self->colour_by,
      N_ ("export: what the colours mean (family)"), N_ ("THEME") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &self->title,
      N_ ("export: what stands above the map (place and theme)"), N_ ("TEXT") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &self->size,
      N_ ("export: in pixels of 1/96 inch (1123x794, which is A4)"), N_ ("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME, &self->scale,
      N_ ("export: how much larger a PNG is: 1, 2 or 300dpi (1)"), N_ ("SCALE") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &self->dark, N_ ("export: dark colours"), NULL },
    { "no-badges", 0, 0, G_OPTION_ARG_NONE, &self->no_badges,
      N_ ("export: no numbers of projects beside the names"), NULL },
    { "approval", 0, 0, G_OPTION_ARG_FILENAME, &self->approval,
      N_ ("export: the review number of the map"), N_ ("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, ATLAS_GETTEXT_PACKAGE);
}

/*
 * _atlas_cli_options_parse:
 * @self: (out caller-allocates): zeroed; gets the options, to be cleared in any case
 * @argv: as main() got it
 * @error: return location for a #GOptionError
 *
 * Texts are read as file names are, byte for byte: converting them from the locale's encoding would
 * lose Chinese wherever the locale is not installed.
 *
 * Returns: whether @argv could be understood
 */
gboolean
_atlas_cli_options_parse (AtlasCliOptions *self, char **argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("COMMAND [ARGUMENT]"));
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autofree char *description = build_description ();

  self->limit = DEFAULT_LIMIT;
  g_option_context_set_summary (context, _ ("The counties of Liaoning: their positioning, "
                                            "leading industries and projects, each with its "
                                            "source."));
  g_option_context_set_description (context, description);
  add_entries (context, self);
  add_map_entries (context, self);
  if (!g_option_context_parse_strv (context, &arguments, error))
    return FALSE;

  /* What is left: the program, the command, its arguments. */
  self->command = g_strdup (arguments[1]);
  self->arguments = g_strdupv (arguments[1] != NULL ? arguments + 2 : arguments + 1);
  return TRUE;
}
