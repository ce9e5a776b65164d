"""The licence of weights: no freer than that of the images they learned from."""

from __future__ import annotations

from core.datasets.ham10000 import STATEMENT
from core.datasets.statement import Statement
from core.paths import model_folder
from training.further import FurtherSource
from training.origin import Origin


def licence_name(
    statement: Statement, origin: Origin | None = None, further: FurtherSource | None = None
) -> str:
    """Name the licence, for a card: that of all images, and of the model it goes on from."""
    named = [statement.licence]
    named += [] if further is None else [further.source.licence]
    named = [licence.split(",")[0] for licence in named]
    named += [] if origin is None else [origin.licence]
    return "; ".join(dict.fromkeys(named))


def licence_text(
    statement: Statement, origin: Origin | None = None, further: FurtherSource | None = None
) -> str:
    """Write the licence out, for the file beside the weights."""
    parts = [_own_text(statement)]
    if further is not None:
        source = further.source
        parts.append(
            f"They learned from images of {source.name} as well.\n"
            f"Licence of these images: {source.licence}\n"
            f"Source: {source.source}\n"
        )
    if origin is not None and origin.licence_text != parts[0]:
        begun = f"They go on from {origin.name} {origin.version}, whose licence holds as well:"
        parts.append(f"{begun}\n\n{origin.licence_text}")
    return "\n".join(parts)


def _own_text(statement: Statement) -> str:
    if statement == STATEMENT:
        return (model_folder() / "LICENSE").read_text(encoding="utf-8")
    return (
        f"These weights learned from {statement.name}.\n"
        f"Licence of these images: {statement.licence}\n"
        f"Source: {statement.source}\n"
        "The weights may be used as far as that licence allows.\n"
    )
