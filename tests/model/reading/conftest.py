"""The pack that these tests spoil."""

from pathlib import Path

import pytest

from tests.packs import copy_of_bundled


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Copy the bundled pack."""
    return copy_of_bundled(tmp_path)
