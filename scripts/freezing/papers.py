"""What goes along with a frozen build: licences, a bill of materials, checksums."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

from scripts.freezing.checksums import write_checksums
from scripts.freezing.epoch import moment, set_times
from scripts.freezing.licences import write_licences
from scripts.freezing.parts import parts_of
from scripts.freezing.sbom import write_sbom


def write_papers(folder: Path, *, edition: str, seconds: int) -> None:
    """Write them beside the program, and date everything alike.

    Parameters
    ----------
    folder : Path
        The build.
    edition : str
        Which one it is.
    seconds : int
        The moment that everything in it bears.
    """
    parts = parts_of(folder)
    write_licences(folder, parts)
    version = metadata.version("lentigo")
    write_sbom(folder, parts, version=version, edition=edition, made=moment(seconds))
    write_checksums(folder)
    set_times(folder, seconds)
