#!/usr/bin/env python3
"""Start to complete map, and memory, against GNOME Maps on the same screen.

Usage: bench-start.py PROGRAM DATABASE [RUNS]

Runs both programs in turn, each several times after a warm-up, under the display that DISPLAY names
and with a session bus. The window of GNOME Maps counts as open when it is mapped, which favours it:
ours counts when every tile of the map is painted and drawn. Memory is the proportional set size of
the whole process (smaps_rollup) three seconds later. Prints JSON; times in milliseconds,
memory in MB, `ratio` is ours over theirs by medians.
"""
import json
import os
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def monotonic_us():
    return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000


def pss_of_tree(pid):
    total = 0
    pids = [pid]
    for child in os.listdir('/proc'):
        if child.isdigit():
            try:
                with open(f'/proc/{child}/stat', encoding='utf-8', errors='replace') as f:
                    parent = int(f.read().rsplit(')', 1)[1].split()[1])
            except (OSError, ValueError):
                continue
            if parent in pids:
                pids.append(int(child))
    for one in pids:
        try:
            with open(f'/proc/{one}/smaps_rollup', encoding='utf-8') as f:
                for line in f:
                    if line.startswith('Pss:'):
                        total += int(line.split()[1])
        except OSError:
            pass
    return total / 1024


def wait_for_mark(pipe, name, process, limit=30):
    end = time.monotonic() + limit
    buffer = b''
    while time.monotonic() < end and process.poll() is None:
        readable, _, _ = select.select([pipe], [], [], 1)
        buffer += os.read(pipe, 65536) if readable else b''
        *lines, buffer = buffer.split(b'\n')
        for line in lines:
            mark = json.loads(line)
            if mark['name'] == name:
                return mark['t']
    raise SystemExit(f'no mark {name}: the program did not get there')


def settle(process, seconds):
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return
    raise SystemExit('the program ended by itself')


def wait_for_window(process, limit=30):
    end = time.monotonic() + limit
    while time.monotonic() < end:
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid)],
                               capture_output=True, text=True, check=False)
        if found.stdout.strip():
            return monotonic_us()
        settle(process, 0.002)
    raise SystemExit('the window did not open')


def stop(process):
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def run_ours(program, database):
    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, 'trace')
        os.mkfifo(trace)
        pipe = os.open(trace, os.O_RDWR)
        env = dict(os.environ, ATLAS_TRACE=trace, GSETTINGS_BACKEND='memory')
        started = monotonic_us()
        with subprocess.Popen([program, '--database', database], env=env,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            complete = wait_for_mark(pipe, 'map-complete', process)
            settle(process, 3)
            memory = pss_of_tree(process.pid)
            stop(process)
        os.close(pipe)
    return (complete - started) / 1000, memory


def run_maps():
    started = monotonic_us()
    with subprocess.Popen(['gnome-maps'], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        mapped = wait_for_window(process)
        settle(process, 3)
        memory = pss_of_tree(process.pid)
        stop(process)
    return (mapped - started) / 1000, memory


def summary(values):
    ordered = sorted(values)
    return {'median': round(statistics.median(ordered), 1),
            'p95': round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1),
            'all': [round(value, 1) for value in values]}


def main():
    program, database = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    ours = []
    theirs = []
    have_maps = shutil.which('gnome-maps') is not None
    for i in range(runs + 1):
        first = run_ours(program, database)
        second = run_maps() if have_maps else None
        if i > 0:
            ours.append(first)
            if second is not None:
                theirs.append(second)

    result = {'atlas': {'start_ms': summary([o[0] for o in ours]),
                        'memory_mb': summary([o[1] for o in ours])}}
    if theirs:
        result['gnome_maps'] = {'start_ms': summary([t[0] for t in theirs]),
                                'memory_mb': summary([t[1] for t in theirs])}
        result['ratio'] = {key: round(result['atlas'][key]['median']
                                      / result['gnome_maps'][key]['median'], 3)
                           for key in ('start_ms', 'memory_mb')}
    print(json.dumps(result, indent=2))


if __name__ == '__main__':
    main()
