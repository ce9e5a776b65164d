"""The folder that images are fetched into: a data set that `core.datasets` reads, at any moment."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from core.datasets.statement import FILE, ClassStatement, Statement
from core.errors import OutputError
from core.files import write_whole
from core.isic.names import label_of, levels_of
from core.isic.record import Record
from core.language import in_english, marked, say
from core.reasons import why
from core.taxonomy import KNOWN

JOURNAL: Final = "isic.jsonl"
TABLE: Final = "isic.csv"
IMAGES: Final = "images"
_COLUMNS: Final = (
    *("path", "label", "isic_id", "lesion_id", "age_approx", "sex", "anatom_site_general"),
    *("diagnosis_confirm_type", "diagnosis_text", "image_type", "fitzpatrick_skin_type"),
    *("copyright_license", "attribution", "sha256"),
)
_CLINICAL: Final = (
    *("lesion_id", "age_approx", "sex", "anatom_site_general", "diagnosis_confirm_type"),
    "fitzpatrick_skin_type",
)
_MALIGNANT: Final = {"malignant": True, "benign": False}
_STATEMENT: Final = Statement(
    name="ISIC archive",
    licence=marked("as each image says"),
    source="https://www.isic-archive.com",
)
Row = dict[str, Any]


class Shelf:
    """Keeps images and what is known of them.

    A journal has a line for each image that is whole; the table is made of it after each page, so
    that nothing is lost however the program ends.

    Parameters
    ----------
    folder : Path
        Made where it is missing.

    Raises
    ------
    OutputError
        If it cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            (folder / IMAGES).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(folder, error) from error
        self._rows = {row["isic_id"]: row for row in self._read() if self._is_whole(row)}

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, isic_id: str) -> bool:
        return isic_id in self._rows

    def add(self, record: Record, data: bytes) -> None:
        """Keep an image.

        Raises
        ------
        OutputError
            If it cannot be written.
        """
        path = f"{IMAGES}/{record.isic_id}{_suffix(data)}"
        write_whole(self._folder / path, data)
        row = _row(record, path=path, sha256=hashlib.sha256(data).hexdigest())
        try:
            with (self._folder / JOURNAL).open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        self._rows[record.isic_id] = row

    def finish(self) -> None:
        """Write the table and the statement about it.

        Raises
        ------
        OutputError
            If they cannot be written.
        """
        if not self._rows:
            return
        rows = sorted(self._rows.values(), key=lambda row: str(row["isic_id"]))
        write_whole(self._folder / TABLE, _table(rows).encode())
        statement = _STATEMENT.model_copy(update={"classes": _classes(rows)})
        write_whole(self._folder / FILE, statement.model_dump_json(indent=2).encode())
        # Without torn lines, and each image once.
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        write_whole(self._folder / JOURNAL, lines.encode())

    def _read(self) -> Iterable[Row]:
        try:
            lines = (self._folder / JOURNAL).read_bytes().splitlines()
        except FileNotFoundError:
            return
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        for line in lines:
            try:
                row = json.loads(line)
            except ValueError:  # the last line of a program that was killed
                continue
            if isinstance(row, dict) and {"isic_id", "path", "sha256"} <= row.keys():
                yield row

    def _is_whole(self, row: Row) -> bool:
        try:
            data = (self._folder / IMAGES / Path(str(row["path"])).name).read_bytes()
        except OSError:
            return False
        return hashlib.sha256(data).hexdigest() == str(row["sha256"])


def _row(record: Record, *, path: str, sha256: str) -> Row:
    clinical = record.metadata.clinical
    levels = levels_of(clinical)
    return {
        "path": path,
        "label": label_of(levels, statement=_STATEMENT),
        "isic_id": record.isic_id,
        **{name: _cell(clinical.get(name)) for name in _CLINICAL},
        "diagnosis_text": " > ".join(levels),
        "image_type": record.image_type,
        "copyright_license": record.licence,
        "attribution": " ".join(record.attribution.split()),
        "sha256": sha256,
    }


def _cell(value: object) -> str:
    return " ".join(str(value).split())[:200] if isinstance(value, str | int | float) else ""


def _table(rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _classes(rows: Sequence[Row]) -> Mapping[str, ClassStatement]:
    """Say what the classes mean that only the archive knows, where it calls them one or other."""
    found = {}
    for row in rows:
        levels = str(row["diagnosis_text"]).split(" > ")
        malignant = _MALIGNANT.get(levels[0].casefold())
        if row["label"] not in KNOWN and malignant is not None:
            found[row["label"]] = ClassStatement(
                name=levels[-1],
                explanation=in_english(
                    say("The ISIC archive calls it: {names}.", names=row["diagnosis_text"])
                ),
                malignant=malignant,
            )
    return found


def _suffix(data: bytes) -> str:
    if data.startswith(b"\x89PNG"):
        return ".png"
    return ".jpg" if data.startswith(b"\xff\xd8") else ".tif"


def _unwritable(folder: Path, error: OSError) -> OutputError:
    reason = why(error)
    return OutputError(
        say("{folder} cannot be written: {reason}.", folder=folder, reason=reason), value=folder
    )
