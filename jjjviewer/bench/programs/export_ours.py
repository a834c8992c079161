"""One chart, laid out beforehand and exported repeatedly: painted, encoded and written."""

import sys
import tempfile
import time
from pathlib import Path

from jjjviewer.app import make_application
from jjjviewer.bench.probes import print_results
from jjjviewer.bench.subject import FORMATS, SCALE, chart
from jjjviewer.charts.typeface import load_fonts
from jjjviewer.export.atomic_write import write

application = make_application()
load_fonts()
made = chart(SCALE).laid_out()
times: dict[str, list[float]] = {}
with tempfile.TemporaryDirectory() as folder:
    for suffix in FORMATS:
        path = Path(folder) / f"chart.{suffix}"
        # Not counted: the first export imports modules, as with matplotlib.
        write(path, made.bytes(suffix))
        for _ in range(int(sys.argv[1])):
            started = time.perf_counter()
            write(path, made.bytes(suffix))
            times.setdefault(suffix, []).append((time.perf_counter() - started) * 1000)
print_results(**times)
