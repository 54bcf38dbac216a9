/* atlas-documents-page.c: the documents, and what the data set holds of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-documents-page.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-coverage-notes.h"
#include "atlas-coverage-report.h"
#include "atlas-coverage-table.h"
#include "atlas-document-card.h"
#include "atlas-note-list.h"
#include "atlas-text.h"

/* Milliseconds without a word; what is ready by then shows no spinner. */
#define PATIENCE 150
#define N_LAZY_PARTS 3

struct _AtlasDocumentsPage
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkWidget *switcher;
  GtkWidget *problems;
  GtkBox *problem_list;
  GtkLabel *no_problems;
  GtkStack *parts;
  GtkBox *documents;
  AtlasCoverageTable *table;
  AtlasNoteList *repairs;
  AtlasNoteList *inferred;

  /* owned */
  AtlasSession *session;
  AtlasCoverageReport *report;
  GCancellable *loading;
  guint patience;

  /* by lazy part: whether it shows the report */
  gboolean filled[N_LAZY_PARTS];
};

G_DEFINE_FINAL_TYPE (AtlasDocumentsPage, atlas_documents_page, GTK_TYPE_WIDGET)

static AtlasCatalog *
get_catalog (AtlasDocumentsPage *self)
{
  return atlas_session_get_catalog (self->session);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_problems (AtlasDocumentsPage *self, GPtrArray *problems)
{
  clear_box (self->problem_list);
  for (guint i = 0; i < problems->len; i++)
    gtk_box_append (self->problem_list, atlas_text_new (g_ptr_array_index (problems, i), NULL));
  gtk_widget_set_visible (self->problems, problems->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_problems), problems->len == 0);
}

static void
show_documents (AtlasDocumentsPage *self, GPtrArray *documents)
{
  const char *date = atlas_catalog_get_date (get_catalog (self));

  clear_box (self->documents);
  for (guint i = 0; i < documents->len; i++)
    gtk_box_append (self->documents,
                    atlas_document_card_new (g_ptr_array_index (documents, i), date));
}

static void
show_coverage (AtlasDocumentsPage *self)
{
  atlas_coverage_table_set_report (self->table, get_catalog (self), self->report);
}

static void
show_repairs (AtlasDocumentsPage *self)
{
  guint n = self->report->check->repairs->len;
  g_autofree char *summary = NULL;

  if (n == 0)
    summary = g_strdup (_ ("No wording was repaired."));
  else
    summary = g_strdup_printf (
        ngettext ("%u wording was damaged in the text at hand and repaired: as found → as shown.",
                  "%u wordings were damaged in the text at hand and repaired: as found → as shown.",
                  n),
        n);
  atlas_note_list_set_notes (self->repairs, summary,
                             atlas_coverage_notes_list_repairs (self->report->check));
}

static void
show_inferred (AtlasDocumentsPage *self)
{
  guint n = self->report->check->inferences->len;
  g_autofree char *summary = NULL;

  if (n == 0)
    summary = g_strdup (_ ("Every place is named by the documents themselves."));
  else
    summary = g_strdup_printf (
        ngettext ("The documents do not name the place of %u relation; it is known for the reason "
                  "given.",
                  "The documents do not name the place of %u relations; it is known for the reason "
                  "given.",
                  n),
        n);
  atlas_note_list_set_notes (
      self->inferred, summary,
      atlas_coverage_notes_list_inferences (self->report->check, get_catalog (self)));
}

/* A part is filled when it is first on show: a table of a thousand numbers takes its time. */
static void
fill_part (AtlasDocumentsPage *self)
{
  static void (*const fills[N_LAZY_PARTS]) (AtlasDocumentsPage *) = { show_coverage, show_repairs,
                                                                      show_inferred };
  GtkWidget *const parts[N_LAZY_PARTS] = { GTK_WIDGET (self->table), GTK_WIDGET (self->repairs),
                                           GTK_WIDGET (self->inferred) };

  for (guint i = 0; i < N_LAZY_PARTS; i++)
    if (parts[i] == gtk_stack_get_visible_child (self->parts) && !self->filled[i])
      {
        self->filled[i] = TRUE;
        fills[i](self);
      }
}

static void
part_changed_cb (AtlasDocumentsPage *self)
{
  g_assert (ATLAS_IS_DOCUMENTS_PAGE (self));

  if (self->report != NULL)
    fill_part (self);
}

