"""Docstrings of public functions begin with a verb: "Return whether …", not "Whether …"."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import jjjviewer

PACKAGE = Path(jjjviewer.__file__).parent
OTHERWISE = {
    "A", "All", "An", "By", "Each", "Every", "For", "How", "In", "It", "Its", "Names", "Of",
    "The", "Their", "They", "Those", "What", "When", "Where", "Whether", "Which", "Who", "Why",
}  # fmt: skip


def docstrings(folder: str) -> Iterator[tuple[str, str]]:
    """Yield name and docstring of each public function and method."""
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                is_property = any("property" in ast.unparse(each) for each in node.decorator_list)
                if (text := ast.get_docstring(node)) and not is_property:
                    yield f"{path.name}:{node.lineno} {node.name}", text


@pytest.mark.parametrize("folder", ["charts", "export", "bench", "packaging"])
def test_docstrings_of_functions_begin_with_a_verb(folder: str) -> None:
    found = dict(docstrings(folder))
    assert found
    assert [name for name, text in found.items() if text.split()[0].strip(",:") in OTHERWISE] == []
