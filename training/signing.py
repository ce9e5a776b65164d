"""Signing a bundle: ``sign`` and ``keygen``.

The key is a file in the format that ``openssl genpkey -algorithm ed25519`` writes (PKCS #8, PEM),
under a passphrase or not. It never goes into a bundle; guard it, and give the public key to those
who are to trust what it signs.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from core.errors import OutputError, UsageError
from core.files import write_whole
from core.model import Bundle
from core.model.bundle_files import SUMS
from core.model.signature import SIGNATURE, Signature, signature_text
from training.console import say


def add_sign_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``sign``."""
    parser.add_argument("bundle", type=Path, metavar="BUNDLE")
    parser.add_argument("--key", type=Path, required=True, metavar="KEYFILE", help="Ed25519, PEM")
    parser.add_argument("--name", required=True, metavar="NAME", help="who signs, for people")
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="of a key that is under one"
    )


def run_sign(arguments: argparse.Namespace) -> int:
    """Verify a bundle, and put a signature beside its checksums; a former one is replaced."""
    key = _key(arguments.key, arguments.passphrase_file)
    name = arguments.name.strip()
    if not name or not name.isprintable():
        raise UsageError("A name has at least one letter, and none that cannot be printed.")
    (arguments.bundle / SIGNATURE).unlink(missing_ok=True)  # of other files, it would be refused
    bundle = Bundle.load(arguments.bundle)
    signature = Signature(name, _public(key))
    sums = (bundle.folder / SUMS).read_bytes()
    write_whole(bundle.folder / SIGNATURE, signature_text(sums, signature, key=key).encode())
    if Bundle.load(bundle.folder).signature != signature:
        raise OutputError(f"The signature of {bundle.folder} is not what was written.")
    say(f"Signed by {signature.name}. For policies, the public key: {signature.public_key}")
    return 0


def add_keygen_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``keygen``."""
    parser.add_argument("key", type=Path, metavar="KEYFILE", help="a new file")


def run_keygen(arguments: argparse.Namespace) -> int:
    """Make a key that only this user may read."""
    key = Ed25519PrivateKey.generate()
    text = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    try:
        descriptor = os.open(arguments.key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise OutputError(f"{arguments.key} cannot be made: {error.strerror}.") from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(text)
    say(f"Keep {arguments.key} to yourself. For policies, the public key: {_public(key)}")
    return 0


def _public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def _key(path: Path, passphrase_file: Path | None) -> Ed25519PrivateKey:
    try:
        passphrase = passphrase_file.read_bytes().rstrip(b"\r\n") if passphrase_file else None
        key = serialization.load_pem_private_key(path.read_bytes(), password=passphrase)
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be read: {error.strerror}.") from error
    except (TypeError, ValueError, UnsupportedAlgorithm) as error:
        raise UsageError(f"{path} is no key, or not under that passphrase.", value=path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError(f"{path} is a key of another kind than Ed25519.", value=path)
    return key
