"""JJJ Viewer: who said what about Beijing-Tianjin-Hebei, and which figures stand behind it."""

__version__ = "0.1.0"
