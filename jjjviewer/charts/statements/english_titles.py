"""English titles of charts of statements; a verb agrees with the number before it."""

from collections.abc import Sequence

from jjjviewer.charts.formatting import Reach, joined_names
from jjjviewer.charts.names import topic_named
from jjjviewer.charts.numbers import plain
from jjjviewer.charts.statements.tally import (
    Scope,
    Side,
    Tally,
    Topic,
    percent,
    speaks,
)

_MOST_TIES = 3
"""Of more topics their number is given."""
_TWO = 2
_WHOLE = Scope()


class EnglishTitles:
    """English titles; a verb agrees with the number before it."""

    def difference(self, tallies: Sequence[Tally], scope: Scope, *, in_percent: bool) -> str:
        if any(each.side.is_region for each in tallies):
            # Regions do not speak: of all sides it is told which statements are theirs.
            told_alike = (each.side._replace(is_region=True) for each in tallies)
            tallies = [
                each._replace(side=side) for each, side in zip(tallies, told_alike, strict=True)
            ]
        first, *others = tallies
        title = self.single(first, scope, in_percent=in_percent)
        for other in others:
            told = self._beside(first, other, scope, in_percent=in_percent)
            title += f"{', ' if other.topic == first.topic else '; '}{told}"
        return title

    def _beside(self, first: Tally, other: Tally, scope: Scope, *, in_percent: bool) -> str:
        """Return how many of another side's statements are on the same."""
        if speaks(first, scope) and speaks(other, scope):
            return f"{other.side.name} {self._in_how_many(other, in_percent=in_percent)}"
        # A speaker who makes statements is the subject of all of them.
        is_made = first.topic.subject == "speaker"
        if other.total == 1:
            only = self._statements(other, "only", "one")
            if other.topic != first.topic:
                name = other.topic.name
                return f"{name} makes {only}" if is_made else f"{only} {_verb(other.topic, 1)}"
            return only if is_made else f"{_also(first, other)} {only}"
        number = percent(other.number, other.total) if in_percent else plain(other.number)
        total = "" if in_percent and other.number else plain(other.total)
        rest = self._statements(other, total, "" if total else "those")
        goes_on = first.total == 1 and not is_made
        if not other.number:
            # After one statement, "none of 3" alone would be the object of its verb.
            any_, none = ("either", "neither") if other.total == _TWO else ("any", "none")
            return f"unlike {any_} of {rest}" if goes_on else f"{none} of {rest}"
        return f"{_also(first, other)} {number} of {rest}" if goes_on else f"{number} of {rest}"

    def contrast(self, one: Tally, other: Tally, *, in_percent: bool) -> str:
        first, second = (topic_named(each.topic.name) for each in (one, other))
        shares = [_number(each, in_percent=in_percent) for each in (one, other)]
        if one.side.is_region or other.side.is_region:
            return (
                f"{one.side.name}'s statements are most often on {first} ({shares[0]}), "
                f"{other.side.name}'s on {second} ({shares[1]})"
            )
        return (
            f"{one.side.name} speaks most often of {first} ({shares[0]}), "
            f"{other.side.name} of {second} ({shares[1]})"
        )

    def extreme(self, tally: Tally, scope: Scope, *, in_percent: bool) -> str:
        side, topic = tally.side, tally.topic
        if topic.subject == "speaker":
            return f"{self.single(tally, scope, in_percent=in_percent)}, more than anyone else"
        if speaks(tally, scope):
            where = self._in_how_many(tally, scope, "statements", in_percent=in_percent)
            return f"{side.name} speaks most often of {topic_named(topic.name)}: {where}"
        verb = _verb(topic, 2)
        verb = f"are most often {verb[4:]}" if verb.startswith("are ") else f"most often {verb}"
        number = _number(tally, in_percent=in_percent)
        return f"{_upper(self._statements(tally, '', 'statements', scope))} {verb}: {number}"

    def tie(self, tallies: Sequence[Tally], scope: Scope, *, in_percent: bool) -> str:
        first = tallies[0]
        topics = [each.topic for each in tallies]
        names = joined_names([topic.name for topic in topics[:_MOST_TIES]])
        if len(topics) > _MOST_TIES:
            names = f"{len(topics)} {first.topic.subject}s"
        everything = self._statements(first, plain(first.total), "statements", scope)
        if speaks(first, scope):
            where = self._in_how_many(first, scope, "statements", in_percent=in_percent)
            of_each = joined_names([f"of {topic_named(topic.name)}" for topic in topics])
            about = of_each if len(topics) <= _MOST_TIES else f"of {names}"
            return f"{first.side.name} speaks {about}, each {where}"
        if first.topic.subject == "speaker":
            amount = self._amount(first, scope, in_percent=in_percent)
            return f"{names} each make {amount}"
        if len(topics) > _MOST_TIES:
            return f"Of {everything}, {plain(first.number)} each are on {names}"
        parts = [f"{plain(first.number)} {_verb(topic, first.number)}" for topic in topics]
        return f"Of {everything}, {joined_names(parts)}"

    def single(self, tally: Tally, scope: Scope, *, in_percent: bool) -> str:
        side, topic = tally.side, tally.topic
        if speaks(tally, scope):
            where = self._in_how_many(tally, scope, "statements", in_percent=in_percent)
            return f"{side.name} speaks of {topic_named(topic.name)} {where}"
        if topic.subject == "speaker" and scope.of and tally.number == tally.total:
            number = "one" if tally.total == 1 else plain(tally.total)
            number = f"{number} {_plural(tally.total)}"
            return f"{topic.name} speaks of {topic_named(side.name)} in {number}"
        amount = self._amount(tally, scope, in_percent=in_percent)
        if topic.subject == "speaker":
            return f"{topic.name} makes {amount}"
        is_many = in_percent and tally.number < tally.total
        return f"{_upper(amount)} {_verb(topic, 2 if is_many else tally.number)}"

    def _amount(self, tally: Tally, scope: Scope, *, in_percent: bool) -> str:
        """Return how many of whose statements: 16 of Chai Baoliang's 20 statements."""
        side, _, count, total = tally
        if not count:
            return f"none of {self._statements(tally, plain(total), _plural(total), scope)}"
        if total == 1:
            return self._statements(tally, "only", "statement", scope)
        if count == total:
            every = self._statements(tally, "", "statements", scope)
            number = "both" if total == _TWO else f"all {plain(total)}"
            return (
                f"{number} {every.removeprefix('the ')}"
                if _is_plain(side, scope)
                else f"{number} of {every}"
            )
        if in_percent:
            return f"{percent(count, total)} of {self._statements(tally, '', 'statements', scope)}"
        return f"{plain(count)} of {self._statements(tally, plain(total), 'statements', scope)}"

    def _in_how_many(
        self, tally: Tally, scope: Scope = _WHOLE, noun: str = "", *, in_percent: bool
    ) -> str:
        """Return in how many statements somebody speaks of a theme: in 16 of 20 statements."""
        count, total = tally.number, tally.total
        if not count:
            none = "neither" if total == _TWO else "none"
            number = "none" if in_percent else f"{none} of {plain(total)}"
        elif total == 1:
            number = f"the only {'statement' if noun else 'one'}"
        elif count == total:
            number = f"{'both' if total == _TWO else f'all {plain(total)}'} {noun}"
        elif in_percent:
            number = f"{percent(count, total)} {f'of {noun}' if noun else ''}"
        else:
            number = f"{plain(count)} of {plain(total)} {noun}"
        if noun and not count:
            number += f" {_plural(total)}"
        return f"in {number.strip()}{_narrowed(scope, total)}"

    def _statements(self, tally: Tally, number: str, noun: str, scope: Scope = _WHOLE) -> str:
        """Return whose statements, or which: Chai Baoliang's 20, the 34 statements on ecology."""
        side = tally.side
        made_by = scope.owner or (side.name if side.family == "people" else scope.of)
        nobodys = "the speakers'" if side.is_of_speakers else "the"
        owner = f"{made_by}'s" if made_by else nobodys
        if noun == "those":  # These stand for the statements of which a title told before.
            owner, noun = ("", noun) if owner == "the" else (owner, "statements")
        which = {
            "theme": f" on {topic_named(side.name)}",
            "place": _naming(side.words, side.reach, tally.total, scope),
            "other": f" under “{side.name}”",
        }.get(side.family, "")
        narrowed = _narrowed(scope, tally.total)
        if which == narrowed:  # All statements drawn are on the side's own theme or place.
            which = ""
        if side.family == "place" and scope.by == "selection":
            which, narrowed = narrowed, which  # It is not the place that is shown here.
        return " ".join(filter(None, (owner, number, noun))) + which + narrowed


