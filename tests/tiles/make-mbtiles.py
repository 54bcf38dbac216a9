#!/usr/bin/python3
"""Make MBTiles files for the tests and benches: good ones by GDAL, bad ones by hand.

usage: make-mbtiles.py FOLDER KIND…     writes FOLDER/KIND.mbtiles for each KIND

The world is a chessboard of 4 × 4 colours at level 2: red says the column, green the row from the north, blue the level.
Exits 77 where GDAL is not installed.
"""

import contextlib
import functools
import os
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import zlib

WORLD = 20037508.342789244
TOOLS = ("gdal_translate", "gdaladdo")
HTML = '&copy; <a href="https://example.org">OpenStreetMap</a> contributors<br/>&lt;测绘&gt; &#169;'


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def write_ppm(path, side, colour):
    """A picture in which colour(x, y) gives the three bytes of a pixel."""
    with open(path, "wb") as file:
        file.write(b"P6 %d %d 255\n" % (side, side))
        for y in range(side):
            file.write(b"".join(colour(x, y) for x in range(side)))


def chessboard(x, y):
    return bytes((40 + 60 * (x // 256), 40 + 60 * (y // 256), 200))


def translate(source, target, box, *options):
    run("gdal_translate", "-q", "-of", "MBTiles", "-a_srs", "EPSG:3857" if max(box) > 180 else "EPSG:4326",
        "-a_ullr", *map(str, box), *[word for option in options for word in ("-co", option)], source, target)


@functools.cache
def world(*options):
    """Levels 0 to 2 of the whole world, as GDAL writes them."""
    with tempfile.TemporaryDirectory() as folder:
        ppm, mbtiles = os.path.join(folder, "world.ppm"), os.path.join(folder, "world.mbtiles")
        write_ppm(ppm, 1024, chessboard)
        translate(ppm, mbtiles, (-WORLD, WORLD, WORLD, -WORLD), "NAME=棋盘", *options)
        run("gdaladdo", "-q", "-r", "nearest", mbtiles, "2", "4")
        with open(mbtiles, "rb") as file:
            return file.read()


def make_world(path, *options):
    with open(path, "wb") as file:
        file.write(world(*options))


def make_png(path):
    make_world(path)


def make_jpeg(path):
    make_world(path, "TILE_FORMAT=JPEG", "QUALITY=90")


def make_webp(path):
    """GDAL cannot write MBTiles of WebP, but WebP: tile by tile."""
    make_world(path)
    with tempfile.TemporaryDirectory() as folder, connect(path) as database:
        png, webp = os.path.join(folder, "tile.png"), os.path.join(folder, "tile.webp")
        for row, data in database.execute("SELECT rowid, tile_data FROM tiles").fetchall():
            with open(png, "wb") as file:
                file.write(data)
            run("gdal_translate", "-q", "-of", "WEBP", "-co", "LOSSLESS=YES", png, webp)
            with open(webp, "rb") as file:
                database.execute("UPDATE tiles SET tile_data = ? WHERE rowid = ?", (file.read(), row))
        set_metadata(database, format="webp")


def make_region(path):
    """Part of the world in tiles of 512 pixels."""
    with tempfile.TemporaryDirectory() as folder:
        ppm = os.path.join(folder, "region.ppm")
        write_ppm(ppm, 512, chessboard)
        translate(ppm, path, (118.5, 43.5, 125.75, 38.5), "BLOCKSIZE=512")


@contextlib.contextmanager
def connect(path):
    """Commits and closes at the end of the block."""
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        yield database


def set_metadata(database, **values):
    for name, value in values.items():
        database.execute("DELETE FROM metadata WHERE name = ?", (name,))
        if value is not None:
            database.execute("INSERT INTO metadata (name, value) VALUES (?, ?)", (name, value))


def make_metadata(path):
    """Everything the metadata can say."""
    make_world(path)
    with connect(path) as database:
        set_metadata(database, attribution=HTML, name="<b>地图</b> &amp; 影像", minzoom="1", maxzoom="2",
                     bounds="118.5, 38.5,125.75,43.5")


def make_silent(path):
    """No metadata but a table for them."""
    make_world(path)
    with connect(path) as database:
        database.execute("DELETE FROM metadata")


def make_lying(path):
    """Metadata that cannot be true."""
    make_world(path)
    with connect(path) as database:
        set_metadata(database, name="  ", attribution="<i></i>", minzoom="-3", maxzoom="1e9", bounds="180,90,nan,x",
                     format="tiff")


def make_east(path):
    """Bounds beyond the world's edge."""
    make_file(path, png(256), name="east", bounds="190,10,200,20")


def make_north(path):
    make_file(path, png(256), name="north", bounds="10,86,20,89")


def make_slow(path):
    """One tile is found at once; the others only after 10,000 × 10,000 comparisons, as nothing has an index."""
    with connect(path) as database:
        database.executescript("""
            CREATE TABLE metadata (name TEXT, value TEXT);
            CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);
            CREATE TABLE images (tile_data BLOB, tile_id TEXT)""")
        database.execute("INSERT INTO map VALUES (2, 0, 3, 'one')")
        database.execute("INSERT INTO images VALUES (?, 'one')", (png(256),))
        database.executemany("INSERT INTO map VALUES (2, 1, 2, ?)", ((str(number),) for number in range(10000)))
        database.executemany("INSERT INTO images VALUES (NULL, ?)", (("-" + str(number),) for number in range(10000)))
        set_metadata(database, name="slow", minzoom="2", maxzoom="2")


def make_xyz(path):
    """Rows from the north, which the metadata say."""
    make_world(path)
    with connect(path) as database:
        database.execute("UPDATE tiles SET tile_row = -1 - tile_row")
        database.execute("UPDATE tiles SET tile_row = tile_row + (1 << zoom_level)")
        set_metadata(database, scheme="xyz")


def make_view(path):
    """As mb-util and TileMill store tiles: each picture once."""
    make_world(path)
    with connect(path) as database:
        database.executescript("""
            CREATE TABLE images (tile_id TEXT, tile_data BLOB);
            CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);
            INSERT INTO images SELECT 'id' || rowid, tile_data FROM tiles;
            INSERT INTO map SELECT zoom_level, tile_column, tile_row, 'id' || rowid FROM tiles;
            DROP TABLE tiles;
            CREATE UNIQUE INDEX images_id ON images (tile_id);
            CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row);
            CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column,
              map.tile_row AS tile_row, images.tile_data AS tile_data
              FROM map JOIN images ON images.tile_id = map.tile_id;""")


def make_damaged(path):
    """Two tiles that are not what they should be, among good ones."""
    make_world(path)
    with connect(path) as database:
        database.execute("UPDATE tiles SET tile_data = substr(tile_data, 1, length(tile_data) / 2) "
                         "WHERE zoom_level = 2 AND tile_column = 0 AND tile_row = 3")
        database.execute("UPDATE tiles SET tile_data = CAST('<html>' AS BLOB) "
                         "WHERE zoom_level = 2 AND tile_column = 1 AND tile_row = 3")
        database.execute("UPDATE tiles SET tile_data = zeroblob(5 * 1024 * 1024) "
                         "WHERE zoom_level = 2 AND tile_column = 2 AND tile_row = 3")


def make_trigger(path):
    make_world(path)
    with connect(path) as database:
        database.executescript("""
            CREATE TRIGGER wipe AFTER INSERT ON tiles BEGIN DELETE FROM tiles; END;
            CREATE TRIGGER loop AFTER UPDATE ON metadata BEGIN UPDATE metadata SET value = value || value; END;""")


# What GDAL is not needed for

SCHEMA = """
    CREATE TABLE metadata (name TEXT, value TEXT);
    CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
    CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);"""
BOMB = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
    SELECT 0 AS zoom_level, 0 AS tile_column, 0 AS tile_row, zeroblob(1000000000) AS tile_data FROM n"""


def png(side, rows=None):
    """A grey PNG of side × side pixels, of which there may be fewer rows than it says."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    pixels = zlib.compress(bytes((side + 1) * (side if rows is None else rows)))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def make_file(path, *tiles, **metadata):
    with connect(path) as database:
        database.executescript(SCHEMA)
        for number, data in enumerate(tiles):
            database.execute("INSERT INTO tiles VALUES (4, ?, 0, ?)", (number, data))
        set_metadata(database, **metadata)


def make_small(path):
    make_file(path, png(256), name="small")


def make_vector(path):
    make_file(path, b"\x1f\x8b\x08\0\0\0\0\0", format="pbf")


def make_unsaid_vector(path):
    make_file(path, b"\x1f\x8b\x08\0\0\0\0\0", format="png")


def make_no_tiles(path):
    make_file(path, name="empty")


def make_svg(path):
    make_file(path, b'<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>')


def make_huge_blob(path):
    make_file(path, bytes(64 * 1024 * 1024), format="png")


def make_huge_picture(path):
    make_file(path, png(20000, 2), format="png")


def make_other_schema(path):
    with connect(path) as database:
        database.executescript("CREATE TABLE tiles (a, b, c); CREATE TABLE metadata (d); INSERT INTO tiles VALUES (1, 2, 3)")


def make_no_table(path):
    with connect(path) as database:
        database.execute("CREATE TABLE contacts (name TEXT)")


def make_bomb(path):
    """A view that never ends."""
    with connect(path) as database:
        database.executescript("CREATE TABLE metadata (name TEXT, value TEXT); CREATE VIEW tiles AS " + BOMB)


def make_hidden_bomb(path):
    """The same beside tables that can be read."""
    make_view(path)
    with connect(path) as database:
        database.executescript("DROP VIEW tiles; DROP TABLE metadata; CREATE VIEW tiles AS " + BOMB
                               + "; CREATE VIEW metadata AS SELECT 'name' AS name, tile_data AS value FROM tiles")


def make_virtual(path):
    with connect(path) as database:
        database.execute("CREATE VIRTUAL TABLE tiles USING fts5 (zoom_level, tile_column, tile_row, tile_data)")


def make_generated(path):
    """A column that calls a function each time it is read."""
    with connect(path) as database:
        database.executescript("""
            CREATE TABLE tiles (zoom_level, tile_column, tile_row,
              tile_data AS (replace(hex(zeroblob(1000000)), '0', '0123456789')));
            INSERT INTO tiles VALUES (0, 0, 0)""")


def make_corrupt(path):
    """Whole in length; but the pages of the table are overwritten."""
    make_world(path)
    with connect(path) as database:
        size = database.execute("PRAGMA page_size").fetchone()[0]
    with open(path, "r+b") as file:
        file.seek(0, os.SEEK_END)
        n_pages = file.tell() // size
        for page in range(n_pages // 2, n_pages):
            file.seek(page * size)
            file.write(b"\xa5" * size)


def make_many(path, form="PNG", grains=(0, 0, 0, 1, 2, 8)):
    """10,000 tiles as heavy as a real map's: as many pictures as GDAL makes, again and again."""
    side = 2560
    noise = random.Random(4)
    grain = bytes(noise.choice(grains) for _ in range(side * 2))
    with tempfile.TemporaryDirectory() as folder, connect(path) as database:
        ppm, mbtiles = os.path.join(folder, "many.ppm"), os.path.join(folder, "many.mbtiles")
        shift = 0

        def colour(x, y):
            land = (x // 37 + y // 53) % 5 * 20
            return bytes((150 + land, 170 + grain[x + shift], 140 + y // 40))

        with open(ppm, "wb") as file:
            file.write(b"P6 %d %d 255\n" % (side, side))
            for y in range(side):
                shift = noise.randrange(side)
                file.write(b"".join([colour(x, y) for x in range(side)]))
        translate(ppm, mbtiles, (0, WORLD / 4, WORLD / 4, 0), "TILE_FORMAT=" + form)
        with connect(mbtiles) as made:
            pictures = [row[0] for row in made.execute("SELECT tile_data FROM tiles")]
        database.executescript(SCHEMA)
        database.executemany("INSERT INTO tiles VALUES (12, ?, ?, ?)",
                             ((number % 100, number // 100, pictures[number % len(pictures)]) for number in range(10000)))
        set_metadata(database, name="many", format=form.lower())


def make_many_jpeg(path):
    make_many(path, "JPEG", (0, 10, 40))


def main():
    folder, kinds = sys.argv[1], sys.argv[2:]
    if not all(map(shutil.which, TOOLS)):
        sys.exit(77)
    for kind in kinds:
        globals()["make_" + kind.replace("-", "_")](os.path.join(folder, kind + ".mbtiles"))


if __name__ == "__main__":
    main()
