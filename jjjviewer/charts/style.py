"""Colours, sizes of type and pages: constants that charts and widgets share."""

from collections.abc import Collection
from functools import cache
from typing import Literal, NamedTuple

ThemeName = Literal["light", "dark"]
PageName = Literal["slide", "a4", "square", "banner", "pane", "own"]

CSS_DPI = 96
"""Pixels per inch of a page that has no paper size of its own."""
LEAST_PAGE = (600, 400)
"""Least width and height, in pixels: on less, legible type does not fit."""
LARGEST_PAGE = 3840
"""Greatest width or height, in pixels: on more, type is lost."""
_SLIDE = (960, 540)
LEGIBLE = 4.5
"""Least contrast of text to its ground, as WCAG 2 asks for."""
_LEAST_SHADE = 0.12
"""Of the ramp of counts: where it begins for a count."""
TEXT_SIZE = 14
"""The window's text size, in pixels, at which a page in it has a type unit of 1."""


class Page(NamedTuple):
    """A page of fixed logical size, in pixels."""

    name: PageName
    width: int
    height: int
    """0 for what the rows need."""
    paper: tuple[float, float] | None = None
    """Width and height in inches; None where a pixel is as long as in CSS."""
    text: int = 0
    """The size of text, in pixels, of a page in the window; 0 for type in proportion to the page.

    Such a page is as high as its rows need, if that is more than its height.
    """

    @property
    def unit(self) -> float:
        """The factor of all sizes of type."""
        if self.text:
            return self.text / TEXT_SIZE
        wide, high = _SLIDE
        return max(1.0, min(self.width / wide, (self.height or high) / high))

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


class Sizes:
    """Sizes of type and distances in pixels of a page, in proportion to its type unit.

    Attributes:
        unit: the factor; distances are given at 1.
        title, subtitle, label, detail, note: sizes of type.
        margin: on the left and the right.
    """

    def __init__(self, unit: float = 1.0) -> None:
        self.unit = unit
        self.title = round(24 * unit)
        self.subtitle = round(15 * unit)
        self.label = round(15 * unit)
        self.detail = round(12 * unit)
        self.note = round(11 * unit)
        self.margin = 32 * unit

    def __call__(self, pixels: float) -> float:
        """Return a distance, given at a type unit of 1."""
        return pixels * self.unit

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sizes) and self.unit == other.unit

    def __hash__(self) -> int:
        return hash(self.unit)


class Pair(NamedTuple):
    """The colours of one region: of what the headline is about, and of the rest."""

    deep: str
    quiet: str


class Tint(NamedTuple):
    """The colours of one theme: a light fill, and its outline."""

    fill: str
    outline: str


class Style(NamedTuple):
    """The roles of colour in one theme, as #rrggbb.

    Regions, themes, kinds of statement and counts each have colours that mean nothing else. They
    are told apart by lightness, too: regions are deep, themes light in an outline.
    """

    name: ThemeName
    background: str
    surface: str
    text: str
    muted: str
    axis: str
    grid: str
    track: str
    accent: str
    """Of the window: links, focus."""
    total: str
    """Of totals, and of the links of a map."""
    links: str
    regions: tuple[Pair, ...]
    """By the pack's order; those beyond them are neutral."""
    neutral: Pair
    """What belongs to several regions, or to none."""
    kinds: dict[str, str]
    """By kind of statement."""
    themes: tuple[Tint, ...]
    """By the pack's order; those beyond them are neutral."""
    neutral_theme: Tint
    ramp: tuple[str, str]
    """The two ends of a scale of counts."""
    sea: str
    outside: str
    """Land that belongs to no region of the pack."""
    border: str
    map_name: str
    """Of names on sea and outside."""
    land: float
    """How much of the ground is mixed into a region's colour on a map, 0 to 1."""


