"""Drafts that are closed after their test."""

from collections.abc import Iterator
from contextlib import ExitStack
from contextlib import closing as closing_of
from pathlib import Path

import pytest

from jjjviewer.draft.draft import Draft
from tests.draft.drafts import Keep, draft_of_text


@pytest.fixture
def closing() -> Iterator[Keep]:
    """Close a draft once the test is over."""
    with ExitStack() as stack:
        yield lambda draft: stack.enter_context(closing_of(draft))


@pytest.fixture
def draft(tmp_path: Path, closing: Keep) -> Draft:
    return closing(draft_of_text(tmp_path / "draft"))
