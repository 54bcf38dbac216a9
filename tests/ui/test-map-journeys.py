#!/usr/bin/env python3
"""Journeys on the map: colouring it by what one looks for, collecting places, and back again. In
Chinese, since the environment names no language."""
import os
import tempfile

from atlas_ui import Window, run, wait_for

DATABASE = os.environ['ATLAS_TEST_DATABASE']
CLUSTER = '机器人及智能制造产业集群'


def open_window(env=None):
    window = Window('--database', DATABASE, env=env)
    window.wait('辽宁地图')
    return window


def pick(window, *names):
    for name in names:
        window.ctrl_click_on(window.wait(name, 'list item'))
        window.wait(f'{name}，', 'list item')
        wait_for(lambda: '已选' in window.find(name, 'list item').get_name(), f'{name} to be picked')


def test_colour_by_typing():
    """From the map to a cluster by the keyboard alone: to the button, in pinyin, Enter."""
    with open_window() as window:
        window.tab_to('着色：')
        window.key('Return')
        wait_for(lambda: window.is_focused('查找着色内容'), 'the focus in the search')
        window.type('jqr')
        window.wait(CLUSTER, 'list item')
        window.key('Return')
        window.wait(f'着色：{CLUSTER}')
        window.wait_gone('查找着色内容')


def test_colour_by_arrows():
    """The same with arrows: through the page of the clusters, two of them ticked, and back."""
    with open_window() as window:
        window.key('ctrl+t')
        wait_for(lambda: window.is_focused('查找着色内容'), 'the focus in the search')
        window.key('Down')
        wait_for(lambda: window.is_focused('主导产业门类'), 'the focus on what is chosen')
        window.key('Down', 'Down', 'Return')
        wait_for(lambda: window.is_focused('绿色石化'), 'the focus on the first cluster')
        window.key('space', 'Down', 'space')
        window.wait('着色：绿色石化及精细化工产业集群、航空航天装备产业集群')
        window.key('BackSpace')
        wait_for(lambda: window.is_focused('产业集群与未来产业'), 'the focus on the way there')
        window.key('Escape')
        window.wait_gone('查找着色内容')


def test_pick_and_compare():
    """Three counties are collected from the list, shown, copied and left out again."""
    with open_window() as window:
        pick(window, '康平县', '瓦房店市', '庄河市')
        window.wait('已选 3 处')
        before = [name for name in window.names() if name.endswith('km')]
        window.key('ctrl+9')
        wait_for(lambda: [name for name in window.names() if name.endswith('km')] != before,
                 'the map to come nearer')
        window.click_on(window.wait('复制名称和代码', 'push button'))
        window.wait('已复制 3 个地方的名称和代码')
        window.click_on(window.wait('取消选择瓦房店市', 'push button'))
        window.wait('已选 2 处')
        window.click_on(window.wait('清除所选', 'push button'))
        window.wait_gone('已选')


def test_pick_with_keys():
    """In the list the space bar collects, on the map too; typing still searches."""
    with open_window() as window:
        window.click_on(window.wait('沈阳市', 'list item'))
        window.wait('辽宁地图：沈阳市')
        window.key('Down', 'space')
        window.wait('康平县，县，1 个项目', 'list item')
        window.wait('已选 1 处')
        window.key('Down', 'space')
        window.wait('已选 2 处')
        window.type('dsq')
        window.wait('大石桥市，营口市', 'list item')
        window.key('Return')
        wait_for(lambda: window.is_focused('辽宁地图：大石桥市'), 'the focus on the map')
        window.key('space')
        window.wait('已选 3 处')


def test_escape():
    """Escape ends first the list, then the highlight, then what was collected."""
    with open_window() as window:
        pick(window, '康平县', '瓦房店市')
        window.click_on(window.wait('瓦房店市', 'list item'))
        window.click_on(window.wait('沿海经济带', 'push button'))
        window.wait('着色：沿海经济带')
        window.click_on(window.wait('庄河市', 'list item'))
        window.wait('辽宁地图：庄河市')
        assert window.find('着色：沿海经济带')
        window.key('ctrl+t')
        wait_for(lambda: window.is_focused('查找着色内容'), 'the focus in the search')
        window.key('Escape')
        window.wait_gone('查找着色内容')
        assert window.find('着色：沿海经济带')
        window.key('Escape')
        window.wait('着色：主导产业门类')
        assert window.find('已选 2 处')
        window.key('Escape')
        window.wait_gone('已选')
        assert window.selected_on_map() == '庄河市'


def test_theme_is_remembered():
    """The next start begins with the colours of the last; a highlight is not remembered."""
    with tempfile.TemporaryDirectory() as folder:
        env = {'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': folder}
        with open_window(env) as window:
            window.key('ctrl+t')
            wait_for(lambda: window.is_focused('查找着色内容'), 'the focus in the search')
            window.type('yanhaijingji')
            window.wait('沿海经济带', 'list item')
            window.key('Return')
            window.wait('着色：沿海经济带')
        with open_window(env) as window:
            window.wait('着色：沿海经济带')


if __name__ == '__main__':
    run([test_colour_by_typing, test_colour_by_arrows, test_pick_and_compare, test_pick_with_keys,
         test_escape, test_theme_is_remembered])
