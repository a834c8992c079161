"""Every colour of text reads on every colour that it stands on, in both themes."""

import re

import pytest
from PySide6.QtGui import QPalette

from jjjviewer.charts.style import DARK, LIGHT, Style, contrast, region_colors
from jjjviewer.model.selection import Selection
from jjjviewer.ui.detail import detail_html
from jjjviewer.ui.shared import theme
from tests.packs import load

READABLE = 4.5
"""As WCAG 2 asks of text."""
DISCERNIBLE = 3.0
"""As WCAG 2 asks of what is no text; what can't be used now may be fainter than text."""

STYLES = pytest.mark.parametrize("style", [LIGHT, DARK], ids=["light", "dark"])
Role = QPalette.ColorRole


def color(palette: QPalette, role: Role, group: QPalette.ColorGroup | None = None) -> str:
    return palette.color(group or QPalette.ColorGroup.Active, role).name()


@STYLES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (Role.WindowText, Role.Window),
        (Role.Text, Role.Base),
        (Role.Text, Role.AlternateBase),
        (Role.ButtonText, Role.Button),
        (Role.PlaceholderText, Role.Base),
        (Role.PlaceholderText, Role.AlternateBase),
        (Role.HighlightedText, Role.Highlight),
        (Role.Link, Role.Base),
        (Role.ToolTipText, Role.ToolTipBase),
    ],
)
def test_text_of_widgets_reads(style: Style, ink: Role, ground: Role) -> None:
    palette = theme.palette(style)
    assert contrast(color(palette, ink), color(palette, ground)) >= READABLE


@STYLES
def test_text_reads_on_what_is_pointed_out_or_searched_for(style: Style) -> None:
    for ground in (theme.highlight_color(style), theme.search_color(style)):
        for ink in (style.text, style.muted, style.accent):
            assert contrast(ink, ground) >= READABLE


@STYLES
def test_muted_text_and_links_read_on_page_and_surface(style: Style) -> None:
    for ink in (style.muted, style.accent, style.text):
        for ground in (style.background, style.surface):
            assert contrast(ink, ground) >= READABLE


@STYLES
def test_badges_of_statements_read(style: Style) -> None:
    page = "".join(detail_html.page(load().view(Selection()), style))
    badges = {*re.findall(r"background-color:(#\w+);color:(#\w+)", page)}
    assert {fill for fill, _ in badges} == {*style.kinds.values()}
    for fill, ink in badges:
        assert contrast(ink, fill) >= READABLE


@STYLES
def test_what_can_not_be_used_now_can_still_be_made_out(style: Style) -> None:
    palette = theme.palette(style)
    for ink, ground in ((Role.WindowText, Role.Window), (Role.ButtonText, Role.Button)):
        faded = color(palette, ink, QPalette.ColorGroup.Disabled)
        assert contrast(faded, color(palette, ground)) >= DISCERNIBLE
        assert contrast(faded, color(palette, ground)) < contrast(style.text, style.surface)


@STYLES
def test_spots_of_regions_and_the_line_round_what_has_the_keys_stand_out(style: Style) -> None:
    pairs = region_colors(tuple("abc"), style).values()
    for fill in (*(pair.deep for pair in pairs), style.accent):
        assert contrast(fill, style.background) >= DISCERNIBLE