LIGHT = Style(
    name="light",
    background="#ffffff",
    surface="#f4f6f8",
    text="#17212b",
    muted="#55616e",
    axis="#8a95a0",
    grid="#e1e5e9",
    track="#eceff2",
    accent="#0b5394",
    total="#6f7b87",
    links="#6f7b87",
    regions=(
        Pair("#0b5394", "#5a8fc6"),
        Pair("#b34700", "#d67c3a"),
        Pair("#146b3a", "#549a76"),
    ),
    neutral=Pair("#3f4a55", "#848f9a"),
    kinds={
        "achievement": "#3a2a80",
        "measure": "#7862bb",
        "plan": "#b0189a",
        "position": "#95818f",
    },
    themes=(
        Tint("#e0a3b6", "#93364f"),
        Tint("#a9b6ee", "#4a58bd"),
        Tint("#e3bb92", "#8a5a2b"),
        Tint("#d3b9de", "#7a5088"),
        Tint("#aed389", "#4c7a14"),
        Tint("#e2e58c", "#74720a"),
        Tint("#f4aea2", "#b0453a"),
        Tint("#93d3d0", "#1b6f6c"),
        Tint("#8ccbe6", "#0b7392"),
        Tint("#f7d774", "#8a6a00"),
        Tint("#d9d5cd", "#6e675c"),
    ),
    neutral_theme=Tint("#eceff2", "#848f9a"),
    ramp=("#e9edf1", "#33414f"),
    sea="#c3dae9",
    outside="#ecebe7",
    border="#8d98a2",
    map_name="#46525e",
    land=0.78,
)
DARK = Style(
    name="dark",
    background="#12171c",
    surface="#1c2229",
    text="#eef2f5",
    muted="#aab4bf",
    axis="#76818c",
    grid="#2a323a",
    track="#20272e",
    accent="#6cb4f5",
    total="#7b8792",
    links="#8e9aa5",
    regions=(
        Pair("#6cb4f5", "#44799f"),
        Pair("#f5944d", "#a56432"),
        Pair("#6fd6a0", "#3f8a64"),
    ),
    neutral=Pair("#c3ccd5", "#75808b"),
    kinds={
        "achievement": "#a08cf2",
        "measure": "#7160bd",
        "plan": "#f065cf",
        "position": "#8f7a89",
    },
    themes=(
        Tint("#745360", "#eb9db2"),
        Tint("#565e80", "#a9b4fb"),
        Tint("#735f45", "#eab878"),
        Tint("#6d5e7c", "#dcb4f2"),
        Tint("#59703f", "#b0dd6a"),
        Tint("#686c42", "#e8ec7c"),
        Tint("#7a534e", "#fa9c8a"),
        Tint("#437071", "#7fdcd8"),
        Tint("#396c7a", "#68d3ee"),
        Tint("#796931", "#f7cd4a"),
        Tint("#656460", "#cbc2b3"),
    ),
    neutral_theme=Tint("#20272e", "#75808b"),
    ramp=("#20272e", "#c9d3dc"),
    sea="#0e2430",
    outside="#1b1f23",
    border="#5d6873",
    map_name="#aab4bf",
    land=0.72,
)
STYLES: dict[str, Style] = {style.name: style for style in (LIGHT, DARK)}


def region_colors(provinces: Collection[str], style: Style) -> dict[str, Pair]:
    """Return the colours of each region, by id; the empty id and those too many are neutral."""
    found = {"": style.neutral, **dict(zip(provinces, style.regions, strict=False))}
    return found | {region: found.get(region, style.neutral) for region in provinces}


def theme_colors(themes: Collection[str], style: Style) -> dict[str, Tint]:
    """Return the colours of each theme of a pack, by id; those too many are neutral."""
    found = dict(zip(themes, style.themes, strict=False))
    return {theme: found.get(theme, style.neutral_theme) for theme in themes}


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
def readable_on(fill: str, dark: str = LIGHT.text) -> str:
    """Return the colour, white or a dark one, in which text reads better on a fill.

    On a fill between both it is black: either white or black can be read on any.
    """
    color = max(("#ffffff", dark), key=lambda color: contrast(color, fill))
    return color if contrast(color, fill) >= LEGIBLE else "#000000"


def count_shade(share: float, style: Style) -> str:
    """Return the fill of a count, given its share of the largest."""
    return mixed(style.ramp, _LEAST_SHADE + (1 - _LEAST_SHADE) * share)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
