"""``lentigo self-test``, as an installer runs it and as a person reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from core import cli
from core.cases.address import CaseAddress
from core.language import Language, use
from tests.journeys import marked


@pytest.fixture
def schema(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((root / "docs/schemas/self_test.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(loaded)
    return loaded


def test_this_installation_passes_and_names_no_patient(
    schema: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("LENTIGO_CASES", str(tmp_path / "c.sqlite3"))
    monkeypatch.setenv("LENTIGO_CASE_IMAGES", str(tmp_path / "images"))
    marked.fill(CaseAddress.default(), marked.files(tmp_path / "in")[0])
    use(Language.INDONESIAN)
    status = cli.main(["self-test", "--json"])
    said = capsys.readouterr()
    told = json.loads(said.out)
    jsonschema.validate(told, schema)
    failures = [one for one in told["checks"] if one["outcome"] == "failed"]
    assert (status, told["passed"], failures) == (0, True, [])
    checks = {one["name"]: one for one in told["checks"]}
    assert set(checks) == set(schema["properties"]["checks"]["items"]["properties"]["name"]["enum"])
    assert checks["answers"]["facts"]["largest_difference"] < 1e-4
    assert checks["cases"]["facts"]["images"] == 1
    assert "is whole" in checks["model"]["sentence"]  # machines get English
    assert marked.found_in(said.out + said.err) == []


def test_what_fails_is_said_in_the_users_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = cli.main(["--language", "id", "self-test", "--model", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    assert status == 1
    assert lines[0].startswith("GAGAL ")
    assert str(tmp_path) in lines[0]
    assert lines[-1] == "Lentigo tidak berfungsi di sini sebagaimana mestinya."
