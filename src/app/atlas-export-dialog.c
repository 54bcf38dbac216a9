/* atlas-export-dialog.c: how the map is to be written as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-export-dialog.h"

#include <glib/gi18n.h>

#include "atlas-file-choice.h"

/* Longer side of the preview, logical pixels */
#define PREVIEW_SIDE 560.0

struct _AtlasExportDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget *cancel_button;
  GtkWidget *save_button;
  GtkWidget *content;
  GtkPicture *preview;
  GtkLabel *problem;
  GtkEditable *title;
  AdwComboRow *region;
  AdwComboRow *paper;
  AdwComboRow *format;
  AdwComboRow *resolution;
  GtkSwitch *badges;
  GtkSwitch *hatched;
  GtkSwitch *dark;
  GtkWidget *remark;

  /* owned */
  AtlasMapView *map;
  AtlasSession *session;
  GCancellable *cancellable;
  char *suggested;
  char *path;

  /* to paint the preview; it is being painted; something changed meanwhile */
  guint idle_id;
  gboolean painting;
  gboolean stale;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (AtlasExportDialog, atlas_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void queue_preview (AtlasExportDialog *self);

static const struct
{
  const char *ending;
  const char *name;
} formats[] = {
  [ATLAS_MAP_FORMAT_PNG] = { "png", N_ ("PNG Pictures") },
  [ATLAS_MAP_FORMAT_SVG] = { "svg", N_ ("SVG Drawings") },
  [ATLAS_MAP_FORMAT_PDF] = { "pdf", N_ ("PDF Documents") },
};

/* In the order of the rows of the list; that of places is left out where there are none. */
static AtlasMapRegion
get_region (AtlasExportDialog *self)
{
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (self->region));
  guint selected = adw_combo_row_get_selected (self->region);

  if (selected == 0)
    return ATLAS_MAP_REGION_VIEW;
  return selected + 1 == n ? ATLAS_MAP_REGION_PROVINCE : ATLAS_MAP_REGION_PLACES;
}

static AtlasMapExportOptions
get_options (AtlasExportDialog *self)
{
  static const double scales[] = { 1.0, 2.0, ATLAS_MAP_PRINT_SCALE };
  guint resolution = adw_combo_row_get_selected (self->resolution);

  return (AtlasMapExportOptions){
    .title = gtk_editable_get_text (self->title),
    .format = (AtlasMapFormat) adw_combo_row_get_selected (self->format),
    .paper = (AtlasMapPaper) adw_combo_row_get_selected (self->paper),
    .scale = scales[MIN (resolution, G_N_ELEMENTS (scales) - 1)],
    .region = get_region (self),
    .badges = gtk_switch_get_active (self->badges),
    .hatched = gtk_switch_get_active (self->hatched),
    .dark = gtk_switch_get_active (self->dark),
  };
}

