"""What a package says of itself; read from strangers, so everything is bounded."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from core.learning.quiz.plan import QuizPlan

FORMAT: Final = 2
"""Of a package with embeddings; without them it is as the first, which older versions read."""
SUFFIX: Final = ".lentigo"
"""Of a package's file, as it is proposed; any other is read as well."""
MANIFEST: Final = "manifest.json"
EMBEDDINGS: Final = "embeddings.f16"
CHECKSUM: Final = "manifest.sha256"
"""Holds the checksum of the manifest, which holds those of the images: so of the whole."""
MOST_ITEMS: Final = 20_000
MOST_BYTES: Final = 64 << 20
"""Of one image."""

_Line = Annotated[str, Field(min_length=1, max_length=500)]
_Text = Annotated[str, Field(max_length=5000)]
_Code = Annotated[str, Field(min_length=1, max_length=200)]
_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PackageKind(StrEnum):
    """What a package is meant for."""

    COLLECTION = "collection"
    QUIZ = "quiz"


class Origin(_Frozen):
    """The atlas that images come from: who is to be named wherever one is shown.

    Parameters
    ----------
    name, licence, source : str
        As it states them.
    synthetic : bool
        Whether the images are drawings that show nobody.
    """

    name: _Line
    licence: _Line
    source: Annotated[str, Field(min_length=1, max_length=5000)]
    synthetic: bool = False


class PackedClass(_Frozen):
    """A diagnosis.

    Parameters
    ----------
    name : str
        Full name.
    malignant : bool, optional
        Whether it counts as malignant; None where nobody has said so.
    criteria : tuple of str
        Where its criteria are described: titles or DOIs.
    """

    name: _Line
    malignant: bool | None = None
    criteria: Annotated[tuple[_Line, ...], Field(max_length=50)] = ()


class PackedModel(_Frozen):
    """The model whose embeddings go along.

    Parameters
    ----------
    name, version : str
        As on its card.
    sha256 : str
        Of its weights.
    channels : int
        Length of an embedding.
    embeddings : str
        Checksum of those of all pictures in the package, in the order of its items: float16,
        little-endian.
    """

    name: _Line
    version: _Line
    sha256: _Sha256
    channels: Annotated[int, Field(ge=1, le=8192)]
    embeddings: _Sha256


class PackedItem(_Frozen):
    """An image with its labels.

    Parameters
    ----------
    sha256 : str
        Of the image as it lies in the package, else as the atlas has it.
    member : str, optional
        Where it lies in the package; None where it was left out.
    size : int
        Bytes, where it lies in the package.
    original : str, optional
        Checksum in the atlas, where the image was encoded anew.
    code, confirmation, lesion, age, sex, site
        As in `core.atlas.item.AtlasItem`.
    diagnosis, image_type, skin_type, licence, attribution
        As in `core.atlas.item.AtlasItem`.
    """

    sha256: _Sha256
    member: Annotated[str, Field(pattern=r"^images/[0-9a-f]{64}\.(jpg|png)$")] | None = None
    size: Annotated[int, Field(ge=0, le=MOST_BYTES)] = 0
    original: _Sha256 | None = None
    code: _Code
    confirmation: _Text | None = None
    lesion: _Text | None = None
    age: Annotated[float, Field(ge=0, le=200, allow_inf_nan=False)] | None = None
    sex: _Text | None = None
    site: _Text | None = None
    diagnosis: _Text | None = None
    image_type: _Text | None = None
    skin_type: _Text | None = None
    licence: _Text | None = None
    attribution: _Text | None = None

    @model_validator(mode="after")
    def _lies_under_its_checksum(self) -> PackedItem:
        if self.member is not None and self.member[7:71] != self.sha256:
            raise ValueError("an image does not lie under its checksum")
        return self


class Manifest(_Frozen):
    """What a package holds.

    Parameters
    ----------
    format : int
        Version of the layout.
    kind : PackageKind
        What it is meant for.
    name, author, note : str
        What its maker says of it.
    made : str
        Date, ISO 8601.
    own_rights : bool
        Whether its maker has confirmed to hold the rights to images whose licence does not let
        them be passed on.
    origin : Origin
        The atlas.
    classes : dict of str to PackedClass
        By code.
    items : tuple of PackedItem
        All images, also those that were left out.
    plan : QuizPlan, optional
        Of a quiz, about all of the items.
    model : PackedModel, optional
        Whose embeddings go along; None where none do.
    """

    format: Literal[1, 2] = 1
    kind: PackageKind
    name: Annotated[str, Field(min_length=1, max_length=200)]
    author: Annotated[str, Field(max_length=200)] = ""
    note: _Text = ""
    made: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    own_rights: bool = False
    origin: Origin
    classes: Annotated[dict[_Code, PackedClass], Field(max_length=1000)]
    items: Annotated[tuple[PackedItem, ...], Field(min_length=1, max_length=MOST_ITEMS)]
    plan: QuizPlan | None = None
    model: PackedModel | None = None

    @property
    def pictures(self) -> tuple[PackedItem, ...]:
        """The items whose pictures lie in the package."""
        return tuple(item for item in self.items if item.member is not None)

    def as_json(self) -> str:
        """Write it down, as any version can read it that knows its format."""
        return self.model_dump_json(indent=1, exclude=None if self.model else {"model"})

    @field_validator("items")
    @classmethod
    def _each_once(cls, items: tuple[PackedItem, ...]) -> tuple[PackedItem, ...]:
        if len({item.sha256 for item in items}) != len(items):
            raise ValueError("an image is in it twice")
        return items

    @model_validator(mode="after")
    def _described(self) -> Manifest:
        if any(item.code not in self.classes for item in self.items):
            raise ValueError("a diagnosis is not described")
        if (self.plan is not None) != (self.kind is PackageKind.QUIZ):
            raise ValueError("a quiz has a plan, a collection has none")
        if (self.model is not None) != (self.format == FORMAT):
            raise ValueError("embeddings are there from the second format on")
        return self
