/* atlas-window-private.h: what the files of the main window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-window.h"

#include "atlas-notice-bar.h"
#include "atlas-pick-strip.h"
#include "atlas-place-list.h"
#include "atlas-profile-pane.h"
#include "atlas-search-box.h"
#include "atlas-split-view.h"
#include "atlas-theme-chooser.h"

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
  AtlasThemeChooser *theme_chooser;
  GtkLabel *count;
  AtlasMapView *map;
  AtlasNoticeBar *notice_bar;
  AtlasPickStrip *pick_strip;
  AtlasProfilePane *profile;
  AtlasDocumentsPage *documents;
  AdwStatusPage *error_page;

  /* what is said, or was last; owned by @toasts */
  AdwToast *toast;

  /* owned */
  /* who was picked before none was; NULL where there is nothing to restore */
  GPtrArray *cleared;
  GSettings *settings;
  AtlasSession *session;
  AtlasTileControl *tiles;
  GBindingGroup *session_bindings;
  GSignalGroup *session_signals;
  char *path;
};

/* atlas-window.c */
void _atlas_window_say (AtlasWindow *self, const char *message);
void _atlas_window_offer (AtlasWindow *self,
                          const char *message,
                          const char *button,
                          const char *action);

/* atlas-window-actions.c */
void _atlas_window_install_actions (GtkWidgetClass *widget_class);
void _atlas_window_add_settings_actions (AtlasWindow *self);
void _atlas_window_update_actions (AtlasWindow *self);
void _atlas_window_remove_stateful_actions (AtlasWindow *self);
gboolean _atlas_window_shows_map (AtlasWindow *self);

/* atlas-window-map.c */
void _atlas_window_bind_map_callbacks (GtkWidgetClass *widget_class);
void _atlas_window_bind_map (AtlasWindow *self);
void _atlas_window_show_session_on_map (AtlasWindow *self);
gboolean _atlas_window_end_map_filter (AtlasWindow *self);
void _atlas_window_copy_picks (AtlasWindow *self);
void _atlas_window_clear_picks (AtlasWindow *self);
void _atlas_window_restore_picks (AtlasWindow *self);
void _atlas_window_forget_picks (AtlasWindow *self);

/* atlas-window-output.c */
void _atlas_window_init_tiles (AtlasWindow *self);
void _atlas_window_show_preferences (AtlasWindow *self);
void _atlas_window_export_map (AtlasWindow *self);
void _atlas_window_copy_map (AtlasWindow *self);
void _atlas_window_open_folder (AtlasWindow *self, const char *path);

/* atlas-window-state.c */
void _atlas_window_restore_state (AtlasWindow *self);
void _atlas_window_save_state (AtlasWindow *self);
void _atlas_window_bind_theme (AtlasWindow *self, AtlasSession *session);

G_END_DECLS
