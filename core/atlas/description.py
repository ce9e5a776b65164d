"""``atlas.json``: what an atlas is made of, and which model its embeddings belong to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.errors import AtlasDamaged, AtlasMissing, AtlasUnsupported, AtlasWithoutModel
from core.files import read_plain
from core.language import say

FILE: Final = "atlas.json"
FORMAT: Final = 2
REBUILD: Final = "lentigo atlas build DATA --out"
RESCUE: Final = "lentigo atlas check --rescue"

_Text = Annotated[str, Field(min_length=1)]
_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AtlasClass(_Frozen):
    """One diagnosis of the atlas.

    Parameters
    ----------
    name : str
        Full name; the code itself where nobody has said what it means.
    images : int
        How many show it.
    malignant : bool, optional
        Whether it counts as malignant; None where nobody has said so.
    """

    name: _Text
    images: Annotated[int, Field(ge=1)]
    malignant: bool | None = None


class MadeWith(_Frozen):
    """The model whose embeddings the atlas holds.

    Parameters
    ----------
    name, version : str
        As on its card.
    sha256 : str
        Of its weights.
    channels : int
        Length of an embedding.
    """

    name: _Text
    version: _Text
    sha256: _Sha256
    channels: Annotated[int, Field(ge=1)]


class Description(_Frozen):
    """What an atlas is.

    Parameters
    ----------
    format : int
        Version of the layout; the first knew no more of an image than nine columns.
    name, licence, source : str
        Of the data set: who is to be named wherever an image of it is shown.
    created : str
        Date, ISO 8601.
    images, skipped : int
        In the atlas, and left out because they could not be read.
    lesions : int, optional
        How many the images show; None where the data set does not say.
    classes : dict of str to AtlasClass
        By code.
    model : MadeWith, optional
        Whose embeddings; None where there are none.
    usual_distance : float, optional
        Within it, 19 in 20 images of the atlas have one of another lesion; None where there are too
        few to say so.
    synthetic : bool
        Whether the images are drawings that show nobody.
    copies, contradicting : int
        Pairs of items that show the same, and those of them, or of one lesion, whose diagnoses
        differ.
    compared : bool
        Whether pictures that look alike were looked for, and not only files of equal bytes.
    library : str
        Name of the file with the items.
    library_sha256 : str
        Its checksum.
    """

    format: Literal[1, 2] = FORMAT
    name: _Text
    licence: _Text
    source: _Text
    created: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    images: Annotated[int, Field(ge=1)]
    skipped: Annotated[int, Field(ge=0)]
    lesions: Annotated[int, Field(ge=1)] | None
    classes: dict[_Text, AtlasClass]
    model: MadeWith | None = None
    usual_distance: Annotated[float, Field(ge=0, le=2)] | None = None
    synthetic: bool = False
    copies: Annotated[int, Field(ge=0)] = 0
    contradicting: Annotated[int, Field(ge=0)] = 0
    compared: bool = False
    library: Annotated[str, Field(pattern=r"^library-[0-9a-f]{12}\.sqlite$")]
    library_sha256: _Sha256

    def name_of(self, code: str) -> str:
        """Name of a diagnosis; its code where the atlas has no such class."""
        entry = self.classes.get(code)
        return code if entry is None else entry.name


def read_description(folder: Path) -> Description:
    """Read ``atlas.json``.

    Raises
    ------
    AtlasMissing
        If there is none.
    AtlasUnsupported
        If a newer version of Lentigo wrote it.
    AtlasDamaged
        If it is not such a file.
    """
    path = folder / FILE
    try:
        data = read_plain(path)
    except OSError as error:
        raise AtlasMissing(
            say(
                "There is no finished atlas in {folder}. Build one: {rebuild} {folder}",
                folder=folder,
                rebuild=REBUILD,
            ),
            value=folder,
        ) from error
    try:
        return Description.model_validate_json(data)
    except ValidationError as error:
        if _is_newer(data):
            raise AtlasUnsupported(
                say(
                    "The atlas in {folder} was written by a newer version of Lentigo: update "
                    "Lentigo, or build it again: {rebuild} {folder}",
                    folder=folder,
                    rebuild=REBUILD,
                ),
                value=folder,
            ) from error
        raise damaged(folder, FILE) from error


def without_model(folder: Path) -> AtlasWithoutModel:
    """Say why nothing similar can be found."""
    return AtlasWithoutModel(
        say(
            "The atlas in {folder} was made without a model, so it cannot say what is similar: "
            "build it again with one: {rebuild} {folder}",
            folder=folder,
            rebuild=rebuild_of(folder),
        ),
        value=folder,
    )


def rebuild_of(folder: Path) -> str:
    """Return the command that builds an atlas of itself, but for its folder."""
    return f"lentigo atlas build {folder} --out"


def damaged(folder: Path, name: str) -> AtlasDamaged:
    """Name the file that is not as it was written."""
    return AtlasDamaged(
        say(
            "The atlas in {folder} is damaged ({name}): build it again: {rebuild} {folder}, or "
            "keep what can be read of it: {rescue} DIR {folder}",
            folder=folder,
            name=name,
            rebuild=REBUILD,
            rescue=RESCUE,
        ),
        value=folder / name,
    )


def _is_newer(data: bytes) -> bool:
    try:
        stated = json.loads(data)["format"]
    except (ValueError, KeyError, TypeError):
        return False
    return isinstance(stated, int) and stated > FORMAT
