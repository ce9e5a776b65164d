"""The model that a run goes on from: what it had learned stays in its weights."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from core.model import Bundle
from core.model.bundle_files import LICENCE
from core.model.card import DataSource
from training.errors import RunError, SplitLeaks
from training.experiment import BUNDLE, Experiment
from training.material import Material
from training.run import Run, write_json

_FILE = "origin.json"


class Origin(BaseModel):
    """What is kept of a model, in the run that goes on from it.

    Parameters
    ----------
    name, version, sha256 : str
        Of the model.
    licence, licence_text : str
        Of its weights: in a few words, and in full.
    data : tuple of DataSource
        What it learned from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    version: str
    sha256: str
    licence: str
    licence_text: str
    data: tuple[DataSource, ...]

    @classmethod
    def of(cls, bundle: Bundle) -> Self:
        """Describe a bundle."""
        card = bundle.card
        return cls(
            name=card.name,
            version=card.version,
            sha256=bundle.sha256,
            licence=card.licence,
            licence_text=(bundle.folder / LICENCE).read_text(encoding="utf-8"),
            data=card.data,
        )

    def divided_otherwise(self, material: Material) -> bool:
        """Whether it learned from these images, but under another split.

        Then it may have learned from what is held out here.
        """
        name, split = material.dataset.statement.name, material.split.sha256
        return any(part.name == name and part.split_sha256 != split for part in self.data)


def origin_of(run: Run) -> Origin | None:
    """Read what a run went on from; None if it began by itself.

    Raises
    ------
    RunError
        If the record is damaged.
    """
    path = run.folder / _FILE
    if not path.exists():
        return None
    try:
        return Origin.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise RunError(
            f"{path} does not say what the run went on from: it is damaged.", value=path
        ) from error


def note_origin(run: Run, experiment: Experiment, material: Material) -> None:
    """Keep in the run's folder what it goes on from, where that is a bundle.

    Raises
    ------
    BundleError
        If the bundle is missing, damaged, or of a layout that this version does not know.
    RunError
        If the run had begun from another bundle.
    """
    bundle = _bundle(experiment, material)
    if bundle is None:
        return
    begun, now = origin_of(run), Origin.of(bundle)
    if begun is None:
        write_json(run.folder / _FILE, now.model_dump(mode="json"))
    elif begun.sha256 != now.sha256:
        raise RunError(
            f"{run.folder} holds a run that went on from another model, {begun.name} "
            f"{begun.version}. Choose another folder, or delete that one.",
            value=run.folder,
        )


def require_unseen(experiment: Experiment, material: Material) -> None:
    """Check that the model which training goes on from has not learned from what is held out.

    Raises
    ------
    BundleError
        As for `note_origin`.
    SplitLeaks
        If it learned from a set of this name, divided otherwise.
    """
    bundle = _bundle(experiment, material)
    if bundle is not None and Origin.of(bundle).divided_otherwise(material):
        raise SplitLeaks(
            f"{bundle.card.name} {bundle.card.version} learned from "
            f"{material.dataset.statement.name} under another split, so perhaps from images that "
            "are held out here: figures measured on them would be too good. Use that split "
            "(--split), or say --accept-leaks.",
            value=bundle.folder,
        )


def _bundle(experiment: Experiment, material: Material) -> Bundle | None:
    if experiment.weights != BUNDLE:
        return None
    folder = material.start_of(BUNDLE)
    return None if folder is None else Bundle.load(Path(folder))