def _is_plain(side: Side, scope: Scope) -> bool:
    """Return whether nobody is said to make a side's statements."""
    is_made = side.family == "people" or side.is_of_speakers
    return not is_made and not scope.owner and not scope.of


def _also(first: Tally, other: Tally) -> str:
    """Return how a sentence goes on to another side of which the same is so: as does, as are."""
    return f"as {_auxiliary(first, other.number)}"


def _auxiliary(first: Tally, count: int) -> str:
    """Return the verb that stands for the one of a first side, where so many statements do it."""
    verb = _verb(first.topic, 1 if first.total == 1 else 2).split()[0]
    is_, does = ("is", "does") if count == 1 else ("are", "do")
    return is_ if verb in ("is", "are") else does


def _number(tally: Tally, *, in_percent: bool) -> str:
    if in_percent:
        return percent(tally.number, tally.total)
    if tally.number == tally.total:
        return f"all {plain(tally.total)}"
    return f"{plain(tally.number)} of {plain(tally.total)}"


def _plural(total: int) -> str:
    return "statement" if total == 1 else "statements"


def _upper(phrase: str) -> str:
    """Return a phrase as the start of a sentence; a name is left as it is."""
    is_word = phrase.startswith(("the ", "all ", "both ", "none "))
    return phrase[0].upper() + phrase[1:] if is_word else phrase


def _verb(topic: Topic, count: int) -> str:
    """Return what so many statements do: report results, states a plan, are on ecology."""
    if topic.subject == "theme":
        return f"{'is' if count == 1 else 'are'} on {topic_named(topic.name)}"
    one, many = {
        "achievement": ("reports results", "report results"),
        "measure": ("reports work under way", "report work under way"),
        "plan": ("states a plan", "are plans"),
        "position": ("states a position", "state positions"),
    }[topic.id]
    return one if count == 1 else many


def _naming(name: str, reach: Reach, total: int, scope: Scope) -> str:
    """Return which statements are meant: those that name something, or places in it."""
    what = name + (" or places in it" if reach == "within" else "")
    if scope.in_paragraphs:
        return f" in paragraphs that name {what}"
    verb = "name" if reach == "named" else "concern"
    return f" that {verb}{'s' if total == 1 else ''} {what}"


def _narrowed(scope: Scope, total: int) -> str:
    by = {
        "": "",
        "theme": f" on {topic_named(scope.name)}",
        "place": _naming(scope.name, scope.reach, total, scope),
        "selection": " shown here",
    }[scope.by]
    return by + (f" with a {scope.lacks}" if scope.lacks else "")
