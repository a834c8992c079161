"""What an earlier version stored is still read."""

from jjjviewer.ui.shared import settings
from jjjviewer.ui.shared.settings import Setting

_KEYS_OF_0_1 = """
chart/form chart/page data/folder data/format export/folder export/footer export/formats
export/header export/own export/scale export/shapes export/size export/theme export/transparent
hint pack recent selection text/size theme window/detail window/geometry window/panes
"""


def test_the_setting_keys_of_the_first_version_still_exist() -> None:
    keys = {each.key for each in vars(settings).values() if isinstance(each, Setting)}
    assert keys >= set(_KEYS_OF_0_1.split())
