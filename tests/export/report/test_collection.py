"""A report of the collection has what was collected, with the user's own words marked as such."""

import pytest

from jjjviewer.charts.registry import collected_chart
from jjjviewer.charts.types.kinds import Kinds
from jjjviewer.export.report.chosen_charts import charts_for
from jjjviewer.export.report.making import Content, report_of
from jjjviewer.export.report.writing import report_bytes
from jjjviewer.model.collection import CollectedChart, CollectedRecord, Collection
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import COLLECTION, Selection
from tests.export.report.test_html import Page
from tests.packs import load


@pytest.fixture(scope="module")
def collected() -> Dataset:
    """The bundled pack with a figure, a statement and a chart collected, each with a note."""
    pack = load()
    figure = str(pack["figures"]["figure_id"].iloc[0])
    statement = str(pack["statements"]["statement_id"].iloc[-1])
    chart = collected_chart(Kinds(), pack.view(Selection(("hebei",))))
    pack.collect(
        Collection(
            (
                CollectedRecord("figures", figure, "Ask the ministry."),
                CollectedRecord("statements", statement, "For the lead."),
                chart._replace(title="Hebei plans", note="On page one."),
                CollectedChart("kinds", Selection(("gone",)), note="Of nobody.", name="Lost"),
            )
        )
    )
    return pack


@pytest.fixture
def page(app: object, collected: Dataset) -> Page:
    view = collected.view(Selection((COLLECTION,)))
    content = Content(view, charts_for(view)[:1])
    return Page(report_bytes(report_of(content), "html").decode())


def test_own_notes_stand_with_what_they_are_on_and_say_whose_they_are(page: Page) -> None:
    for note in ("Ask the ministry.", "For the lead.", "On page one."):
        assert f"Note by who made this report: {note}" in page.text


def test_a_collected_chart_is_drawn_of_its_own_selection_in_the_users_words(page: Page) -> None:
    assert "Hebei plans" in page.text
    assert len(list(page.all("svg"))) == 1


def test_what_the_pack_no_longer_has_is_left_out_and_named(page: Page) -> None:
    assert "Of nobody." not in page.text
    assert "Collected, but no longer in the pack: Lost" in page.text


def test_other_reports_keep_the_notes_to_themselves(app: object, collected: Dataset) -> None:
    content = Content(collected.view(Selection()), ())
    assert "Ask the ministry." not in report_bytes(report_of(content), "html").decode()


def test_each_collected_record_has_a_citation_of_its_own(collected: Dataset, page: Page) -> None:
    cited = page.text[page.text.rindex("Citations") :]
    statement = next(iter(collected.statement_rows.of(collected["statements"].tail(1))))
    figure = next(iter(collected.figure_rows.of(collected["figures"].head(1))))
    source = collected.source.citation
    assert f"{statement.text} (Summary.) {source}, ¶{statement.paragraph}." in cited
    assert f"{figure.label}: “{figure.printed}”. {source}, ¶{figure.paragraph}." in cited
