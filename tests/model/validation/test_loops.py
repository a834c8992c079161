"""What is within itself, by one step or by many, is named."""

from collections.abc import Callable
from pathlib import Path

from jjjviewer.model.columns import row_count
from jjjviewer.model.tables import read_tables
from tests.model.validation.test_rules import errors
from tests.packs import Row, change, load, put


def test_a_region_within_itself_is_named(pack: Path) -> None:
    change(pack, "regions", put(2, parent_id="daxing"))
    (error,) = errors(pack)
    assert error.file == "regions.csv"
    assert error.column == "parent_id"
    assert error.message.endswith("lies within itself. Mend the parent_id of one of the rows.")


def test_a_place_that_is_its_own_parent_is_named(pack: Path) -> None:
    change(pack, "entities", put(2, parent_id="beijing"))
    assert [str(error) for error in errors(pack)] == [
        "entities.csv row 2: 'beijing' lies within itself. Mend the parent_id of one of the rows."
    ]


def test_a_loop_is_named_where_the_row_that_leads_into_it_comes_first(pack: Path) -> None:
    def lead_into_a_loop(rows: list[Row]) -> None:
        parents = {"p1": "p2", "p2": "p3", "p3": "p2"}
        link = rows[0] | {"region_id": ""}
        rows.extend(link | {"entity_id": id_, "parent_id": to} for id_, to in parents.items())

    first = len(read_tables(pack).columns["entities"]["entity_id"]) + 2
    change(pack, "entities", lead_into_a_loop)
    (error,) = errors(pack)
    assert error.row in (first + 1, first + 2)
    assert error.message.endswith("lies within itself. Mend the parent_id of one of the rows.")


def test_a_figure_that_is_part_of_itself_is_named(pack: Path) -> None:
    def close_the_loop(rows: list[Row]) -> None:
        rows.append({"from_id": "f16-4", "to_id": "f16-5", "kind": "part_of"})

    change(pack, "figure_relations", close_the_loop)
    (error,) = errors(pack)
    assert error.file == "figure_relations.csv"
    assert error.message.endswith("is a part of itself. Mend the to_id of one of the rows.")


def chain(count: int) -> Callable[[list[Row]], None]:
    """Add places of which each lies within the next."""

    def alter(rows: list[Row]) -> None:
        link = rows[0] | {"region_id": ""}
        rows.extend(
            link | {"entity_id": f"p{at}", "parent_id": f"p{at + 1}" if at < count - 1 else ""}
            for at in range(count)
        )

    return alter


def test_places_within_places_may_be_many_levels_deep(pack: Path) -> None:
    before = row_count(read_tables(pack).columns["entities"])
    change(pack, "entities", chain(50))
    assert row_count(read_tables(pack).columns["entities"]) == before + 50


def test_a_chain_of_thousands_of_places_is_refused_and_not_taken_for_a_loop(pack: Path) -> None:
    first = row_count(read_tables(pack).columns["entities"]) + 2
    change(pack, "entities", chain(5000))
    assert [str(error) for error in errors(pack)] == [
        f"entities.csv row {first}: 'p0' lies 5000 levels deep; at most 50 are read. "
        "Let it lie in one further up."
    ]


def test_figures_may_be_parts_of_parts_of_parts(pack: Path) -> None:
    def chain_figures(rows: list[Row]) -> None:
        rows.extend(
            rows[0] | {"figure_id": f"g{at}", "occurrence": str(at + 2)} for at in range(3000)
        )

    def chain_parts(rows: list[Row]) -> None:
        rows.extend(
            {"from_id": f"g{at}", "to_id": f"g{at + 1}", "kind": "part_of"} for at in range(2999)
        )

    change(pack, "figures", chain_figures)
    change(pack, "figure_relations", chain_parts)
    assert load(pack).warnings == ()
