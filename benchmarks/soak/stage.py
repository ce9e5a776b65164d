"""What a scripted user works with: pictures, an atlas, and places of its own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from core.datasets.statement import Statement

_PICTURES = 60
_BATCH = 6
_CODES = ("nv", "mel", "bkl", "vasc", "bcc")
_STATEMENT = Statement(name="drawn", licence="none", source="none")


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder with all of it.

    Parameters
    ----------
    root : Path
        The folder.
    """

    root: Path

    @property
    def pictures(self) -> list[Path]:
        """Images to be opened."""
        return sorted((self.root / "pictures").rglob("*.jpg"))

    @property
    def folder(self) -> Path:
        """A folder of few images, for a batch."""
        return self.root / "folder"

    @property
    def atlas(self) -> Path:
        """A small atlas."""
        return self.root / "atlas"

    @property
    def saved(self) -> Path:
        """Where things are saved."""
        return self.root / "saved"

    @property
    def settings(self) -> Path:
        """Where settings are kept."""
        return self.root / "home" / "settings"

    def build(self) -> None:
        """Draw the pictures and make the atlas, with the shipped model: half a minute."""
        from benchmarks.pictures import write_pictures
        from core.atlas.build import build_atlas
        from core.datasets import Dataset, Sample
        from core.engine import open_classifier
        from core.model import Bundle
        from core.paths import model_folder

        paths = write_pictures(self.root / "pictures", images=_PICTURES)
        write_pictures(self.folder, images=_BATCH)
        codes = dict(zip(sorted({path.parent for path in paths}), cycle(_CODES), strict=False))
        samples = tuple(Sample(path.stem, path, codes[path.parent]) for path in paths)
        classifier = open_classifier(Bundle.load(model_folder()))
        build_atlas(Dataset(self.root, _STATEMENT, samples), classifier, out=self.atlas)

    def environment(self) -> dict[str, str]:
        """Return the environment in which nothing of the real user's is touched."""
        home = self.root / "home"
        own = {
            "HOME": home,
            "XDG_CONFIG_HOME": home / "config",
            "XDG_DATA_HOME": home / "data",
            "XDG_CACHE_HOME": home / "cache",
            "LENTIGO_CASES": home / "cases" / "cases.sqlite3",
            "LENTIGO_CASE_IMAGES": home / "cases" / "images",
            "LENTIGO_LEARNING": home / "learning" / "learning.sqlite3",
        }
        return dict(os.environ) | {name: str(path) for name, path in own.items()}
