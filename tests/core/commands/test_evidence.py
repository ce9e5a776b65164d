"""Evidence on the command line: as JSON, as a column, narrowed to whom the images are of."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from core import cli
from core.taxonomy import HAM10000
from core.trust.counts import Cell, EvidenceCounts
from core.trust.patient import AgeGroup
from tests.core.commands.calls import lines, write_image
from tests.core.tiny import tiny_bundle


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return write_image(tmp_path / "lesion.jpg")


@pytest.fixture(scope="module")
def schema(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((root / "docs/schemas/classify.schema.json").read_text())
    return loaded


@pytest.fixture
def counted(tmp_path: Path) -> list[str]:
    """A model whose card has counts of whatever it may find."""
    codes = [entry.code for entry in HAM10000]
    cells = [Cell(code, 0, "lower extremity", AgeGroup.FROM_50, code, 15, 3) for code in codes]
    cells += [Cell(code, 0, "ear", None, "nv" if code == "mel" else "mel", 1) for code in codes]
    evidence = EvidenceCounts(edges=(), cells=tuple(cells))
    return ["--model", str(tiny_bundle(tmp_path / "counted", evidence=evidence).folder)]


def test_how_often_such_findings_were_right(
    capsys: pytest.CaptureFixture[str], image: Path, schema: dict[str, Any], counted: list[str]
) -> None:
    assert cli.main(["classify", "--json", str(image), *counted]) == 0
    (answer,) = lines(capsys.readouterr().out)
    jsonschema.validate(answer, schema)
    (whole,) = answer["evidence"]
    assert (whole["k"], whole["n"], list(whole["instead"].values())) == (15, 16, [1])
    assert whole["without_follow_up"]["k"] == 12
    assert whole["without_follow_up"]["n"] == 13
    assert 0.7 < whole["low"] < 15 / 16 < whole["high"] < 1
    asked = ["--site", "Leg", "--age", "52"]
    assert cli.main(["classify", "--json", str(image), *counted, *asked]) == 0
    (answer,) = lines(capsys.readouterr().out)
    jsonschema.validate(answer, schema)
    assert [one["n"] for one in answer["evidence"]] == [16, 15, 15, 15]
    assert answer["evidence"][-1]["group"]["site"] == "lower extremity"
    assert cli.main(["classify", "--json", str(image), *counted, "--site", "ear"]) == 0
    (answer,) = lines(capsys.readouterr().out)
    thin = answer["evidence"][1]
    assert (thin["k"], thin["n"], thin["low"], thin["instead"]) == (None, 1, None, None)
    assert cli.main(["classify", str(image), *counted]) == 0
    assert "12 of 13" in capsys.readouterr().out
    assert cli.main(["classify", str(image), *counted, "--site", "ear"]) == 0
    assert "no evidence" in capsys.readouterr().out  # not that of everybody


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--site", "tail"], "no evidence on the site 'tail'. It has: ear, leg."),
        (["--age", "-3"], "not an age in years"),
        (["--age", "old"], "invalid"),
    ],
)
def test_of_whom_evidence_cannot_be(
    capsys: pytest.CaptureFixture[str], image: Path, counted: list[str], options: list[str],
    reason: str,
) -> None:  # fmt: skip
    with suppress(SystemExit):
        assert cli.main(["classify", str(image), *counted, *options]) == 2
    assert reason in capsys.readouterr().err


def test_without_counts_there_is_nothing_to_narrow(
    capsys: pytest.CaptureFixture[str], image: Path, tmp_path: Path
) -> None:
    model = ["--model", str(tiny_bundle(tmp_path / "bare").folder)]
    assert cli.main(["classify", str(image), "--age", "40", *model]) == 2
    assert "has no evidence" in capsys.readouterr().err
    assert cli.main(["classify", str(image), "--json", *model]) == 0
    assert lines(capsys.readouterr().out)[0]["evidence"] is None
