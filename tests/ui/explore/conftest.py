"""Somebody who explores."""

import pytest

from tests.ui.explore.explorer import Explorer
from tests.ui.user import User


@pytest.fixture
def explorer(user: User) -> Explorer:
    return Explorer(user)
