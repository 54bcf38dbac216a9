/* atlas-trace.h: marks on the program's own time line, for the benches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void atlas_trace_mark (const char *name);
void atlas_trace_value (const char *name, double value);

G_END_DECLS
