/* test-tile-template.c: addresses of tiles, right ones and wrong ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "atlas-tile-template.h"

typedef struct
{
  const char *text;
  const char *host;    /* what people see of it */
  const char *address; /* of tile 5/6/7 with the key “k&1” */
} Right;

static const Right RIGHT[] = {
  { "https://tile.example.org/{z}/{x}/{y}.png", "tile.example.org",
    "https://tile.example.org/5/6/7.png" },
  { "http://127.0.0.1:8080/{z}/{x}/{y}", "127.0.0.1", "http://127.0.0.1:8080/5/6/7" },
  { "http://[::1]:8080/{z}/{x}/{y}", "::1", "http://[::1]:8080/5/6/7" },
  { "HTTPS://tile.example.org/{Z}/{X}/{Y}", "tile.example.org", "HTTPS://tile.example.org/5/6/7" },
  /* TMS counts from the south: 2⁵ − 1 − 7 */
  { "https://tile.example.org/{z}/{x}/{-y}.png", "tile.example.org",
    "https://tile.example.org/5/6/24.png" },
  { "https://example.org/wmts?TileMatrix={TileMatrix}&TileCol={TileCol}&TileRow={TileRow}",
    "example.org", "https://example.org/wmts?TileMatrix=5&TileCol=6&TileRow=7" },
  { "https://example.org?z={z}&x={x}&y={y}&tk={key}", "example.org",
    "https://example.org?z=5&x=6&y=7&tk=k%261" },
  { "https://{s}.tile.example.org/{z}/{x}/{y}", "tile.example.org",
    "https://b.tile.example.org/5/6/7" },
  { "https://{a-c}.tile.example.org/{z}/{x}/{y}", "tile.example.org",
    "https://b.tile.example.org/5/6/7" },
  { "https://{one,two}.example.org/{z}/{x}/{y}", "example.org", "https://two.example.org/5/6/7" },
  { "https://tile.{a-c}.example.org/{z}/{x}/{y}", "tile.a.example.org",
    "https://tile.b.example.org/5/6/7" },
  { "https://{a.one,b.two}.example.org/{z}/{x}/{y}", "a.one.example.org",
    "https://b.two.example.org/5/6/7" },
  { "https://t{0-7}.example.org/{z}/{x}/{y}/{x}", "example.org", "https://t1.example.org/5/6/7/6" },
  { "http://10.0.0.{1-3}/{z}/{x}/{y}", "10.0.0.1", "http://10.0.0.2/5/6/7" },
  { "https://{a-b}/{z}/{x}/{y}", "a", "https://b/5/6/7" },
  { "https://地图.example.org/瓦片/{z}/{x}/{y}", "地图.example.org",
    "https://地图.example.org/瓦片/5/6/7" },
  { "https://xn--wcs7d.example.org/{z}/{x}/{y}", "地图.example.org",
    "https://xn--wcs7d.example.org/5/6/7" },
  { "https://xn--/{z}/{x}/{y}", "xn--", "https://xn--/5/6/7" },
};

typedef struct
{
  const char *text;
  const char *words; /* of the sentence */
} Wrong;

