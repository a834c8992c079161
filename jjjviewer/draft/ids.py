"""Ids from names."""

import re
import unicodedata

from jjjviewer.model.pinyin import pinyin

_LONGEST = 56
"""Characters, so that a number fits behind them."""


def slug(name: str, otherwise: str) -> str:
    """Return a name as an id: Ada Linde is ada-linde, 大兴区 is da-xing-qu.

    Args:
        name: the name.
        otherwise: the id where nothing of the name can be in one.
    """
    plain = unicodedata.normalize("NFKD", pinyin(name)).encode("ascii", "ignore").decode()
    found = re.sub("[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")
    return found[:_LONGEST].strip("-") or otherwise
