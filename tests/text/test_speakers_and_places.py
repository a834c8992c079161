"""Who speaks and which places are named."""

import pytest

from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.text.names import is_interview, sections, speakers, voices
from jjjviewer.text.places import PlaceFinder
from tests.text.marked import rows


@pytest.mark.parametrize(("text", "name", "role"), rows("speakers.txt"))
def test_who_speaks(text: str, name: str, role: str) -> None:
    """Bylines, answers, verbs of saying, with the role that is printed; no offices and papers."""
    found = speakers([text])
    assert [(each.name, each.role) for each in found] == ([(name, role)] if name else [])
    assert all(text[each.start : each.end] == each.name for each in found)


def test_sections_of_a_joint_interview_follow_their_bylines() -> None:
    """Each paragraph is the last named speaker's."""
    texts = [
        "Three counties",
        "Ada Linde, Mayor, Tarn",
        "It is done.",
        "Bo Varga, Director of Roads",
        "So it is.",
    ]
    assert sections(texts) == ["", "Ada Linde", "Ada Linde", "Bo Varga", "Bo Varga"]


def test_a_paragraph_is_of_whom_it_says_that_they_speak() -> None:
    """A surname with a title, and she right after; nobody where two speak or none does."""
    names = ["Ada Linde", "Bo Varga", "韩牧之"]
    texts = [
        "Ms Linde also doubted it.",
        "“No,” she said.",
        "“No,” said Mr Varga.",
        "It rained.",
        "Mr Varga said yes; Ms Linde said no.",
        "韩市长表示，不行。",
        "他还说，要等。",
    ]
    ada, bo, han = names
    assert voices(texts, names) == [ada, ada, bo, "", "", han, han]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ("Q: Will it open?|A: In May.|Q: And the cost?|A: Nine million.", True),
        ("The bridge|Will it open?|Ada Linde: In May.|And the cost?|Bo Varga: Nine.", True),
        ("Interview with the mayor|Will it open?|In May.|And the cost?|Nine million.", True),
        ("We put questions to both.|Ada Linde, Mayor, Tarn|It is done.", True),
        ("记者：什么时候开通|答：五月。|记者：花多少钱|答：九百万。", True),
        ("Open in May, the mayor said in an interview.|Who pays?|Nobody.|And when?|Later.", False),
        ("Ada Linde, Mayor, Tarn|It is done. Is it?|So it is.", False),
    ],
)
def test_a_text_in_which_speakers_answer_questions_is_an_interview(
    texts: str, expected: bool
) -> None:
    """By its form, or as its head says; neither rhetorical questions nor a quoted interview."""
    assert is_interview(texts.split("|")) == expected


def test_names_that_are_known_are_found() -> None:
    """Even where nothing says that they speak."""
    found = speakers(["A walk with Ada Linde by the sea."], known=["Ada Linde"])
    assert [(each.name, each.start) for each in found] == [("Ada Linde", 12)]


@pytest.mark.parametrize(("text", "places"), rows("places.txt"))
def test_places(text: str, places: str) -> None:
    """By the gazetteer, by the names of divisions, by their endings."""
    found = [f"{each.name}={each.place_id}" for each in Gazetteer().finder().find([text])]
    assert "; ".join(found) == places


def test_names_of_packs_are_known_to_a_finder() -> None:
    """A place without an ending, with the id of its pack."""
    found = PlaceFinder({"Lowgate": "lowgate"}).find(["A sluice at Lowgate."])
    assert [(each.name, each.place_id, each.start) for each in found] == [
        ("Lowgate", "lowgate", 12)
    ]
