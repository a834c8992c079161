"""The options of the command line that leave something of a selection out."""

import argparse
from collections.abc import Callable

from jjjviewer.model.days import first_day, last_day
from jjjviewer.model.selection import paragraphs_in


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the options for statuses and the like, paragraphs, periods and values."""
    parser.add_argument(
        "--only",
        nargs="+",
        action="extend",
        default=[],
        metavar="WHAT",
        help="show only these statuses, speakers, themes or units, by id",
    )
    parser.add_argument(
        "--paragraphs",
        nargs="+",
        action="extend",
        type=_paragraphs,
        default=[],
        metavar="N-M",
        help="show only what stands in these paragraphs, such as 41 or 38-44",
    )
    for option, what, day in (
        ("--from", "from this day on", _first_day),
        ("--to", "up to this day", _last_day),
    ):
        parser.add_argument(
            option,
            dest={"--from": "from_"}.get(option),
            type=day,
            metavar="DATE",
            help=f"show only figures of a period {what}: a year, or a date as 2022-10-21",
        )
    parser.add_argument(
        "--values",
        nargs=3,
        default=(),
        metavar=("LOW", "HIGH", "UNIT"),
        help="show only figures from one value to another of a unit, by id; 'any' for no limit",
    )


def _paragraphs(text: str) -> str:
    try:
        paragraphs_in([text])
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is no paragraph such as 41, nor a range such as 38-44"
        ) from None
    return text


def _first_day(text: str) -> str:
    return _day(text, first_day)


def _last_day(text: str) -> str:
    return _day(text, last_day)


def _day(text: str, complete: Callable[[str], str]) -> str:
    try:
        return complete(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is no year such as 2022, nor a date such as 2022-10-21"
        ) from None
