/* atlas-map-sheet-legend.c: what the colours and patterns of a sheet mean, and how many places are
 * in each class
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-sheet-private.h"

/* In sizes of its text: the swatch, the space around and between, and how wide a name gets before
 * it is broken. */
#define SWATCH 1.15
#define PADDING 0.75
#define COLUMN_GAP 1.4
#define ROW_GAP 0.3
#define ITEM_GAP 0.5
#define MAX_NAME_WIDTH 13.0
/* Of the note, where the entries are narrower */
#define MIN_NOTE_WIDTH 12.0

typedef struct
{
  const AtlasMapClass *class;
  gboolean kept;
  PangoLayout *name;
  PangoLayout *count;
  double name_height;
  double count_width;
} Entry;

struct _AtlasMapSheetLegend
{
  /* borrowed */
  const AtlasMapSheet *sheet;

  /* owned */
  GArray *entries;
  PangoLayout *title;
  PangoLayout *note;

  double text;
  /* of the widest entry and the highest */
  double name_width;
  double count_width;
  double row_height;
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->name);
  g_clear_object (&entry->count);
}

static void
add_entry (AtlasMapSheetLegend *self, const AtlasMapClass *class, gboolean kept)
{
  g_autofree char *number = g_strdup_printf ("%u", class->places->len);
  Entry entry = { .class = class, .kept = kept };
  double width;
  double height;

  entry.name = _atlas_map_sheet_create_layout (self->sheet, class->name, self->text,
                                               PANGO_WEIGHT_NORMAL, MAX_NAME_WIDTH * self->text);
  entry.count = _atlas_map_sheet_create_layout (self->sheet, number, self->text,
                                                PANGO_WEIGHT_NORMAL, -1.0);
  _atlas_map_sheet_measure_layout (entry.name, &width, &entry.name_height);
  self->name_width = MAX (self->name_width, width);
  self->row_height = MAX (self->row_height, MAX (entry.name_height, SWATCH * self->text));
  _atlas_map_sheet_measure_layout (entry.count, &entry.count_width, &height);
  self->count_width = MAX (self->count_width, entry.count_width);
  g_array_append_val (self->entries, entry);
}

/*
 * _atlas_map_sheet_legend_new:
 * @sheet: a sheet, which must live longer
 *
 * Returns: (transfer full) (nullable): its legend, if its theme has one
 */
AtlasMapSheetLegend *
_atlas_map_sheet_legend_new (const AtlasMapSheet *sheet)
{
  GPtrArray *classes = atlas_map_scheme_get_classes (sheet->scheme);
  const char *title = atlas_map_scheme_get_title (sheet->scheme);
  const char *note = atlas_map_scheme_get_note (sheet->scheme);
  AtlasMapSheetLegend *self;

  if (!atlas_map_scheme_has_legend (sheet->scheme))
    return NULL;

  self = g_new0 (AtlasMapSheetLegend, 1);
  self->sheet = sheet;
  self->text = MAX (0.9 * sheet->text, ATLAS_MAP_SHEET_SMALLEST_TEXT);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 0; i < classes->len; i++)
    add_entry (self, classes->pdata[i], (sheet->spec->look.kept >> MIN (i, 63) & 1) != 0);

  if (title != NULL && *title != '\0')
    self->title = _atlas_map_sheet_create_layout (sheet, title, self->text, PANGO_WEIGHT_SEMIBOLD,
                                                  0.0);
  if (note != NULL && *note != '\0')
    self->note = _atlas_map_sheet_create_layout (sheet, note, ATLAS_MAP_SHEET_SMALLEST_TEXT,
                                                 PANGO_WEIGHT_NORMAL, 0.0);
  return self;
}

/*
 * _atlas_map_sheet_legend_free:
 * @self: (transfer full): a legend
 */
void
_atlas_map_sheet_legend_free (AtlasMapSheetLegend *self)
{
  g_array_unref (self->entries);
  g_clear_object (&self->title);
  g_clear_object (&self->note);
  g_free (self);
}

static double
get_column_width (const AtlasMapSheetLegend *self)
{
  return (SWATCH + 2.0 * ITEM_GAP) * self->text + self->name_width + self->count_width;
}

