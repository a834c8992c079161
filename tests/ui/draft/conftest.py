"""A draft of an article in its window."""

import pytest

from tests.draft.drafts import LAKE
from tests.ui.draft.drafting import Drafter, new_from
from tests.ui.user import User


@pytest.fixture
def drafter(user: User, monkeypatch: pytest.MonkeyPatch) -> Drafter:
    found = new_from(user, monkeypatch, LAKE)
    found.step("Figures")
    return found
