/* atlas-fold.c: something long that is built when it is unfolded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-fold.h"

#include <glib/gi18n.h>

#include "atlas-text.h"

typedef struct
{
  AtlasFoldBuild build;
  gpointer data;
  GDestroyNotify destroy;
} Content;

static void
content_free (gpointer data, GClosure *closure)
{
  Content *content = data;

  content->destroy (content->data);
  g_free (content);
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, Content *content)
{
  if (gtk_expander_get_expanded (expander) && gtk_expander_get_child (expander) == NULL)
    gtk_expander_set_child (expander, content->build (content->data));
}

/**
 * atlas_fold_new:
 * @title: what it holds, and how many of it
 * @build: makes the content; called once, when the fold is opened first
 * @data: for @build
 * @destroy: releases @data
 *
 * Returns: (transfer floating): a closed #GtkExpander
 */
GtkWidget *
atlas_fold_new (const char *title, AtlasFoldBuild build, gpointer data, GDestroyNotify destroy)
{
  GtkWidget *expander;
  Content *content;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (build != NULL && destroy != NULL, NULL);

  expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), atlas_text_new (title, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_add_css_class (expander, "fold");

  content = g_new (Content, 1);
  content->build = build;
  content->data = data;
  content->destroy = destroy;
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (expanded_cb), content,
                         content_free, 0);
  return expander;
}

/**
 * atlas_fold_format_rest:
 * @n: how many things it holds
 *
 * Returns: (transfer full): the title of a fold that holds the rest of a list
 */
char *
atlas_fold_format_rest (guint n)
{
  /* Translators: title of the rest of a list, how much that is */
  return g_strdup_printf (ngettext ("%u more", "%u more", n), n);
}
