"""The same chart in the same size, laid out beforehand and saved by matplotlib."""

import json
import sys
import tempfile
import time
from pathlib import Path

import matplotlib

matplotlib.use("agg")

from matplotlib import pyplot

from jjjviewer.app import make_application
from jjjviewer.bench.subject import FORMATS, SCALE, chart
from jjjviewer.charts.style import CSS_DPI
from jjjviewer.charts.typeface import load_fonts

application = make_application()
load_fonts()
drawn = chart(SCALE)
made = drawn.scenes()[0]
table = drawn.chart_type.table(drawn.view).head(len(made.marks))
names, values, numbers = (table.iloc[::-1, at].tolist() for at in range(3))

figure, axes = pyplot.subplots(figsize=(drawn.page.width / CSS_DPI, drawn.page.height / CSS_DPI))
bars = axes.barh(names, values, color=drawn.style.accent)
axes.bar_label(bars, numbers, padding=4)
axes.set_title(made.title)
axes.xaxis.grid(True)
figure.text(0.02, 0.01, made.texts[-1].text)
figure.subplots_adjust(left=0.4)
times: dict[str, list[float]] = {}
with tempfile.TemporaryDirectory() as folder:
    for suffix in FORMATS:
        path = Path(folder) / f"chart.{suffix}"
        figure.savefig(path, dpi=CSS_DPI * SCALE)
        for _ in range(int(sys.argv[1])):
            started = time.perf_counter()
            figure.savefig(path, dpi=CSS_DPI * SCALE)
            times.setdefault(suffix, []).append((time.perf_counter() - started) * 1000)
print(json.dumps(times))
