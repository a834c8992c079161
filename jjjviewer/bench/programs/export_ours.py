"""One chart exported again and again by the viewer: laid out, painted, packed and written."""

import sys
import tempfile
import time
from pathlib import Path

from jjjviewer.app import make_application
from jjjviewer.bench.probes import say
from jjjviewer.bench.subject import FORMATS, SCALE, chart
from jjjviewer.charts.text import load_fonts
from jjjviewer.export import save

application = make_application()
load_fonts()
drawn = chart(SCALE)
times: dict[str, list[float]] = {}
with tempfile.TemporaryDirectory() as folder:
    for suffix in FORMATS:
        path = Path(folder) / f"chart.{suffix}"
        # The first one loads what the others find loaded, here as there.
        save(drawn, path)
        for _ in range(int(sys.argv[1])):
            started = time.perf_counter()
            save(drawn, path)
            times.setdefault(suffix, []).append((time.perf_counter() - started) * 1000)
say(**times)
