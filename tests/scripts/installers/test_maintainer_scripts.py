"""What the Debian package does when it comes and goes: data stays unless asked for by name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from core.learning.package.manifest import SUFFIX
from scripts.installers.debian import PARTS

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("getent"), reason="scripts for Debian"
)


def run(script: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", script, *arguments],
        env={"PATH": os.environ["PATH"]} | variables,
        capture_output=True, check=False, text=True,
    )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's home with cases in it, and a system that knows this user."""
    folder = tmp_path / "home" / "anna"
    (folder / ".local" / "share" / "lentigo").mkdir(parents=True)
    (folder / ".local" / "share" / "lentigo" / "cases.sqlite3").write_text("cases", "utf-8")
    (folder / ".config" / "Lentigo").mkdir(parents=True)
    (folder / "letters").mkdir()
    tools = tmp_path / "tools"
    tools.mkdir()
    knows = tools / "getent"
    knows.write_text(f"#!/bin/sh\necho 'anna:x:1000:1000:Anna,,,:{folder}:/bin/sh'\n", "utf-8")
    knows.chmod(0o755)
    return folder


def removed(home: Path, action: str, **variables: str) -> str:
    path = f"{home.parent.parent / 'tools'}:{os.environ['PATH']}"
    done = run(PARTS / "debian" / "postrm", action, PATH=path, **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("action", ["remove", "upgrade", "purge"])
def test_data_stays(home: Path, action: str) -> None:
    words = removed(home, action)
    assert (home / ".local" / "share" / "lentigo" / "cases.sqlite3").exists()
    assert ("stay" in words) is (action == "purge")


def test_data_goes_when_that_is_asked_for_and_nothing_else_does(home: Path) -> None:
    words = removed(home, "purge", LENTIGO_DELETE_DATA="yes")
    assert "deleted" in words
    assert not (home / ".local" / "share" / "lentigo").exists()
    assert not (home / ".config" / "Lentigo").exists()
    assert (home / "letters").exists()


def test_removing_alone_deletes_nothing_even_if_asked(home: Path) -> None:
    removed(home, "remove", LENTIGO_DELETE_DATA="yes")
    assert (home / ".local" / "share" / "lentigo").exists()


@pytest.mark.parametrize(
    ("answer", "variables", "expected"),
    [(0, {}, 0), (1, {}, 1), (1, {"LENTIGO_SELF_TEST": "no"}, 0)],
)
def test_an_installation_whose_self_test_fails_is_not_finished(
    tmp_path: Path, answer: int, variables: dict[str, str], expected: int
) -> None:
    program = tmp_path / "lentigo"
    program.write_text(f"#!/bin/sh\necho asked: $1; exit {answer}\n", "utf-8")
    program.chmod(0o755)
    text = (PARTS / "debian" / "postinst").read_text("utf-8")
    assert "/opt/lentigo/lentigo" in text
    script = tmp_path / "postinst"
    script.write_text(text.replace("/opt/lentigo/lentigo", str(program)), "utf-8")
    done = run(script, "configure", **variables)
    assert done.returncode == expected
    assert ("asked: self-test" in done.stderr) is (expected == 1)


def test_what_a_desktop_is_told_are_formats_that_can_be_read() -> None:
    lines = (PARTS / "lentigo.desktop").read_text("utf-8").splitlines()
    entry = dict(line.split("=", 1) for line in lines if "=" in line)
    kinds = set(entry["MimeType"].strip(";").split(";"))
    assert {"image/jpeg", "image/heic", "application/dicom"} <= kinds
    assert entry["Exec"] == "lentigo %F"
    kind = ET.parse(PARTS / "debian" / "lentigo.xml").getroot()[0]
    assert kind.get("type") in kinds
    assert [one.get("pattern") for one in kind if one.tag.endswith("glob")] == [f"*{SUFFIX}"]
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", PARTS / "lentigo.desktop"], check=True)
