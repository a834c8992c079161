"""The application and its Linux package; not a part of either.

Needs the project's `build` extra and otherwise the standard library.
"""
