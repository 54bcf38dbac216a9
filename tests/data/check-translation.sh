#!/bin/sh
# check-translation.sh: every translatable string is listed for translation, and Chinese has them all
#
# usage: check-translation.sh SOURCE-FOLDER
#
# Reports three TAP points.
set -u

cd "$1" || exit 1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

point=0
# report STATUS NAME: one TAP point; what is in $scratch/why explains a failure
report() {
  point=$((point + 1))
  if [ "$1" = 0 ]; then
    echo "ok $point $2"
  else
    sed 's/^/# /' "$scratch/why"
    echo "not ok $point $2"
  fi
}

# Files with a marked string against files listed
{
  grep -rlE '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(' src --include='*.c'
  grep -rlE 'translatable="(yes|true|1)"' ui --include='*.ui'
  grep -lE 'gettext-domain=' data/*.gschema.xml
  ls data/*.desktop.in data/*.metainfo.xml.in
} | sort >"$scratch/marked"
grep -vE '^(#|$)' po/POTFILES.in | sort >"$scratch/listed"
diff "$scratch/listed" "$scratch/marked" >"$scratch/why"
report $? "po/POTFILES.in lists the files with translatable strings"

msgfmt -c -o /dev/null po/zh_CN.po 2>"$scratch/why"
report $? "po/zh_CN.po is well formed"

# The template as meson's preset `glib` makes it
{
  xgettext --from-code=UTF-8 --add-comments --files-from=po/POTFILES.in -o "$scratch/now.pot" \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
    --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format \
    --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format \
    --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format &&
    msgcmp po/zh_CN.po "$scratch/now.pot"
} >"$scratch/why" 2>&1
report $? "po/zh_CN.po translates every string"

echo "1..$point"
