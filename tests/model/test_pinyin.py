"""Chinese names by their sound, from the file of readings."""

import runpy

import pytest

from jjjviewer.model.pinyin import pinyin
from jjjviewer.paths import resource


@pytest.mark.parametrize(
    ("chinese", "typed"),
    [
        ("王有国", "wang you guo"),
        ("京津冀", "jing jin ji"),
        ("绿", "lv"),
        ("中关村 A2 区", "zhong guan cun A2 qu"),
        ("潮白新河·Phase 2", "chao bai xin he ·Phase 2"),
        ("", ""),
    ],
)
def test_hanzi_are_read_and_the_rest_is_left(chinese: str, typed: str) -> None:
    assert pinyin(chinese) == typed


def test_the_readings_are_those_of_the_dictionary_that_they_were_made_from() -> None:
    folder = resource("pinyin")
    made = runpy.run_path(str(folder / "make_readings.py"))["text"]()
    assert (folder / "readings.txt").read_text(encoding="utf-8") == made