/* A file that cannot be made cannot be saved. */
static void
show_problem (AtlasExportDialog *self, const GError *error)
{
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
show_saving (AtlasExportDialog *self, gboolean saving)
{
  self->saving = saving;
  /* The keyboard goes to what can still be done, before the rest cannot. */
  if (saving)
    gtk_widget_grab_focus (self->cancel_button);
  gtk_widget_set_sensitive (self->content, !saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", !saving);
  if (!saving)
    gtk_widget_grab_focus (self->save_button);
  gtk_button_set_label (GTK_BUTTON (self->save_button), saving ? _ ("Saving…") : _ ("_Save…"));
}

static void
show_preview (AtlasExportDialog *self, GBytes *png)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);

  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasExportDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = atlas_map_export_render_finish (result, &error);

  /* There may be no dialog any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->painting = FALSE;
  if (png != NULL)
    show_preview (self, png);
  show_problem (self, error);
  if (!self->saving)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", png != NULL);
  if (self->stale)
    queue_preview (self);
}

/* The same sheet with fewer pixels. */
static void
paint_preview (AtlasExportDialog *self)
{
  AtlasMapExportOptions options = get_options (self);
  double width;
  double height;

  atlas_map_export_get_size (self->map, options.paper, &width, &height);
  options.format = ATLAS_MAP_FORMAT_PNG;
  options.scale = PREVIEW_SIDE * gtk_widget_get_scale_factor (GTK_WIDGET (self))
                  / MAX (width, height);
  self->painting = TRUE;
  self->stale = FALSE;
  atlas_map_export_render_async (self->map, self->session, &options, self->cancellable, painted_cb,
                                 self);
}

static gboolean
idle_cb (gpointer data)
{
  AtlasExportDialog *self = data;

  self->idle_id = 0;
  paint_preview (self);
  return G_SOURCE_REMOVE;
}

/* Who types a title is faster than the painter: what changes meanwhile is painted in one go. */
static void
queue_preview (AtlasExportDialog *self)
{
  self->stale = self->painting;
  if (!self->painting && self->idle_id == 0)
    self->idle_id = g_idle_add (idle_cb, self);
}

static void
show_pixels (AtlasExportDialog *self)
{
  AtlasMapExportOptions options = get_options (self);
  g_autofree char *text = NULL;
  double width;
  double height;

  atlas_map_export_get_size (self->map, options.paper, &width, &height);
  text = g_strdup_printf (_ ("%.0f × %.0f pixels"), width * options.scale, height * options.scale);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->resolution), text);
  gtk_widget_set_visible (GTK_WIDGET (self->resolution), options.format == ATLAS_MAP_FORMAT_PNG);
}

/* A row of libadwaita says its title alone. */
static void
describe (AdwComboRow *row)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (row);

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_string_object_get_string (item), -1);
}

/* A title that nobody has changed goes with what it describes. */
static void
suggest_title (AtlasExportDialog *self)
{
  g_autofree char *before = g_steal_pointer (&self->suggested);

  self->suggested = atlas_map_export_suggest_title (self->session, get_region (self));
  if (g_str_equal (gtk_editable_get_text (self->title), before != NULL ? before : "")
      && g_strcmp0 (self->suggested, before) != 0)
    gtk_editable_set_text (self->title, self->suggested);
}

static void
changed_cb (AtlasExportDialog *self)
{
  g_assert (ATLAS_IS_EXPORT_DIALOG (self));

  /* The template is still being built, or taken apart. */
  if (self->map == NULL)
    return;

  describe (self->region);
  describe (self->paper);
  describe (self->format);
  describe (self->resolution);
  suggest_title (self);
  show_pixels (self);
  gtk_widget_set_visible (self->remark, atlas_map_view_get_look (self->map).over
                                            && get_region (self) != ATLAS_MAP_REGION_VIEW);
  queue_preview (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasExportDialog *self = data;
  g_autoptr (GError) error = NULL;
  gboolean written = atlas_map_export_write_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  show_saving (self, FALSE);
  show_problem (self, error);
  if (!written)
    return;

  g_signal_emit (self, signals[SAVED], 0, self->path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlasExportDialog *self = ATLAS_EXPORT_DIALOG (source);
  g_autoptr (GFile) file = atlas_file_choice_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  /* Nothing was chosen, or the dialog was closed meanwhile. */
  if (self->map == NULL || file == NULL)
    return;

  if (path != NULL)
    {
      atlas_export_dialog_save (self, path);
      return;
    }
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("A map can only be saved in a folder of this computer."));
  show_problem (self, error);
}

/* Returns: (transfer full): the title as the name of a file */
static char *
make_file_name (AtlasExportDialog *self, AtlasMapFormat format)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));

  /* What some system does not take in names; a dot at the beginning would hide the file. */
  g_strdelimit (title, "/\\:*?\"<>|\n\t", ' ');
  if (*title == '.')
    *title = ' ';
  g_strstrip (title);
  return g_strdup_printf ("%s.%s", *title != '\0' ? title : self->suggested,
                          formats[format].ending);
}

