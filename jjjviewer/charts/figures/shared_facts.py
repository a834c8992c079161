"""What all figures of a chart or of a group have in common: said once, not in every row."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from jjjviewer.charts.figures.labels import short_place
from jjjviewer.charts.formatting import first_office, subject
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import listed, tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

_Value = TypeVar("_Value", str, int)
_LAST_OF_YEAR = (12, 31)


class SharedFacts(NamedTuple):
    """What figures have in common; empty or 0 of what they have not."""

    speaker_id: str = ""
    speaker: str = ""
    paragraph: int = 0
    period: str = ""
    region: str = ""


def shared_facts(figures: Sequence[FigureRow], language: Language) -> SharedFacts:
    """Return what figures have in common."""

    def common(of: Callable[[FigureRow], _Value], nothing: _Value) -> _Value:
        values = {of(figure) for figure in figures}
        return values.pop() if len(values) == 1 else nothing

    return SharedFacts(
        common(lambda each: each.speaker_id, ""),
        common(lambda each: each.speaker, ""),
        common(lambda each: each.paragraph, 0),
        common(lambda each: when(each, language), ""),
        common(lambda each: each.region, ""),
    )


def remaining_facts(
    figure: FigureRow, told: SharedFacts, language: Language, before: str = ""
) -> list[str]:
    """Return period, earlier value, speaker and paragraph, but for what is told already."""
    period = "" if told.period else when(figure, language)
    speaker = "" if told.speaker_id else figure.surname
    paragraph = "" if told.paragraph else f"¶{figure.paragraph}"
    return list(filter(None, (period, before, f"{speaker} {paragraph}".strip())))


def told_in_head(head: str, own: SharedFacts, above: SharedFacts, language: Language) -> list[str]:
    """Return what the figures of a group have in common, but for what head and subtitle tell."""
    period = "" if above.period else own.period
    speaker = "" if above.speaker_id or own.speaker in head else own.speaker
    paragraph = f"¶{own.paragraph}" if own.paragraph and not above.paragraph else ""
    sign = "，" if language == "zh" else ", "
    return list(filter(None, (sign.join(filter(None, (speaker, paragraph))), period)))


def together(one: SharedFacts, other: SharedFacts) -> SharedFacts:
    """Return what is told by one of two."""
    return SharedFacts(
        one.speaker_id or other.speaker_id,
        one.speaker or other.speaker,
        one.paragraph or other.paragraph,
        one.period or other.period,
        one.region or other.region,
    )


def named_by(view: View, what: str, shared: SharedFacts) -> str:
    """Return the beginning of a subtitle: what is shown, who names it, and of which place."""
    is_chinese = view.dataset.language == "zh"
    who = speaker_and_office(view, shared.speaker_id)
    if {group.kind for group in view.groups} == {"speaker"}:
        who = subject(view)
    is_interview = view.dataset.source.kind == "interview"
    if is_chinese:
        text = "访谈" if is_interview else "文"
        words = f"{who}提到的{what}" if who else f"{text}中提到的{what}"
    elif who:
        words = tr("{what} named by {who}", what=what, who=who)
    elif is_interview:
        words = tr("{what} named in the interview", what=what)
    else:
        words = tr("{what} named in the text", what=what)
    about, where = subject(view), short_place(shared.region)
    is_of_regions = ({group.kind for group in view.groups} or {view.kind}) == {"region"}
    if view.kind == "all" or (who and is_of_regions):
        about = shared.region
    elif where and where not in about and about != shared.speaker:
        about = tr("{what} ({details})", what=about, details=shared.region)
    if about == shared.speaker or short_place(about) in words:
        return words
    return listed((words, about))


def speaker_and_office(view: View, speaker_id: str) -> str:
    """Return the name of a speaker with the first of the offices, or nothing."""
    speakers = view.dataset["speakers"]
    for row in view.dataset.speaker_rows.of(speakers[speakers["speaker_id"] == speaker_id]):
        office = first_office(row)
        if view.dataset.language == "zh":
            return f"{row.speaker}（{office}）" if office else row.speaker
        return listed((row.speaker, office))
    return ""


def end_of_period(figures: Sequence[FigureRow], language: Language) -> str:
    """Return the day by which all figures are to be reached: the end of 2025; or nothing."""
    ends = {figure.period_end for figure in figures}
    end = ends.pop() if len(ends) == 1 else None
    if end is None:
        return ""
    if (end.month, end.day) == _LAST_OF_YEAR:
        return f"{end.year}年底" if language == "zh" else tr("the end of {year}", year=end.year)
    return f"{end.year}年" if language == "zh" else f"{end.year}"
