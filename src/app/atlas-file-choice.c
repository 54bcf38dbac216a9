/* atlas-file-choice.c: asking for a file
 *
 * The shape is that of GtkFileDialog, which GTK 4.8 does not have; a later move stays in this file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-file-choice.h"

#include <glib/gi18n.h>

static void
response_cb (GtkNativeDialog *dialog, int response, GTask *owned_task)
{
  g_autoptr (GTask) task = owned_task;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* The task keeps the dialog, and the answer lets go of the task. */
static void
ask (GtkWindow *parent,
     GtkFileChooserNative *dialog,
     const AtlasFileKind *kind,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), kind->name, kind->pattern);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All Files"), "*");
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * atlas_file_choice_open:
 * @parent: the window that asks
 * @title: what the file is wanted for
 * @kind: what kind of file
 * @callback: (scope async): called once the person has answered
 * @user_data: data for @callback
 *
 * Lets a person choose a file that exists.
 */
void
atlas_file_choice_open (GtkWindow *parent,
                        const char *title,
                        const AtlasFileKind *kind,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && kind != NULL);

  ask (parent,
       gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL), kind,
       callback, user_data);
}

/**
 * atlas_file_choice_save:
 * @parent: the window that asks
 * @title: what the file is wanted for
 * @name: what it is called unless the person says otherwise
 * @kind: what kind of file
 * @callback: (scope async): called once the person has answered
 * @user_data: data for @callback
 *
 * Lets a person name a file to write; one that exists is only taken when the person agrees.
 */
void
atlas_file_choice_save (GtkWindow *parent,
                        const char *title,
                        const char *name,
                        const AtlasFileKind *kind,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL && name != NULL && kind != NULL);

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ask (parent, dialog, kind, callback, user_data);
}

/**
 * atlas_file_choice_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the file, or %NULL with %G_IO_ERROR_CANCELLED if none was chosen
 */
GFile *
atlas_file_choice_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
