"""A Chinese picture is Chinese: all of its words but for names that the data have no other of."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

from jjjviewer.charts import translation
from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import Selection
from tests.charts.selections import PACKS, charts, pack_of

_TWICE = re.compile(r"(关于[^，。；]+?的)\1")
"""What statements are on, said twice in one title."""
_PLACEHOLDERS = re.compile(r"{(\w+)}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NAMES = {"Natural", "Earth", "GeoNames", "CC", "BY"}
"""Of the sources of maps."""
_CHARTS = Path(translation.__file__).parent
_REPORT = _CHARTS.parent / "export/report"


def _texts_of_charts() -> set[str]:
    """Return the texts that modules of charts and reports put to the translator."""
    calls = (
        node
        for path in (*_CHARTS.rglob("*.py"), *_REPORT.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr"
    )
    texts = (call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant))
    return {text for text in texts if isinstance(text, str)}


def test_all_words_of_charts_and_reports_have_a_translation_with_the_same_placeholders() -> None:
    for english in _texts_of_charts():
        chinese = translation.chinese().get(english, "")
        assert chinese, f"Translate '{english}' in resources/i18n/zh.ts."
        assert {*_PLACEHOLDERS.findall(chinese)} == {*_PLACEHOLDERS.findall(english)}, english


def _shown(pack: Dataset) -> str:
    """Return the texts of a pack as a Chinese reader gets them."""
    texts = [pack.source.citation_zh, pack.source.caveat_zh]
    for table in TABLES.values():
        frame = pack[table.name]
        for name in (column.name for column in table.columns if column.kind == "string"):
            chinese = frame[f"{name}_zh" if f"{name}_zh" in frame else name]
            texts += [str(zh or own) for zh, own in zip(chinese, frame[name], strict=True)]
    return "\n".join(texts)


@pytest.mark.parametrize("name", PACKS)
def test_a_chinese_picture_has_no_english_word_that_is_no_name_in_the_data(
    app: object, name: str
) -> None:
    pack = pack_of(name, "zh")
    known = {*_WORD.findall(_shown(pack)), *_NAMES}
    ids = [*pack["regions"]["region_id"], *pack["speakers"]["speaker_id"]]
    drawn = set()
    for selection in [(), *((id_,) for id_ in ids), *pairwise(ids)]:
        for chart_type, view in charts(pack, selection):
            drawn.add(chart_type.id)
            for scene in compose(chart_type, view, PAGES["a4"], LIGHT):
                texts = " ".join(text.text for text in scene.texts)
                words = {*_WORD.findall(texts)} - known
                assert not words, f"{chart_type.id} of {selection}: {words}"
                assert not _TWICE.search(texts), f"{chart_type.id} of {selection}: {texts}"
    assert drawn == {chart_type.id for chart_type in CHART_TYPES}


@pytest.mark.parametrize("id_", ["kinds", "attention", "speaker-theme"])
def test_a_statement_that_is_the_only_one_is_called_so(app: object, id_: str) -> None:
    view = pack_of("interview", "zh").view(Selection(("xilingol",)))
    (chart_type,) = (each for each in CHART_TYPES if each.id == id_)
    assert "唯一一条表述" in chart_type.chart(view).headline.title
