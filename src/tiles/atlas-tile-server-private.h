/* atlas-tile-server-private.h: what the server and the reading of one of its tiles share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "atlas-tile-server-answer.h"
#include "atlas-tile-server-worker.h"
#include "atlas-tile-server.h"

G_BEGIN_DECLS

#define ATLAS_TILE_MAX_LAYERS 2

struct _AtlasTileServer
{
  GObject parent_instance;

  AtlasTileInfo info;
  AtlasTileTemplate *templates[ATLAS_TILE_MAX_LAYERS]; /* from below */
  char *sources[ATLAS_TILE_MAX_LAYERS];                /* what the cache calls them */
  guint n_layers;
  char *key;
  char *referer;

  SoupSession *session;
  AtlasTileWorker *worker;
  guint idle_ms;
  guint total_ms;
  guint pause_ms;

  GQueue waiting;    /* of AtlasTileJob, by priority */
  GPtrArray *active; /* of AtlasTileJob, at most as many as connections */
  GError *failure;   /* of the whole source */
  guint report_id;
  guint n_failed;     /* tiles in a row */
  guint n_answered;   /* of all requests */
  gboolean found;     /* there was a picture, so the address is right */
  GHashTable *absent; /* set of the tiles there are none of, as long as nothing was found */
  gint64 quiet_until; /* monotonic time: the server wants no request before */
  gint64 lost_until;  /* monotonic time: so long, it is taken to be unreachable */
};

/**
 * AtlasTileLayer:
 * @tile: (nullable): what is kept or was sent
 * @settled: whether @tile is what is to be shown
 * @keep: whether @tile is to be written to the cache
 */
typedef struct
{
  AtlasCachedTile *tile;
  gboolean settled;
  gboolean keep;
} AtlasTileLayer;

/**
 * AtlasTileJob:
 *
 * One tile that is being read. Either the main thread has it or the worker's.
 */
typedef struct
{
  AtlasTileServer *server; /* the task holds it */
  GTask *task;
  guint zoom;
  guint x;
  guint y;
  AtlasTileLayer layers[ATLAS_TILE_MAX_LAYERS];

  /* The main thread's */
  GSource *watch;     /* for the reader's cancellable */
  GCancellable *stop; /* of the request under way */
  guint pause_id;
  guint layer;       /* that is asked for */
  guint n_attempts;  /* for it */
  guint n_answered;  /* of the server, when the request began */
  gboolean answered; /* the server did */
  gint64 deadline;   /* monotonic time */
  GError *failure;   /* of the source, while the request was under way */
} AtlasTileJob;

void _atlas_tile_job_start (GTask *task, guint zoom, guint x, guint y);
void _atlas_tile_job_run (AtlasTileJob *self);
void _atlas_tile_job_fail (AtlasTileJob *self, const GError *error);

void _atlas_tile_layers_find (AtlasTileWorker *worker, GTask *task);
void _atlas_tile_layers_show (AtlasTileWorker *worker, GTask *task);

void _atlas_tile_server_enqueue (AtlasTileServer *self, AtlasTileJob *job);
void _atlas_tile_server_remove (AtlasTileServer *self, AtlasTileJob *job);
void _atlas_tile_server_note_answer (AtlasTileServer *self);
void _atlas_tile_server_note_lost (AtlasTileServer *self);
gboolean _atlas_tile_server_is_lost (AtlasTileServer *self);
void _atlas_tile_server_note_picture (AtlasTileServer *self);
void _atlas_tile_server_note_absence (AtlasTileServer *self, guint zoom, guint x, guint y);
void _atlas_tile_server_note_failed_tile (AtlasTileServer *self, const GError *error);
void _atlas_tile_server_fail (AtlasTileServer *self, const GError *error, guint wait);

G_END_DECLS
