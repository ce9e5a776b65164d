"""The licence of weights: no freer than that of the images they learned from."""

from __future__ import annotations

from core.datasets.ham10000 import STATEMENT
from core.datasets.statement import Statement
from core.paths import model_folder


def licence_name(statement: Statement) -> str:
    """Name the licence, for a card."""
    return statement.licence.split(",")[0]


def licence_text(statement: Statement) -> str:
    """Write the licence out, for the file beside the weights."""
    if statement == STATEMENT:
        return (model_folder() / "LICENSE").read_text(encoding="utf-8")
    return (
        f"These weights learned from {statement.name}.\n"
        f"Licence of these images: {statement.licence}\n"
        f"Source: {statement.source}\n"
        "The weights may be used as far as that licence allows.\n"
    )
