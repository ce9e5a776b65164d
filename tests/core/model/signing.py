"""Signs bundles with keys that are made for one test."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from core.model.bundle_files import SUMS
from core.model.signature import SIGNATURE, Signature, signature_text


def sign(folder: Path, *, name: str = "Ward 3", key: Ed25519PrivateKey | None = None) -> Signature:
    """Put a signature into a bundle."""
    key = key or Ed25519PrivateKey.generate()
    signature = Signature(name, key.public_key().public_bytes_raw().hex())
    sums = (folder / SUMS).read_bytes()
    text = signature_text(sums, signature, key=key)
    (folder / SIGNATURE).write_text(text, encoding="utf-8")
    return signature
