/* fake-reader.h: tiles that say which they are, when they are told to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-pose.h"
#include "atlas-tile-reader.h"

#define FAKE_TYPE_READER (fake_reader_get_type ())
G_DECLARE_FINAL_TYPE (FakeReader, fake_reader, FAKE, READER, GObject)

struct _FakeReader
{
  GObject parent_instance;

  AtlasTileInfo info;
  guint alpha;
  /* of every tile, where they need not be told apart */
  guint32 colour;
  /* columns that do not exist, or fail for themselves: every second one */
  gboolean has_gaps;
  gboolean has_faults;
  /* (nullable): why nothing works */
  GError *error;
  gboolean reported;

  /* whether to answer only when told to */
  gboolean holds;
  GQueue held;

  guint n_read;
  guint n_finished;
  guint n_reading;
  guint most_reading;
  /* "z/x/y" → how often */
  GHashTable *asked;
};

static void fake_reader_init_iface (AtlasTileReaderInterface *iface);

G_DEFINE_TYPE_WITH_CODE (FakeReader,
                         fake_reader,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (ATLAS_TYPE_TILE_READER, fake_reader_init_iface))

typedef struct
{
  guint zoom, x, y;
} FakeTile;

/* The colour of a tile, opaque. */
static inline guint32
fake_colour (guint zoom, guint x, guint y)
{
  return 0xff000000u | (zoom * 12) << 16 | (x % 2 * 128 + x % 16) << 8 | (y % 2 * 128 + y % 16);
}

static AtlasTileImage *
fake_image (FakeReader *self, const FakeTile *tile)
{
  AtlasTileImage *image = g_new0 (AtlasTileImage, 1);
  guint32 colour = self->colour != 0 ? self->colour : fake_colour (tile->zoom, tile->x, tile->y);
  guint32 *pixels = g_new (guint32, self->info.side * self->info.side);

  if (self->alpha < 255)
    colour = self->alpha << 24;
  for (guint i = 0; i < self->info.side * self->info.side; i++)
    pixels[i] = colour;
  image->pixels = g_bytes_new_take (pixels, self->info.side * self->info.side * sizeof *pixels);
  image->width = self->info.side;
  image->height = self->info.side;
  image->opaque = self->alpha == 255;
  return image;
}

static void
fake_answer (FakeReader *self, GTask *task)
{
  const FakeTile *tile = g_task_get_task_data (task);

  self->n_reading--;
  if (g_task_return_error_if_cancelled (task))
    return;

  if (self->error != NULL)
    {
      if (!self->reported)
        {
          self->reported = TRUE;
          atlas_tile_reader_report (ATLAS_TILE_READER (self), self->error);
        }
      g_task_return_error (task, g_error_copy (self->error));
    }
  else if (self->has_gaps && tile->x % 2 == 1)
    g_task_return_new_error (task, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_ABSENT, "absent");
  else if (self->has_faults && tile->x % 2 == 1)
    g_task_return_new_error (task, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_SERVER, "later");
  else
    g_task_return_pointer (task, fake_image (self, tile), (GDestroyNotify) atlas_tile_image_free);
}

static gboolean
fake_answer_cb (gpointer data)
{
  g_autoptr (GTask) task = data;

  fake_answer (FAKE_READER (g_task_get_source_object (task)), task);
  return G_SOURCE_REMOVE;
}

static const AtlasTileInfo *
fake_get_info (AtlasTileReader *reader)
{
  return &FAKE_READER (reader)->info;
}

static void
fake_read_async (AtlasTileReader *reader,
                 guint zoom,
                 guint x,
                 guint y,
                 int priority,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  FakeReader *self = FAKE_READER (reader);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  FakeTile *tile = g_new (FakeTile, 1);
  char *name = g_strdup_printf ("%u/%u/%u", zoom, x, y);
  guint n_times = GPOINTER_TO_UINT (g_hash_table_lookup (self->asked, name)) + 1;

  *tile = (FakeTile){ zoom, x, y };
  g_hash_table_replace (self->asked, name, GUINT_TO_POINTER (n_times));
  g_task_set_task_data (task, tile, g_free);
  self->n_read++;
  self->n_reading++;
  self->most_reading = MAX (self->most_reading, self->n_reading);
  if (self->holds)
    g_queue_push_tail (&self->held, task);
  else
    g_idle_add (fake_answer_cb, task);
}

static AtlasTileImage *
fake_read_finish (AtlasTileReader *reader, GAsyncResult *result, GError **error)
{
  FAKE_READER (reader)->n_finished++;
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_retry (AtlasTileReader *reader)
{
  FakeReader *self = FAKE_READER (reader);

  g_clear_error (&self->error);
  self->reported = FALSE;
}

/* Answers what was held back, and from now on at once. */
static inline void
fake_reader_release (FakeReader *self)
{
  GTask *task;

  self->holds = FALSE;
  while ((task = g_queue_pop_head (&self->held)) != NULL)
    g_idle_add (fake_answer_cb, task);
}

static void
fake_reader_finalize (GObject *object)
{
  FakeReader *self = FAKE_READER (object);

  g_clear_error (&self->error);
  g_hash_table_unref (self->asked);

  G_OBJECT_CLASS (fake_reader_parent_class)->finalize (object);
}

static void
fake_reader_class_init (FakeReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_reader_finalize;
}

static void
fake_reader_init (FakeReader *self)
{
  self->info = (AtlasTileInfo){ (char *) "fake", NULL, 0, 14, 256, { 0.0, 0.0, 1.0, 1.0 } };
  self->alpha = 255;
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->held);
}

static void
fake_reader_init_iface (AtlasTileReaderInterface *iface)
{
  iface->get_info = fake_get_info;
  iface->read_async = fake_read_async;
  iface->read_finish = fake_read_finish;
  iface->retry = fake_retry;
}

static inline FakeReader *
fake_reader_new (void)
{
  return g_object_new (FAKE_TYPE_READER, NULL);
}

/* Whether all that was asked for was answered, and nothing more asked for on that. */
static inline gboolean
fake_reader_is_at_rest (FakeReader *self)
{
  return self->n_finished == self->n_read;
}

/* How many tiles of a level were asked for. */
static inline guint
fake_reader_count_level (FakeReader *self, guint level)
{
  g_autofree char *prefix = g_strdup_printf ("%u/", level);
  GHashTableIter iter;
  gpointer name;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    n += g_str_has_prefix (name, prefix);
  return n;
}

/* How often the one tile was asked for that was so most often. */
static inline guint
fake_reader_most_often (FakeReader *self)
{
  GHashTableIter iter;
  gpointer n;
  guint most = 0;

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    most = MAX (most, GPOINTER_TO_UINT (n));
  return most;
}
