"""Faults are put where code does something, and nowhere else."""

import ast

import pytest

from tests.mutants.operators import mutants


@pytest.mark.parametrize(
    ("code", "faulty"),
    [
        ("a < b", {"(a <= b)"}),
        ("a is not b", {"(a is b)"}),
        ("a and b", {"(a or b)"}),
        ("not a", {"(a)"}),
        ("a - b", {"(a + b)"}),
        ("a -= b", {"a += b"}),
        ("5", {"6"}),
        ("0.0", {"1.0"}),
        ("True", {"False"}),
        ("min(a, b)", {"pass", "max(a, b)"}),
        ("x = f(a=b)", {"x = f()"}),
        ("x = a[:b]", {"x = a[:(b) + 1]"}),
        ("x = a if b else c", {"x = a if (not (b)) else c"}),
        ("x = [a for a in b if c]", {"x = [a for a in b if True]"}),
        ("while a: break", {"while (not (a)): break", "while a: continue"}),
        ("def f(): return a", {"def f(): return None"}),
    ],
)
def test_each_kind_of_code_has_its_faults(code: str, faulty: set[str]) -> None:
    source = code.encode()
    assert {each.apply(source).decode() for each in mutants(source)} == faulty


@pytest.mark.parametrize(
    "code",
    [
        '"""Words on 1 thing."""',
        "import a",
        "def f(a: Literal[1]) -> Literal[2]: ...",
        "x = f'{a < b}'",
        "x = 'a'",
        "x = 'a' + b",
        "def f(): return None",
        "if TYPE_CHECKING: x = 1",
        "x = zip(a, b, strict=True)",
    ],
)
def test_what_does_nothing_and_texts_are_left_alone(code: str) -> None:
    assert mutants(code.encode()) == []


def test_a_fault_stands_in_the_line_that_it_names_whatever_letters_come_before() -> None:
    source = "x = '北京'; y = (\n    a ==\n    b\n)\n".encode()
    (mutant,) = mutants(source)
    assert mutant.line == 2
    assert ast.unparse(ast.parse(mutant.apply(source))) == "x = '北京'\ny = a != b"
