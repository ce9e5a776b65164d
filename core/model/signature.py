"""Who stands behind a bundle: an Ed25519 signature over the checksums of all its files.

``SIGNATURE.json`` holds a name, a public key and the signature of both with ``SHA256SUMS``. The
name is what the signer calls themselves; it is worth as much as one knows about the key.

References
----------
.. [1] Josefsson and Liusvaara, "Edwards-Curve Digital Signature Algorithm (EdDSA)", RFC 8032,
   2017, doi:10.17487/RFC8032.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Protocol

from core.errors import BundleDamaged
from core.files import read_plain
from core.language import say

SIGNATURE: Final = "SIGNATURE.json"
_FORMAT: Final = 1
_CONTEXT: Final = b"lentigo model bundle, signature 1\n"
_SHOWN: Final = 16


class PrivateKey(Protocol):
    """What signs: `cryptography`'s Ed25519 key, which only training reads from a file."""

    def sign(self, data: bytes) -> bytes:
        """Sign some bytes."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who has signed a bundle.

    Parameters
    ----------
    name : str
        What the signer calls themselves.
    public_key : str
        Ed25519, 64 hexadecimal digits.
    """

    name: str
    public_key: str

    @property
    def short_key(self) -> str:
        """The beginning of the key, for people to compare."""
        return self.public_key[:_SHOWN]


def signature_text(sums: bytes, signature: Signature, *, key: PrivateKey) -> str:
    """Sign checksums.

    Parameters
    ----------
    sums : bytes
        Content of ``SHA256SUMS``.
    signature : Signature
        Who signs, with the public key that goes with `key`.
    key : PrivateKey
        Theirs.
    """
    signed = key.sign(_message(sums, signature))
    content = {"format": _FORMAT, **asdict(signature), "signature": signed.hex()}
    return json.dumps(content, indent=2) + "\n"


def verified_signature(folder: Path, sums: bytes) -> Signature | None:
    """Read and verify the signature of a bundle.

    Parameters
    ----------
    folder : Path
        Of the bundle.
    sums : bytes
        Content of its ``SHA256SUMS``, as read.

    Returns
    -------
    Signature or None
        None where nobody has signed it.

    Raises
    ------
    BundleDamaged
        If there is a signature, and it is not of these checksums.
    """
    path = folder / SIGNATURE
    try:
        content = json.loads(read_plain(path))
        signature = Signature(str(content["name"]), str(content["public_key"]))
        signed = bytes.fromhex(content["signature"])
        # Line ends in a name could look like words of ours.
        known = content["format"] == _FORMAT and signature.name.isprintable()
        fits = known and _is_of(signature, signed, sums)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _not_of(folder) from error
    if not fits:
        raise _not_of(folder)
    return signature


def _is_of(signature: Signature, signed: bytes, sums: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.public_key))
    try:
        key.verify(signed, _message(sums, signature))
    except InvalidSignature:
        return False
    return True


def _message(sums: bytes, signature: Signature) -> bytes:
    named = json.dumps([signature.name, signature.public_key]).encode("ascii")
    return _CONTEXT + named + b"\n" + sums


def _not_of(folder: Path) -> BundleDamaged:
    return BundleDamaged(
        say(
            "The model in {folder} bears a signature that is not of these files. Install it "
            "again, or choose another model.",
            folder=folder,
        ),
        value=folder / SIGNATURE,
    )
