/* atlas-split-view.c: a centre that never disappears, between two panes that may
 *
 * libadwaita 1.2 has AdwFlap, which neither resizes nor holds two panes; a later
 * AdwOverlaySplitView would replace this file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-split-view.h"

#include "atlas-pane-handle.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define CENTRE_MIN_WIDTH 360
#define COLLAPSE_WIDTH 900
#define PANE_MIN_WIDTH 160
#define PANE_MAX_WIDTH 1200
#define START_WIDTH 248
#define END_WIDTH 428
#define AUTOMATIC_WIDTH 0
/* What stays of the centre beside an end pane that lies over it. */
#define CENTRE_EDGE 48
#define HANDLE_WIDTH 8
/* The handle overlaps the pane a little, so that it does not cover the pane's scroll bar. */
#define HANDLE_OVERLAP 3
#define SLIDE_DURATION 200

enum
{
  START,
  CENTRE,
  END,
  N_CHILDREN,
};

struct _AtlasSplitView
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *children[N_CHILDREN];
  GtkWidget *handles[N_CHILDREN];
  AdwAnimation *slide;

  gboolean show_start;
  gboolean show_end;
  gboolean end_open;
  int covered;
  gboolean collapsed;
  int wished[N_CHILDREN];
  int given[N_CHILDREN];
  double progress;
};

G_DEFINE_FINAL_TYPE (AtlasSplitView, atlas_split_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_CENTRE,
  PROP_END,
  PROP_SHOW_START,
  PROP_SHOW_END,
  PROP_END_OPEN,
  PROP_START_WIDTH,
  PROP_END_WIDTH,
  PROP_COLLAPSED,
  PROP_END_VISIBLE,
  PROP_COVERED_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static int
get_min_width (AtlasSplitView *self, int child)
{
  int minimum = 0;

  if (self->children[child] != NULL)
    gtk_widget_measure (self->children[child], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                        NULL);

  return MAX (minimum, child == CENTRE ? CENTRE_MIN_WIDTH : PANE_MIN_WIDTH);
}

static int
get_start_min_width (AtlasSplitView *self)
{
  return self->show_start ? get_min_width (self, START) : 0;
}

static gboolean
is_too_narrow (AtlasSplitView *self, int width)
{
  int needed = get_start_min_width (self) + get_min_width (self, CENTRE)
               + get_min_width (self, END);

  return width < COLLAPSE_WIDTH || width < needed;
}

/* Unless a hand has set it, the end pane beside the centre takes a share of the view, so that the
 * map of a small window keeps its own. */
static int
get_wished_end (AtlasSplitView *self, int width)
{
  int share = CLAMP (self->collapsed ? width * 2 / 5 : width * END_WIDTH / 1280, 320, END_WIDTH);
  int wished = self->wished[END] != AUTOMATIC_WIDTH ? self->wished[END] : share;

  return MAX (wished, get_min_width (self, END));
}

/* Takes what is missing from the end pane first: it is the wider one. */
static void
share_width (AtlasSplitView *self, int width)
{
  int start_min = get_start_min_width (self);
  int end_min = get_min_width (self, END);
  int centre_min = get_min_width (self, CENTRE);
  gboolean beside = self->show_end && !self->collapsed;
  int end = beside ? get_wished_end (self, width) : 0;
  int start = self->show_start ? MAX (self->wished[START], start_min) : 0;

  if (beside)
    end = CLAMP (width - centre_min - start, end_min, end);
  if (self->show_start)
    start = CLAMP (width - centre_min - end, start_min, start);

  self->given[START] = start;
  self->given[CENTRE] = width - start - end;
  self->given[END] = beside ? end
                            : CLAMP (self->given[CENTRE] - CENTRE_EDGE, end_min,
                                     get_wished_end (self, width));
}

static gboolean
is_end_visible (AtlasSplitView *self)
{
  return self->collapsed ? self->end_open : self->show_end;
}

static void
notify_end_visible (AtlasSplitView *self, gboolean was_visible)
{
  if (was_visible != is_end_visible (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_VISIBLE]);
}

static void
set_collapsed (AtlasSplitView *self, gboolean collapsed)
{
  gboolean was_visible = is_end_visible (self);

  if (collapsed == self->collapsed)
    return;

  adw_animation_reset (self->slide);
  self->progress = 0;
  self->end_open = FALSE;
  self->collapsed = collapsed;
  if (self->children[END] != NULL && collapsed)
    gtk_widget_add_css_class (self->children[END], "overlay");
  else if (self->children[END] != NULL)
    gtk_widget_remove_css_class (self->children[END], "overlay");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_OPEN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
  notify_end_visible (self, was_visible);
}

static void
place_child (GtkWidget *child, gboolean visible, int x, int width, int height)
{
  GtkAllocation allocation = { x, 0, width, height };

  if (child == NULL)
    return;

  gtk_widget_set_child_visible (child, visible);
  if (visible)
    gtk_widget_size_allocate (child, &allocation, -1);
}

/* Before the centre is placed, so that what listens there places its own anew at once. */
static void
update_covered (AtlasSplitView *self)
{
  int covered = self->collapsed && self->end_open ? self->given[END] : 0;

  if (covered == self->covered)
    return;
  self->covered = covered;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COVERED_WIDTH]);
}

