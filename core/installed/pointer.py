"""Which model is used: the window asks before anything heavy is imported.

Installed bundles lie in folders of their own, and one small file names the one in use and the
former one. It is replaced as a whole: whatever ends the program, one of them is in use, never half.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

from core.paths import model_folder, resources_folder
from core.policy.current import current_policy, require
from core.policy.policy import Feature

POINTER: Final = "models.json"
SHIPPED: Final = ""
"""Stands for the model that comes with Lentigo."""


class Pointer(NamedTuple):
    """What is in use.

    Parameters
    ----------
    current, former : str or None
        Names of folders beside the file, or `SHIPPED`; None where there was no former one.
    """

    current: str = SHIPPED
    former: str | None = None


def models_folder() -> Path:
    """Folder of the installed models, of this user alone."""
    import platformdirs

    return platformdirs.user_data_path("lentigo", appauthor=False) / "models"


def shipped_folder() -> Path:
    """Folder of the model that comes with Lentigo."""
    return resources_folder() / "model"


def read_pointer(folder: Path) -> Pointer:
    """Read what is in use; what cannot be read means the model that comes with Lentigo."""
    import json

    try:
        content = json.loads((folder / POINTER).read_text(encoding="utf-8"))
        names = [content["current"], content["former"]]
    except (OSError, ValueError, KeyError, TypeError):
        return Pointer()
    current, former = (one if _is_there(folder, one) else None for one in names)
    return Pointer(current or SHIPPED, former)


def folder_of(folder: Path, name: str) -> Path:
    """Return the folder of a model by its name in the pointer."""
    return folder / name if name else shipped_folder()


def model_in_use(asked: Path | None = None) -> Path:
    """Return the folder of the model to use.

    Parameters
    ----------
    asked : Path, optional
        What somebody asks for, which comes first; then ``$LENTIGO_MODEL``, what was installed, and
        the model that comes with Lentigo. Where a policy fixes the model, that alone counts.

    Raises
    ------
    NotAllowed
        If another one is asked for where the policy switches that off.
    """
    policy = current_policy()
    if asked is not None:
        require(Feature.MODELS)
    if "model" in policy.settings:  # at nothing, too: that is the one that ships
        fixed = str(policy.settings["model"])
        return Path(fixed) if fixed else shipped_folder()
    if Feature.MODELS in policy.without:
        return shipped_folder()
    if asked is not None:
        return asked
    if os.environ.get("LENTIGO_MODEL"):
        return model_folder()
    folder = models_folder()
    return folder_of(folder, read_pointer(folder).current)


def _is_there(folder: Path, name: object) -> bool:
    """Whether a name is one of ours: never a path out of the folder."""
    if name == SHIPPED:
        return True
    return (isinstance(name, str) and name != os.pardir and Path(name).name == name) and (
        folder / name
    ).is_dir()
