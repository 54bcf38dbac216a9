/* atlas-tile-template.c: the address of a tile, as a template
 *
 * People paste these from the web pages of map servers, so every refusal says what is wrong and
 * shows how a right one looks. {z}, {x}, {y} are what OpenStreetMap made usual, {TileMatrix},
 * {TileCol}, {TileRow} what OGC 07-057r7 (WMTS 1.0.0, § 10.2.1) calls the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-template.h"

#include <glib/gi18n.h>
#include <string.h>

/* One connection each: more hosts would only mean more of them to open and close. */
#define MAX_HOSTS 4
/* RFC 1035: the longest name. */
#define MAX_HOST_LENGTH 253

#define EXAMPLE "https://tile.example.org/{z}/{x}/{y}.png"

typedef enum
{
  FIELD_NONE,
  FIELD_ZOOM,
  FIELD_X,
  FIELD_Y,
  FIELD_Y_NORTH,
  FIELD_KEY,
  FIELD_HOST,
} Field;

/* What stands before a field, and the field: FIELD_NONE after the last one. */
typedef struct
{
  char *text;
  Field field;
} Part;

struct _AtlasTileTemplate
{
  char *text;
  char *host;
  char *key_name;
  GArray *parts;
  GPtrArray *hosts; /* what may stand for FIELD_HOST */
  guint fields;     /* 1 << Field */
};

static const struct
{
  const char *name;
  Field field;
} FIELDS[] = {
  { "z", FIELD_ZOOM },     { "TileMatrix", FIELD_ZOOM },
  { "x", FIELD_X },        { "TileCol", FIELD_X },
  { "y", FIELD_Y },        { "TileRow", FIELD_Y },
  { "-y", FIELD_Y_NORTH }, { "key", FIELD_KEY },
};

static void
clear_part (gpointer part)
{
  g_free (((Part *) part)->text);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_TEMPLATE, message);
  return FALSE;
}

G_GNUC_PRINTF (2, 3)
static gboolean
fail_with (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list rest;

  va_start (rest, format);
  message = g_strdup_vprintf (format, rest);
  va_end (rest);
  return fail (error, message);
}

static gboolean
check_characters (const char *text, GError **error)
{
  if (text[0] == '\0')
    return fail_with (
        error, _ ("The address of the map tiles is empty. A right one looks like %s."), EXAMPLE);
  if (strlen (text) > ATLAS_TILE_TEMPLATE_MAX_LENGTH)
    return fail_with (error, _ ("The address of the map tiles has more than %d characters."),
                      ATLAS_TILE_TEMPLATE_MAX_LENGTH);
  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, _ ("The address of the map tiles is not valid UTF-8 text."));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character) || !g_unichar_isprint (character))
        return fail (error, _ ("The address of the map tiles must not contain blanks, line breaks "
                               "or control characters."));
      if (strchr ("\"<>\\^`|#", *c) != NULL)
        return fail_with (error, _ ("The address of the map tiles must not contain “%c”."), *c);
      if (*c == '%' && (!g_ascii_isxdigit (c[1]) || !g_ascii_isxdigit (c[2])))
        return fail (error, _ ("In the address of the map tiles, “%” must be followed by two "
                               "hexadecimal digits."));
    }
  return TRUE;
}

static gboolean
check_scheme (const char *text, GError **error)
{
  if (g_ascii_strncasecmp (text, "https://", strlen ("https://")) == 0
      || g_ascii_strncasecmp (text, "http://", strlen ("http://")) == 0)
    return TRUE;

  return fail_with (
      error, _ ("The address of the map tiles must begin with https:// or http://, as in %s."),
      EXAMPLE);
}

static Field
find_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (g_ascii_strcasecmp (FIELDS[i].name, name) == 0)
      return FIELDS[i].field;
  return FIELD_NONE;
}

/* {a-c}, {0-7}: one character to another of its kind */
static gboolean
is_range (const char *name)
{
  return strlen (name) == 3 && name[1] == '-' && name[0] <= name[2]
         && ((g_ascii_isdigit (name[0]) && g_ascii_isdigit (name[2]))
             || (g_ascii_islower (name[0]) && g_ascii_islower (name[2])));
}

static GPtrArray *
read_hosts (const char *name)
{
  g_autoptr (GPtrArray) hosts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = NULL;

  if (is_range (name))
    for (char c = name[0]; c <= name[2]; c++)
      g_ptr_array_add (hosts, g_strndup (&c, 1));
  else if (strchr (name, ',') != NULL || g_strcmp0 (name, "s") == 0)
    {
      /* {s} without a set of its own means what it means on the OpenStreetMap pages. */
      names = g_strsplit (g_strcmp0 (name, "s") == 0 ? "a,b,c" : name, ",", -1);
      for (guint i = 0; names[i] != NULL; i++)
        g_ptr_array_add (hosts, g_strdup (names[i]));
    }
  return g_steal_pointer (&hosts);
}

