"""The files of a bundle: what they are called, and reading them verified."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import ValidationError

from core.errors import BundleDamaged, BundleMissing, BundleUnsupported
from core.files import read_plain
from core.language import say
from core.model.card import Card
from core.reasons import why

CARD = "card.json"
WEIGHTS = "weights.safetensors"
GRAPH = "model.onnx"
INT8_GRAPH = "model.int8.onnx"
REFERENCES = "references.safetensors"
LICENCE = "LICENSE"
SUMS = "SHA256SUMS"

OPTIONAL = (GRAPH, INT8_GRAPH, REFERENCES)
"""Files that a bundle may lack."""
_MAX_BYTES = 1 << 30


def verified_files(folder: Path) -> dict[str, bytes]:
    """Read each file once and check those very bytes.

    Returns
    -------
    dict
        Content of each file and of their checksums, by name.

    Raises
    ------
    BundleMissing, BundleDamaged
        If a file is missing, or is not the one that was written.
    """
    content = {SUMS: _read(folder / SUMS)}
    sums = _parse_sums(content[SUMS], folder / SUMS)
    for name in (CARD, WEIGHTS, LICENCE, *(name for name in OPTIONAL if name in sums)):
        if name not in sums:
            raise BundleDamaged(
                say("{sums} names no checksum of {name}.", sums=folder / SUMS, name=name),
                value=folder,
            )
        content[name] = _read(folder / name)
        if hashlib.sha256(content[name]).hexdigest() != sums[name]:
            raise BundleDamaged(
                say(
                    "The model in {folder} is not the one that was shipped: {name} has "
                    "changed. Install Lentigo again, or choose another model.",
                    folder=folder,
                    name=name,
                ),
                value=folder / name,
            )
    return content


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise BundleDamaged(
                say("{path} is too large to be part of a model.", path=path), value=path
            )
        return read_plain(path)
    except FileNotFoundError as error:
        raise BundleMissing(
            say(
                "There is no model in {parent}: {name} is missing.",
                parent=path.parent,
                name=path.name,
            ),
            value=path,
        ) from error
    except OSError as error:
        raise BundleMissing(
            say("{path} cannot be read: {reason}.", path=path, reason=why(error)), value=path
        ) from error


def _parse_sums(data: bytes, path: Path) -> dict[str, str]:
    sums = {}
    try:
        for line in data.decode("ascii").splitlines():
            digest, name = line.split(maxsplit=1)
            sums[name.lstrip("*")] = digest.lower()
    except (UnicodeDecodeError, ValueError) as error:
        raise BundleDamaged(
            say("{path} is not a list of checksums.", path=path), value=path
        ) from error
    return sums


def card_of(data: bytes, path: Path) -> Card:
    """Read a card.

    Raises
    ------
    BundleDamaged, BundleUnsupported
        If it is none, or one for another version.
    """
    try:
        return Card.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or say("the file")
        if first["loc"] == ("format",):
            raise BundleUnsupported(
                say("{path} was written for another version of Lentigo.", path=path), value=path
            ) from error
        raise BundleDamaged(
            say(
                "{path} is not a valid card: {place}: {first}.",
                path=path,
                place=place,
                first=first["msg"],
            ),
            value=path,
        ) from error
