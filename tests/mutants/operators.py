"""Small faults that can be put into code: comparisons swapped, bounds moved, calls removed."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}
_EXTREMES = {"min": "max", "max": "min"}


class Mutant(NamedTuple):
    """One fault: what stands between two offsets of a file's bytes is replaced."""

    line: int
    operator: str
    start: int
    end: int
    replacement: str

    def apply(self, source: bytes) -> bytes:
        """Return the source with the fault in it."""
        return source[: self.start] + self.replacement.encode() + source[self.end :]


def mutants(source: bytes) -> list[Mutant]:
    """List every fault that can be put into a module."""
    offsets = [0]
    for line in source.splitlines(keepends=True):
        offsets.append(offsets[-1] + len(line))
    found = []
    for node in _code(ast.parse(source)):
        for operator, old, new in _replacements(node):
            start = offsets[old.lineno - 1] + old.col_offset
            end = offsets[(old.end_lineno or old.lineno) - 1] + (old.end_col_offset or 0)
            found.append(Mutant(old.lineno, operator, start, end, new))
    return found


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """Walk the nodes that do something: no annotations, imports or parts of f-strings."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "bases", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.Import | ast.ImportFrom | ast.JoinedStr):
                continue
            if isinstance(child, ast.keyword) and child.arg == "strict":
                # A check of the code itself, which is right as long as it never speaks.
                continue
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
                continue
            if isinstance(child, ast.AST):
                yield child
                yield from _code(child)


Replacement = tuple[str, ast.expr | ast.stmt, str]


def _replacements(node: ast.AST) -> Iterator[Replacement]:
    """Say what a node can be replaced by, and the operator's name."""
    match node:
        case ast.Compare(ops=[op]):
            swapped = _COMPARISONS[type(op)]()
            yield "comparison", node, _expression(node, ops=[swapped])
        case ast.BoolOp(op=op):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield "and/or", node, _expression(node, op=other)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not removed", node, _expression(operand)
        case ast.BinOp(op=op, left=left) if type(op) in _ARITHMETIC and not _is_text(left):
            yield "arithmetic", node, _expression(node, op=_ARITHMETIC[type(op)]())
        case ast.AugAssign(op=op) if type(op) in _ARITHMETIC:
            yield "arithmetic", node, _unparsed(node, op=_ARITHMETIC[type(op)]())
        case ast.Constant(value=bool(value)):
            yield "constant", node, str(not value)
        case ast.Constant(value=int(value)):
            yield "constant", node, str(value + 1)
        case ast.Constant(value=float(value)):
            yield "constant", node, str(value * 2 or 1.0)
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "None":
            yield "return value", node, "return None"
        case ast.Expr(value=ast.Call()):
            yield "call removed", node, "pass"
        case ast.Call():
            yield from _calls(node)
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield "condition", test, f"(not ({ast.unparse(test)}))"
        case ast.comprehension(ifs=[test]):
            yield "condition", test, "True"
        case ast.Slice(lower=lower, upper=upper):
            for bound in filter(None, (lower, upper)):
                yield "slice", bound, f"({ast.unparse(bound)}) + 1"
        case ast.Continue():
            yield "loop", node, "break"
        case ast.Break():
            yield "loop", node, "continue"


def _calls(node: ast.Call) -> Iterator[Replacement]:
    if isinstance(node.func, ast.Name) and node.func.id in _EXTREMES:
        yield "min/max", node.func, _EXTREMES[node.func.id]
    for keyword in node.keywords:
        if keyword.arg and keyword.arg != "strict":
            others = [each for each in node.keywords if each is not keyword]
            yield "keyword dropped", node, _unparsed(node, keywords=others)


def _is_text(node: ast.expr) -> bool:
    """Tell whether adding to it joins texts, which a minus breaks for any test."""
    return isinstance(node, ast.JoinedStr | ast.List | ast.Tuple) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _expression(node: ast.expr, **changed: object) -> str:
    return f"({_unparsed(node, **changed)})"


def _unparsed(node: ast.expr | ast.stmt, **changed: object) -> str:
    fields = {**dict(ast.iter_fields(node)), **changed}
    return ast.unparse(ast.copy_location(type(node)(**fields), node))
