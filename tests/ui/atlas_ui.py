"""Drives the real window as a person would: keys and the mouse through xdotool, reading the screen as
a screen reader does, through AT-SPI. Every wait is bounded and ends as soon as its condition holds.

Needs DISPLAY, a session bus and the environment of ./run. Prints TAP.
"""
import os
import subprocess
import sys
import time
import traceback

# The bus warns of what it cannot reach in GTK; that is no failure of the program.
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

LIMIT = 20.0


def wait_for(condition, what, limit=LIMIT):
    """Returns the first true value of condition(), while the main loop runs."""
    end = time.monotonic() + limit
    context = GLib.MainContext.default()
    while True:
        try:
            value = condition()
        except GLib.Error:  # an object of the screen that has just gone
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f'waited {limit:.0f} s for {what}')
        GLib.timeout_add(20, context.wakeup)
        context.iteration(True)


def walk(node, depth=40):
    """Every accessible below node, itself first; what a row is drawn with is left out, its name says
    it all."""
    yield node
    if depth == 0 or node.get_role_name() == 'list item':
        return
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child, depth - 1)


def xdotool(*arguments):
    subprocess.run(['xdotool', *arguments], check=True, stdout=subprocess.DEVNULL)


class Window:
    """The program, running, with its window focused."""

    def __init__(self, *arguments, env=None):
        environment = {**os.environ, 'GSETTINGS_BACKEND': 'memory', **(env or {})}
        for name in ('LC_ALL', 'LANG', 'LANGUAGE', 'GTK_A11Y', 'GSK_RENDERER'):
            environment.pop(name, None)
        self.process = subprocess.Popen([os.environ['ATLAS_TEST_PROGRAM'], *arguments],
                                        env=environment)
        self.app = wait_for(self.find_app, 'the program on the accessibility bus')
        self.id = wait_for(self.find_window, 'the window on the screen')
        xdotool('windowfocus', self.id)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=LIMIT)

    def find_app(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with status {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid:
                return app if app.get_child_count() > 0 else None
        return None

    def find_window(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                str(self.process.pid)],
                               capture_output=True, text=True, check=False)
        return found.stdout.split()[-1] if found.stdout.split() else None

    def find(self, text, role=None):
        """The first accessible whose name holds text, or None."""
        for node in walk(self.app):
            if text in (node.get_name() or '') and (role is None or node.get_role_name() == role):
                return node
        return None

    def wait(self, text, role=None, limit=LIMIT):
        return wait_for(lambda: self.find(text, role), f'“{text}”', limit)

    def wait_gone(self, text, role=None):
        wait_for(lambda: self.find(text, role) is None, f'“{text}” to go')

    def key(self, *keys):
        xdotool('key', *keys)

    def type(self, text):
        xdotool('type', '--delay', '30', text)

    def click(self, x, y):
        xdotool('mousemove', '--window', self.id, str(int(x)), str(int(y)), 'click', '1')

    def click_on(self, node):
        box = self.box(node)
        self.click(box.x + box.width / 2, box.y + box.height / 2)

    def ctrl_click_on(self, node):
        xdotool('keydown', 'ctrl')
        self.click_on(node)
        xdotool('keyup', 'ctrl')

    def box(self, node):
        """Where node is in the window, once it has a size; in pixels."""
        def placed():
            extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            return extents if extents.width > 0 and extents.height > 0 else None

        return wait_for(placed, f'“{node.get_name()}” to have a place')

    def names(self):
        return [node.get_name() or '' for node in walk(self.app)]

    def names_in(self, row):
        """What a row is drawn with, and what has opened in it."""
        children = [row.get_child_at_index(i) for i in range(row.get_child_count())]
        return [node.get_name() or '' for child in children if child for node in walk(child)]

    def names_below(self, text):
        return [node.get_name() for node in walk(self.wait(text))
                if node.get_role_name() == 'list item']

    def all(self, *roles):
        return [node for node in walk(self.app) if node.get_role_name() in roles]

    def focused(self):
        return [node for node in walk(self.app)
                if node.get_state_set().contains(Atspi.StateType.FOCUSED)]

    def focus_marks(self):
        """What tells the focused widget from the next one."""
        marks = []
        for node in self.focused():
            box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            marks.append((node.get_role_name(), node.get_name(), box.x, box.y))
        return marks

    def is_focused(self, name):
        return any(name in (node.get_name() or '') for node in self.focused())

    def tab_to(self, name, limit=60):
        """Presses Tab until the focus is on what is called name."""
        for _ in range(limit):
            if self.is_focused(name):
                return
            before = self.focus_marks()
            self.key('Tab')
            wait_for(lambda: self.focus_marks() != before, 'the focus to move')
        raise AssertionError(f'Tab never came to “{name}”')

    def selected_on_map(self):
        for name in self.names():
            if name.startswith('辽宁地图：'):
                return name.removeprefix('辽宁地图：').split('，')[0]
        return None

    def selected_in_list(self):
        for node in self.all('list item'):
            if node.get_state_set().contains(Atspi.StateType.SELECTED):
                return node.get_name()
        return ''


def run(tests):
    """Runs the functions and prints TAP."""
    print(f'1..{len(tests)}')
    failed = 0
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f'ok {number} {test.__name__}')
        except Exception:  # the next journey is tried all the same
            failed += 1
            print(f'not ok {number} {test.__name__}')
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
