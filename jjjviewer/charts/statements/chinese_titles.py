"""Chinese titles of charts of statements."""

from collections.abc import Sequence

from jjjviewer.charts.formatting import Reach
from jjjviewer.charts.numbers import plain
from jjjviewer.charts.statements.tally import Scope, Tally, Topic, percent, speaks

_MOST_TIES = 3
"""Of more topics their number is given."""
_WHOLE = Scope()


class Chinese:
    """Chinese titles."""

    def difference(self, tallies: Sequence[Tally], scope: Scope, *, in_percent: bool) -> str:
        first, *others = tallies
        told = [self._beside(first, other, in_percent=in_percent) for other in others]
        return "，".join([self.single(first, scope, in_percent=in_percent), *told])

    def _beside(self, first: Tally, other: Tally, *, in_percent: bool) -> str:
        """Return how many of another side's statements are on the same."""
        if other.topic != first.topic:
            return self.single(other, _WHOLE, in_percent=in_percent)
        name = self._statements(other)
        if other.total == 1:
            return f"{name}唯一一条也是"
        if not other.number:
            return f"{name}没有" if in_percent else f"{name}{plain(other.total)}条中没有"
        if in_percent:
            return f"{name}为{percent(other.number, other.total)}"
        return f"{name}{plain(other.total)}条中{plain(other.number)}条"

    def contrast(self, one: Tally, other: Tally, *, in_percent: bool) -> str:
        shares = [_number(each, in_percent=in_percent) for each in (one, other)]
        names = [
            f"{side.name}的发言者" if side.is_region else side.name
            for side in (one.side, other.side)
        ]
        return (
            f"{names[0]}谈得最多的是{one.topic.name}（{shares[0]}），"
            f"{names[1]}是{other.topic.name}（{shares[1]}）"
        )

    def extreme(self, tally: Tally, scope: Scope, *, in_percent: bool) -> str:
        if tally.topic.subject == "speaker":
            return f"{self.single(tally, scope, in_percent=in_percent)}，为最多"
        number = _number(tally, in_percent=in_percent)
        if speaks(tally, scope):
            where = _narrowed(scope)
            about = f"在{where}表述中" if where else ""
            return f"{tally.side.name}{about}谈得最多的是{tally.topic.name}：{number}"
        whose = self._statements(tally, scope)
        joint = "的" if whose and not whose.endswith("的") else ""
        return f"{whose}{joint}表述中，{_verb(tally.topic)}的最多：{number}"

    def tie(self, tallies: Sequence[Tally], scope: Scope, *, in_percent: bool) -> str:
        first = tallies[0]
        share = f"{plain(first.number)}条"
        if in_percent:
            share = percent(first.number, first.total)
        whose = f"{self._statements(first, scope)}{plain(first.total)}条表述"
        if first.topic.subject == "speaker":
            names = "、".join(each.topic.name for each in tallies[:_MOST_TIES])
            if len(tallies) > _MOST_TIES:
                names = f"{len(tallies)}位发言者"
            return f"{whose}中，{names}各{share}"
        if len(tallies) > _MOST_TIES:
            return f"{whose}中，{len(tallies)}个主题各{share}"
        verbs = "和".join(f"{_verb(each.topic)}的" for each in tallies)
        return f"{whose}中，{verbs}各{share}"

    def single(self, tally: Tally, scope: Scope, *, in_percent: bool) -> str:
        if tally.topic.subject == "speaker" and scope.of and tally.number == tally.total:
            return f"{tally.topic.name}有{plain(tally.total)}条表述谈{tally.side.name}"
        whose = self._statements(tally, scope)
        verb = _verb(tally.topic)
        if tally.number == tally.total == 1:
            return f"{whose}唯一一条表述{verb}"
        if tally.number == tally.total:
            return f"{whose}{plain(tally.total)}条表述全部{verb}"
        if not tally.number:
            return f"{whose}{plain(tally.total)}条表述中没有{verb}的"
        if in_percent and whose.endswith("的"):
            return f"{whose}表述{percent(tally.number, tally.total)}{verb}"
        if in_percent:
            return f"{whose}{percent(tally.number, tally.total)}的表述{verb}"
        return f"{whose}{plain(tally.total)}条表述中{plain(tally.number)}条{verb}"

    def _statements(self, tally: Tally, scope: Scope = _WHOLE) -> str:
        """Return whose statements, or which, before their number."""
        side = tally.side
        which = {
            "people": side.name,
            "theme": f"关于{side.name}的",
            "place": _naming(side.name, side.reach),
            "other": f"“{side.name}”的",
        }.get(side.family, "")
        owner = "" if side.family == "people" else scope.owner or scope.of
        owner += "的" if owner and owner == scope.of and not which else ""
        owner = owner or ("发言者" if side.is_of_speakers else "")
        narrowed = _narrowed(scope)
        # All statements drawn may be on the side's own theme or place.
        words = owner + (which if which != narrowed else "") + narrowed
        # A number stands apart from a name in letters.
        return f"{words} " if words[-1:].isascii() and words[-1:].isalpha() else words


def _number(tally: Tally, *, in_percent: bool) -> str:
    if in_percent:
        return percent(tally.number, tally.total)
    return f"{plain(tally.total)}条中{plain(tally.number)}条"


def _verb(topic: Topic) -> str:
    if topic.subject == "theme":
        return f"谈{topic.name}"
    if topic.subject == "speaker":
        return f"由{topic.name}提出"
    return {
        "achievement": "报告成果",
        "measure": "说明进行中的工作",
        "plan": "是计划",
        "position": "表明立场",
    }[topic.id]


def _naming(name: str, reach: Reach) -> str:
    return {
        "named": f"提到{name}的",
        "concerned": f"涉及{name}的",
        "within": f"涉及{name}及其所属地点的",
    }[reach]


def _narrowed(scope: Scope) -> str:
    by = {
        "": "",
        "theme": f"关于{scope.name}的",
        "place": _naming(scope.name, scope.reach),
        "selection": "此处所示的",
    }[scope.by]
    lacks = {"": "", "kind": "已标注类别的", "theme": "已标注主题的"}[scope.lacks]
    return by + lacks
