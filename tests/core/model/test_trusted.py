"""A policy that wants signatures lets only models through that bear one of its keys'."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.engine import open_classifier
from core.errors import BundleUntrusted
from core.model import Bundle
from core.model.trusted import require_trusted
from core.paths import resources_folder
from tests.core.model.signing import sign
from tests.core.tiny import tiny_bundle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "model").folder


def demand(policy_file: Path, *public_keys: str) -> None:
    keys = [{"name": "IT", "public_key": key} for key in public_keys]
    content = {"format": 1, "model": {"require_signature": True, "keys": keys}}
    policy_file.write_text(json.dumps(content), encoding="utf-8")


def test_an_unsigned_model_answers_nothing(policy_file: Path, folder: Path) -> None:
    demand(policy_file, "0" * 64)
    with pytest.raises(BundleUntrusted, match="Tiny 1 is not signed, and the administrators"):
        open_classifier(Bundle.load(folder))


def test_one_that_is_signed_by_a_stranger_names_them(policy_file: Path, folder: Path) -> None:
    demand(policy_file, "0" * 64, "1" * 64)
    signature = sign(folder, name="A stranger")
    with pytest.raises(BundleUntrusted, match=f"by A stranger with key {signature.short_key}"):
        require_trusted(Bundle.load(folder))


def test_one_of_the_keys_is_enough(policy_file: Path, folder: Path) -> None:
    demand(policy_file, "0" * 64, sign(folder).public_key)
    assert open_classifier(Bundle.load(folder)).bundle.signature is not None


def test_without_such_a_policy_no_signature_is_needed(policy_file: Path, folder: Path) -> None:
    policy_file.write_text('{"format": 1}', encoding="utf-8")
    require_trusted(Bundle.load(folder))


def test_under_a_broken_policy_only_the_model_that_ships_is_used(
    policy_file: Path, folder: Path
) -> None:
    policy_file.write_text("{", encoding="utf-8")
    sign(folder)
    with pytest.raises(BundleUntrusted):
        require_trusted(Bundle.load(folder))
    require_trusted(Bundle.load(resources_folder() / "model"))
