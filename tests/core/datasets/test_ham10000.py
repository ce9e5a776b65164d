"""Reading HAM10000, and saying what is wrong with what is not it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.datasets.csv_table import LabelsError
from core.datasets.ham10000 import read_ham10000
from core.errors import DatasetError
from tests.training.small_set import write_small_set


def test_reads_every_row_with_its_file(tmp_path: Path) -> None:
    samples = read_ham10000(write_small_set(tmp_path / "set", per_class=2)).samples
    assert len(samples) == 7 * 2 * 2
    assert samples[0].image_id == "akiec_0a"
    assert samples[0].lesion_id == samples[1].lesion_id == "akiec_0"
    assert all(sample.path.is_file() for sample in samples)


def test_an_absent_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match=r"metadata\.csv cannot be opened"):
        read_ham10000(tmp_path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text("image_id,dx\na,mel\n")
    with pytest.raises(LabelsError, match="has no column 'lesion_id', 'dx_type'"):
        read_ham10000(tmp_path)


def test_a_table_without_rows_is_said(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text("image_id,lesion_id,dx,dx_type\n")
    with pytest.raises(DatasetError, match="has no rows"):
        read_ham10000(tmp_path)


def test_absent_images_are_counted(tmp_path: Path) -> None:
    folder = write_small_set(tmp_path / "set", per_class=2)
    (folder / "images" / "df_0a.jpg").unlink()
    (folder / "images" / "mel_1b.jpg").unlink()
    with pytest.raises(DatasetError, match=r"2 images .* df_0a first"):
        read_ham10000(folder)
