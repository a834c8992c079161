"""The pictures that the README shows: the window, charts, and the steps from a text to a pack.

    python -m tests.ui.readme_pictures [FOLDER]

Without FOLDER they are drawn into `resources/pictures`. They belong to no package.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTabWidget

from jjjviewer.app import make_application
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.charts.types.bars import Bars
from jjjviewer.draft.decisions import decide
from jjjviewer.draft.records import KEPT
from jjjviewer.draft.saving import preview
from jjjviewer.export.chart import Chart
from jjjviewer.model.selection import Selection
from jjjviewer.ui.draft.draft_steps import FIGURES
from jjjviewer.ui.draft.draft_window import DraftWindow
from jjjviewer.ui.window.main_window import MainWindow
from tests.draft.drafts import LAKE, draft_of_text, open_figures
from tests.packs import load
from tests.ui.pictures import choose, window_on_bundled

SIZE = (1280, 800)
CHARTS = {
    "themes": ("speaker-theme", ()),
    "bars": ("bars", ("hebei",)),
    "links": ("map", ()),
}
"""The names of the pictures of charts, each with its chart type and what is selected."""
DRAFT_SIZE = (960, 540)
STEPS = ("draft-figures", "draft-statements", "draft-chart")
"""The names of the pictures of the steps."""


def pictures() -> Iterator[tuple[str, QImage]]:
    """Draw the pictures, each with its name."""
    window = window_on_bundled(SIZE, "light", "100")
    choose(window, "hebei")
    # What is out of sight comes after the paint.
    for _ in range(2):
        QApplication.processEvents()
    yield "window", window.grab().toImage()
    with tempfile.TemporaryDirectory() as folder:
        yield from _steps(window, Path(folder))
    window.close()
    dataset, types = load(), {each.id: each for each in CHART_TYPES}
    for name, (chart_type, ids) in CHARTS.items():
        chart = Chart(types[chart_type], dataset.view(Selection(ids)), PAGES["slide"], LIGHT, 1)
        yield name, QImage.fromData(chart.laid_out().bytes("png", 1))


def _steps(window: MainWindow, folder: Path) -> Iterator[tuple[str, QImage]]:
    """Draw the steps of a text to a pack, and the first chart of it."""
    draft = draft_of_text(folder / "draft", LAKE)
    shown = DraftWindow(draft, LIGHT, window)
    shown.resize(*DRAFT_SIZE)
    shown.show()
    _take_step(shown, FIGURES, *[Qt.Key.Key_Return] * 4)
    yield STEPS[0], shown.grab().toImage()
    _take_step(shown, FIGURES + 1, Qt.Key.Key_1)
    yield STEPS[1], shown.grab().toImage()
    draft.do("Keep", decide(draft.records, open_figures(draft), KEPT))
    preview(draft.records, folder / "lake.jjj.zip")
    view = load(folder / "lake.jjj.zip").view(Selection())
    chart = Chart(Bars("eur"), view, PAGES["slide"], LIGHT, 1)
    yield STEPS[2], QImage.fromData(chart.laid_out().bytes("png", 1))
    shown.close()
    shown.deleteLater()


def _take_step(shown: DraftWindow, step: int, *keys: Qt.Key) -> None:
    """Go to a step, and press keys there."""
    (tabs,) = shown.findChildren(QTabWidget)
    tabs.setCurrentIndex(step)
    lists = tabs.currentWidget().findChildren(QListView)
    # The others are of tables and of choices.
    rows = next(each for each in lists if each.accessibleName() and type(each) is QListView)
    for key in keys:
        QTest.keyClick(rows, key)
    for _ in range(8):
        # A form makes its last fields between events.
        QApplication.processEvents()


def _of_few_colors(image: QImage) -> QImage:
    """Return an image in its 256 most frequent colours: a third of the size, alike to the eye."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    colors, counts = np.unique(np.frombuffer(image.constBits(), np.uint32), return_counts=True)
    palette = colors[np.argsort(-counts)][:256].tolist()
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, palette, flags)


def draw(folder: Path) -> None:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, image in pictures():
        path = folder / f"{name}.png"
        _of_few_colors(image).save(str(path), quality=0)
        print(path)


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        application = make_application()
        draw(folder)
        application.quit()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("resources/pictures"))
