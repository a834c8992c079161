"""Where: places by names that are known, and by endings such as County or 区."""

import re
from collections.abc import Iterable, Mapping

from jjjviewer.text.figures import PlaceMention
from jjjviewer.text.sentences import is_chinese
from jjjviewer.text.tables import pattern, words

_KINDS = (
    r"(?:County|District|City|Province|Town|Village|Township|Prefecture|Municipality|New Area"
    r"|Region|Reservoir|River|Island|Airport|Port)"
)
_ADMINISTRATIVE = re.compile(pattern("names", "places", "administrative"))
_WITH_KIND = re.compile(rf"(?:(?:[A-Z][a-z'’]+(?:-[A-Z][a-z]+)*)[ -]){{1,3}}{_KINDS}\b")
_KIND_AT_END = re.compile(
    rf" {_KINDS}$|(?:省|市|县|縣|区|區|自治[区州县縣]|新区|镇|鎮|乡|鄉|盟|旗)$"
)
_WITH_ENDING = re.compile(
    r"(?:自治区|自治州|自治县|新区|高新区|经开区|省|市|县|區|縣|区|镇|鎮|乡|鄉|旗|盟)"
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

    def find(self, paragraphs: list[str]) -> list[PlaceMention]:
        """Return the places that are named, in the order of the text."""
        found: list[PlaceMention] = []
        for index, text in enumerate(paragraphs):
            places = self._chinese(text, index) if is_chinese(text) else self._english(text, index)
            found += sorted(places, key=lambda each: each.start)
        return found

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
                name = re.sub(r"^(?:The|In|At|From|And|Of|To|Since|For) ", "", found[0])
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
