"""The words that packs and texts share: choices of the format, and the hash of a paragraph."""

import unicodedata

TEXT_KINDS = ("interview", "article", "report", "speech", "press conference", "statement")
"""What a text may be; packs may say others too."""
SECTION_KINDS = ("title", "byline", "headline", "body")
STATEMENT_KINDS = ("achievement", "measure", "plan", "position")
CERTAINTIES = ("clear", "inferred", "ambiguous", "garbled")
UNCLEAR_CERTAINTIES = ("ambiguous", "garbled")
QUANTITY_KINDS = (
    "count", "money", "area", "length", "mass", "capacity",
    "share", "change", "duration", "index", "rate", "other",
)  # fmt: skip
PERIOD_BASES = ("printed", "carried", "inferred", "none")
QUALIFIERS = ("exact", "more-than", "at-least", "nearly", "about", "less-than", "at-most")
STATUSES = ("achieved", "under-construction", "planned", "target", "uncertain")
TARGETS = ("target", "planned")
"""The statuses of what is aimed at."""
DIRECTIONS = ("up", "down")
RELATIONS = ("part_of", "from_value", "share_of", "do_not_sum")
ENTITY_TYPES = ("place", "organisation", "project", "mechanism", "policy", "person")
PRECISIONS = ("exact", "approximate", "district", "none")
LINK_DIRECTIONS = ("mutual", "flow")
LINK_ROLES = ("from", "to", "member")

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)


def normalised(paragraph: str) -> str:
    """Return a paragraph in NFKC with straight quotes, plain dashes and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", paragraph).translate(_PLAIN).split())


def hash12(paragraph: str) -> str:
    """Return the first 12 hex digits of the SHA-256 of a paragraph, normalised."""
    # Not at the top: the start needs the choices, and OpenSSL takes milliseconds to load.
    import hashlib

    return hashlib.sha256(normalised(paragraph).encode()).hexdigest()[:12]
