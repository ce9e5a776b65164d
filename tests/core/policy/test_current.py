"""Which policy holds: the computer's; what a user names can only add one where there is none."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import platformdirs
import pytest
from platformdirs import windows

from core.errors import NotAllowed
from core.policy import places
from core.policy.current import current_policy, require
from core.policy.fixable import FIXABLE
from core.policy.policy import NO_POLICY, Feature


def test_without_a_policy_nothing_is_restricted(policy_file: Path) -> None:
    assert current_policy() is NO_POLICY
    require(Feature.ARCHIVE)
    assert not policy_file.exists()


def test_what_is_switched_off_is_refused_with_a_sentence(policy_file: Path) -> None:
    policy_file.write_text('{"format": 1, "without": ["isic"]}', encoding="utf-8")
    require(Feature.ARCHIVE)
    with pytest.raises(NotAllowed, match="switched off here by the administrators"):
        require(Feature.ISIC)


@pytest.mark.parametrize("content", [b"{", b"\xff", b'{"format": 1, "without": ["isik"]}'])
def test_a_broken_policy_restricts_all_that_it_could(policy_file: Path, content: bytes) -> None:
    policy_file.write_bytes(content)
    policy = current_policy()
    assert policy.without == set(Feature)
    assert policy.fixed == FIXABLE.keys()
    assert policy.signed
    assert not policy.keys
    for feature in Feature:
        with pytest.raises(NotAllowed, match="cannot be read"):
            require(feature)


def test_a_policy_that_an_editor_of_windows_wrote(policy_file: Path) -> None:
    policy_file.write_text('{"format": 1, "without": ["isic"]}', encoding="utf-8-sig")
    assert current_policy().without == {Feature.ISIC}


def test_a_policy_that_may_not_be_read_is_broken(
    policy_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, **_given: object) -> str:
        raise PermissionError(13, "Permission denied", str(policy_file))

    monkeypatch.setattr(Path, "read_text", refuse)
    assert "Permission denied" in current_policy().problem


def test_the_environment_adds_a_policy_and_loosens_none(
    policy_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text('{"format": 1, "without": ["export"]}', encoding="utf-8")
    monkeypatch.setenv(places.VARIABLE, str(mine))
    assert current_policy().without == {Feature.EXPORT}
    policy_file.write_text('{"format": 1, "without": ["archive"]}', encoding="utf-8")
    current_policy.cache_clear()
    assert current_policy().without == {Feature.ARCHIVE}


def test_where_it_lies_no_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_DIRS", "XDG_DATA_DIRS"):
        monkeypatch.setenv(name, "/elsewhere")
    monkeypatch.setattr(sys, "platform", "linux")
    assert places.policy_file() == Path("/etc/lentigo/policy.json")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert places.policy_file() == Path("/Library/Application Support/Lentigo/policy.json")


def test_on_windows_no_environment_decides_either(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a stand-in for the system that names the folder: no machine here is one."""
    monkeypatch.setattr(windows, "_resolve_win_folder", lambda _name: r"C:\ProgramData")
    monkeypatch.setattr(
        platformdirs, "site_data_path", lambda *_, **__: Path(windows.Windows().site_data_dir)
    )
    monkeypatch.setenv("WIN_PD_OVERRIDE_COMMON_APPDATA", r"C:\Users\me")
    assert "Users" in windows.Windows().site_data_dir
    monkeypatch.setattr(sys, "platform", "win32")
    assert str(places.policy_file()).startswith(r"C:\ProgramData")


class Key:
    """An open key of a registry."""

    def __enter__(self) -> Key:
        return self

    def __exit__(self, *_: object) -> None:
        return None


@pytest.mark.parametrize("kind", [str, list])
def test_on_windows_the_registry_comes_first(
    policy_file: Path, monkeypatch: pytest.MonkeyPatch, kind: type
) -> None:
    """With a stand-in for the registry: no machine here has one."""
    policy_file.write_text('{"format": 1, "without": ["archive"]}', encoding="utf-8")
    text = '{"format": 1,\n"without": ["isic"]}'
    value: Any = text if kind is str else text.split("\n")
    opened: list[tuple[object, str]] = []

    def open_key(root: object, name: str) -> Key:
        opened.append((root, name))
        return Key()

    registry = SimpleNamespace(
        HKEY_LOCAL_MACHINE="HKLM", OpenKey=open_key, QueryValueEx=lambda *_: (value, 1)
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(sys, "platform", "win32")
    assert current_policy().without == {Feature.ISIC}
    assert opened == [("HKLM", r"SOFTWARE\Policies\Lentigo")]
    assert current_policy().source.startswith("HKEY_LOCAL_MACHINE")
