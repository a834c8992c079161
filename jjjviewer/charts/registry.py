"""All forms of chart, in the order in which they are offered. A new one is added here."""

from collections.abc import Iterable

import numpy as np

from jjjviewer.charts.cached_on_view import kept
from jjjviewer.charts.chart_type import Form
from jjjviewer.charts.figure_chart import FigureForm, are_chartable
from jjjviewer.charts.overview import FORM, MANY
from jjjviewer.charts.types.arcs import Arcs
from jjjviewer.charts.types.areas import Areas
from jjjviewer.charts.types.attention import Attention
from jjjviewer.charts.types.card import Card
from jjjviewer.charts.types.change import Change
from jjjviewer.charts.types.counts import Counts
from jjjviewer.charts.types.kinds import Kinds
from jjjviewer.charts.types.map import Map
from jjjviewer.charts.types.map_values import MapValues
from jjjviewer.charts.types.matrix import Matrix
from jjjviewer.charts.types.money import Money
from jjjviewer.charts.types.one_unit import OneUnit
from jjjviewer.charts.types.panels import Panels
from jjjviewer.charts.types.parts import Parts
from jjjviewer.charts.types.per_project import PerProject
from jjjviewer.charts.types.shares import Shares
from jjjviewer.charts.types.speaker_theme import SpeakerTheme
from jjjviewer.charts.types.targets import Targets
from jjjviewer.charts.types.timeline import Timeline
from jjjviewer.model.facts import count
from jjjviewer.model.selection import Filter
from jjjviewer.model.view import View

MAPS: tuple[Form, ...] = (Map(), MapValues())
"""The forms of which a part of the earth can be shown."""
FORMS: tuple[Form, ...] = (
    Card(),
    Money(),
    PerProject(),
    Shares(),
    Change(),
    OneUnit(),
    Counts(),
    Areas(),
    Panels(),
    Parts(),
    Targets(),
    Timeline(),
    SpeakerTheme(),
    Kinds(),
    Attention(),
    *MAPS,
    Arcs(),
    Matrix(),
)


@kept
def forms_for(view: View) -> list[Form]:
    """The forms that suit a view, the most telling first."""
    forms = [form for form in FORMS if form.accepts(view)]
    if len(view.speakers) >= MANY and view.filter == Filter():
        # Where many speak, who spoke of what comes before the figures that they gave.
        forms.sort(key=lambda form: form.id != FORM)
    return forms


def uncharted(view: View, forms: Iterable[Form]) -> tuple[int, int]:
    """How many figures none of some forms plots: those that the text leaves open, and others."""
    left = np.ones(view.figure_count, dtype=bool)
    for form in forms:
        # Some order what they could plot to say what they do: only where it still matters.
        if isinstance(form, FigureForm) and (left & form.charted(view)).any():
            left &= ~form.plotted(view)
    unclear = count(left & ~view.which(are_chartable))
    return unclear, count(left) - unclear
