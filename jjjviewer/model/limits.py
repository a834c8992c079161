"""How large a pack may be. Past these it is refused before it can fill the memory."""

LARGEST_PACK = 1 << 30
"""Bytes of all files together, unpacked."""

LARGEST_DESCRIPTOR = 1 << 20
"""Bytes of `datapackage.json`."""

MOST_EXPANSION = 200
"""How many times its own size a .zip may unpack to; tables of text reach about 20."""

MOST_FILES = 1_000
"""Files in a .zip."""

MOST_LEVELS = 50
"""Regions within regions, or places within places."""

MOST_ROWS = 2_000_000
"""Rows of all tables together."""

LONGEST_CELL = 32_767
"""Characters of a cell, as in common spreadsheets."""

LARGEST_NUMBER = 1e30
"""Beyond it, sums and products of numbers would no longer be finite."""

MOST_PROBLEMS = 1_000
"""Problems that are listed; who has more mends these first."""
