/* atlas-tile-server-answer.c: what a server's answer means
 *
 * How long a picture may be kept follows RFC 9111 (§ 4.2.1 freshness, § 5.2.2 Cache-Control), for a
 * private cache.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-tile-server-answer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-tile-image.h"

#define SECONDS_PER_DAY (24 * 60 * 60)
/* For a server that does not say: maps change slowly. */
#define DEFAULT_AGE (7 * SECONDS_PER_DAY)
#define MAX_AGE (365 * SECONDS_PER_DAY)
/* How long a server that wants quiet is left alone: where it does not say, and at most. */
#define DEFAULT_WAIT 10
#define MAX_WAIT 300
#define STATUS_IM_A_TEAPOT 418
#define STATUS_TOO_MANY_REQUESTS 429

G_GNUC_PRINTF (4, 5)
static AtlasTileFault
fault (AtlasTileFault result, GError **error, AtlasTileError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list rest;

  va_start (rest, format);
  message = g_strdup_vprintf (format, rest);
  va_end (rest);
  g_set_error_literal (error, ATLAS_TILE_ERROR, (int) code, message);
  return result;
}

static gboolean
has_type (SoupMessage *message, const char *part)
{
  const char *type = soup_message_headers_get_content_type (
      soup_message_get_response_headers (message), NULL);

  return type != NULL && strstr (type, part) != NULL;
}

static AtlasTileFault
judge_picture (const char *host, SoupMessage *message, GBytes *body, GError **error)
{
  if (has_type (message, "html"))
    return fault (ATLAS_TILE_FAULT_TILE, error, ATLAS_TILE_ERROR_SERVER,
                  _ ("“%s” sent a web page in place of a map tile. Check the address, and whether "
                     "this network asks you to sign in."),
                  host);
  if (has_type (message, "vector-tile") || has_type (message, "protobuf"))
    return fault (ATLAS_TILE_FAULT_TILE, error, ATLAS_TILE_ERROR_VECTOR,
                  _ ("“%s” sends vector tiles, which Liaoning Atlas does not draw. Choose a server "
                     "of pictures (PNG, JPEG or WebP)."),
                  host);
  if (!atlas_tile_image_is_supported (body))
    return fault (ATLAS_TILE_FAULT_TILE, error, ATLAS_TILE_ERROR_SERVER,
                  _ ("“%s” sent something in place of a map tile that is no picture. Check the "
                     "address."),
                  host);
  return ATLAS_TILE_FAULT_NONE;
}

static AtlasTileFault
judge_refusal (const char *host, gboolean with_key, guint status, GError **error)
{
  if (with_key)
    return fault (ATLAS_TILE_FAULT_SOURCE, error, ATLAS_TILE_ERROR_REFUSED,
                  _ ("“%s” refuses the key (HTTP %u). Check in the preferences that the key is "
                     "right, still valid and of the kind for this use."),
                  host, status);
  return fault (
      ATLAS_TILE_FAULT_SOURCE, error, ATLAS_TILE_ERROR_REFUSED,
      _ ("“%s” refuses to serve this program (HTTP %u). Check the address and whether the "
         "server needs a key."),
      host, status);
}

static AtlasTileFault
judge_quota (const char *host, SoupMessage *message, GError **error)
{
  guint wait = _atlas_tile_answer_get_wait (message, g_get_real_time () / G_USEC_PER_SEC);

  return fault (ATLAS_TILE_FAULT_SOURCE, error, ATLAS_TILE_ERROR_QUOTA,
                ngettext ("“%s” has had too many requests (HTTP 429). Try again in %u second.",
                          "“%s” has had too many requests (HTTP 429). Try again in %u seconds.",
                          wait),
                host, wait);
}

/*
 * _atlas_tile_answer_judge:
 * @host: the name of the server, for people
 * @with_key: whether the request had a key
 * @known: whether a picture is kept that may still be right
 * @message: the answer
 * @body: what came with it
 * @error: return location for an error of %ATLAS_TILE_ERROR where there is a fault
 *
 * Returns: what is to be done
 */
