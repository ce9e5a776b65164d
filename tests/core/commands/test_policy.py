"""``lentigo policy check``, and what a policy does to the other commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli import main
from tests.core.policy.test_reading import WHOLE

OFF = "This is switched off here by the administrators of this computer.\n"


def test_what_it_fixes_and_switches_off_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "draft.json"
    other.write_text(json.dumps(WHOLE), encoding="utf-8")
    assert main(["policy", "check", str(other)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"policy: {other}"
    assert 'fixed: theme = "dark"' in told
    assert "switched off: isic" in told
    assert told[-1] == "only models signed with a trusted key are used"


def test_none_is_said_to_be_none(policy_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "check"]) == 0
    assert capsys.readouterr().out == f"There is no policy on this computer: no {policy_file}.\n"


def test_a_broken_one_is_one_sentence(
    policy_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy_file.write_text('{"format": 1, "settings": {"theme": "pink"}}', encoding="utf-8")
    assert main(["policy", "check", str(policy_file)]) == 2
    assert main(["policy", "check", str(policy_file.parent / "none")]) == 2
    assert "settings.theme is none of" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("archive", ["dicomweb", "find", "--url", "https://archive.invalid"]),
        ("isic", ["atlas", "fetch", "--out", "a"]),
        ("export", ["cases", "export", "a.csv"]),
        ("export", ["report", "P-1", "--out", "a.pdf"]),
        ("export", ["classify", "a.jpg", "--report", "a.pdf"]),
        ("export", ["classify", "a.jpg", "--dicom", "a"]),
        ("export", ["batch", "a", "--out", "a.csv", "--overlay", "maps"]),
        ("export", ["learning", "progress", "A", "--csv", "a.csv"]),
        ("export", ["learning", "progress", "A", "--pdf", "a.pdf"]),
        ("export", ["atlas", "pack", "a", "--name", "A", "--out", "a.zip"]),
        ("models", ["classify", "a.jpg", "--model", "a"]),
        ("models", ["self-test", "--model", "a"]),
    ],
)
def test_commands_obey(
    policy_file: Path, feature: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    policy_file.write_text(json.dumps({"format": 1, "without": [feature]}), encoding="utf-8")
    assert main(words) == 2
    assert capsys.readouterr().err == OFF


def test_other_commands_work_and_say_what_is_broken(
    policy_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy_file.write_text("{", encoding="utf-8")
    assert main(["audit", "list"]) == 0
    assert "cannot be read: it is no JSON." in capsys.readouterr().err
