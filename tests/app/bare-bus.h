/* bare-bus.h: a session bus on which nothing can be started: no keyring of the person who tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

static GTestDBus *bare_bus;

/* To be called before GTK is initialised; GLib's own would take the display away too. */
static inline void
start_bare_bus (void)
{
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));

  bare_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bare_bus);
  if (display != NULL)
    g_setenv ("DISPLAY", display, TRUE);
}

/* Neither g_test_dbus_down() nor the end of the object: both would wait for libsecret and GTK to
 * let go of the connection. */
static inline void
stop_bare_bus (void)
{
  g_test_dbus_stop (bare_bus);
}