static void
choose_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasExportDialog *self = ATLAS_EXPORT_DIALOG (widget);
  AtlasMapFormat format = get_options (self).format;
  g_autofree char *pattern = g_strconcat ("*.", formats[format].ending, NULL);
  g_autofree char *file_name = make_file_name (self, format);
  const AtlasFileKind kind = { _ (formats[format].name), pattern };

  atlas_file_choice_save (GTK_WINDOW (self), _ ("Save the Map"), file_name, &kind, file_chosen_cb,
                          NULL);
}

static void
atlas_export_dialog_dispose (GObject *object)
{
  AtlasExportDialog *self = ATLAS_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->map);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_export_dialog_parent_class)->dispose (object);
}

static void
atlas_export_dialog_finalize (GObject *object)
{
  AtlasExportDialog *self = ATLAS_EXPORT_DIALOG (object);

  g_free (self->suggested);
  g_free (self->path);

  G_OBJECT_CLASS (atlas_export_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/liaoning_atlas/Atlas/ui/atlas-export-dialog.ui");
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, save_button);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, content);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, preview);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, problem);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, title);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, region);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, paper);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, format);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, resolution);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, badges);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, hatched);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, dark);
  gtk_widget_class_bind_template_child (klass, AtlasExportDialog, remark);
  gtk_widget_class_bind_template_callback (klass, changed_cb);
}

static void
atlas_export_dialog_class_init (AtlasExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_export_dialog_dispose;
  object_class->finalize = atlas_export_dialog_finalize;

  signals[SAVED] = g_signal_new ("saved", ATLAS_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "export.save", NULL, choose_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
atlas_export_dialog_init (AtlasExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_regions (AtlasExportDialog *self)
{
  g_autoptr (GPtrArray) places = atlas_map_export_list_places (self->session);
  g_autoptr (GtkStringList) regions = gtk_string_list_new (NULL);

  gtk_string_list_append (regions, _ ("As on the Screen"));
  if (places->len == 1)
    gtk_string_list_append (regions, atlas_place_get_name (places->pdata[0]));
  else if (places->len > 1)
    gtk_string_list_take (
        regions, g_strdup_printf (ngettext ("%u Picked Place", "%u Picked Places", places->len),
                                  places->len));
  gtk_string_list_append (regions, _ ("Whole Province"));
  adw_combo_row_set_model (self->region, G_LIST_MODEL (regions));
}

/**
 * atlas_export_dialog_new:
 * @parent: the window it belongs to
 * @map: the map on the screen; has a data set
 * @session: what it shows
 *
 * Returns: (transfer none): a new window, owned by GTK until it is closed
 */
GtkWidget *
atlas_export_dialog_new (GtkWindow *parent, AtlasMapView *map, AtlasSession *session)
{
  AtlasExportDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (map) && ATLAS_IS_SESSION (session), NULL);

  self = g_object_new (ATLAS_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  gtk_switch_set_active (self->badges, atlas_map_view_get_badges (map));
  gtk_switch_set_active (self->hatched, atlas_map_view_get_hatched (map));
  add_regions (self);
  self->map = g_object_ref (map);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));

  return GTK_WIDGET (self);
}

/**
 * atlas_export_dialog_save:
 * @self: a dialog
 * @path: (type filename): where to
 *
 * Does what choosing @path does: writes the map there and closes the dialog, or says what is wrong.
 */
void
atlas_export_dialog_save (AtlasExportDialog *self, const char *path)
{
  AtlasMapExportOptions options;

  g_return_if_fail (ATLAS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  if (self->saving)
    return;

  g_free (self->path);
  self->path = g_strdup (path);
  options = get_options (self);
  show_problem (self, NULL);
  show_saving (self, TRUE);
  atlas_map_export_write_async (self->map, self->session, &options, path, self->cancellable,
                                written_cb, self);
}