static gboolean
add_host_field (AtlasTileTemplate *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) hosts = read_hosts (name);

  if (hosts->len == 0)
    return fail_with (error,
                      _ ("“{%s}” in the host of the map tiles is no set of hosts. A set looks like "
                         "{a-c}, {0-7} or {a,b,c}."),
                      name);
  if (self->hosts != NULL)
    return fail (error, _ ("The address of the map tiles has two sets of hosts; one is possible."));

  g_ptr_array_set_size (hosts, (int) MIN (hosts->len, MAX_HOSTS));
  self->hosts = g_steal_pointer (&hosts);
  return TRUE;
}

/* @in_host: the scheme and the host end at the first slash after them */
static gboolean
add_field (AtlasTileTemplate *self, const char *name, gboolean in_host, Part *part, GError **error)
{
  part->field = in_host ? FIELD_HOST : find_field (name);
  if (part->field == FIELD_HOST && !add_host_field (self, name, error))
    return FALSE;
  if (part->field == FIELD_NONE)
    return fail_with (
        error,
        _ ("“{%s}” is no field of an address of map tiles. Possible are {z}, {x}, {y}, "
           "{-y}, {key}, {TileMatrix}, {TileCol}, {TileRow} and, in the host, a set "
           "such as {a-c}."),
        name);

  self->fields |= 1u << part->field;
  return TRUE;
}

/* The scheme and the host, which end at the first slash after them, or at the question */
static gsize
measure_origin (const char *text)
{
  const char *host = strstr (text, "://") + strlen ("://");

  return (gsize) (host - text) + strcspn (host, "/?");
}

static gboolean
read_parts (AtlasTileTemplate *self, GError **error)
{
  const char *path = self->text + measure_origin (self->text);
  const char *rest = self->text;

  for (;;)
    {
      gsize length = strcspn (rest, "{}");
      const char *open = rest + length;
      Part part = { g_strndup (rest, length), FIELD_NONE };
      g_autofree char *name = NULL;

      g_array_append_val (self->parts, part);
      if (*open == '\0')
        return TRUE;

      length = strcspn (open + 1, "{}");
      if (*open != '{' || open[1 + length] != '}')
        return fail_with (error,
                          _ ("The braces in the address of the map tiles do not match. A right one "
                             "looks like %s."),
                          EXAMPLE);

      name = g_strndup (open + 1, length);
      if (!add_field (self, name, open < path,
                      &g_array_index (self->parts, Part, self->parts->len - 1), error))
        return FALSE;
      rest = open + 1 + length + 1;
    }
}

static gboolean
check_fields (AtlasTileTemplate *self, GError **error)
{
  const char *missing = NULL;

  if ((self->fields & (1u << FIELD_ZOOM)) == 0)
    missing = "{z}";
  else if ((self->fields & (1u << FIELD_X)) == 0)
    missing = "{x}";
  else if ((self->fields & (1u << FIELD_Y | 1u << FIELD_Y_NORTH)) == 0)
    missing = "{y}";

  return missing == NULL
         || fail_with (error,
                       _ ("The address of the map tiles lacks %s. A right one looks like %s."),
                       missing, EXAMPLE);
}

static void
append_field (AtlasTileTemplate *self,
              GString *out,
              Field field,
              guint zoom,
              guint x,
              guint y,
              const char *key)
{
  switch (field)
    {
    case FIELD_ZOOM:
      g_string_append_printf (out, "%u", zoom);
      break;
    case FIELD_X:
      g_string_append_printf (out, "%u", x);
      break;
    case FIELD_Y:
      g_string_append_printf (out, "%u", y);
      break;
    case FIELD_Y_NORTH:
      g_string_append_printf (out, "%u", (1u << zoom) - 1 - y);
      break;
    case FIELD_KEY:
      g_string_append_uri_escaped (out, key != NULL ? key : "", NULL, FALSE);
      break;
    case FIELD_HOST:
      g_string_append (out, g_ptr_array_index (self->hosts, (x + y) % self->hosts->len));
      break;
    case FIELD_NONE:
    default:
      break;
    }
}

/* Whether DNS could know it: letters, digits and hyphens between dots (or what IDNA makes of
 * others), or a numeric address. */
static gboolean
is_host (const char *host)
{
  g_autofree char *ascii = g_hostname_to_ascii (host);
  g_auto (GStrv) labels = NULL;

  if (ascii == NULL || ascii[0] == '\0' || strlen (ascii) > MAX_HOST_LENGTH)
    return FALSE;
  if (g_hostname_is_ip_address (ascii))
    return TRUE;

  labels = g_strsplit (ascii, ".", -1);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      /* The one empty label is that of the root, at the end. */
      if (labels[i][0] == '\0' && (i == 0 || labels[i + 1] != NULL))
        return FALSE;
      for (const char *c = labels[i]; *c != '\0'; c++)
        if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
          return FALSE;
    }
  return TRUE;
}

/* As libsoup parses it */
static GUri *
parse_address (const char *address)
{
  return g_uri_parse (
      address, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY,
      NULL);
}

