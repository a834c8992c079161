"""Building the application and its Linux package; not part of either.

Needs the project's `build` extra and otherwise the standard library.
"""
