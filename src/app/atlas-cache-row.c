/* atlas-cache-row.c: how much the kept tiles of servers take, and a way to be rid of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-cache-row.h"

#include "atlas-tile-cache.h"

struct _AtlasCacheRow
{
  AdwActionRow parent_instance;

  /* owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AtlasCacheRow, atlas_cache_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  MEASURE,
  EMPTY,
} Work;

/* Runs in a worker thread. */
static void
do_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = atlas_tile_cache_default_path ();
  g_autoptr (AtlasTileCache) cache = NULL;
  GError *error = NULL;
  gint64 size = 0;

  /* To look for one is no reason to make one. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    cache = atlas_tile_cache_open (path, ATLAS_TILE_CACHE_SIZE, &error);
  if (cache != NULL && GPOINTER_TO_INT (data) == EMPTY)
    atlas_tile_cache_clear (cache, &error);
  if (cache != NULL && error == NULL)
    size = atlas_tile_cache_get_bytes (cache, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, size);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasCacheRow *self = ATLAS_CACHE_ROW (source);
  g_autoptr (GError) error = NULL;
  gssize size = g_task_propagate_int (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = error != NULL ? g_markup_escape_text (error->message, -1) : g_format_size ((guint64) size);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cache.empty", error == NULL && size > 0);
}

static void
start (AtlasCacheRow *self, Work work)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, done_cb, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cache.empty", FALSE);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, GINT_TO_POINTER (work), NULL);
  g_task_run_in_thread (task, do_work);
}

static void
empty (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (ATLAS_CACHE_ROW (widget), EMPTY);
}

static void
atlas_cache_row_dispose (GObject *object)
{
  AtlasCacheRow *self = ATLAS_CACHE_ROW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (atlas_cache_row_parent_class)->dispose (object);
}

static void
atlas_cache_row_class_init (AtlasCacheRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_cache_row_dispose;
  gtk_widget_class_install_action (widget_class, "cache.empty", NULL, empty);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-cache-row.ui");
}

static void
atlas_cache_row_init (AtlasCacheRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  start (self, MEASURE);
}