static const Wrong WRONG[] = {
  { "", "empty" },
  { "ftp://example.org/{z}/{x}/{y}", "https:// or http://" },
  { "file:///tiles/{z}/{x}/{y}", "https:// or http://" },
  { "javascript:{z}{x}{y}", "https:// or http://" },
  { "example.org/{z}/{x}/{y}", "https:// or http://" },
  { "https://example.org/{x}/{y}", "lacks {z}" },
  { "https://example.org/{z}/{y}", "lacks {x}" },
  { "https://example.org/{z}/{x}", "lacks {y}" },
  { "https://example.org/1/2/3.png", "lacks {z}" },
  { "https://example.org/{z}/{x}/{y}/{style}", "“{style}” is no field" },
  { "https://example.org/{z}/{x}/{y}/{}", "“{}” is no field" },
  { "https://example.org/{z}/{x}/{y}/{s}", "“{s}” is no field" },
  { "https://example.org/{z}/{x}/{y}/{a-c}", "“{a-c}” is no field" },
  { "https://example.org/{z/{x}/{y}", "braces" },
  { "https://example.org/{z}/{x}/{y", "braces" },
  { "https://example.org/{z}/{x}/y}", "braces" },
  { "https://example.org/{{z}}/{x}/{y}", "braces" },
  { "https://{z}.example.org/{z}/{x}/{y}", "no set of hosts" },
  { "https://{key}.example.org/{z}/{x}/{y}", "no set of hosts" },
  { "https://{key}@example.org/{z}/{x}/{y}", "no set of hosts" },
  { "https://{c-a}.example.org/{z}/{x}/{y}", "no set of hosts" },
  { "https://{a-7}.example.org/{z}/{x}/{y}", "no set of hosts" },
  { "https://{a-c}.{a-c}.example.org/{z}/{x}/{y}", "two sets" },
  { "https://{a,,c}.example.org/{z}/{x}/{y}", "not a valid address" },
  { "https://{a,b@c}.example.org/{z}/{x}/{y}", "user name" },
  { "https://user:password@example.org/{z}/{x}/{y}", "user name or a password" },
  { "https://user@example.org/{z}/{x}/{y}", "user name or a password" },
  { "https:///{z}/{x}/{y}", "not a valid address" },
  { "https://?{z}/{x}/{y}", "not a valid address" },
  { "https://exa_mple..org/{z}/{x}/{y}", "not a valid address" },
  { "https://ex&mple.org/{z}/{x}/{y}", "not a valid address" },
  { "https://%00example.org/{z}/{x}/{y}", "not a valid address" },
  { "https://example.org:port/{z}/{x}/{y}", "not a valid address" },
  { "https://example.org:99999/{z}/{x}/{y}", "not a valid address" },
  { "https://[::1/{z}/{x}/{y}", "not a valid address" },
  { "https://example.org/%zz/{z}/{x}/{y}", "hexadecimal" },
  { "https://example.org/%{z}/{x}/{y}", "hexadecimal" },
  { "https://example.org/{z}/{x}/{y}%2", "hexadecimal" },
  { "https://example.org/{z}/{x}/{y}\n", "blanks, line breaks" },
  { "https://example.org/ {z}/{x}/{y}", "blanks, line breaks" },
  { " https://example.org/{z}/{x}/{y}", "blanks, line breaks" },
  { "https://example.org/\x01{z}/{x}/{y}", "control characters" },
  { "https://example.org/\xc2\xa0{z}/{x}/{y}", "blanks" },
  { "https://example.org/\xe2\x80\xae{z}/{x}/{y}", "control characters" },
  { "https://example.org/\xff{z}/{x}/{y}", "UTF-8" },
  { "https://example.org/{z}/{x}/{y}#here", "“#”" },
  { "https://example.org\\{z}/{x}/{y}", "“\\”" },
  { "https://example.org/<{z}/{x}/{y}>", "“<”" },
};

static void
test_right (gconstpointer data)
{
  const Right *right = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTileTemplate) template = atlas_tile_template_parse (right->text, &error);
  g_autofree char *address = NULL;

  g_assert_no_error (error);
  address = atlas_tile_template_expand (template, 5, 6, 7, "k&1");
  g_assert_cmpstr (address, ==, right->address);
  g_assert_cmpstr (atlas_tile_template_get_host (template), ==, right->host);
  g_assert_cmpstr (atlas_tile_template_get_text (template), ==, right->text);
  g_assert_cmpint (atlas_tile_template_needs_key (template), ==,
                   strstr (right->text, "{key}") != NULL);
}