AtlasTileFault
_atlas_tile_answer_judge (const char *host,
                          gboolean with_key,
                          gboolean known,
                          SoupMessage *message,
                          GBytes *body,
                          GError **error)
{
  guint status = soup_message_get_status (message);

  switch (status)
    {
    case SOUP_STATUS_OK:
      return judge_picture (host, message, body, error);
    case SOUP_STATUS_NOT_MODIFIED:
      if (known)
        return ATLAS_TILE_FAULT_NONE;
      break;
    case SOUP_STATUS_NO_CONTENT:
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      g_propagate_error (error, _atlas_tile_answer_absent (host));
      return ATLAS_TILE_FAULT_ABSENT;
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_FORBIDDEN:
    case STATUS_IM_A_TEAPOT:
      return judge_refusal (host, with_key, status, error);
    case STATUS_TOO_MANY_REQUESTS:
      return judge_quota (host, message, error);
    default:
      break;
    }

  if (SOUP_STATUS_IS_SERVER_ERROR (status))
    return fault (ATLAS_TILE_FAULT_PASSING, error, ATLAS_TILE_ERROR_SERVER,
                  _ ("“%s” is out of order (HTTP %u). Try again later."), host, status);
  return fault (ATLAS_TILE_FAULT_TILE, error, ATLAS_TILE_ERROR_SERVER,
                _ ("“%s” has no use for our request (HTTP %u). Check the address."), host, status);
}

static AtlasTileFault
explain_limit (const char *host, const GError *reason, GError **error)
{
  switch (reason->code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return fault (ATLAS_TILE_FAULT_SLOW, error, ATLAS_TILE_ERROR_UNREACHABLE,
                    _ ("“%s” does not answer in time. Check the network connection, or try again "
                       "later."),
                    host);
    case G_IO_ERROR_MESSAGE_TOO_LARGE:
      return fault (ATLAS_TILE_FAULT_TILE, error, ATLAS_TILE_ERROR_TOO_LARGE,
                    _ ("“%s” sent more than a map tile can have. Check the address."), host);
    case G_IO_ERROR_TOO_MANY_LINKS:
      return fault (ATLAS_TILE_FAULT_TILE, error, ATLAS_TILE_ERROR_SERVER,
                    _ ("“%s” sends every request elsewhere without end. Check the address."), host);
    case G_IO_ERROR_NOT_SUPPORTED:
      return fault (ATLAS_TILE_FAULT_TILE, error, ATLAS_TILE_ERROR_SERVER,
                    _ ("“%s” sends requests on to an address that is not secure, which was not "
                       "followed. Check the address."),
                    host);
    case G_IO_ERROR_PARTIAL_INPUT:
      return fault (ATLAS_TILE_FAULT_PASSING, error, ATLAS_TILE_ERROR_UNREACHABLE,
                    _ ("The connection to “%s” broke off. Check the network connection, or try "
                       "again later."),
                    host);
    default:
      return ATLAS_TILE_FAULT_NONE;
    }
}

/*
 * _atlas_tile_answer_explain:
 * @host: the name of the server, for people
 * @reason: why there is no answer: of _atlas_tile_request_finish()
 * @error: return location for an error of %ATLAS_TILE_ERROR
 *
 * Returns: what is to be done
 */
