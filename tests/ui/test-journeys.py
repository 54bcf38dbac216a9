#!/usr/bin/env python3
"""Journeys of a user through the real window: J1 and J6 of the product's design, by keyboard alone and
by mouse; what a screen reader hears; what a broken data set looks like. In Chinese, since the
environment names no language."""
import os
import pathlib
import shutil
import tempfile

from atlas_ui import Window, run, wait_for

DATABASE = os.environ['ATLAS_TEST_DATABASE']
MAP = '辽宁地图：'
SPOKEN_FOR = ('着色', '主菜单')


def open_window():
    window = Window('--database', DATABASE)
    window.wait('辽宁地图')
    return window


def search(window, text):
    window.key('ctrl+k')
    wait_for(lambda: window.is_focused('搜索'), 'the focus in the search box')
    window.type(text)


def test_start_screen():
    """A newcomer is told what this is and where to begin."""
    with open_window() as window:
        window.wait('辽宁省')
        window.wait('Ctrl+K')
        window.wait('沈阳市', 'list item')
        assert window.find('辽宁地图，未选择地方')


def test_j1_initials():
    """fx lists both 阜新市 and 阜新蒙古族自治县, the city first; the second is chosen in 3 actions."""
    with open_window() as window:
        search(window, 'fx')
        window.wait('阜新蒙古族自治县，阜新市', 'list item')
        hits = window.names_below('找到的地方')
        assert hits.index('阜新市') < [i for i, h in enumerate(hits) if '自治县' in h][0], hits
        window.key('Down')
        window.key('Return')
        window.wait(f'{MAP}阜新蒙古族自治县')
        window.wait('含氟精细化工基地')


def test_j1_other_ways():
    """A reading, a code and plain typing without Ctrl+K reach a place too."""
    with open_window() as window:
        search(window, 'wafangdian')
        window.wait('瓦房店市，大连市', 'list item')
        window.key('Return')
        window.wait(f'{MAP}瓦房店市')
        search(window, '210921')
        window.wait('阜新蒙古族自治县，阜新市', 'list item')
        window.key('Return')
        window.wait(f'{MAP}阜新蒙古族自治县')
        window.type('dsq')
        window.wait('大石桥市，营口市', 'list item')
        window.key('Return')
        window.wait(f'{MAP}大石桥市')


def test_search_nothing():
    """What cannot be found is said, with what can."""
    with open_window() as window:
        search(window, 'xyzzy')
        window.wait('没有找到名为“xyzzy”的地方')
        window.key('Escape')
        window.wait_gone('没有找到名为“xyzzy”的地方')


def test_j6_keyboard():
    """From a fact to its quotation and locator by the keyboard alone."""
    with open_window() as window:
        search(window, 'wfd')
        window.wait('瓦房店市，大连市', 'list item')
        window.key('Return')
        window.wait('轴承之都')
        window.tab_to('出处 1')
        window.key('Return')
        window.wait('复制并附出处')
        texts = ' '.join(window.names())
        assert '“瓦房店市。建设新型工业化产业基地、轴承之都' in texts
        assert '专栏21' in texts
        window.key('Escape')
        window.wait_gone('复制并附出处')


def test_enter_on_map():
    """Enter on the map leads to the facts, also when the profile was closed."""
    with open_window() as window:
        window.click_on(window.wait('瓦房店市', 'list item'))
        window.wait(f'{MAP}瓦房店市')
        window.key('F8')
        search(window, 'wfd')
        window.wait('瓦房店市，大连市', 'list item')
        window.key('Return')
        wait_for(lambda: window.is_focused(f'{MAP}瓦房店市'), 'the focus on the map')
        window.key('Return')
        wait_for(lambda: window.focused() and not window.is_focused(MAP), 'the focus in the profile')


def test_j6_mouse():
    """From a fact to its quotation with one click; Enter then copies it with its source, which the
    search box, pasted into, reports as found nowhere."""
    with open_window() as window:
        window.click_on(window.wait('瓦房店市', 'list item'))
        window.wait(f'{MAP}瓦房店市')
        window.click_on(window.wait('出处 1'))
        wait_for(lambda: window.is_focused('复制并附出处'), 'the focus on the copy button')
        window.key('Return')
        window.wait('已复制“新型工业化产业基地”')
        window.key('ctrl+k')
        wait_for(lambda: window.is_focused('搜索'), 'the focus in the search box')
        window.key('ctrl+v')
        window.wait('没有找到名为“瓦房店市定位：新型工业化产业基地（来源：《辽')


