"""The options of the command line, and their parsers."""

import argparse
import math
import sys
from collections.abc import Sequence
from pathlib import Path

from jjjviewer import __version__
from jjjviewer.charts.style import CSS_DPI, LARGEST_PAGE, LEAST_PAGE, PAGES, STYLES, Page
from jjjviewer.filter_arguments import add_filters
from jjjviewer.model.visible import visible
from jjjviewer.paths import path_of

FORMATS = ("png", "svg", "pdf", "csv", "xlsx")
"""The same as `export.FORMATS`, which takes a second to import; help must not wait for it."""
CITATION_FORMATS = ("txt", "ris", "bib", "csl")
"""Likewise those of `export.citations`."""
_LARGEST_SCALE = 8.0


class UsageError(Exception):
    """An argument is unknown or does not apply; the message names the remedy."""


class SystemFault(UsageError):  # noqa: N818  # of the system, not of the program
    """Something of the system is missing; its words are the program's own, in several lines."""


def report_error(error: Exception | str) -> int:
    """Print an error and return the exit code of a failed command."""
    words = str(error) if isinstance(error, SystemFault) else visible(str(error))
    print(f"jjjviewer: {words}", file=sys.stderr)
    return 1


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of the window's arguments."""
    parser = argparse.ArgumentParser(
        prog="jjjviewer",
        description="Show who said what in an interview, and which figures stand behind it.",
        epilog="Further commands, each with its own --help: "
        "jjjviewer export, report, check, find, new, propose, locate.",
    )
    _add_pack(parser)
    parser.add_argument("--version", action="version", version=f"JJJ Viewer {__version__}")
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="draw every chart in every format and report what works; for bug reports",
    )
    return parser


def _add_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "pack",
        nargs="?",
        type=path_of,
        metavar="PACK",
        help="a pack's folder, .zip or workbook (default: the bundled interview)",
    )


def export_options(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments of `export`."""
    words = list(argv)
    if "--extent" in words[:-1]:
        # argparse would take a leading negative number for an option.
        at = words.index("--extent")
        words[at : at + 2] = [f"--extent={words[at + 1]}"]
    return _export_parser().parse_args(words)


def _export_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jjjviewer export",
        description="Write charts to files. Needs no screen.",
    )
    for add in (add_selection, _add_page, _add_look, _add_arrangement, add_filters):
        add(parser)
    parser.add_argument(
        "--each",
        action="store_true",
        help="besides, the charts of every region, speaker and theme on its own",
    )
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR")
    return parser


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Add the options for selections and chart types."""
    _add_pack(parser)
    parser.add_argument(
        "--select",
        nargs="+",
        action="extend",
        default=[],
        metavar="ID",
        help="ids of regions, speakers, themes, places, figures or links, place:ID for the place "
        "that a region has the id of, search:WORDS, or collection for what was collected in the "
        "window (default: everything). Those of one family (who, what, where) are compared; "
        "between families they narrow one another",
    )
    parser.add_argument(
        "--chart",
        nargs="+",
        action="extend",
        default=[],
        metavar="ID",
        help="ids of charts (default: all)",
    )


def _add_page(parser: argparse.ArgumentParser) -> None:
    """Add the options for format, page size and resolution."""
    parser.add_argument(
        "--format",
        default="png",
        type=_formats,
        help=f"one or several of {','.join(FORMATS)} (default: png), and for citations of what is "
        f"selected of {','.join(CITATION_FORMATS)}",
    )
    parser.add_argument(
        "--size",
        type=_page,
        default=PAGES["slide"],
        metavar="SIZE",
        help=f"{', '.join(PAGES)}, or pixels of your own as 960x540; 960xauto is as high as its "
        "rows need (default: slide)",
    )
    parser.add_argument(
        "--text",
        type=_text_size,
        default=0,
        metavar="PIXELS",
        help="size of the window's text, for a page as the window shows it (default: in "
        "proportion to the page)",
    )
    sharpness = parser.add_mutually_exclusive_group()
    sharpness.add_argument(
        "--scale",
        type=_scale,
        default=2.0,
        help="device pixels to a pixel of the page, for PNG (default: 2)",
    )
    sharpness.add_argument(
        "--dpi",
        type=_dpi,
        help="the same as dots per inch of the page on paper",
    )


def _add_look(parser: argparse.ArgumentParser) -> None:
    """Add the options for colours and page elements."""
    parser.add_argument("--theme", choices=tuple(STYLES), default="light")
    parser.add_argument("--transparent", action="store_true", help="leave the ground out")
    parser.add_argument("--no-header", action="store_true", help="without title and subtitle")
    parser.add_argument("--no-footer", action="store_true", help="without notes")
    parser.add_argument(
        "--text-as-shapes", action="store_true", help="SVG with outlines, which need no font"
    )


def _add_arrangement(parser: argparse.ArgumentParser) -> None:
    """Add the options for words, units, language and order."""
    for name in ("title", "subtitle", "note"):
        words = f"a {name} of your own (default: that given in the window, if any)"
        parser.add_argument(f"--{name}", default="", metavar="TEXT", help=words)
    parser.add_argument(
        "--highlight", default="", metavar="ID", help="the figure that the title is to be about"
    )
    parser.add_argument(
        "--unit", default="", metavar="ID", help="of bars, the unit (default: of most figures)"
    )
    parser.add_argument(
        "--per", default="", metavar="ID", help="of bars, divide sums by the number of these items"
    )
    parser.add_argument(
        "--description",
        default="",
        metavar="TEXT",
        help="one chart in words, for those who do not see it (default: made from the data)",
    )
    parser.add_argument(
        "--sort",
        choices=("text", "region", "name"),
        default="",
        help="order of rows (default: as suits the chart)",
    )
    parser.add_argument(
        "--extent",
        type=_degrees,
        metavar="WEST,SOUTH,EAST,NORTH",
        help="the part of a map to show, in degrees (default: what is selected)",
    )
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="language of names")


