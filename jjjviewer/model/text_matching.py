"""The searched words of records: without case, accents and thousands separators."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from jjjviewer.model.collected_rows import with_statements
from jjjviewer.model.folding import fold
from jjjviewer.model.frame_rows import text_of
from jjjviewer.model.index import RECORDS, RecordTable
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.schema import TABLES

_SEPARATOR = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PARAGRAPH = re.compile(r"¶(\d+)")


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words that are looked for, folded."""
    return tuple(fold(typed).replace("¶ ", "¶").split())


class FoldedTexts:
    """Texts in which words are looked for.

    They are a list because Python looks through one several times as fast as pandas'
    `str.contains` does, which shows at each key where there are very many rows.

    Args:
        texts: one for each row.
        ids: of the rows, which are found by these as well; none where they are not printed.
        paragraphs: of the rows, likewise, as ¶41.
    """

    def __init__(
        self, texts: Iterable[str], ids: Sequence[str] = (), paragraphs: Sequence[int] = ()
    ) -> None:
        self.texts = [_plain(fold(text.replace("\n", " "))) for text in texts]
        self._positions = {id_: at for at, id_ in enumerate(ids)}
        self._paragraphs = paragraphs

    def holding(self, words: Sequence[str]) -> list[int]:
        """Return the rows that hold all of one or more words, in their order."""
        found: Iterable[int] = range(len(self.texts))
        for word in words:
            found = self._with(word, found)
        return list(found)

    def _with(self, word: str, rows: Iterable[int]) -> list[int]:
        if self._paragraphs and (match := _PARAGRAPH.fullmatch(word)):
            paragraph = int(match[1])
            return [at for at in rows if self._paragraphs[at] == paragraph]
        plain, own = _plain(word), self._positions.get(word, -1)
        return [at for at in rows if plain in self.texts[at] or at == own]


class RecordTexts:
    """What statements, figures and links of a pack say; a table is folded when first searched.

    Args:
        frames: of the dataset, by table.
    """

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames = frames
        self._texts: dict[RecordTable, FoldedTexts] = {}

    def of(self, table: RecordTable) -> FoldedTexts:
        """Return the texts of the rows of a table."""
        if table not in self._texts:
            frame = self._frames[table]
            ids = frame[TABLES[table].key.name].tolist()
            texts = _TEXTS[table](frame)
            self._texts[table] = FoldedTexts(texts, ids, frame["paragraph"].tolist())
        return self._texts[table]

    def masks(self, query: str) -> dict[RecordTable, Mask]:
        """Return which rows hold all words of a query; of figures found, the statements too."""
        words = words_of(query)
        masks: dict[RecordTable, Mask] = {}
        for table in RECORDS:
            mask = masks[table] = pd.Series(False, self._frames[table].index).to_numpy(copy=True)
            mask[self.of(table).holding(words) if words else []] = True
        return with_statements(self._frames, masks)


def _statement_texts(statements: pd.DataFrame) -> Iterator[str]:
    return _joined(statements, "summary", "summary_zh")


def _figure_texts(figures: pd.DataFrame) -> Iterator[str]:
    """Yield what each figure measures, its number as printed and as a plain number."""
    texts = _joined(figures, "measure", "measure_zh", "claim", "claim_zh", "printed")
    for words, value in zip(texts, figures["value"].tolist(), strict=True):
        yield f"{words} {text_of(value)}"


def _link_texts(links: pd.DataFrame) -> Iterator[str]:
    return _joined(links, "topic", "topic_zh", "mechanism", "places")


def _joined(frame: pd.DataFrame, *names: str) -> Iterator[str]:
    """Yield the texts of some columns in each row, without columns that are all empty."""
    columns = [frame[name].tolist() for name in names]
    return map(" ".join, zip(*filter(any, columns), strict=True))


_TEXTS = {"statements": _statement_texts, "figures": _figure_texts, "links": _link_texts}


def _plain(text: str) -> str:
    """Return a text with its numbers as in 7319, not 7,319."""
    return _SEPARATOR.sub("", text) if "," in text else text
