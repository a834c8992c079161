"""All forms of chart, in the order in which they are offered. A new one is added here."""

from collections.abc import Iterable

import numpy as np

from jjjviewer.charts.figure_form import FigureForm, are_chartable
from jjjviewer.charts.form import Form
from jjjviewer.charts.forms.arcs import Arcs
from jjjviewer.charts.forms.areas import Areas
from jjjviewer.charts.forms.attention import Attention
from jjjviewer.charts.forms.card import Card
from jjjviewer.charts.forms.change import Change
from jjjviewer.charts.forms.counts import Counts
from jjjviewer.charts.forms.kinds import Kinds
from jjjviewer.charts.forms.map import Map
from jjjviewer.charts.forms.map_values import MapValues
from jjjviewer.charts.forms.matrix import Matrix
from jjjviewer.charts.forms.money import Money
from jjjviewer.charts.forms.one_unit import OneUnit
from jjjviewer.charts.forms.panels import Panels
from jjjviewer.charts.forms.parts import Parts
from jjjviewer.charts.forms.per_project import PerProject
from jjjviewer.charts.forms.shares import Shares
from jjjviewer.charts.forms.speaker_theme import SpeakerTheme
from jjjviewer.charts.forms.targets import Targets
from jjjviewer.charts.forms.timeline import Timeline
from jjjviewer.charts.kept import kept
from jjjviewer.charts.overview import FORM, MANY
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
