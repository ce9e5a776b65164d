"""A table of cases is documented, runs nothing, and names nobody unless that was chosen."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases.address import CaseAddress
from core.cases.fields import BodySite, DiagnosisKind, Sex, Side
from core.cases.filled_checklist import FilledChecklist
from core.cases.selection import SelectedRow, Stated
from core.checklists.kinds import ChecklistKind
from core.checklists.seven_point import SEVEN_POINT
from core.cli import main
from core.errors import UsageError
from core.report.selection_table import COLUMNS, IDENTIFYING, selection_table
from core.report.table_kind import TableKind, kind_of
from tests.desktop.cases.filled import fill

ROW = SelectedRow(
    lesion_id="id", pseudonym="P-1", name="Jane Roe", birth_year=1961, sex=Sex.FEMALE, skin_type=2,
    label="Lesion 1", site=BodySite.FOREARM, side=Side.LEFT, day=date(2026, 1, 14),
    sha256="ab" * 32, file_name="roe.jpg", width=600, height=450, mm_per_pixel=0.02,
    model_name="m", model_version="1", finding="mel", probability=0.62, malignant=0.7,
    content={
        "probabilities": {"mel": 0.62, "nv": 0.38},
        "operating_point": {"name": "sensitivity_90", "malignant": True},
        "novelty": {"novel": False},
    },
    analysed=datetime(2026, 1, 14, 9, 30, tzinfo=UTC),
    diagnoses={DiagnosisKind.PATHOLOGY: Stated("mel", "in situ, Jane", date(2026, 2, 1))},
)  # fmt: skip


ABSENT = {one.code: ("absent",) for one in SEVEN_POINT.criteria}
FILLED = FilledChecklist(
    lesion_id="id", kind=ChecklistKind.SEVEN_POINT, answers=ABSENT | {"veil": ("present",)},
    day=date(2026, 2, 2), source="Dr. Roe",
)  # fmt: skip
BEGUN = FilledChecklist(
    lesion_id="id", kind=ChecklistKind.ABCD, answers={"border": ("8",)}, day=date(2026, 2, 3)
)


def read(table: bytes) -> list[dict[str, str]]:
    assert table.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_a_checklist_has_its_score_and_an_incomplete_one_has_none() -> None:
    row = replace(ROW, checklists={one.kind: one for one in (FILLED, BEGUN)})
    (one,) = read(selection_table([row], TableKind.CSV))
    assert (one["seven_point_score"], one["seven_point_day"]) == ("2.0", "2026-02-02")
    assert (one["abcd_score"], one["abcd_day"]) == ("", "2026-02-03")
    (same,) = json.loads(selection_table([row, ROW], TableKind.JSON))[:1]
    assert (same["seven_point_score"], same["abcd_score"]) == (2.0, None)
    assert "Roe" not in selection_table([row], TableKind.CSV).decode()


def test_a_row_says_what_is_known() -> None:
    (one,) = read(selection_table([ROW], TableKind.CSV))
    assert tuple(one) == COLUMNS
    assert one["probabilities"] == "mel=0.62 nv=0.38"
    assert (one["counts_as_malignant"], one["novel"]) == ("yes", "no")
    assert (one["pathology"], one["pathology_day"]) == ("mel", "2026-02-01")
    assert (one["clinical_diagnosis"], one["clinical_day"]) == ("", "")
    assert (one["site"], one["visit"]) == ("forearm", "2026-01-14")
    (same,) = json.loads(selection_table([ROW], TableKind.JSON))
    assert tuple(same) == COLUMNS
    assert same["probabilities"] == {"mel": 0.62, "nv": 0.38}
    assert same["counts_as_malignant"] is True
    assert same["clinical_day"] is None


@pytest.mark.parametrize("kind", list(TableKind))
def test_nobody_is_named_unless_that_was_chosen(kind: TableKind) -> None:
    plain = selection_table([ROW], kind)
    assert b"Jane" not in plain
    assert b"roe.jpg" not in plain
    full = selection_table([ROW], kind, identifying=True)
    for words in ("Jane Roe", "roe.jpg", "in situ, Jane", *IDENTIFYING):
        assert words.encode() in full


@given(st.sampled_from("=+-@\t\r"), st.text(st.characters(codec="utf-8"), max_size=20))
def test_no_cell_is_a_formula(first: str, rest: str) -> None:
    row = replace(ROW, label=first + rest, name=first + rest)
    (one,) = read(selection_table([row], TableKind.CSV, identifying=True))
    for column in ("lesion", "patient_name"):
        assert one[column] == f"'{first}{rest}"


def test_an_empty_selection_is_still_a_table() -> None:
    assert read(selection_table([], TableKind.CSV)) == []
    assert json.loads(selection_table([], TableKind.JSON)) == []


def test_a_file_of_another_kind_is_refused() -> None:
    assert kind_of(Path("a.CSV")) is TableKind.CSV
    with pytest.raises(UsageError, match=r"not a\.xlsx"):
        kind_of(Path("a.xlsx"))


def test_every_column_is_documented(root: Path) -> None:
    page = (root / "docs" / "reports.md").read_text(encoding="utf-8")
    assert not [name for name in (*COLUMNS, *IDENTIFYING) if f"`{name}`" not in page]


def test_the_command_writes_what_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = CaseAddress.of("", folder=tmp_path / "cases")
    fill(address)
    where = ["--database", str(address.file), "--images", str(address.images)]
    out = tmp_path / "out.csv"
    assert main(["cases", *where, "export", str(out)]) == 0
    assert "5 rows, 3 lesions" in capsys.readouterr().out
    assert main(["cases", "export", str(out), *where, "--finding", "mel"]) == 0
    rows = read(out.read_bytes())
    assert [row["finding"] for row in rows] == ["nv", "nv", "mel"]  # the whole lesion
    assert main(["cases", "export", str(out), *where, "--site", "face", "--identifying"]) == 0
    assert [row["patient_name"] for row in read(out.read_bytes())] == ["Anna Nó"]
    assert main(["cases", "export", str(out), *where, "--until", "2026-01-31"]) == 0
    assert len(read(out.read_bytes())) == 3
    assert main(["cases", "export", str(out), *where, "--malignant"]) == 0
    assert read(out.read_bytes()) == []
    kept = out.read_bytes()
    assert main(["cases", "export", str(out), *where, "--since", "lately"]) == 2
    assert main(["cases", "export", str(tmp_path / "out.xlsx"), *where]) == 2

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["cases", "export", str(out), *where]) == 2
    assert "out.csv cannot be written: No space left" in capsys.readouterr().err
    assert out.read_bytes() == kept
