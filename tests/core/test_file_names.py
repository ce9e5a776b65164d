"""No two images share a name, and no file that is to stay is replaced."""

from __future__ import annotations

from pathlib import Path

from core.file_names import FileNames


def test_a_numbered_name_is_taken_too() -> None:
    names = FileNames()
    sources = ("one/a.jpg", "two/a.jpg", "three/a-2.jpg", "four/A.png")
    assert [names.of(Path(source)) for source in sources] == ["a", "a-2", "a-2-2", "A-3"]


def test_files_that_are_there_keep_their_names(tmp_path: Path) -> None:
    (tmp_path / "a.report.dcm").write_bytes(b"of patient A")
    (tmp_path / "a-2.fhir.json").write_bytes(b"of another format")
    names = FileNames(tmp_path)
    assert names.of(Path("a.jpg"), ".image.dcm", ".report.dcm") == "a-2"
    assert FileNames().of(Path("a.jpg"), ".report.dcm") == "a"