static guint
get_n_rows (const AtlasMapSheetLegend *self, guint columns)
{
  return (self->entries->len + columns - 1) / columns;
}

static double
get_text_height (PangoLayout *layout)
{
  double width;
  double height;

  _atlas_map_sheet_measure_layout (layout, &width, &height);
  return height;
}

/* Title and note fill the width of the columns; then each has its height. */
static double
set_content_width (AtlasMapSheetLegend *self, guint columns)
{
  double width = columns * get_column_width (self) + (columns - 1) * COLUMN_GAP * self->text;

  width = MAX (width, MIN_NOTE_WIDTH * self->text);
  if (self->title != NULL)
    pango_layout_set_width (self->title, (int) (width * PANGO_SCALE));
  if (self->note != NULL)
    pango_layout_set_width (self->note, (int) (width * PANGO_SCALE));
  return width;
}

/*
 * _atlas_map_sheet_legend_measure:
 * @self: a legend
 * @columns: in which its entries are to stand
 * @width: (out): of its box, logical pixels
 * @height: (out): of its box, logical pixels
 */
void
_atlas_map_sheet_legend_measure (AtlasMapSheetLegend *self,
                                 guint columns,
                                 double *width,
                                 double *height)
{
  guint n_rows = get_n_rows (self, columns);
  double gap = ROW_GAP * self->text;

  *width = set_content_width (self, columns) + 2.0 * PADDING * self->text;
  *height = n_rows * self->row_height + (n_rows - 1) * gap + 2.0 * PADDING * self->text;
  if (self->title != NULL)
    *height += get_text_height (self->title) + 2.0 * gap;
  if (self->note != NULL)
    *height += get_text_height (self->note) + 2.0 * gap;
}

static void
draw_entry (const AtlasMapSheetLegend *self, const Entry *entry, cairo_t *cr, double x, double y)
{
  const AtlasMapPalette *palette = self->sheet->palette;
  const AtlasColour *ink = entry->kept ? &palette->label : &palette->label_muted;
  AtlasMapLook look = self->sheet->spec->look;
  double swatch = SWATCH * self->text;
  double right = x + get_column_width (self);
  double top = y + (self->row_height - entry->name_height) / 2.0;

  look.kept = entry->kept ? ATLAS_MAP_KEEP_ALL : 0;
  atlas_map_scheme_draw_swatch (self->sheet->scheme, entry->class, cr, x,
                                y + (self->row_height - swatch) / 2.0, swatch, &look);
  _atlas_map_sheet_draw_layout (entry->name, cr, x + swatch + ITEM_GAP * self->text, top, ink);
  _atlas_map_sheet_draw_layout (entry->count, cr, right - entry->count_width, top,
                                &palette->label_muted);
}

static void
draw_entries (const AtlasMapSheetLegend *self, cairo_t *cr, double x, double y, guint columns)
{
  guint n_rows = get_n_rows (self, columns);

  for (guint i = 0; i < self->entries->len; i++)
    draw_entry (self, &g_array_index (self->entries, Entry, i), cr,
                x + i / n_rows * (get_column_width (self) + COLUMN_GAP * self->text),
                y + i % n_rows * (self->row_height + ROW_GAP * self->text));
}

/*
 * _atlas_map_sheet_legend_draw:
 * @self: a legend
 * @cr: the sheet
 * @plan: says where
 */
void
_atlas_map_sheet_legend_draw (AtlasMapSheetLegend *self, cairo_t *cr, const AtlasMapSheetPlan *plan)
{
  const AtlasMapPalette *palette = self->sheet->palette;
  double gap = ROW_GAP * self->text;
  double x = plan->legend.x + PADDING * self->text;
  double y = plan->legend.y + PADDING * self->text;

  set_content_width (self, plan->columns);
  if (self->title != NULL)
    {
      _atlas_map_sheet_draw_layout (self->title, cr, x, y, &palette->label);
      y += get_text_height (self->title) + 2.0 * gap;
    }
  draw_entries (self, cr, x, y, plan->columns);
  y += get_n_rows (self, plan->columns) * (self->row_height + gap) + gap;
  if (self->note != NULL)
    _atlas_map_sheet_draw_layout (self->note, cr, x, y, &palette->label_muted);
}
