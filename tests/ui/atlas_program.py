"""The program with settings of its own and more than one window, each of which gets the keyboard when it opens, as a
window manager would give it."""
import os
import subprocess

from atlas_ui import Window, wait_for, xdotool

SECTION = '[io/github/liaoning_atlas/Atlas]'


class Program(Window):
    """folder: an empty one, a pathlib.Path; settings: texts by key, with _ for -."""

    def __init__(self, folder, **settings):
        keyfile = folder / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        keyfile.parent.mkdir(parents=True)
        keyfile.write_text('\n'.join([SECTION] + [f"{key.replace('_', '-')}='{value}'"
                                                  for key, value in settings.items()]) + '\n', encoding='utf-8')
        super().__init__('--database', os.environ['ATLAS_TEST_DATABASE'],
                         env={'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': str(folder / 'config')})
        self.wait('辽宁地图')

    def window_ids(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True, check=False)
        return set(found.stdout.split())

    def open(self, *keys):
        """Presses keys that open another window, and goes on in that."""
        before = self.window_ids()
        self.key(*keys)
        self.id = wait_for(lambda: self.window_ids() - before, 'another window').pop()
        xdotool('windowfocus', '--sync', self.id)
