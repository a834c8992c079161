"""A collection: what it holds, how it is merged, written and read, and what it selects."""

import json

import pytest

from jjjviewer.model.collected_rows import collected, missing
from jjjviewer.model.collection import CollectedChart, CollectedRecord, Collection
from jjjviewer.model.collection_json import (
    NoCollectionError,
    PackIdentity,
    from_json,
    identity_of,
    to_json,
)
from jjjviewer.model.selection import COLLECTION, Filter, Selection
from tests.packs import load

STATEMENT = CollectedRecord("statements", "s41-1", "Ask for the report.", "Trees were planted")
FIGURE = CollectedRecord("figures", "f43-3", "“造林” – 1,582 & more", "15.823 million mu: Forest")
LINK = CollectedRecord("links", "l1")
CHART = CollectedChart(
    "bars",
    Selection(("hebei", "ecology"), "water"),
    Filter(
        statuses=("achieved",),
        paragraphs=("38-44",),
        period=("2012-01-01", ""),
        values=("1000", "", "mu"),
    ),
    unit="mu",
    title="What was planted",
    note="For the slide",
    name="Bars of Hebei",
)
PACK = PackIdentity("", "jjj", "Daily, 21 October 2022", "Interview")


def test_what_is_written_is_read_again_with_every_note() -> None:
    whole = Collection((STATEMENT, FIGURE, LINK, CHART))
    parsed = from_json(to_json(whole, PACK))
    assert parsed == (whole, True, PACK)


def test_the_file_says_that_statements_are_summaries() -> None:
    written = json.loads(to_json(Collection((STATEMENT,)), PACK))
    assert "summaries, not the speakers' words" in written["caveat"]


def test_an_item_is_held_once_and_keeps_both_notes_when_collections_are_merged() -> None:
    ours, theirs = (
        Collection((STATEMENT, CHART)),
        Collection(
            (STATEMENT._replace(note="Doubtful?"), CHART._replace(note="For the slide"), LINK)
        ),
    )
    merged = ours.with_items(theirs.items)
    assert merged.records == (STATEMENT._replace(note="Ask for the report.\nDoubtful?"), LINK)
    assert merged.charts == (CHART,)


def test_an_item_is_taken_out_whatever_its_note_says() -> None:
    whole = Collection((STATEMENT, CHART))
    assert whole.without([CollectedRecord("statements", "s41-1")]).items == (CHART,)
    assert whole.without([CHART._replace(note="", title="")]).items == (STATEMENT,)


def test_records_of_different_tables_with_one_id_are_not_mixed_up() -> None:
    whole = Collection((CollectedRecord("figures", "1"), CollectedRecord("links", "1")))
    assert whole.ids("figures") == ["1"]
    assert whole.without([CollectedRecord("links", "1")]).has("figures", "1")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '"collection"', '{"jjjviewer": {"format": 2}}', "[" * 100_000]
)
def test_what_is_no_collection_is_refused(text: str) -> None:
    with pytest.raises(NoCollectionError):
        from_json(text)


@pytest.mark.parametrize(
    ("field", "item"),
    [
        ("records", {"table": "speakers", "id": "yu-bo"}),
        ("records", {"table": "figures", "id": ""}),
        ("records", {"table": "figures", "id": "f1", "note": 7}),
        ("records", "f1"),
        ("records", None),
        ("charts", {"selection": ["hebei"]}),
        ("charts", {"chart_type": "bars", "selection": "hebei"}),
        ("charts", {"chart_type": "bars", "filter": {"paragraphs": ["first"]}}),
        ("charts", {"chart_type": "bars", "filter": {"period": ["2012-13-01", ""]}}),
        ("charts", {"chart_type": "bars", "filter": {"period": ["2012-01-01"]}}),
        ("charts", {"chart_type": "bars", "filter": {"values": ["low", "", "mu"]}}),
        ("charts", {"chart_type": "bars", "filter": {"colours": ["red"]}}),
        ("charts", {"chart_type": "bars", "filter": ["hebei"]}),
    ],
)
def test_of_a_damaged_collection_all_that_can_be_read_is(field: str, item: object) -> None:
    whole = json.loads(to_json(Collection((STATEMENT, CHART)), PACK))
    whole[field].append(item)
    parsed = from_json(json.dumps(whole))
    assert not parsed.is_whole
    assert parsed.collection.items == (STATEMENT, CHART)


def test_halves_of_characters_do_not_stop_it_from_being_written_again() -> None:
    text = to_json(Collection((LINK._replace(note="HERE"),)), PACK).replace("HERE", "\\ud83d")
    assert to_json(from_json(text).collection, PACK).encode()


def test_a_pack_is_known_by_its_id_else_by_name_and_citation_and_never_by_its_path() -> None:
    source = load().source
    with_id = identity_of({"id": "10.5/x", "name": "a"}, source)
    assert with_id.key == identity_of({"id": "10.5/x", "name": "b"}, source).key
    assert with_id.key != identity_of({"id": "10.5/y", "name": "a"}, source).key
    unnamed = identity_of({"name": "a"}, source)
    assert unnamed.key == identity_of({"name": "a", "id": 7}, source).key
    assert unnamed.key != identity_of({"name": "a"}, source._replace(citation="Other")).key


def test_the_collection_selects_its_records_and_the_statements_of_its_figures() -> None:
    dataset = load()
    dataset.collect(Collection((STATEMENT, FIGURE)))
    view = dataset.view(Selection((COLLECTION,)))
    assert view.kind == "collection"
    assert set(view.statements["statement_id"]) == {
        "s41-1",
        dataset["figures"].set_index("figure_id").loc["f43-3", "statement_id"],
    }
    assert view.figures["figure_id"].tolist() == ["f43-3"]
    assert view.links.empty


def test_the_collection_is_narrowed_by_who_and_where_and_compared_with_a_theme() -> None:
    dataset = load()
    dataset.collect(Collection((STATEMENT,)))
    (statement,) = dataset.statement_rows.of(dataset["statements"].query("statement_id == 's41-1'"))
    assert len(dataset.view(Selection((COLLECTION, statement.speaker_id))).statements) == 1
    assert dataset.view(Selection((COLLECTION, "yu-bo"))).statements.empty
    beside = dataset.view(Selection((COLLECTION, statement.theme_id)))
    assert {group.kind for group in beside.groups} == {"collection", "theme"}


def test_a_view_of_the_collection_is_made_anew_when_it_changes() -> None:
    dataset = load()
    selection = Selection((COLLECTION,))
    assert dataset.view(selection).statements.empty
    dataset.collect(Collection((STATEMENT,)))
    assert len(dataset.view(selection).statements) == 1


def test_records_are_collected_with_the_name_they_have_in_the_pack() -> None:
    dataset = load()
    (figure,) = collected(dataset, "figures", ["f43-3"])
    row = dataset["figures"].set_index("figure_id").loc["f43-3"]
    assert figure.name == f"{row['printed']}: {row['measure']}"


def test_what_the_pack_does_not_have_is_told() -> None:
    dataset = load()
    gone = CollectedRecord("links", "no-such-link")
    chart = CHART._replace(selection=Selection(("nobody",)))
    whole = Collection((STATEMENT, gone, CHART, chart))
    assert list(missing(dataset, whole)) == [gone, chart]
