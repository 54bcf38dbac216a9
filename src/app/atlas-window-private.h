/* atlas-window-private.h: what the files of the main window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-window.h"

#include "atlas-place-list.h"
#include "atlas-profile-pane.h"
#include "atlas-search-box.h"
#include "atlas-split-view.h"

G_BEGIN_DECLS

struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  /* template widgets */
  AdwToastOverlay *toasts;
  GtkWidget *view_switcher;
  AtlasSearchBox *search_box;
  GtkStack *stack;
  GtkStack *views;
  AtlasSplitView *split;
  AtlasPlaceList *places;
  GtkDropDown *colour_by;
  GtkLabel *count;
  AtlasMapView *map;
  AtlasProfilePane *profile;
  AtlasDocumentsPage *documents;
  AdwStatusPage *error_page;

  /* what is said, or was last; owned by @toasts */
  AdwToast *toast;

  /* owned */
  GSettings *settings;
  AtlasSession *session;
  GBindingGroup *session_bindings;
  GSignalGroup *session_signals;
  char *path;
};

void _atlas_window_install_actions (GtkWidgetClass *widget_class);
void _atlas_window_update_actions (AtlasWindow *self);
void _atlas_window_remove_toggles (AtlasWindow *self);
gboolean _atlas_window_shows_map (AtlasWindow *self);

G_END_DECLS
