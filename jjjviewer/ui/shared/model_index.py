"""The type of an index that Qt hands to a model; apart, since the tree is shown before pandas."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

ModelIndex = QModelIndex | QPersistentModelIndex
