"""The invented example holds against its own article, and the program knows neither pack."""

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import jjjviewer
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.model.columns import row_at, row_count
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack, example_pack
from tests.packs import Row, load
from tests.ui.user import User, open_window

COLUMNS = read_tables(example_pack()).columns


def normalised(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def article() -> dict[str, str]:
    """The paragraphs of the article by their number."""
    text = (example_pack() / "article.txt").read_text(encoding="utf-8")
    return {str(at): normalised(part) for at, part in enumerate(text.split("\n\n"), start=1)}


def test_every_paragraph_is_known_by_its_hash_and_length() -> None:
    paragraphs = article()
    rows = COLUMNS["paragraphs"]
    assert len(paragraphs) == row_count(rows)
    for number, hash12, chars in zip(rows["paragraph"], rows["hash12"], rows["chars"], strict=True):
        text = paragraphs[number]
        assert hash12 == hashlib.sha256(text.encode()).hexdigest()[:12]
        assert int(chars) == len(text)


FIGURES = [row_at(COLUMNS["figures"], at) for at in range(row_count(COLUMNS["figures"]))]


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: str(row["figure_id"]))
def test_every_figure_is_found_where_it_was_printed(row: Row) -> None:
    text = article()[row["paragraph"]]
    assert text.count(row["printed"]) >= int(row["occurrence"])


def test_it_is_labelled_as_invented_wherever_it_is_named() -> None:
    source = read_tables(example_pack()).source
    for text in (source.title, source.citation, source.caveat):
        assert text.startswith("Invented")


def test_it_shows_every_choice_that_the_format_has() -> None:
    figures = COLUMNS["figures"]
    assert len(set(figures["qualifier"])) == 7
    assert len(set(figures["status"])) == 5
    assert len(set(figures["certainty"])) == 4
    assert len(set(figures["period_basis"])) == 4
    assert len(set(COLUMNS["statements"]["kind"])) == 4
    assert len(set(COLUMNS["figure_relations"]["kind"])) == 4
    assert len(set(COLUMNS["links"]["direction"])) == 2


def test_nothing_in_the_program_depends_on_what_a_pack_holds() -> None:
    """No id of either pack stands in the code, but for those that are words of the format."""
    packs = (read_tables(bundled_pack()).columns, COLUMNS)
    tables = {"regions": "region_id", "speakers": "speaker_id", "themes": "theme_id"}
    ids = {id_ for pack in packs for name, key in tables.items() for id_ in pack[name][key]}
    package = Path(jjjviewer.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    literals = set(re.findall(r"[\"']([a-z0-9_-]+)[\"']", code))
    assert literals & ids == set()


def test_every_row_and_every_chart_of_it_can_be_looked_at(qtbot: QtBot, app: QApplication) -> None:
    user = User(qtbot, open_window(qtbot, example_pack()))
    assert user.heading == "Merrow estuary"
    for node in user.model.nodes:
        if node.id:
            user.click_row(node.id)
            for chart_type in user.chart_types():
                user.choose_chart_type(chart_type)
                assert user.chosen_chart_type() == chart_type
                assert "could not be drawn" not in user.labels


def test_every_chart_type_finds_something_in_it() -> None:
    pack = load(example_pack())
    views = [pack.view(Selection((id_,))) for id_ in pack.index.ids()]
    unsuited = [
        chart_type.id for chart_type in CHART_TYPES if not any(map(chart_type.accepts, views))
    ]
    assert unsuited == []
