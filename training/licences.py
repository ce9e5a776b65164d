"""The licence of weights: no freer than that of the images they learned from."""

from __future__ import annotations

from core.datasets.ham10000 import STATEMENT
from core.datasets.statement import Statement
from core.paths import model_folder
from training.origin import Origin


def licence_name(statement: Statement, origin: Origin | None = None) -> str:
    """Name the licence, for a card: that of the images, and of the model it goes on from."""
    own = statement.licence.split(",")[0]
    if origin is None or origin.licence == own:
        return own
    return f"{own}; {origin.licence}"


def licence_text(statement: Statement, origin: Origin | None = None) -> str:
    """Write the licence out, for the file beside the weights."""
    own = _own_text(statement)
    if origin is None or origin.licence_text == own:
        return own
    also = f"They go on from {origin.name} {origin.version}, whose licence holds as well:"
    return f"{own}\n{also}\n\n{origin.licence_text}"


def _own_text(statement: Statement) -> str:
    if statement == STATEMENT:
        return (model_folder() / "LICENSE").read_text(encoding="utf-8")
    return (
        f"These weights learned from {statement.name}.\n"
        f"Licence of these images: {statement.licence}\n"
        f"Source: {statement.source}\n"
        "The weights may be used as far as that licence allows.\n"
    )
