/* atlas-file.c: files that are there whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of files that are made: what the person's umask leaves of it. */
#define FILE_MODE 0666

static gboolean
write_all (int fd, const char *bytes, gsize size)
{
  while (size > 0)
    {
      ssize_t n_written = write (fd, bytes, size);

      if (n_written < 0 && errno != EINTR)
        return FALSE;
      if (n_written > 0)
        {
          bytes += n_written;
          size -= (gsize) n_written;
        }
    }

  return TRUE;
}

/* A device or a pipe is written to; a new file in its place would take it away from everybody. */
static gboolean
write_into (const char *path, GBytes *content)
{
  gsize size;
  const char *bytes = g_bytes_get_data (content, &size);
  int fd = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  gboolean written;

  if (fd < 0)
    return FALSE;

  written = write_all (fd, bytes, size);
  return close (fd) == 0 && written;
}

/* A link stays one: what it points to is replaced. */
static gboolean
replace (const char *path, GBytes *content)
{
  g_autofree char *target = realpath (path, NULL);
  gsize size;
  const char *bytes = g_bytes_get_data (content, &size);

  return g_file_set_contents_full (target != NULL ? target : path, bytes, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   FILE_MODE, NULL);
}

/**
 * atlas_file_write:
 * @path: (type filename): where to
 * @content: what is to be in the file
 * @error: return location for a %G_IO_ERROR_FAILED whose message is a sentence
 *
 * A reader of the file sees the old content or the new one, never half of one: it is written beside
 * it and renamed. What is no regular file, such as a pipe, is written to as it is. Blocks.
 *
 * Returns: whether it was written
 */
gboolean
atlas_file_write (const char *path, GBytes *content, GError **error)
{
  g_autofree char *name = NULL;
  struct stat status;
  gboolean special;

  g_return_val_if_fail (path != NULL && content != NULL, FALSE);

  special = stat (path, &status) == 0 && !S_ISREG (status.st_mode);
  if (special ? write_into (path, content) : replace (path, content))
    return TRUE;

  /* GLib's own message names the temporary file, which nobody asked for. */
  name = g_filename_display_name (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("“%s” cannot be written. Check its folder, its permissions and the disk."), name);
  return FALSE;
}
