/* atlas-trace.c: marks on the program's own time line, for the benches
 *
 * Where ATLAS_TRACE names a file, each mark appends one JSON object a line with the monotonic clock
 * in microseconds, which a bench in another process reads on the same clock. Otherwise it costs one
 * comparison.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-trace.h"

#include <stdio.h>

static FILE *
trace_file (void)
{
  static gsize once;
  static FILE *file;

  if (g_once_init_enter (&once))
    {
      const char *path = g_getenv ("ATLAS_TRACE");

      if (path != NULL && *path != '\0')
        file = fopen (path, "ae");
      g_once_init_leave (&once, 1);
    }

  return file;
}

/**
 * atlas_trace_mark:
 * @name: ASCII, without quotation marks
 *
 * Notes that @name happened now. Any thread may call it.
 */
void
atlas_trace_mark (const char *name)
{
  atlas_trace_value (name, 0.0);
}

/**
 * atlas_trace_value:
 * @name: ASCII, without quotation marks
 * @value: a measurement, in the unit the name says
 *
 * Notes @value under @name, with the time.
 */
void
atlas_trace_value (const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (trace_file () == NULL)
    return;

  fprintf (trace_file (), "{\"t\": %" G_GINT64_FORMAT ", \"name\": \"%s\", \"value\": %s}\n",
           g_get_monotonic_time (), name, g_ascii_dtostr (digits, sizeof digits, value));
  fflush (trace_file ());
}
