"""Another model is installed whole or not at all, and there is a way back."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import BundleDamaged, BundleError, BundleUntrusted, NotAllowed, UsageError
from core.installed import pointer, replacing
from core.installed.pointer import POINTER, model_in_use, read_pointer, shipped_folder
from core.installed.replacing import go_back, install, use_shipped
from core.model import Bundle
from core.policy.current import current_policy
from tests.core.model.signing import sign
from tests.core.tiny import tiny_bundle


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where models are installed; none is yet."""
    folder = tmp_path / "models"
    monkeypatch.setattr(pointer, "models_folder", lambda: folder)
    monkeypatch.delenv("LENTIGO_MODEL", raising=False)
    return folder


def bundle(tmp_path: Path, version: str) -> Path:
    return tiny_bundle(tmp_path / f"source-{version}", version=version, seed=int(version)).folder


def version() -> str:
    return Bundle.load(model_in_use()).card.version


def installed(folder: Path) -> list[str]:
    return sorted(Bundle.load(one).card.version for one in folder.iterdir() if one.is_dir())


def test_a_model_is_installed_and_the_former_is_a_step_back(folder: Path, tmp_path: Path) -> None:
    assert model_in_use() == shipped_folder()
    with pytest.raises(UsageError, match="no former model"):
        go_back(folder)
    for number in "123":
        install(bundle(tmp_path, number), folder=folder)
        assert version() == number
    for number in "23":
        go_back(folder)
        assert version() == number
    assert use_shipped(folder) == model_in_use() == shipped_folder()
    go_back(folder)
    assert version() == "3"
    install(bundle(tmp_path, "4"), folder=folder)
    assert set(installed(folder)) >= {"3", "4"}
    install(bundle(tmp_path, "5"), folder=folder)
    assert "1" not in installed(folder)  # nobody can go back to it


def test_the_first_step_back_leads_to_the_model_that_ships(folder: Path, tmp_path: Path) -> None:
    install(bundle(tmp_path, "1"), folder=folder)
    assert go_back(folder) == shipped_folder()


def test_installing_twice_keeps_the_way_back(folder: Path, tmp_path: Path) -> None:
    for number in ("1", "2", "2"):
        install(bundle(tmp_path, number), folder=folder)
    go_back(folder)
    assert version() == "1"


def test_a_signature_is_installed_too(folder: Path, tmp_path: Path) -> None:
    source = bundle(tmp_path, "1")
    install(source, folder=folder)
    signature = sign(source)
    assert install(source, folder=folder).signature == signature
    assert Bundle.load(model_in_use()).signature == signature


def test_a_damaged_or_untrusted_one_changes_nothing(
    folder: Path, tmp_path: Path, policy_file: Path
) -> None:
    keys = [{"name": "IT", "public_key": sign(bundle(tmp_path, "9")).public_key}]
    wanted = {"format": 1, "model": {"require_signature": True, "keys": keys}}
    policy_file.write_text(json.dumps(wanted), encoding="utf-8")
    with pytest.raises(BundleUntrusted):
        install(bundle(tmp_path, "1"), folder=folder)
    source = bundle(tmp_path, "2")
    (source / "LICENSE").write_text("other", encoding="utf-8")
    with pytest.raises(BundleDamaged):
        install(source, folder=folder)
    assert not folder.exists()


def test_a_policy_can_forbid_it_and_then_nothing_else_counts(
    folder: Path, tmp_path: Path, policy_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(bundle(tmp_path, "1"), folder=folder)
    policy_file.write_text('{"format": 1, "without": ["models"]}', encoding="utf-8")
    current_policy.cache_clear()
    monkeypatch.setenv("LENTIGO_MODEL", str(tmp_path))
    assert model_in_use() == shipped_folder()
    with pytest.raises(NotAllowed):
        install(tmp_path, folder=folder)
    with pytest.raises(NotAllowed):
        go_back(folder)
    with pytest.raises(NotAllowed):
        model_in_use(tmp_path)


def test_a_policy_can_fix_one(folder: Path, tmp_path: Path, policy_file: Path) -> None:
    install(bundle(tmp_path, "1"), folder=folder)
    fixed = {"format": 1, "settings": {"model": str(tmp_path / "ours")}}
    policy_file.write_text(json.dumps(fixed), encoding="utf-8")
    current_policy.cache_clear()
    assert model_in_use() == tmp_path / "ours"


def test_a_policy_that_fixes_the_model_that_ships(
    folder: Path, tmp_path: Path, policy_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(bundle(tmp_path, "1"), folder=folder)
    policy_file.write_text('{"format": 1, "settings": {"model": ""}}', encoding="utf-8")
    current_policy.cache_clear()
    monkeypatch.setenv("LENTIGO_MODEL", str(tmp_path))
    assert model_in_use() == model_in_use(tmp_path / "other") == shipped_folder()


@pytest.mark.parametrize("former", [False, True])
def test_installing_again_mends_a_damaged_model(
    folder: Path, tmp_path: Path, *, former: bool
) -> None:
    damaged = install(bundle(tmp_path, "1"), folder=folder).folder
    if former:
        install(bundle(tmp_path, "2"), folder=folder)
    (damaged / "LICENSE").write_text("other", encoding="utf-8")
    with pytest.raises(BundleDamaged):
        Bundle.load(damaged)
    install(bundle(tmp_path, "1"), folder=folder)
    assert version() == "1"
    assert read_pointer(folder).former is not None


@pytest.mark.parametrize("step", ["_copy", "sync_folder", "write_whole"])
def test_a_disk_that_fails_at_any_step_leaves_the_model_in_use(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    install(bundle(tmp_path, "1"), folder=folder)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(replacing, step, fail)
        with pytest.raises(BundleError, match="No space left"):
            install(bundle(tmp_path, "2"), folder=folder)
    assert version() == "1"
    assert not list(folder.glob(".incoming-*"))
    install(bundle(tmp_path, "2"), folder=folder)
    assert version() == "2"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"current": "../../etc", "former": "/etc"}',
        '{"current": "..", "former": ".."}',
        '{"current": "gone"}',
    ],
)
def test_a_pointer_that_is_none_of_ours_means_the_model_that_ships(
    folder: Path, content: str
) -> None:
    folder.mkdir()
    (folder / POINTER).write_text(content, encoding="utf-8")
    assert read_pointer(folder).current == ""
    assert model_in_use() == shipped_folder()


_INSTALLING = """
import sys
from itertools import cycle
from pathlib import Path
from core.installed.replacing import install
folder, *sources = map(Path, sys.argv[1:])
print("ready", flush=True)
for source in cycle(sources):
    install(source, folder=folder)
"""


@pytest.mark.slow
def test_whatever_kills_it_one_whole_model_is_in_use(
    folder: Path, tmp_path: Path, root: Path
) -> None:
    sources = [bundle(tmp_path, number) for number in "12"]
    install(sources[0], folder=folder)
    for seed in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", _INSTALLING, folder, *sources], cwd=root, env=os.environ,
            stdout=subprocess.PIPE,
        )  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(random.Random(seed).uniform(0, 0.3))
        process.kill()
        process.wait()
        process.stdout.close()
        assert version() in {"1", "2"}
    install(sources[0], folder=folder)
    assert not list(folder.glob(".incoming-*"))