def test_click_on_map():
    """A click on the map selects what lies there, in step with list and profile."""
    with open_window() as window:
        box = window.box(window.wait('辽宁地图'))
        window.click(box.x + box.width * 0.43, box.y + box.height * 0.46)
        name = wait_for(lambda: window.selected_on_map(), 'a place selected by the click')
        wait_for(lambda: name in window.selected_in_list(), f'{name} selected in the list')
        window.key('alt+Left')
        window.wait('辽宁地图，未选择地方')


def test_district():
    """A district is selectable and says that the documents hold nothing of it."""
    with open_window() as window:
        search(window, 'hepingqu')
        window.key('ctrl+a')
        window.type('210102')
        window.wait('和平区，沈阳市', 'list item')
        window.key('Return')
        window.wait('规划没有为市辖区单列定位和产业')
        window.click_on(window.wait('查看沈阳市', 'push button'))
        window.wait(f'{MAP}沈阳市')
        window.wait('没有列出沈阳市的优势产业')


def test_screen_reader():
    """The map names the selected place and its facts; so does the row of the list."""
    with open_window() as window:
        search(window, 'wfd')
        window.wait('瓦房店市，大连市', 'list item')
        window.key('Return')
        label = window.wait(f'{MAP}瓦房店市').get_name()
        for fact in ('大连市', '县级市', '新型工业化产业基地', '3 项主导产业'):
            assert fact in label, label
        row = window.wait('瓦房店市', 'list item').get_name()
        assert '县级市' in row and '1 个项目' in row, row


def test_every_control_has_a_name():
    """No button speaks its class name."""
    with open_window() as window:
        for node in window.all('push button', 'toggle button', 'entry', 'combo box'):
            name = node.get_name() or ''
            if node.get_parent().get_name() and node.get_parent().get_name() in SPOKEN_FOR:
                continue  # the button inside a drop-down or menu button, which has the name
            assert name and not name.startswith(('Gtk', 'Adw', 'Atlas')), \
                f'{node.get_role_name()} is called “{name}”'


def test_project_to_quotation():
    """From a project to its quotation and locator in two actions."""
    with open_window() as window:
        search(window, 'wfd')
        window.wait('瓦房店市，大连市', 'list item')
        window.key('Return')
        row = window.wait('公路，庄河至瓦房店高速，规划建设', 'list item')
        window.tab_to('庄河至瓦房店高速')
        window.key('Tab', 'Return')
        wait_for(lambda: '复制并附出处' in ' '.join(window.names_in(row)), 'the quotation')
        texts = ' '.join(window.names_in(row))
        assert '规划建设沈阳都市圈环线高速、西丰至新宾高速、庄河至瓦房店高速' in texts, texts
        assert '专栏25 现代综合交通重大项目' in texts, texts


def test_absence_is_said():
    """A county that no document ties to a project says so."""
    with open_window() as window:
        search(window, 'kuandian')
        window.wait('宽甸满族自治县，丹东市', 'list item')
        window.key('Return')
        window.wait('文件未提及宽甸满族自治县的项目')


def test_j8_one_click():
    """What the newest plan says of a place that older documents did not: one click."""
    with open_window() as window:
        search(window, 'dengta')
        window.wait('灯塔市，辽阳市', 'list item')
        window.key('Return')
        window.click_on(window.wait('与“十四五”对照', 'push button'))
        window.wait('新提出：仅见于“十五五”')
        window.wait('只见于一方，不等于新增或取消')
        names = ' '.join(window.names())
        assert '日用化工' in names and '皮装裘皮产业' in names, names


def test_coverage():
    """The table of what the documents cover, narrowed to the places without a project, and back to the map."""
    with open_window() as window:
        window.click_on(window.wait('文件', 'page tab'))
        window.click_on(window.wait('覆盖情况', 'page tab'))
        window.wait('个市、县（市）文件未提及项目')
        window.click_on(window.wait('只看文件未提及项目的地方', 'check box'))
        window.wait('个地方，共 72 个')
        window.key('ctrl+1')
        window.wait('辽宁地图，未选择地方')


def test_bad_data_set():
    """A file that is no data set is named, with a remedy; trying again once it is there works."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'letter.db'
        path.write_text('此致敬礼', encoding='utf-8')
        with Window('--database', str(path)) as window:
            window.wait('不是辽宁县情图的数据文件')
            assert window.find(str(path))
            shutil.copy(DATABASE, path)
            window.click_on(window.wait('重试', 'push button'))
            window.wait('沈阳市', 'list item')


if __name__ == '__main__':
    run([test_start_screen, test_j1_initials, test_j1_other_ways, test_search_nothing,
         test_j6_keyboard, test_enter_on_map, test_j6_mouse, test_click_on_map, test_district, test_screen_reader,
         test_every_control_has_a_name, test_project_to_quotation,
         test_absence_is_said, test_j8_one_click, test_coverage, test_bad_data_set])
