"""Edited copies of a text: what happens to an article on its way to a reader."""

import random
import re
from dataclasses import dataclass

_QUOTES = str.maketrans({'"': "“", "“": "„", "”": "“", "'": "’", "’": "'", "-": "–", "—": "-"})
_WORDS = {
    "The ": "This ", " and ": " as well as ", " of the ": " in the ", " has ": " now has ",
    " are ": " have become ", " was ": " had been ", " with ": " together with ",
    "的": "之", "一起": "共同",
}  # fmt: skip


@dataclass
class Copy:
    """A copy, and which paragraphs of the original each of its own holds words of."""

    paragraphs: list[str]
    origins: list[set[int]]


def copy_of(paragraphs: list[str]) -> Copy:
    """Return an unchanged copy."""
    return Copy([*paragraphs], [{at} for at in range(len(paragraphs))])


def changed_words(copy: Copy, rng: random.Random, share: float) -> Copy:
    """Change words of a share of the paragraphs, never their numbers; and all signs."""
    paragraphs = []
    for text in copy.paragraphs:
        if rng.random() < share:
            for old, new in _WORDS.items():
                if rng.random() < 0.6:
                    text = text.replace(old, new)
            text = f"{text} So it was said." if text[-1:] in ".”" else text
        paragraphs.append(text.translate(_QUOTES))
    return Copy(paragraphs, copy.origins)


def split(copy: Copy, rng: random.Random, share: float) -> Copy:
    """Split some paragraphs at the ends of sentences."""
    result = Copy([], [])
    for text, origins in zip(copy.paragraphs, copy.origins, strict=True):
        parts = (
            re.split(r"(?<=[.!?]) (?=[A-Z])|(?<=。)(?=.)", text) if rng.random() < share else [text]
        )
        result.paragraphs += parts
        result.origins += [origins] * len(parts)
    return result


def merged(copy: Copy, rng: random.Random, share: float) -> Copy:
    """Join some paragraphs with the one before."""
    result = Copy([], [])
    for text, origins in zip(copy.paragraphs, copy.origins, strict=True):
        if result.paragraphs and rng.random() < share:
            result.paragraphs[-1] += f" {text}"
            result.origins[-1] = result.origins[-1] | origins
        else:
            result.paragraphs.append(text)
            result.origins.append(set(origins))
    return result


def abridged(copy: Copy, rng: random.Random, share: float) -> Copy:
    """Leave out some paragraphs that hold no number, and put in others of no matter."""
    result = Copy([], [])
    for text, origins in zip(copy.paragraphs, copy.origins, strict=True):
        if re.search("[0-9]", text) or rng.random() >= share:
            result.paragraphs.append(text)
            result.origins.append(origins)
        if rng.random() < share / 2:
            result.paragraphs.append(f"Read also: {rng.randrange(2, 40)} pictures of the estuary.")
            result.origins.append(set())
    return result


def moved(copy: Copy, rng: random.Random, pieces: int) -> Copy:
    """Put the sections of a text in another order."""
    cuts = sorted(rng.sample(range(1, len(copy.paragraphs)), pieces - 1))
    parts = [*zip([0, *cuts], [*cuts, len(copy.paragraphs)], strict=True)]
    rng.shuffle(parts)
    order = [at for start, end in parts for at in range(start, end)]
    return Copy([copy.paragraphs[at] for at in order], [copy.origins[at] for at in order])


def shortened_numbers(copy: Copy, rng: random.Random, share: float) -> Copy:
    """Retell some large numbers in other words: 48,000 as 48 thousand, 1,200,000 as 1.2 million."""

    def retold(found: re.Match[str]) -> str:
        value = int(found[0].replace(",", ""))
        if rng.random() >= share or value % 100:
            return found[0]
        if value >= 1_000_000:
            return f"{value / 1_000_000:g} million"
        return f"{value / 1_000:g} thousand" if value >= 10_000 else f"{value}"

    paragraphs = [
        re.sub(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9.,])", retold, text)
        for text in copy.paragraphs
    ]
    return Copy(paragraphs, copy.origins)
