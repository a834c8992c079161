"""Colours that stand for things stay apart for colour-blind readers, too."""

from itertools import combinations

import pytest
from colorspacious import cspace_convert, deltaE

from jjjviewer.charts.style import LEGIBLE, STYLES, Style, contrast, count_shade, readable_on

LEAST, LEAST_OF_THE_COLOUR_BLIND = 10.0, 7.0
"""In CAM02-UCS, in which 1 is about the least that an eye can tell."""

SIGHT = (None, "deuteranomaly", "protanomaly", "tritanomaly")


def seen(color: str, sight: str | None) -> list[float]:
    """A colour as it is seen, by the method of Machado, Oliveira and Fernandes (2009)."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    if sight is None:
        return channels
    space = {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}
    return list(cspace_convert(channels, space, "sRGB1").clip(0, 1))


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_no_two_colours_of_a_palette_look_alike(style: Style, sight: str | None) -> None:
    for palette in (
        [pair.deep for pair in (*style.regions, style.neutral)],
        [*style.kinds.values()],
    ):
        for one, other in combinations(palette, 2):
            apart = deltaE(seen(one, sight), seen(other, sight), input_space="sRGB1")
            assert apart >= (LEAST if sight is None else LEAST_OF_THE_COLOUR_BLIND), (one, other)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_text_can_be_read_on_every_fill(style: Style) -> None:
    pairs = (*style.regions, *style.themes, style.neutral, style.neutral_theme)
    fills = [color for pair in pairs for color in pair] + [*style.kinds.values()]
    fills += [count_shade(share / 100, style) for share in range(101)]
    for fill in fills:
        assert contrast(readable_on(fill), fill) >= LEGIBLE, fill
