"""How large files and functions may be, and what may stand only once or at the top."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import jjjviewer

PACKAGE = Path(jjjviewer.__file__).parent
TESTS = Path(__file__).parent
LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
LATE_IMPORTS = 41
"""Imports inside functions: of what the start or a library that is missing must not wait for."""
VAGUE_TYPES = 27
"""Annotations with `Any` or `object`."""
SHARED_NAMES = 5
"""Names of types that more than one module defines."""


def modules(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    """Yield each module below a folder, with its name for a message."""
    for path in sorted(folder.rglob("*.py")):
        yield str(path.relative_to(folder.parent)), ast.parse(path.read_text(encoding="utf-8"))


def functions(module: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def test_no_file_or_function_is_too_long_to_be_read_at_once() -> None:
    long: list[str] = []
    for name, module in (*modules(PACKAGE), *modules(TESTS)):
        if module.body and (module.body[-1].end_lineno or 0) > LINES_OF_A_FILE:
            long.append(name)
        for each in functions(module):
            if (each.end_lineno or 0) - each.lineno >= LINES_OF_A_FUNCTION:
                long.append(f"{name}:{each.lineno} {each.name}")
    assert long == []


def test_modules_are_imported_at_the_top_unless_there_is_a_need() -> None:
    late = {
        f"{name}:{node.lineno}"
        for name, module in modules(PACKAGE)
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert len(late) <= LATE_IMPORTS, sorted(late)


def test_few_annotations_say_nothing() -> None:
    vague = [
        f"{name}:{node.lineno} {ast.unparse(node)}"
        for name, module in modules(PACKAGE)
        for node in ast.walk(module)
        if isinstance(node, ast.arg | ast.AnnAssign | ast.FunctionDef)
        and (said := node.returns if isinstance(node, ast.FunctionDef) else node.annotation)
        and {"Any", "object"} & {each.id for each in ast.walk(said) if isinstance(each, ast.Name)}
    ]
    assert len(vague) <= VAGUE_TYPES, vague


def test_nearly_every_type_has_a_name_of_its_own() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for name, module in modules(PACKAGE):
        for node in module.body:
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(name)
    shared = {name: found for name, found in homes.items() if len(found) > 1}
    assert len(shared) <= SHARED_NAMES, shared
