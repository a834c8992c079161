"""The first chart of a pack with many speakers, drawn before pandas is loaded.

`SpeakerTheme` draws the same of a view, and takes its place as soon as there is one; it also
knows what the checks warn of.
"""

from collections import Counter, defaultdict

from jjjviewer.charts import heat_map
from jjjviewer.charts.heat_map import HeatMap
from jjjviewer.charts.page_layout import Caption, lay_out, source_line
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Page, Style
from jjjviewer.model.columns import row_at, row_count
from jjjviewer.model.entity_linking import told_apart
from jjjviewer.model.index import Index
from jjjviewer.model.tables import Tables

CHART_TYPE = "speaker-theme"
"""The chart type that it has."""
MANY = 4
"""Speakers of whom an overview is wanted first."""


class Overview:
    """Who spoke of what in a region, from the rows of a pack.

    Args:
        tables: the pack as read and checked.
        index: which rows belong to an id.
        region: its id.
    """

    def __init__(self, tables: Tables, index: Index, region: str) -> None:
        self._tables = tables
        self._index = index
        statements = tables.columns["statements"]
        statements_of_region = [row_at(statements, at) for at in index.rows("statements", region)]
        self._attributed = [row for row in statements_of_region if row["speaker_id"]]
        self._heat_map = self._counted()
        self._caption = self._caption_of(region, tables.source.citation, len(statements_of_region))

    @property
    def is_wanted(self) -> bool:
        """Whether it comes first: many speak, and of more than one theme."""
        return len(self._heat_map.names) >= MANY and len(self._heat_map.themes) > 1

    def scene(self, page: Page, style: Style) -> Scene:
        """Put it on a page."""
        return lay_out(
            self._caption, lambda scene: heat_map.draw(self._heat_map, scene, style), page, style
        )

    def _counted(self) -> HeatMap:
        ids: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        labels = self._labels()
        for row in self._attributed:
            ids[row["speaker_id"]][labels[row["theme_id"]]].append(row["statement_id"])
        speakers = [row for row in self._ordered("speakers") if row["speaker_id"] in ids]
        names = told_apart({row["speaker_id"]: row["name"] for row in self._ordered("speakers")})
        found = {names[row["speaker_id"]]: ids[row["speaker_id"]] for row in speakers}
        totals = Counter(labels[row["theme_id"]] for row in self._attributed)
        themes = [label for label in labels.values() if label in totals]
        themes.sort(key=lambda label: -totals[label])
        return HeatMap(
            themes=themes,
            names=[*found],
            counts=[[len(of[theme]) for of in found.values()] for theme in themes],
            ids=lambda name: {
                theme: tuple(ids_of_theme) for theme, ids_of_theme in found[name].items()
            },
            provinces={names[row["speaker_id"]]: self._province(row) for row in speakers},
            regions=tuple(self._index.provinces),
        )

    def _caption_of(self, region: str, citation: str, count: int) -> Caption:
        names = {row["region_id"]: row["name"] for row in self._ordered("regions")}
        labels = self._labels()
        most = Counter(labels[row["theme_id"]] for row in self._attributed).most_common(1)
        return Caption(
            title=heat_map.title(*most[0], len(self._attributed)) if most else "",
            subtitle=heat_map.subtitle(names[region]),
            source=source_line(citation, {int(row["paragraph"]) for row in self._attributed}),
            records=[row["statement_id"] for row in self._attributed],
            notes=heat_map.without_speaker(count - len(self._attributed)),
        )

    def _labels(self) -> dict[str, str]:
        rows = self._ordered("themes")
        return told_apart({row["theme_id"]: row["label"] for row in rows})

    def _ordered(self, table: str) -> list[dict[str, str]]:
        columns = self._tables.columns[table]
        rows = (row_at(columns, at) for at in range(row_count(columns)))
        return sorted(rows, key=lambda row: int(row["sort"]))

    def _province(self, speaker: dict[str, str]) -> str:
        return self._index.province(speaker["region_id"])