AtlasTileFault
_atlas_tile_answer_explain (const char *host, const GError *reason, GError **error)
{
  AtlasTileFault result = reason->domain == G_IO_ERROR ? explain_limit (host, reason, error)
                                                       : ATLAS_TILE_FAULT_NONE;

  if (result != ATLAS_TILE_FAULT_NONE)
    return result;
  if (g_error_matches (reason, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    return fault (ATLAS_TILE_FAULT_SOURCE, error, ATLAS_TILE_ERROR_UNREACHABLE,
                  _ ("“%s” cannot prove that it is what it says, so nothing was asked of it. Check "
                     "the date of this computer, or ask those who run the server for a valid "
                     "certificate."),
                  host);
  return fault (ATLAS_TILE_FAULT_PASSING, error, ATLAS_TILE_ERROR_UNREACHABLE,
                _ ("“%s” cannot be reached. Check the network connection and the address."), host);
}

/*
 * _atlas_tile_answer_absent:
 * @host: the name of the server, for people
 *
 * Returns: (transfer full): %ATLAS_TILE_ERROR_ABSENT
 */
GError *
_atlas_tile_answer_absent (const char *host)
{
  return g_error_new (ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_ABSENT, _ ("“%s” has no map here."), host);
}

/*
 * _atlas_tile_answer_absent_everywhere:
 * @host: the name of the server, for people
 *
 * Returns: (transfer full): %ATLAS_TILE_ERROR_SERVER
 */
GError *
_atlas_tile_answer_absent_everywhere (const char *host)
{
  return g_error_new (ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_SERVER,
                      _ ("“%s” has no map of this area, or its address is wrong. Check the "
                         "address, or go to a place of which it has a map and try again."),
                      host);
}

static gint64
read_seconds (const char *text)
{
  guint64 seconds;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, MAX_AGE, &seconds, NULL)
             ? (gint64) seconds
             : -1;
}

/* In seconds since the epoch, or -1 */
static gint64
read_date (const char *text)
{
  /* Every form of a date begins with the day of the week. */
  g_autoptr (GDateTime) date = text != NULL && g_ascii_isalpha (text[0])
                                   ? soup_date_time_new_from_http_string (text)
                                   : NULL;

  return date != NULL ? g_date_time_to_unix (date) : -1;
}

static gint64
clamp_age (const char *text)
{
  gint64 age = read_seconds (text);

  /* A number beyond what we count to means the same as the largest; what is none, the least. */
  if (age < 0)
    age = text != NULL && g_ascii_isdigit (text[0]) && strspn (text, "0123456789") == strlen (text)
              ? MAX_AGE
              : 0;
  return age;
}

/* How long it is fresh from the moment it was sent; -1 where the server does not say */
static gint64
read_age (SoupMessageHeaders *headers, GHashTable *control, gint64 now)
{
  const char *expires = soup_message_headers_get_one (headers, "Expires");
  gint64 sent = read_date (soup_message_headers_get_one (headers, "Date"));

  if (control != NULL && g_hash_table_contains (control, "no-cache"))
    return 0;
  if (control != NULL && g_hash_table_contains (control, "max-age"))
    return clamp_age (g_hash_table_lookup (control, "max-age"));
  /* What is no date, such as 0, is past. */
  if (expires != NULL)
    return CLAMP (read_date (expires) - (sent >= 0 ? sent : now), 0, MAX_AGE);
  return -1;
}

/*
 * _atlas_tile_answer_get_fresh_until:
 * @message: an answer
 * @now: seconds since the epoch
 *
 * Returns: until when the picture need not be asked for again, in seconds since the epoch; 0 where
 *   it must not be kept
 */
gint64
_atlas_tile_answer_get_fresh_until (SoupMessage *message, gint64 now)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *text = soup_message_headers_get_list (headers, "Cache-Control");
  GHashTable *control = text != NULL ? soup_header_parse_param_list (text) : NULL;
  gboolean keep = control == NULL || !g_hash_table_contains (control, "no-store");
  gint64 age = read_age (headers, control, now);
  gint64 elapsed = MAX (read_seconds (soup_message_headers_get_one (headers, "Age")), 0);

  g_clear_pointer (&control, soup_header_free_param_list);
  if (!keep)
    return 0;
  return now + (age >= 0 ? MAX (age - elapsed, 0) : DEFAULT_AGE);
}

/*
 * _atlas_tile_answer_get_wait:
 * @message: an answer of a server that wants fewer requests
 * @now: seconds since the epoch
 *
 * Returns: how long to leave it alone, in seconds
 */
guint
_atlas_tile_answer_get_wait (SoupMessage *message, gint64 now)
{
  const char *text = soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                   "Retry-After");
  gint64 date = read_date (text);

  if (text == NULL)
    return DEFAULT_WAIT;
  if (date >= 0)
    return (guint) CLAMP (date - now, 1, MAX_WAIT);
  return (guint) CLAMP (clamp_age (text), 1, MAX_WAIT);
}