def _formats(text: str) -> list[str]:
    formats = [part.strip().lower() for part in text.split(",")]
    for each in formats:
        if each not in (*FORMATS, *CITATION_FORMATS):
            every = ", ".join((*FORMATS, *CITATION_FORMATS))
            raise argparse.ArgumentTypeError(f"'{each}' is not one of {every}")
    return formats


def _page(text: str) -> Page:
    if text in PAGES:
        return PAGES[text]
    width, _, height = text.lower().partition("x")
    if width.isdecimal() and height == "auto":
        height = "0"
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(
            f"'{text}' is not one of {', '.join(PAGES)}, nor a size in pixels such as 960x540"
        )
    page = Page("own", int(width), int(height))
    wide, high = LEAST_PAGE
    most = LARGEST_PAGE
    if not (wide <= page.width <= most and (not page.height or high <= page.height <= most)):
        raise argparse.ArgumentTypeError(f"'{text}' is not from {wide}x{high} to {most}x{most}")
    return page


def _text_size(text: str) -> int:
    return round(_number(text, 8, 40))


def _scale(text: str) -> float:
    return _number(text, 0.1, _LARGEST_SCALE)


def _dpi(text: str) -> float:
    return _number(text, 0.1 * CSS_DPI, _LARGEST_SCALE * CSS_DPI)


def _degrees(text: str) -> tuple[float, float, float, float]:
    """Parse an extent: west, south, east and north, in degrees."""
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is not WEST,SOUTH,EAST,NORTH in degrees, such as 115.5,38.5,118,41"
        ) from None
    # Comparisons with NaN are false, so NaN fails too.
    if not (-180 <= west < east <= 360 and -90 <= south < north <= 90):
        raise argparse.ArgumentTypeError(
            f"'{text}': WEST has to be less than EAST, both from -180 to 360, "
            "and SOUTH less than NORTH, both from -90 to 90"
        )
    return west, south, east, north


def _number(text: str, least: float, largest: float) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not least <= number <= largest:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from {least:g} to {largest:g}")
    return number
