"""The interface of a step of the window of a draft."""

from PySide6.QtWidgets import QWidget

from jjjviewer.charts.style import Style


class DraftPage(QWidget):
    """A step: it shows the draft as it is whenever it is entered, and after each decision."""

    tables: tuple[str, ...] = ()
    """The tables whose records are shown here."""

    def refresh(self) -> None:
        """Show what is decided now."""
        raise NotImplementedError

    def show_record(self, table: str, row: int | None, column: str) -> None:
        """Show a record, and put the focus into the field of a column."""

    def apply_theme(self, style: Style) -> None:
        """Take over the colours of the window."""
