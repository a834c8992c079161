"""What is told where a file can't be read."""


class UnreadableError(Exception):
    """A text can't be read; the message says why and what helps."""
