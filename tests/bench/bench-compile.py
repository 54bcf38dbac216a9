#!/usr/bin/env python3
"""Compiling the whole data set, as the build does it.

Usage: bench-compile.py COMPILER DATA-FOLDER [RUNS]

Prints JSON: times in milliseconds, and the size of the result in bytes.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


def main():
    compiler, data = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    times = []
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, 'atlas.db')
        for _ in range(runs):
            start = time.monotonic()
            subprocess.run([compiler, data, output], check=True)
            times.append((time.monotonic() - start) * 1000)
        size = os.path.getsize(output)
    print(json.dumps({'compile_ms': {'n': runs, 'median': statistics.median(times),
                                     'max': max(times)},
                      'bytes': size}, indent=2))


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
