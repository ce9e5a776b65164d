"""What a user wants an atlas to be made of, as the settings keep it until it is made."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildWish:
    """An atlas to be made.

    Parameters
    ----------
    data, out : Path
        The labelled images; folder of the atlas.
    copy : bool
        Whether the images are copied into the atlas.
    with_model : bool
        Whether embeddings are made, so that similar images can be found.
    paths, labels : str
        Columns of a table whose names do not tell; else empty.
    """

    data: Path
    out: Path
    copy: bool = False
    with_model: bool = True
    paths: str = ""
    labels: str = ""

    def written(self) -> str:
        """Return it as a setting."""
        return json.dumps({**asdict(self), "data": str(self.data), "out": str(self.out)})


def beside(data: Path) -> Path:
    """Propose a folder for the atlas, beside its images; below a drive that holds them itself."""
    stem = data.stem if data.suffix else data.name
    return data.with_name(f"{stem}-atlas") if stem else data / "atlas"


def read(setting: str) -> BuildWish | None:
    """Return what a setting holds; nothing, with a line in the log, where that is no such wish."""
    if not setting:
        return None
    try:
        values = json.loads(setting)
        return BuildWish(
            data=Path(values["data"]),
            out=Path(values["out"]),
            copy=bool(values["copy"]),
            with_model=bool(values["with_model"]),
            paths=str(values["paths"]),
            labels=str(values["labels"]),
        )
    except (ValueError, TypeError, KeyError):
        _log.warning("The setting atlas_build is not usable and was left out.")
        return None
