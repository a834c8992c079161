"""Who speaks in a text, and for which region, as far as the text says it."""

import re

from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.ids import slug
from jjjviewer.draft.records import NewRows, Record
from jjjviewer.text.figures import PlaceMention, Speaker
from jjjviewer.text.names import sections, voices
from jjjviewer.text.proposals import Proposal
from jjjviewer.text.sentences import is_chinese

_TOP = "all-regions"
_LAST_PART = re.compile(r",\s*([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})$")
"""The last part of a role may be a place: County Commissioner, Westmarsh."""


_ZH_REGION = re.compile(r"[\u4e00-\u9fff]{2,5}?(?:自治区|自治州|自治县|省|市|县|区|旗|镇|乡)")
"""北京市, 大兴区: parts of the country at the beginning of a role."""


class Speakers:
    """Adds the speakers of a text to a draft, and the regions that they speak for.

    Args:
        rows: where they are added; those of the draft are known.
        proposal: what the text seems to hold.
        gazetteer: the places that are known.
    """

    def __init__(self, rows: NewRows, proposal: Proposal, gazetteer: Gazetteer) -> None:
        self._rows = rows
        self._proposal = proposal
        self._gazetteer = gazetteer
        records = rows.records
        self._ids = {each["name"]: each["speaker_id"] for each in records["speakers"].values()}
        self._regions = {each["name"]: each["region_id"] for each in records["regions"].values()}

    def by_paragraph(self) -> list[str]:
        """Return the id of who speaks in each paragraph; add those who are new."""
        paragraphs = self._proposal.paragraphs
        for each in self._proposal.speakers:
            if each.name not in self._ids:
                self._ids[each.name] = self._add(each)
        spoken: dict[int, set[str]] = {}
        for each in self._proposal.speakers:
            spoken.setdefault(each.paragraph, set()).add(self._ids[each.name])
        names = [each.name for each in self._proposal.speakers]
        told = zip(sections(paragraphs), voices(paragraphs, names), strict=True)
        found = [self._ids.get(byline or voice, "") for byline, voice in told]
        return [id_ or self._only(spoken.get(at)) for at, id_ in enumerate(found)]

    def _only(self, ids: set[str] | None) -> str:
        return next(iter(ids)) if ids and len(ids) == 1 else ""

    def _add(self, speaker: Speaker) -> str:
        cells: Record = {"name": speaker.name, "role": speaker.role}
        cells["speaker_id"] = self._rows.new_id("speakers", slug(speaker.name, "speaker"))
        cells["region_id"] = self._region(speaker)
        self._rows.add("speakers", cells)
        return cells["speaker_id"]

    def _region(self, speaker: Speaker) -> str:
        """Return the region that stands in a role, or nothing."""
        role = speaker.role
        if is_chinese(role):
            # 北京市大兴区 names the whole first.
            found = [*_ZH_REGION.finditer(role)]
            return self._region_in_chinese(found[-1][0]) if found else ""
        at = self._proposal.paragraphs[speaker.paragraph].find(role) if role else -1
        for each in self._proposal.places:
            # Daxing District, Beijing names the part first.
            is_in_role = at >= 0 and at <= each.start < at + len(role)
            if each.paragraph == speaker.paragraph and is_in_role:
                return self._region_at(each)
        last = _LAST_PART.search(role)
        return self._region_named(last[1], "", "region") if last else ""

    def _region_in_chinese(self, name: str) -> str:
        for id_, row in self._gazetteer.places.items():
            if row["name_zh"] == name:
                return self._region_named(row["name"], id_, row["kind"], name)
        return self._region_named(name, "", "region", name)

    def _region_at(self, place: PlaceMention) -> str:
        row = self._gazetteer.places.get(place.place_id)
        if row is None:
            return self._region_named(place.name, place.place_id, "region")
        return self._region_named(row["name"], place.place_id, row["kind"], row["name_zh"])

    def _region_named(self, name: str, id_: str, level: str, name_zh: str = "") -> str:
        if name not in self._regions:
            if not self._regions:
                # Regions have colours below a common one.
                self._regions[""] = _TOP
                top = {"region_id": _TOP, "name": "All regions", "level": "whole"}
                top["name_zh"] = "各地" if is_chinese(name) else ""
                self._rows.add("regions", top)
            self._regions[name] = self._rows.new_id("regions", id_ or slug(name, "region"))
            cells = {"name": name, "name_zh": name_zh, "level": level, "parent_id": self._top}
            self._rows.add("regions", cells | {"region_id": self._regions[name]})
        return self._regions[name]

    @property
    def _top(self) -> str:
        """The one region that all others lie in, if there is one."""
        if "" in self._regions:
            return _TOP
        tops = [
            each["region_id"]
            for each in self._rows.records["regions"].values()
            if not each["parent_id"]
        ]
        return tops[0] if len(tops) == 1 else ""
