"""Where: places by names that are known, and by endings such as County or 区."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from jjjviewer.text.figures import PlaceMention
from jjjviewer.text.sentences import is_chinese
from jjjviewer.text.tables import pattern, words

_ADMINISTRATIVE, _KIND_AT_END, _NO_PART, _BY_KIND, _BY_WHAT, _IN, _AT, _NO_PLACE = (
    re.compile(pattern("names", "places", each))
    for each in (
        "administrative", "kind at end", "no part", "by its kind", "by what it has", "in it",
        "at it", "no place",
    )
)  # fmt: skip
_NOT_NAMES = re.compile(pattern("names", "english", "no name"))
_WITH_KIND = re.compile(
    rf"(?:(?:[A-Z][a-z'’]+(?:-[A-Z][a-z]+)*)[ -]){{1,3}}{pattern('names', 'places', 'kind')}\b"
)
_WITH_ENDING = re.compile(
    r"(?:自治区|自治州|自治县|新区|高新区|经开区|省(?![下级钱内])|市(?![民价價值场場委政])|县|區|縣|区|镇|鎮|乡|鄉|旗|盟|村)"
)
_ENDING = re.compile("[县旗镇乡]|区(?!域)")
_STOP = frozenset("".join(words("characters", "not in places")))
_COMMON = frozenset(words("characters", "no places"))
"""Ends of words that are no place: 试验区, 城市."""
_SHORTEST, _LONGEST = 2, 14


class PlaceFinder:
    """Finds places in paragraphs, by the names that it was given."""

    def __init__(self, names: Mapping[str, str], divisions: Iterable[str] = ()) -> None:
        """Take names with their ids, in English and Chinese, and names without.

        Args:
            names: id of each name that is known with a position or from a pack.
            divisions: names of administrative divisions that have no id.
        """
        self._ids: dict[str, str] = {}
        for name in divisions:
            self._add(name, "")
        for name, id_ in names.items():
            self._add(name, id_)
        self._starts: dict[str, list[str]] = {}
        for name in self._ids:
            if not is_chinese(name):
                self._starts.setdefault(name.split()[0], []).append(name)
        for each in self._starts.values():
            each.sort(key=len, reverse=True)
        self._longest = min(
            _LONGEST, max((len(name) for name in self._ids if is_chinese(name)), default=0)
        )

    def _add(self, name: str, id_: str) -> None:
        """Know a name, and without what it says of the kind of place: Daxing District, 大兴."""
        self._ids[name] = id_
        if not id_ and name.endswith(("县", "区", "旗")):
            # 同心, 江东, 平川: without its ending such a name is often a word.
            return
        short = _KIND_AT_END.sub("", name)
        if (
            len(short) >= (_SHORTEST if is_chinese(name) else 4)
            and short not in self._ids
            and not (is_chinese(short) and any(each in _STOP for each in short))
        ):
            self._ids[short] = id_

    def find(self, paragraphs: list[str], people: Iterable[str] = ()) -> list[PlaceMention]:
        """Return the places that are named, in the order of the text.

        Args:
            paragraphs: the text.
            people: names of its speakers, who are no places.
        """
        known = {word for name in people for word in name.split()} | self._ids.keys()
        unknown = _unknown(paragraphs, known)
        found: list[PlaceMention] = []
        for index, text in enumerate(paragraphs):
            places = self._chinese(text, index) if is_chinese(text) else self._english(text, index)
            places += _named_again(unknown, text, index, places)
            found += sorted(places, key=lambda each: each.start)
        return [_whole(each, paragraphs) for each in found]

    def _english(self, text: str, index: int) -> list[PlaceMention]:
        places: list[PlaceMention] = []
        end = 0
        for word in re.finditer(r"[A-Z][\w'’-]*", text):
            if word.start() < end:
                continue
            for name in self._starts.get(
                word[0], self._starts.get(re.sub(r"['’]s?$", "", word[0]), [])
            ):
                stop = word.start() + len(name)
                if text.startswith(name, word.start()) and not text[stop : stop + 1].isalnum():
                    id_ = self._ids[name]
                    longer = _WITH_KIND.match(text, word.start())
                    if longer and longer.end() > stop:
                        stop, id_ = longer.end(), self._id_of(longer[0])
                    places.append(
                        PlaceMention(index, word.start(), stop, text[word.start() : stop], id_)
                    )
                    end = stop
                    break
        taken = [(each.start, each.end) for each in places]
        for found in _WITH_KIND.finditer(text):
            free = not any(start < found.end() and found.start() < stop for start, stop in taken)
            if free and _ADMINISTRATIVE.search(found[0]):
                name = _NO_PART.sub("", found[0])
                if " " in name:
                    places.append(
                        PlaceMention(index, found.end() - len(name), found.end(), name, "")
                    )
        return places

    def _id_of(self, name: str) -> str:
        """Return the id of the longest known end of a name: Beijing Daxing District."""
        words = name.split()
        return next(
            (id_ for i in range(len(words)) if (id_ := self._ids.get(" ".join(words[i:]), ""))), ""
        )

    def _chinese(self, text: str, index: int) -> list[PlaceMention]:
        places: list[PlaceMention] = []
        at = 0
        while at < len(text):
            name = next(
                (
                    text[at : at + n]
                    for n in range(self._longest, _SHORTEST - 1, -1)
                    if text[at : at + n] in self._ids
                ),
                "",
            )
            if name:
                id_ = self._ids[name]
                ending = _ENDING.match(text, at + len(name))
                if ending and not _KIND_AT_END.search(name):
                    # 承德县 is another place than 承德市.
                    name, id_ = name + ending[0], ""
                places.append(PlaceMention(index, at, at + len(name), name, id_))
            at += len(name) or 1
        taken = [(each.start, each.end) for each in places]
        for found in _WITH_ENDING.finditer(text):
            start = found.start()
            while (
                start > found.start() - 2
                and start > 0
                and "\u4e00" <= text[start - 1] <= "\u9fff"
                and text[start - 1] not in _STOP
            ):
                start -= 1
            common = text[found.start() - 1 : found.end()] in _COMMON
            if (
                found.start() - start == 2
                and not common
                and not any(a < found.end() and start < b for a, b in taken)
            ):
                places.append(
                    PlaceMention(index, start, found.end(), text[start : found.end()], "")
                )
        return places


def _unknown(paragraphs: list[str], known: set[str]) -> set[str]:
    """Return names that seem to be of places, though nobody knows them.

    The town of Tarn is one, and Tarn Council is of one; in Tarn is said of one that is named again.
    """
    text = "\n".join(each for each in paragraphs if not is_chinese(each))
    found = {*_BY_KIND.findall(text), *_BY_WHAT.findall(text)}
    likely = Counter(2 * _IN.findall(text) + _AT.findall(text))
    found |= {name for name, times in likely.items() if times > 1 and text.count(name) > 1}
    return {
        name
        for name in found
        if known.isdisjoint(re.split("[ -]", name))
        and not (_NOT_NAMES.search(name) or _NO_PLACE.search(name))
    }


def _named_again(
    names: set[str], text: str, index: int, known: list[PlaceMention]
) -> list[PlaceMention]:
    """Return where names stand in a paragraph, but in a place that is known."""
    if not names:
        return []
    either = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return [
        PlaceMention(index, *found.span(), found[0], "")
        for found in re.finditer(rf"\b(?:{either})\b", text)
        if not any(each.start < found.end() and found.start() < each.end for each in known)
    ]


def _whole(place: PlaceMention, paragraphs: list[str]) -> PlaceMention:
    """Return a place with the character that stands before its name wherever it is: 青浦湾镇."""
    text = paragraphs[place.paragraph]
    before = text[place.start - 1 : place.start]
    if place.place_id or not is_chinese(place.name) or before in _STOP or not is_chinese(before):
        return place
    joined = "\n".join(paragraphs)
    longer = before + place.name
    if not 1 < joined.count(longer) == joined.count(place.name):
        return place
    return place._replace(start=place.start - 1, name=longer)