static void
test_wrong (gconstpointer data)
{
  const Wrong *wrong = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_tile_template_parse (wrong->text, &error));
  g_assert_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_TEMPLATE);
  if (strstr (error->message, wrong->words) == NULL)
    g_error ("“%s”: not the right sentence: %s", wrong->text, error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_length (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("https://example.org/{z}/{x}/{y}/");
  AtlasTileTemplate *template;

  while (text->len < ATLAS_TILE_TEMPLATE_MAX_LENGTH)
    g_string_append_c (text, 'a');
  template = atlas_tile_template_parse (text->str, &error);
  g_assert_no_error (error);
  atlas_tile_template_free (template);

  g_string_append_c (text, 'a');
  g_assert_null (atlas_tile_template_parse (text->str, &error));
  g_assert_error (error, ATLAS_TILE_ERROR, ATLAS_TILE_ERROR_TEMPLATE);
}

/* What differs in one of them may be another server: none of them gets the others' key. */
static void
test_key_names (void)
{
  const struct
  {
    const char *text;
    const char *name;
  } servers[] = {
    { "https://tile.example.org/{z}/{x}/{y}?tk={key}", "https://tile.example.org" },
    { "http://tile.example.org/{z}/{x}/{y}?tk={key}", "http://tile.example.org" },
    { "https://tile.example.org:8080/{z}/{x}/{y}?tk={key}", "https://tile.example.org:8080" },
    { "https://{a-c}.example.org/{z}/{x}/{y}?tk={key}", "https://{a-c}.example.org" },
    { "https://{a,evil}.example.org/{z}/{x}/{y}?tk={key}", "https://{a,evil}.example.org" },
    { "https://a.example.org?{z}/{x}/{y}&tk={key}", "https://a.example.org" },
    { "https://example.org/{z}/{x}/{y}?tk={key}", "https://example.org" },
    { "http://[::1]:8080/{z}/{x}/{y}?tk={key}", "http://[::1]:8080" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autoptr (AtlasTileTemplate) template = atlas_tile_template_parse (servers[i].text, NULL);

      g_assert_cmpstr (atlas_tile_template_get_key_name (template), ==, servers[i].name);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (servers[i].name, !=, servers[j].name);
    }
}

/* The letters' case and the path make no other server. */
static void
test_same_key_name (void)
{
  g_autoptr (AtlasTileTemplate) first = atlas_tile_template_parse (
      "https://tile.example.org/{z}/{x}/{y}?tk={key}", NULL);
  g_autoptr (AtlasTileTemplate) second = atlas_tile_template_parse (
      "HTTPS://Tile.Example.ORG/other/{z}/{x}/{-y}?k={key}", NULL);

  g_assert_cmpstr (atlas_tile_template_get_key_name (first), ==,
                   atlas_tile_template_get_key_name (second));
}

/* A tile comes from the same host each time, neighbours from different ones, and no more hosts are
 * used than there are connections. */
static void
test_hosts (void)
{
  g_autoptr (AtlasTileTemplate) template = atlas_tile_template_parse (
      "https://t{0-7}.example.org/{z}/{x}/{y}", NULL);
  guint used = 0;

  for (guint x = 0; x < 8; x++)
    {
      g_autofree char *first = atlas_tile_template_expand (template, 5, x, 7, NULL);
      g_autofree char *second = atlas_tile_template_expand (template, 5, x, 7, NULL);
      g_autofree char *other = atlas_tile_template_expand (template, 5, x + 1, 7, NULL);

      g_assert_cmpstr (first, ==, second);
      g_assert_cmpint (strncmp (first, other, strlen ("https://t0")), !=, 0);
      used |= 1u << (first[strlen ("https://t")] - '0');
    }
  g_assert_cmphex (used, ==, 0xf);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (RIGHT); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tiles/template/right/%u", i);

      g_test_add_data_func (path, &RIGHT[i], test_right);
    }
  for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tiles/template/wrong/%u", i);

      g_test_add_data_func (path, &WRONG[i], test_wrong);
    }
  g_test_add_func ("/tiles/template/length", test_length);
  g_test_add_func ("/tiles/template/key-names", test_key_names);
  g_test_add_func ("/tiles/template/same-key-name", test_same_key_name);
  g_test_add_func ("/tiles/template/hosts", test_hosts);

  return g_test_run ();
}
