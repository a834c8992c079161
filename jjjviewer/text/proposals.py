"""What a text seems to hold: its figures with all that is said of them, and every other number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from jjjviewer.text import chinese, other_english
from jjjviewer.text.attributes import Sentence, figure_of
from jjjviewer.text.calendar_spans import one_day
from jjjviewer.text.changes import changes, is_bare, settle_changes, take_unit
from jjjviewer.text.chinese_periods import chinese_periods
from jjjviewer.text.english import English
from jjjviewer.text.english_numerals import is_continental
from jjjviewer.text.english_periods import english_periods
from jjjviewer.text.figures import Cue, Figure, OtherNumber, Period, PlaceMention, Span, Speaker
from jjjviewer.text.names import speakers
from jjjviewer.text.other_numbers import other_numbers
from jjjviewer.text.places import PlaceFinder
from jjjviewer.text.quantities import Quantity, unread, without_codes
from jjjviewer.text.sentences import flatten, is_chinese, lowered, sentences
from jjjviewer.text.statuses import TARGET
from jjjviewer.text.tables import pattern, table, words

_FULL_DATE = re.compile(pattern("english_figures", "dates", "full date"))
_THE_SAME = re.compile(pattern("english_figures", "dates", "the same"))
_SAME_TIME = re.compile(pattern("english_figures", "dates", "same time"))
_OF_THAT = re.compile(pattern("statuses", "clauses", "of that"))
_CURRENCIES = {unit: re.compile(each) for unit, each in table("chinese_figures")["currencies"]}
_TRADITIONAL = re.compile(f"[{''.join(each[0] for each in words('characters', 'simplified'))}]")
_FEW_TRADITIONAL = 5
_SEMICOLONS = (";", "\uff1b")
_DIGIT = re.compile("[0-9]")
_HEAD_PARAGRAPHS = 3
_HEAD_CHARS = 200
"""The first paragraphs that may date a text, as its last may, and the characters of each."""
_SPARE_SPACES = 20
_SPARE_DIGITS = 40
"""A sentence has at most half its characters in spaces, a third in digits, and these besides."""


class Proposal(NamedTuple):
    """What a text seems to hold, paragraph by paragraph."""

    paragraphs: list[str]
    today: date | None
    speakers: list[Speaker]
    places: list[PlaceMention]
    numbers: list["ParagraphNumbers"]


def propose(
    paragraphs: list[str], places: PlaceFinder, today: date | None = None, known: Iterable[str] = ()
) -> Proposal:
    """Return what a text seems to hold.

    Args:
        paragraphs: the text.
        places: finds places by the names that are known.
        today: the date of the article; where it is None, that which the text itself is headed with.
        known: names of speakers that are known already.
    """
    today = today or article_date(paragraphs)
    reader = Reader(paragraphs, today)
    numbers = [reader.numbers(index) for index in range(len(paragraphs))]
    named = speakers(paragraphs, known)
    found = places.find(paragraphs, [each.name for each in named])
    return Proposal(paragraphs, today, named, found, numbers)


def article_date(paragraphs: list[str]) -> date | None:
    """Return the full date that stands in the first lines of a text or in its last, if any."""
    for text in (*paragraphs[:_HEAD_PARAGRAPHS], *paragraphs[-1:]):
        head = flatten(text[:_HEAD_CHARS])
        if found := _FULL_DATE.search(head):
            return one_day(int(found["y"]), int(found["m"]), int(found["d"]))[0]
        for period in english_periods(head, None):
            if period.first and period.first == period.last:
                return period.first
    return None


@dataclass
class ParagraphNumbers:
    """The figures and the other numbers of a paragraph."""

    figures: list[Figure]
    others: list[OtherNumber]


class Reader:
    """Reads the numbers of an article, paragraph by paragraph."""

    def __init__(self, paragraphs: list[str], today: date | None = None) -> None:
        """Look at the whole text once: how it writes decimals, and when it was written.

        Args:
            paragraphs: the text.
            today: the date of the article, from which "last year" is counted.
        """
        self.paragraphs = paragraphs
        self.today = today
        self._yuan = _yuan("\n".join(paragraphs))
        self._english = English(is_continental("\n".join(paragraphs)))

    def numbers(self, index: int) -> ParagraphNumbers:
        """Return the numbers of one paragraph."""
        text = flatten(self.paragraphs[index])
        result = ParagraphNumbers([], [])
        before: Period | None = None
        for span in sentences(text):
            before = self._sentence(index, span, text[span.start : span.end], before, result)
        return result

    def _sentence(
        self, paragraph: int, span: Span, text: str, before: Period | None, result: ParagraphNumbers
    ) -> Period | None:
        """Read one sentence; return the time that the next one is about, where this one says it."""
        language = "zh" if is_chinese(text) else "en"
        text, codes = without_codes(text)
        if language == "en" and not (_DIGIT.search(text) or other_english.NUMBER.search(text)):
            result.others += [each.moved(span.start) for each in codes]
            return None
        find_periods = chinese_periods if language == "zh" else english_periods
        periods = [*find_periods(text, self.today)]
        quantities, others = self._quantities(text, language)
        sentence = Sentence(text, language, self.today, periods, before, lowered(text))
        figures: list[Figure] = []
        for index, quantity in enumerate(quantities):
            behind = quantities[index + 1].start if index + 1 < len(quantities) else len(text)
            last = figures[-1] if figures else None
            figures.append(figure_of(sentence, quantity, last, behind))
        settle_changes(text, figures)
        _take_same_time(text, figures, flatten(self.paragraphs[paragraph]), result.figures)
        taken = [OtherNumber(each.start, each.end, "") for each in figures]
        others += unread(text, [*others, *taken])
        _carry_status(text, figures, result.figures[-1:])
        goes_on = self.paragraphs[paragraph][: span.start].rstrip().endswith(_SEMICOLONS)
        _carry_units(text, figures, result.figures[-1:], goes_on)
        for each in figures:
            if each.unit == "cny" and "人民" not in text[each.start : each.end]:
                each.unit = self._yuan
            _shift(each, span.start, self.paragraphs[paragraph])
        result.figures += figures
        result.others += [each.moved(span.start) for each in sorted([*others, *codes])]
        if language == "en":
            return None
        lasting = [each for each in periods if not (each.compared or each.rate)]
        return lasting[-1].moved(span.start) if lasting else before

    def _quantities(self, text: str, language: str) -> tuple[list[Quantity], list[OtherNumber]]:
        spaces, digits = text.count(" "), len(_DIGIT.findall(text))
        if spaces > len(text) / 2 + _SPARE_SPACES or digits > len(text) / 3 + _SPARE_DIGITS:
            # A table, or no text at all: nothing there says what its numbers mean.
            return [], []
        if language == "zh":
            return chinese.read(text, [*other_numbers("chinese_numbers", text)])
        return self._english.read(text, [*other_english.other_english_numbers(text)])


def _yuan(text: str) -> str:
    """Return the currency that a text calls 元: dollars in Hong Kong, Macau and Taiwan."""
    if len(_TRADITIONAL.findall(text)) < _FEW_TRADITIONAL:
        return "cny"
    named = {unit: len(each.findall(text)) for unit, each in _CURRENCIES.items()}
    most = max(named, key=lambda unit: named[unit])
    return most if named[most] else "cny"


def _carry_status(text: str, figures: list[Figure], before: list[Figure]) -> None:
    """Take it as aimed at where it follows from what is: that brings in 11 million a year."""
    if figures and before and before[-1].status == TARGET and _OF_THAT.match(text):
        for each in figures[: 1 if not figures[0].status else 0]:
            each.status, each.basis["status"] = TARGET, Cue("carried")


def _carry_units(text: str, figures: list[Figure], before: list[Figure], goes_on: bool) -> None:
    """Give numbers without a unit that of the number before: today it is 14; 30 million of money.

    Args:
        text: the sentence.
        figures: of the sentence.
        before: the last one before it, if any.
        goes_on: whether a semicolon parts it from the sentence before.
    """
    for last, each in pairwise([*before, *figures]):
        if not is_bare(each):
            continue
        told = each.basis["unit"].how == "carried" and _THE_SAME.search(text[: each.start])
        money = last.kind == "money" and (goes_on or last not in before)
        if told or (money and not text.startswith(" of", each.end)):
            take_unit(each, last)


def _take_same_time(text: str, figures: list[Figure], paragraph: str, before: list[Figure]) -> None:
    """Give the number before "over the same period" the time of what was said before it."""
    found = _SAME_TIME.search(text) if " same " in text else None
    own = [each for each in figures if found and each.end <= found.start() and not each.period]
    pair = [*changes(paragraph, before)][-1:] or [(-1, -1)] * bool(before)
    if not (found and own and pair):
        return
    ends = [before[each].period for each in pair[0]]
    if ends[0] and ends[1]:
        days = ends[0].first, ends[1].last
        own[-1].period = Period(*found.span(), found[0], *days)
        own[-1].basis["period"] = Cue("carried", *found.span())


def _shift(figure: Figure, offset: int, printed: str) -> None:
    """Count from the beginning of the paragraph instead of the sentence."""
    figure.start += offset
    figure.end += offset
    figure.number_start += offset
    if figure.period:
        if figure.basis["period"].start >= 0:
            figure.period = figure.period.moved(offset)
        # As it is printed, which the flattened text is not.
        text = printed[figure.period.start : figure.period.end]
        figure.period = figure.period._replace(text=text)
    for name, cue in figure.basis.items():
        if cue.start >= 0:
            figure.basis[name] = cue._replace(start=cue.start + offset, end=cue.end + offset)
