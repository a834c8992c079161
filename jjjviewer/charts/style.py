"""Colours, sizes of type and pages: constants that charts and widgets share."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

ThemeName = Literal["light", "dark"]
PageName = Literal["slide", "a4", "square", "banner", "own"]


CSS_DPI = 96
"""Pixels per inch of a page that has no paper size of its own."""


class Page(NamedTuple):
    """A page of fixed logical size, in pixels."""

    name: PageName
    width: int
    height: int
    paper: tuple[float, float] | None = None
    """Width and height in inches; None where a pixel is as long as in CSS."""

    @property
    def inches(self) -> tuple[float, float]:
        """Width and height of the page on paper."""
        return self.paper or (self.width / CSS_DPI, self.height / CSS_DPI)

    @property
    def dpi(self) -> float:
        """Pixels of the page per inch."""
        return self.width / self.inches[0]


PAGES: dict[str, Page] = {
    page.name: page
    for page in (
        Page("slide", 960, 540, (960 / 72, 540 / 72)),
        Page("a4", 794, 1123, (210 / 25.4, 297 / 25.4)),
        Page("square", 720, 720),
        Page("banner", 1200, 628),
    )
}


LEAST_PAGE = (600, 400)
"""Least width and height, in pixels: on less, legible type does not fit."""
LARGEST_PAGE = 3840
"""Greatest width or height, in pixels: on more, type is lost."""


class Style(NamedTuple):
    """The roles of colour in one theme, as #rrggbb.

    `regions` colours regions in the pack's order. Like `parts` it differs in lightness as well
    as in hue, so that it stays apart for colour-blind readers; the tests measure it.
    `kinds` colours the four kinds of statement, from done to said, by falling lightness.
    `parts` colours the named parts of a whole, `others` what is left of it.
    `themes` colours lines on a map, which are thin; themes beyond them are `others`, too.
    `ramp` is the two ends of a scale from little to much.
    """

    name: ThemeName
    background: str
    surface: str
    text: str
    muted: str
    grid: str
    axis: str
    accent: str
    regions: tuple[str, ...]
    neutral: str
    kinds: tuple[str, str, str, str]
    parts: tuple[str, str, str, str, str, str]
    others: str
    themes: tuple[str, str, str, str, str, str]
    ramp: tuple[str, str]


LIGHT = Style(
    name="light",
    background="#ffffff",
    surface="#f4f6f8",
    text="#16202a",
    muted="#566270",
    grid="#e3e7eb",
    axis="#9aa5b1",
    accent="#0b5cad",
    regions=("#0072b2", "#d66f08", "#0a5c36", "#8a2f6b", "#3d2f00"),
    neutral="#5f6b7a",
    kinds=("#0b4f8a", "#3f8fc4", "#9cc7e4", "#d9dee3"),
    parts=("#0b4f8a", "#d98c00", "#2f9a6c", "#b5dcf2", "#7a1450", "#f6dcc4"),
    others="#9aa5b1",
    themes=("#0662c6", "#d2691e", "#009a65", "#a9084d", "#563d7a", "#7a5200"),
    ramp=("#e8f0f8", "#0b4f8a"),
)
DARK = Style(
    name="dark",
    background="#14181d",
    surface="#1c2229",
    text="#eef2f6",
    muted="#a3afbc",
    grid="#2b333c",
    axis="#66717d",
    accent="#6cb6ff",
    regions=("#56b4e9", "#e8813f", "#a5e8c8", "#c06aa8", "#f2dd6e"),
    neutral="#93a0ae",
    kinds=("#7cc0f5", "#3f86bd", "#2b557a", "#46505b"),
    parts=("#3fb4f5", "#ab7221", "#c8f5e0", "#3e616b", "#a332e0", "#f0b429"),
    others="#8793a0",
    themes=("#48a3df", "#f0a040", "#2cdb9f", "#e8635c", "#c7c5ff", "#f3e46d"),
    ramp=("#222c36", "#7cc4ff"),
)
STYLES: dict[str, Style] = {style.name: style for style in (LIGHT, DARK)}


class Sizes(NamedTuple):
    """Type sizes and distances in pixels of the page."""

    title: int = 25
    title_long: int = 20
    subtitle: int = 16
    label: int = 14
    small: int = 12
    footer: int = 11
    margin: int = 30


SIZES = Sizes()


def region_colors(provinces: Iterable[str], style: Style) -> dict[str, str]:
    """Return the colour of each region, by id; the empty id is neutral."""
    palette = style.regions
    return {"": style.neutral} | {
        region: palette[at % len(palette)] for at, region in enumerate(provinces)
    }


def steady_colors(
    present: Sequence[str], ranked: Sequence[str], palette: Sequence[str]
) -> dict[str, str]:
    """Return colours that items keep from one chart to the next, as far as the palette goes.

    Args:
        present: the items on this chart.
        ranked: all items of the pack, most important first: the first ones own the colours; any
            other gets one that is free on this chart.
        palette: the colours.
    """
    own = dict(zip(ranked, palette, strict=False))
    found = {each: own[each] for each in present if each in own}
    free = [color for color in palette if color not in found.values()]
    late = (each for each in present if each not in own)
    return found | dict(zip(late, free, strict=False))


def mixed(ramp: tuple[str, str], share: float) -> str:
    """Return the colour that lies a share (0 to 1) of the way along a ramp."""
    low, high = (_channels(end) for end in ramp)
    channels = (round(a + (b - a) * share) for a, b in zip(low, high, strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def readable_on(fill: str) -> str:
    """Return the colour, black or white, in which text reads better on a fill."""
    return max(("#ffffff", "#111111"), key=lambda color: contrast(color, fill))


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
