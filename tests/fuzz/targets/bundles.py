"""Parts of a model bundle whose checksums fit: a stranger may have made those as well."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from core.model.bundle_files import CARD, SUMS, WEIGHTS, card_of
from core.model.weights import decode_weights
from tests.core.tiny import tiny_bundle
from tests.fuzz.target import Target


@cache
def _files() -> Mapping[str, bytes]:
    with TemporaryDirectory() as folder:
        bundle = tiny_bundle(Path(folder) / "model")
        return {name: (bundle.folder / name).read_bytes() for name in (CARD, SUMS, WEIGHTS)}


BUNDLES: Final = (
    Target(
        "card",
        lambda data: card_of(data, Path(CARD)),
        lambda: {"card": _files()[CARD]},
    ),
    Target(
        "weights",
        lambda data: decode_weights(data, path=Path(WEIGHTS)),
        lambda: {"weights": _files()[WEIGHTS]},
    ),
)
