"""How texts stand in the code, so that they are found and said in the language of the moment."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SAYING = {"tr", "count"}
MARKING = SAYING | {"mark"}


def calls(names: set[str], root: Path) -> Iterator[tuple[str, ast.Call, list[ast.AST]]]:
    """Give each call of these functions in the window, and what it stands in, nearest first."""
    for path in sorted((root / "desktop").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        around = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
                where = f"{path.relative_to(root)}, line {node.lineno}"
                yield where, node, list(_parents(node, around))


def _parents(node: ast.AST, around: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while (above := around.get(node)) is not None:
        yield above
        node = above


def texts(call: ast.Call) -> list[ast.expr]:
    """Return the texts among the arguments."""
    plural = isinstance(call.func, ast.Name) and call.func.id == "count"
    return call.args[: 2 if plural else 1]


def test_no_text_is_said_when_a_module_is_imported(root: Path) -> None:
    for where, _, parents in calls(SAYING, root):
        function = next((p for p in parents if isinstance(p, ast.FunctionDef | ast.Lambda)), None)
        assert function is not None, where
        assert function.args not in parents, f"{where}: a default"


def test_no_text_is_put_together_where_it_is_said(root: Path) -> None:
    for where, call, _ in calls(MARKING, root):
        assert not [one for one in texts(call) if isinstance(one, ast.JoinedStr | ast.BinOp)], where


def test_no_text_stands_in_an_f_string_where_it_is_not_found(root: Path) -> None:
    for where, call, parents in calls(MARKING, root):
        if any(isinstance(one, ast.Constant) for one in texts(call)):
            assert not [one for one in parents if isinstance(one, ast.JoinedStr)], where
