#!/usr/bin/env python3
"""Journeys with the map out of the window and other people's tiles into it: a map is exported as a picture by the
keyboard alone; a file of tiles that is broken is said to be, and used once it is mended."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from atlas_program import Program
from atlas_ui import Atspi, run, wait_for, walk

MAKE_MBTILES = os.environ['ATLAS_TEST_MAKE_MBTILES']


def test_export_by_keyboard():
    """Ctrl+E, a title, Enter, a name, Enter: the picture is there, and it is said where."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with Program(folder) as program:
            program.open('ctrl+e')
            program.wait('标题', 'text')
            program.key('ctrl+a')
            program.type('Map 1')
            program.open('Return')
            program.wait('保存地图')
            program.key('ctrl+a')
            program.type(str(folder) + '/map.png')
            program.key('Return')
            wait_for((folder / 'map.png').exists, 'the picture')
            program.wait('已保存“map.png”')
        picture = (folder / 'map.png').read_bytes()
        assert picture.startswith(b'\x89PNG') and picture.endswith(b'IEND\xaeB`\x82')
        assert b'Map 1' in picture


def test_mended_tiles():
    """A broken file of tiles: one notice, the painted map; once it is mended, Retry takes it."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([sys.executable, MAKE_MBTILES, name, 'small', 'vector'], check=True)
        broken = folder / 'vector.mbtiles'
        with Program(folder, tiles='file', tiles_file=str(broken)) as program:
            program.wait(str(broken))
            shutil.copy(folder / 'small.mbtiles', broken)
            program.click_on(program.wait('重试', 'push button'))
            program.wait_gone(str(broken))


def test_painted_again():
    """Who has no use for the file goes back to the painted map, and the settings say so."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        missing = folder / 'missing.mbtiles'
        with Program(folder, tiles='file', tiles_file=str(missing)) as program:
            program.wait(str(missing))
            program.click_on(program.wait('使用绘制底图', 'push button'))
            program.wait_gone(str(missing))
            program.open('ctrl+comma')
            row = program.wait('绘制底图', 'list item')
            assert any(node.get_role_name() == 'radio button'
                       and node.get_state_set().contains(Atspi.StateType.CHECKED)
                       for i in range(row.get_child_count()) for node in walk(row.get_child_at_index(i)))


if __name__ == '__main__':
    run([test_export_by_keyboard, test_mended_tiles, test_painted_again])
