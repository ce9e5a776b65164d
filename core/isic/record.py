"""One image of the archive, as its API describes it.

References
----------
.. [1] The archive's source, https://github.com/ImageMarkup/isic (``isic/core/api/image.py``).
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class File(_Read):
    """A file of an image.

    Parameters
    ----------
    url : str
        Where it can be fetched.
    size : int
        Bytes; 0 where the archive does not say.
    """

    url: Annotated[str, Field(min_length=8, max_length=4000)]
    size: Annotated[int, Field(ge=0)] = 0


class Files(_Read):
    """The files of an image; thumbnails are not fetched.

    Parameters
    ----------
    full : File
        The image in full size.
    """

    full: File


class Metadata(_Read):
    """What is known of an image.

    Parameters
    ----------
    clinical, acquisition : dict of str to object
        Of patient and lesion; of the picture.
    """

    clinical: dict[str, Any] = Field(default_factory=dict)
    acquisition: dict[str, Any] = Field(default_factory=dict)


class Record(_Read):
    """One image.

    Parameters
    ----------
    isic_id : str
        Its name, which becomes that of a file.
    licence, attribution : str
        Under which it may be used, and who is to be named.
    files : Files
        Where it lies.
    metadata : Metadata
        What is known of it.
    """

    isic_id: Annotated[str, Field(pattern=r"^ISIC_\d{7,12}$")]
    licence: Annotated[str, Field(alias="copyright_license", max_length=100)]
    attribution: Annotated[str, Field(max_length=1000)] = ""
    files: Files
    metadata: Metadata = Metadata()

    @property
    def image_type(self) -> str:
        """How it was photographed; empty where that is not said."""
        said = self.metadata.acquisition.get("image_type")
        return said if isinstance(said, str) else ""


class Page(_Read):
    """One page of answers.

    Parameters
    ----------
    results : tuple of Record
        In the archive's order.
    count : int, optional
        Of all pages; only the first page says it.
    next : str, optional
        Address of the next page.
    """

    results: tuple[Record, ...]
    count: int | None = None
    next: str | None = None