static gboolean
check_address (const char *address, GError **error)
{
  g_autoptr (GUri) uri = parse_address (address);

  if (uri == NULL || g_uri_get_host (uri) == NULL || !is_host (g_uri_get_host (uri)))
    return fail_with (error,
                      _ ("The address of the map tiles is not a valid address. A right one looks "
                         "like %s."),
                      EXAMPLE);
  if (g_uri_get_userinfo (uri) != NULL)
    return fail (error, _ ("The address of the map tiles must not contain a user name or a "
                           "password."));
  return TRUE;
}

/* Punycode may stand for anything, also for what would turn our sentences round. */
static gboolean
is_readable (const char *name)
{
  if (name == NULL || name[0] == '\0')
    return FALSE;
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isalnum (g_utf8_get_char (c)) && strchr ("-._:", *c) == NULL)
      return FALSE;
  return TRUE;
}

/* Whether the hosts differ in their first label only: a set is behind what stands before it. */
static gboolean
differs_in_first_label (AtlasTileTemplate *self)
{
  if (self->hosts == NULL || strchr (g_array_index (self->parts, Part, 0).text, '.') != NULL)
    return FALSE;
  for (guint i = 0; i < self->hosts->len; i++)
    if (strchr (g_ptr_array_index (self->hosts, i), '.') != NULL)
      return FALSE;
  return TRUE;
}

/* What the hosts have in common is what people call the server: example.org for
 * {a-c}.example.org */
static char *
name_host (AtlasTileTemplate *self)
{
  g_autofree char *address = atlas_tile_template_expand (self, 0, 0, 0, NULL);
  g_autoptr (GUri) uri = parse_address (address);
  const char *host = g_uri_get_host (uri);
  const char *dot = g_hostname_is_ip_address (host) ? NULL : strchr (host, '.');
  g_autofree char *name = NULL;

  if (dot != NULL && strchr (dot + 1, '.') != NULL && differs_in_first_label (self))
    host = dot + 1;
  name = g_hostname_to_unicode (host);
  return g_strdup (is_readable (name) ? name : host);
}

static gboolean
check_addresses (AtlasTileTemplate *self, GError **error)
{
  guint n_hosts = self->hosts != NULL ? self->hosts->len : 1;

  for (guint i = 0; i < n_hosts; i++)
    {
      g_autofree char *address = atlas_tile_template_expand (self, 20, i, 0, "key");

      if (!check_address (address, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * atlas_tile_template_parse:
 * @text: what a person typed
 * @error: return location for %ATLAS_TILE_ERROR_TEMPLATE: one sentence that says what is wrong
 *
 * Returns: (transfer full) (nullable): the template
 */
AtlasTileTemplate *
atlas_tile_template_parse (const char *text, GError **error)
{
  g_autoptr (AtlasTileTemplate) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_characters (text, error) || !check_scheme (text, error))
    return NULL;

  self = g_new0 (AtlasTileTemplate, 1);
  self->text = g_strdup (text);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  if (!read_parts (self, error) || !check_fields (self, error) || !check_addresses (self, error))
    return NULL;

  self->host = name_host (self);
  self->key_name = g_ascii_strdown (self->text, (gssize) measure_origin (self->text));
  return g_steal_pointer (&self);
}

/**
 * atlas_tile_template_free:
 * @self: (transfer full): a template
 */
void
atlas_tile_template_free (AtlasTileTemplate *self)
{
  g_free (self->text);
  g_free (self->host);
  g_free (self->key_name);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->hosts, g_ptr_array_unref);
  g_free (self);
}

/**
 * atlas_tile_template_get_text:
 * @self: a template
 *
 * Returns: what was parsed
 */
const char *
atlas_tile_template_get_text (AtlasTileTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * atlas_tile_template_get_host:
 * @self: a template
 *
 * Returns: the name of the server, for people: without the part in which a set of hosts differs.
 *   Several servers may have the same one
 */
const char *
atlas_tile_template_get_host (AtlasTileTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->host;
}

/**
 * atlas_tile_template_get_key_name:
 * @self: a template
 *
 * A key is for whom it was given to: for no other host or port, and not for http where it was typed
 * for https.
 *
 * Returns: under which name a key for this server is kept: the scheme, the host or set of hosts and
 *   the port as they were typed, in lower case
 */
const char *
atlas_tile_template_get_key_name (AtlasTileTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->key_name;
}

/**
 * atlas_tile_template_needs_key:
 * @self: a template
 *
 * Returns: whether it has {key}
 */
gboolean
atlas_tile_template_needs_key (AtlasTileTemplate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->fields & (1u << FIELD_KEY)) != 0;
}

/**
 * atlas_tile_template_expand:
 * @self: a template
 * @zoom: level, 0 to 31
 * @x: column
 * @y: row, growing southward
 * @key: (nullable): what {key} stands for; it is percent-encoded
 *
 * A tile always comes from the same host of a set, so that caches on the way know it again.
 *
 * Returns: (transfer full): the address of a tile
 */
char *
atlas_tile_template_expand (AtlasTileTemplate *self, guint zoom, guint x, guint y, const char *key)
{
  GString *out = NULL;

  g_return_val_if_fail (self != NULL && zoom < 32, NULL);

  out = g_string_new (NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      g_string_append (out, part->text);
      append_field (self, out, part->field, zoom, x, y, key);
    }
  return g_string_free (out, FALSE);
}