static void
show_report (AtlasDocumentsPage *self)
{
  show_problems (self, self->report->check->problems);
  show_documents (self, self->report->documents);
  fill_part (self);
  gtk_stack_set_visible_child_name (self->stack, "report");
}

static void
show_error (AtlasDocumentsPage *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
stop_waiting (AtlasDocumentsPage *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->loading);
}

/* Where the page got another data set meanwhile or is gone, the loading was cancelled. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCoverageReport) report = atlas_coverage_report_load_finish (result, &error);
  AtlasDocumentsPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ATLAS_DOCUMENTS_PAGE (data);
  stop_waiting (self);
  g_clear_pointer (&self->report, atlas_coverage_report_free);
  self->report = g_steal_pointer (&report);
  memset (self->filled, 0, sizeof self->filled);
  if (self->report != NULL)
    show_report (self);
  else
    show_error (self, error);
}

static gboolean
patience_over_cb (gpointer data)
{
  AtlasDocumentsPage *self = ATLAS_DOCUMENTS_PAGE (data);

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

static void
load (AtlasDocumentsPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "blank");
  self->loading = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE, patience_over_cb, self);
  atlas_coverage_report_load_async (get_catalog (self), self->loading, loaded_cb, self);
}

static void
load_if_needed (AtlasDocumentsPage *self)
{
  if (self->session != NULL && self->report == NULL && self->loading == NULL)
    load (self);
}

static void
clear_report (AtlasDocumentsPage *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  stop_waiting (self);
  g_clear_pointer (&self->report, atlas_coverage_report_free);
}

static void
check_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  load_if_needed (ATLAS_DOCUMENTS_PAGE (widget));
}

static void
atlas_documents_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_documents_page_parent_class)->map (widget);

  load_if_needed (ATLAS_DOCUMENTS_PAGE (widget));
}

static void
atlas_documents_page_dispose (GObject *object)
{
  AtlasDocumentsPage *self = ATLAS_DOCUMENTS_PAGE (object);
  GtkWidget *child;

  clear_report (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_documents_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/liaoning_atlas/Atlas/ui/atlas-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, problems);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, problem_list);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, no_problems);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, parts);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, documents);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, table);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, repairs);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentsPage, inferred);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
}

static void
atlas_documents_page_class_init (AtlasDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_documents_page_dispose;
  widget_class->map = atlas_documents_page_map;

  g_type_ensure (ATLAS_TYPE_COVERAGE_TABLE);
  g_type_ensure (ATLAS_TYPE_NOTE_LIST);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "documentspage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "documents.check-again", NULL, check_again);
}

static void
atlas_documents_page_init (AtlasDocumentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* One button beside the other, as in the header of the window */
  gtk_widget_remove_css_class (self->switcher, "linked");
}

/**
 * atlas_documents_page_new:
 *
 * Returns: (transfer floating): a new page, empty until it is given a session
 */
GtkWidget *
atlas_documents_page_new (void)
{
  return g_object_new (ATLAS_TYPE_DOCUMENTS_PAGE, NULL);
}

/**
 * atlas_documents_page_set_session:
 * @self: a page
 * @session: (nullable): the session whose data set it tells about
 */
void
atlas_documents_page_set_session (AtlasDocumentsPage *self, AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_DOCUMENTS_PAGE (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  clear_report (self);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load_if_needed (self);
}

/**
 * atlas_documents_page_show_part:
 * @self: a page
 * @part: "documents", "coverage", "repairs" or "inferred"
 *
 * Does what pressing the button of @part does.
 */
void
atlas_documents_page_show_part (AtlasDocumentsPage *self, const char *part)
{
  g_return_if_fail (ATLAS_IS_DOCUMENTS_PAGE (self));
  g_return_if_fail (part != NULL);

  gtk_stack_set_visible_child_name (self->parts, part);
}

/**
 * atlas_documents_page_is_complete:
 * @self: a page
 *
 * Returns: whether it shows what it has to show, be it an error
 */
gboolean
atlas_documents_page_is_complete (AtlasDocumentsPage *self)
{
  const char *shown;

  g_return_val_if_fail (ATLAS_IS_DOCUMENTS_PAGE (self), FALSE);

  shown = gtk_stack_get_visible_child_name (self->stack);
  return g_strcmp0 (shown, "report") == 0 || g_strcmp0 (shown, "error") == 0;
}