static void
atlas_split_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasSplitView *self = ATLAS_SPLIT_VIEW (widget);
  gboolean beside;
  int end_x;

  /* The listeners may open or close panes, so this comes before anything is placed. */
  set_collapsed (self, is_too_narrow (self, width));
  share_width (self, width);
  update_covered (self);

  beside = self->show_end && !self->collapsed;
  end_x = width - self->given[END];
  if (self->collapsed)
    end_x = width - (int) (self->given[END] * self->progress);

  place_child (self->children[START], self->show_start, 0, self->given[START], height);
  place_child (self->children[CENTRE], TRUE, self->given[START], self->given[CENTRE], height);
  place_child (self->children[END], beside || (self->collapsed && self->progress > 0), end_x,
               self->given[END], height);
  place_child (self->handles[START], self->show_start, self->given[START] - HANDLE_OVERLAP,
               HANDLE_WIDTH, height);
  place_child (self->handles[END], beside, end_x + HANDLE_OVERLAP - HANDLE_WIDTH, HANDLE_WIDTH,
               height);
  atlas_pane_handle_set_pane_width (ATLAS_PANE_HANDLE (self->handles[START]), self->given[START]);
  atlas_pane_handle_set_pane_width (ATLAS_PANE_HANDLE (self->handles[END]), self->given[END]);
}

static void
measure_width (AtlasSplitView *self, int *minimum, int *natural)
{
  int centre_min = get_min_width (self, CENTRE);
  int start_min = get_start_min_width (self);

  *minimum = start_min + MAX (centre_min, get_min_width (self, END));
  *natural = MAX (*minimum, COLLAPSE_WIDTH);
}

static void
atlas_split_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AtlasSplitView *self = ATLAS_SPLIT_VIEW (widget);

  *minimum = 0;
  *natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }

  for (int i = 0; i < N_CHILDREN; i++)
    {
      int child_min = 0;
      int child_nat = 0;

      if (self->children[i] != NULL)
        gtk_widget_measure (self->children[i], orientation, -1, &child_min, &child_nat, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_nat);
    }
}

static GtkSizeRequestMode
atlas_split_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
set_wished_width (AtlasSplitView *self, int pane, int width)
{
  if (pane == START || width != AUTOMATIC_WIDTH)
    width = CLAMP (width, PANE_MIN_WIDTH, PANE_MAX_WIDTH);
  if (width == self->wished[pane])
    return;

  self->wished[pane] = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self),
                            properties[pane == START ? PROP_START_WIDTH : PROP_END_WIDTH]);
}

/* A hand pulls only as far as the view can follow, so the wish is never beyond what is given. */
static void
resize_pane (AtlasSplitView *self, int pane, int width)
{
  int other = pane == START ? END : START;
  int other_width = self->given[other];
  int available = gtk_widget_get_width (GTK_WIDGET (self)) - get_min_width (self, CENTRE);

  if (other == START ? !self->show_start : !self->show_end || self->collapsed)
    other_width = 0;
  available -= other_width;

  width = CLAMP (width, get_min_width (self, pane), MAX (available, get_min_width (self, pane)));
  set_wished_width (self, pane, width);
}

