"""What is said about a data set beside its images: by us, or by its owner in ``dataset.json``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.errors import DatasetError
from core.file_names import readable
from core.files import read_plain
from core.language import say
from core.reasons import why
from core.taxonomy import KNOWN, LesionClass

FILE = "dataset.json"
UNKNOWN = "unknown"

_Text = Annotated[str, Field(min_length=1)]


class ClassStatement(BaseModel):
    """What one class means.

    Parameters
    ----------
    name : str
        Full name.
    explanation : str
        A few sentences that a clinician can read to a patient.
    malignant : bool
        Whether its probability counts towards "malignant".
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: _Text
    explanation: _Text
    malignant: bool


class Statement(BaseModel):
    """What is said about a data set.

    Parameters
    ----------
    name, licence, source : str
        Of the data set; "unknown" where nobody has said so.
    classes : dict of str to ClassStatement
        What classes mean that `core.taxonomy` does not know, or means otherwise, by their code.
    limits : tuple of str
        What a model that learned from it cannot know, one sentence each, for its card.
    synthetic : bool
        Whether its images are drawings that show nobody.
    aspect : float, optional
        Width over height that the photographs had, where all files were squashed to another shape;
        what is learned from them is stretched back.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: _Text
    licence: _Text = UNKNOWN
    source: _Text = UNKNOWN
    classes: dict[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")], ClassStatement] = Field(
        default_factory=dict
    )
    limits: tuple[_Text, ...] = ()
    synthetic: bool = False
    aspect: Annotated[float, Field(gt=0.1, lt=10)] | None = None

    def describe(self, code: str) -> LesionClass:
        """Say what a class means.

        Raises
        ------
        DatasetError
            If nobody has said so.
        """
        stated = self.classes.get(code)
        if stated is not None:
            sources = (f"Statement of the data set {self.name}",)
            return LesionClass(code=code, sources=sources, **stated.model_dump())
        if code in KNOWN:
            return KNOWN[code]
        raise DatasetError(
            say(
                "Nobody has said what the class {code!r} means and whether it is malignant: say "
                "so in {file} beside the images.",
                code=code,
                file=FILE,
            ),
            value=code,
        )


def read_statement(folder: Path, *, otherwise: Statement | None = None) -> Statement:
    """Read ``dataset.json`` in the folder, where there is one.

    Parameters
    ----------
    folder : Path
        Of the data set.
    otherwise : Statement, optional
        What is known without that file; by default the folder's name and nothing else.

    Raises
    ------
    DatasetError
        If the file cannot be read or is not such a statement.
    """
    path = folder / FILE
    try:
        return Statement.model_validate_json(read_plain(path))
    except FileNotFoundError:
        return otherwise or Statement(name=readable(folder.resolve().name) or UNKNOWN)
    except OSError as error:
        raise DatasetError(
            say("{path} cannot be read: {reason}.", path=path, reason=why(error)), value=path
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or say("the file")
        raise DatasetError(
            say(
                "{path} is no statement about a data set: {place}: {reason}.",
                path=path,
                place=place,
                reason=first["msg"],
            ),
            value=path,
        ) from error
