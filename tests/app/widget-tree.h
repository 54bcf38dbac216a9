/* widget-tree.h: finding widgets in a tree and waiting for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

typedef gboolean (*WidgetMatch) (GtkWidget *widget, gconstpointer data);

G_GNUC_UNUSED static gboolean
match_type (GtkWidget *widget, gconstpointer data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), data);
}

G_GNUC_UNUSED static gboolean
match_label (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), data);
}

G_GNUC_UNUSED static gboolean
match_action_target (GtkWidget *widget, gconstpointer data)
{
  GVariant *target = GTK_IS_ACTIONABLE (widget)
                         ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget))
                         : NULL;

  return target != NULL && g_variant_is_of_type (target, G_VARIANT_TYPE_STRING)
         && g_str_equal (g_variant_get_string (target, NULL), data);
}

/* Only what is on show is found, as a person would. */
static inline GtkWidget *
find_widget (GtkWidget *root, WidgetMatch match, gconstpointer data, guint *skip)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (match (root, data) && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, match, data, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

G_GNUC_UNUSED static GtkWidget *
find_nth (GtkWidget *root, const char *type, guint n)
{
  return find_widget (root, match_type, type, &n);
}

G_GNUC_UNUSED static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  guint skip = 0;

  return find_widget (root, match_label, text, &skip);
}

G_GNUC_UNUSED static GtkWidget *
find_button_for (GtkWidget *root, const char *code)
{
  guint skip = 0;

  return find_widget (root, match_action_target, code, &skip);
}

G_GNUC_UNUSED static guint
count_type (GtkWidget *root, const char *type)
{
  guint n = 0;

  while (find_nth (root, type, n) != NULL)
    n++;
  return n;
}

static inline gboolean
timed_out_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @condition holds, for @seconds at most. */
#define wait_within(seconds, condition)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gboolean wait_timed_out = FALSE;                                                               \
    guint wait_id = g_timeout_add_seconds (seconds, timed_out_cb, &wait_timed_out);                \
                                                                                                   \
    while (!(condition) && !wait_timed_out)                                                        \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_assert_true (condition);                                                                     \
    if (!wait_timed_out)                                                                           \
      g_source_remove (wait_id);                                                                   \
  }                                                                                                \
  G_STMT_END

/* The same for what a window does at once. */
#define wait_until(condition) wait_within (5, condition)