static void
handle_moved_cb (AtlasSplitView *self, int offset, AtlasPaneHandle *handle)
{
  int pane = GTK_WIDGET (handle) == self->handles[START] ? START : END;

  g_assert (ATLAS_IS_SPLIT_VIEW (self));

  resize_pane (self, pane, self->given[pane] + (pane == START ? offset : -offset));
}

static GtkWidget *
create_handle (AtlasSplitView *self, const char *css_class, const char *label)
{
  GtkWidget *handle = atlas_pane_handle_new (label);

  gtk_widget_add_css_class (handle, css_class);
  gtk_widget_set_parent (handle, GTK_WIDGET (self));
  g_signal_connect_object (handle, "moved", G_CALLBACK (handle_moved_cb), self, G_CONNECT_SWAPPED);

  return handle;
}

static void
set_child (AtlasSplitView *self, int index, GtkWidget *child)
{
  static const char *const css_classes[N_CHILDREN] = { "start-pane", "centre-pane", "end-pane" };

  g_clear_pointer (&self->children[index], gtk_widget_unparent);
  if (child == NULL)
    return;

  self->children[index] = child;
  gtk_widget_add_css_class (child, css_classes[index]);
  /* Before the handles, which lie on top; the end pane after the centre it may cover. */
  gtk_widget_insert_before (child, GTK_WIDGET (self),
                            index == CENTRE && self->children[END] != NULL ? self->children[END]
                                                                           : self->handles[START]);
}

static void
set_show (AtlasSplitView *self, gboolean *field, gboolean show, int prop_id)
{
  gboolean was_visible = is_end_visible (self);

  if (*field == show)
    return;

  *field = show;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
  notify_end_visible (self, was_visible);
}

static void
set_end_visible (AtlasSplitView *self, gboolean visible)
{
  if (self->collapsed)
    atlas_split_view_set_end_open (self, visible);
  else
    set_show (self, &self->show_end, visible, PROP_SHOW_END);
}

static void
slide_to_cb (double progress, AtlasSplitView *self)
{
  self->progress = progress;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
atlas_split_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasSplitView *self = ATLAS_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_START:
    case PROP_CENTRE:
    case PROP_END:
      g_value_set_object (value, self->children[START + prop_id - PROP_START]);
      break;
    case PROP_SHOW_START:
      g_value_set_boolean (value, self->show_start);
      break;
    case PROP_SHOW_END:
      g_value_set_boolean (value, self->show_end);
      break;
    case PROP_END_OPEN:
      g_value_set_boolean (value, self->end_open);
      break;
    case PROP_START_WIDTH:
      g_value_set_int (value, self->wished[START]);
      break;
    case PROP_END_WIDTH:
      g_value_set_int (value, self->wished[END]);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_COVERED_WIDTH:
      g_value_set_int (value, self->covered);
      break;
    case PROP_END_VISIBLE:
      g_value_set_boolean (value, is_end_visible (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_split_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  AtlasSplitView *self = ATLAS_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_START:
    case PROP_CENTRE:
    case PROP_END:
      set_child (self, START + prop_id - PROP_START, g_value_get_object (value));
      break;
    case PROP_SHOW_START:
      set_show (self, &self->show_start, g_value_get_boolean (value), PROP_SHOW_START);
      break;
    case PROP_SHOW_END:
      set_show (self, &self->show_end, g_value_get_boolean (value), PROP_SHOW_END);
      break;
    case PROP_END_OPEN:
      atlas_split_view_set_end_open (self, g_value_get_boolean (value));
      break;
    case PROP_END_VISIBLE:
      set_end_visible (self, g_value_get_boolean (value));
      break;
    case PROP_START_WIDTH:
      set_wished_width (self, START, g_value_get_int (value));
      break;
    case PROP_END_WIDTH:
      set_wished_width (self, END, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_split_view_dispose (GObject *object)
{
  AtlasSplitView *self = ATLAS_SPLIT_VIEW (object);

  if (self->slide != NULL)
    adw_animation_reset (self->slide);
  g_clear_object (&self->slide);
  for (int i = 0; i < N_CHILDREN; i++)
    {
      g_clear_pointer (&self->children[i], gtk_widget_unparent);
      g_clear_pointer (&self->handles[i], gtk_widget_unparent);
    }

  G_OBJECT_CLASS (atlas_split_view_parent_class)->dispose (object);
}

static GParamSpec *
create_width_spec (const char *name, int width)
{
  return g_param_spec_int (name, NULL, NULL, 0, PANE_MAX_WIDTH, width,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
create_flag_spec (const char *name, gboolean initially, GParamFlags access)
{
  return g_param_spec_boolean (name, NULL, NULL, initially,
                               access | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
atlas_split_view_class_init (AtlasSplitViewClass *klass)
{
  static const char *const child_names[N_CHILDREN] = { "start", "centre", "end" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_split_view_get_property;
  object_class->set_property = atlas_split_view_set_property;
  object_class->dispose = atlas_split_view_dispose;
  widget_class->measure = atlas_split_view_measure;
  widget_class->size_allocate = atlas_split_view_size_allocate;
  widget_class->get_request_mode = atlas_split_view_get_request_mode;

  for (int i = 0; i < N_CHILDREN; i++)
    properties[PROP_START + i] = g_param_spec_object (child_names[i], NULL, NULL, GTK_TYPE_WIDGET,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_START] = create_flag_spec ("show-start", TRUE, G_PARAM_READWRITE);
  properties[PROP_SHOW_END] = create_flag_spec ("show-end", TRUE, G_PARAM_READWRITE);
  properties[PROP_END_OPEN] = create_flag_spec ("end-open", FALSE, G_PARAM_READWRITE);
  properties[PROP_START_WIDTH] = create_width_spec ("start-width", START_WIDTH);
  properties[PROP_END_WIDTH] = create_width_spec ("end-width", AUTOMATIC_WIDTH);
  properties[PROP_COLLAPSED] = create_flag_spec ("collapsed", FALSE, G_PARAM_READABLE);
  properties[PROP_END_VISIBLE] = create_flag_spec ("end-visible", TRUE, G_PARAM_READWRITE);
  properties[PROP_COVERED_WIDTH] = g_param_spec_int ("covered-width", NULL, NULL, 0, G_MAXINT, 0,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                         | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "splitview");
}

static void
atlas_split_view_init (AtlasSplitView *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (
      (AdwAnimationTargetFunc) slide_to_cb, self, NULL);

  self->show_start = TRUE;
  self->show_end = TRUE;
  self->wished[START] = START_WIDTH;
  self->wished[END] = AUTOMATIC_WIDTH;
  self->handles[START] = create_handle (self, "start", _ ("Width of the Place List"));
  self->handles[END] = create_handle (self, "end", _ ("Width of the Profile"));
  self->slide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SLIDE_DURATION, target);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * atlas_split_view_new:
 *
 * Returns: (transfer floating): a new split view without children
 */
GtkWidget *
atlas_split_view_new (void)
{
  return g_object_new (ATLAS_TYPE_SPLIT_VIEW, NULL);
}

/**
 * atlas_split_view_get_collapsed:
 * @self: a split view
 *
 * Returns: whether it is too narrow to have the end pane beside the centre
 */
gboolean
atlas_split_view_get_collapsed (AtlasSplitView *self)
{
  g_return_val_if_fail (ATLAS_IS_SPLIT_VIEW (self), FALSE);

  return self->collapsed;
}

/**
 * atlas_split_view_get_end_open:
 * @self: a split view
 *
 * Returns: whether the end pane lies over the centre; always %FALSE unless collapsed
 */
gboolean
atlas_split_view_get_end_open (AtlasSplitView *self)
{
  g_return_val_if_fail (ATLAS_IS_SPLIT_VIEW (self), FALSE);

  return self->end_open;
}

/**
 * atlas_split_view_set_end_open:
 * @self: a split view
 * @open: whether the end pane is to lie over the centre
 *
 * Slides the end pane over the centre, or away. Does nothing unless @self is collapsed.
 */
void
atlas_split_view_set_end_open (AtlasSplitView *self, gboolean open)
{
  gboolean was_visible;

  g_return_if_fail (ATLAS_IS_SPLIT_VIEW (self));

  open = !!open;
  if (open == self->end_open || !self->collapsed)
    return;

  was_visible = is_end_visible (self);
  self->end_open = open;
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->slide), self->progress);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->slide), open ? 1 : 0);
  adw_animation_play (self->slide);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_OPEN]);
  notify_end_visible (self, was_visible);
}
