"""A run's folder: everything needed to know what was done, and to go on after a kill."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import shutil
import subprocess
import warnings
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pydantic import TypeAdapter

from training.errors import RunError
from training.experiment import Experiment
from training.splits import Split

if TYPE_CHECKING:
    import keras


def runs_folder() -> Path:
    """Where runs and caches lie: ``$LENTIGO_RUNS``, else the user's cache folder."""
    import platformdirs

    named = os.environ.get("LENTIGO_RUNS")
    return Path(named) if named else platformdirs.user_cache_path("lentigo") / "runs"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one experiment.

    Parameters
    ----------
    folder : Path
        Where it lies, outside the checkout.
    """

    folder: Path

    @classmethod
    def open(
        cls,
        folder: Path,
        experiment: Experiment,
        split: Split,
        *,
        limit: int | None,
        leaks: int = 0,
        further: str | None = None,
    ) -> Self:
        """Create the folder, or go on in it.

        Parameters
        ----------
        folder : Path
            Of the run.
        experiment : Classification or Distilling
            What is done.
        split : Split
            Of its data set.
        limit : int, optional
            Images in an epoch.
        leaks : int
            Pairs on two sides of the split that were accepted.
        further : str, optional
            Checksum of the images of another set that are learned from as well.

        Raises
        ------
        RunError
            If the folder holds a run of another experiment, split or limit, or is not writable.
        """
        run = cls(folder)
        config = _config(experiment, split, limit=limit, leaks=leaks, further=further)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if run.config_path.exists():
                run._require_same(config)
                return run
            split.save(run.split_path)
            write_json(run.folder / "environment.json", _environment())
            write_json(run.config_path, config)
        except OSError as error:
            raise RunError(
                f"{folder} cannot be written: {error.strerror}.", value=folder
            ) from error
        return run

    @property
    def config_path(self) -> Path:
        """The experiment's settings, as they were."""
        return self.folder / "config.json"

    @property
    def split_path(self) -> Path:
        """Which lesions stand on which side."""
        return self.folder / "split.json"

    @property
    def weights_path(self) -> Path:
        """The finished network's weights; its presence says that the run is complete."""
        return self.folder / "final.weights.h5"

    @property
    def complete(self) -> bool:
        """Whether the run came to its end."""
        return self.weights_path.exists()

    @property
    def experiment(self) -> Experiment:
        """What was done, from its own record.

        Raises
        ------
        RunError
            If there is no such record, or it is of another version.
        """
        try:
            recorded = json.loads(self.config_path.read_text(encoding="utf-8"))["experiment"]
            experiment: Experiment = TypeAdapter(Experiment).validate_python(recorded)
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise RunError(
                f"{self.folder} holds no run of this version of Lentigo.", value=self.folder
            ) from error
        return experiment

    def load_into(self, network: keras.Model) -> None:
        """Give `network` the weights that the run ended with.

        Raises
        ------
        RunError
            If they are damaged, or of a network that this version builds differently.
        """
        try:
            # Keras only warns of layers for which the file holds nothing.
            with warnings.catch_warnings(action="error", category=UserWarning):
                network.load_weights(self.weights_path)
        except (OSError, ValueError, KeyError, UserWarning) as error:
            raise RunError(
                f"{self.weights_path} does not fit: it is damaged, or from another version of "
                "Lentigo.",
                value=self.weights_path,
            ) from error

    @property
    def epochs_done(self) -> int:
        """Epochs of its checkpoint."""
        state = self.folder / "checkpoint.json"
        return int(json.loads(state.read_text(encoding="utf-8"))["epoch"]) if state.exists() else 0

    @property
    def leaks(self) -> int:
        """Pairs on two sides of its split that were accepted."""
        return int(json.loads(self.config_path.read_text(encoding="utf-8")).get("leaks", 0))

    def _require_same(self, config: dict[str, object]) -> None:
        there = json.loads(self.config_path.read_text(encoding="utf-8"))
        # A setting that came later has its default in an older record.
        there["experiment"] = dataclasses.asdict(self.experiment)
        if _plain(there) != _plain(config):
            raise RunError(
                f"{self.folder} holds a run with other settings. Choose another folder, "
                "or delete that one.",
                value=self.folder,
            )


def write_json(path: Path, content: object) -> None:
    """Write `content` aside, then rename it into place: a kill leaves the old file or the new."""
    aside = path.with_name(path.name + ".part")
    aside.write_text(json.dumps(content, indent=2, default=str) + "\n", encoding="utf-8")
    aside.replace(path)


def _plain(config: dict[str, object]) -> object:
    return json.loads(json.dumps(config, default=str))


def _config(
    experiment: Experiment,
    split: Split,
    *,
    limit: int | None,
    leaks: int,
    further: str | None,
) -> dict[str, object]:
    return {
        "experiment": dataclasses.asdict(experiment),
        "split_sha256": split.sha256,
        "limit": limit,
        **({"leaks": leaks} if leaks else {}),
        **({"further_sha256": further} if further else {}),
    }


def _environment() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "platform": platform.platform(),
        "processors": os.cpu_count(),
        "keras": metadata.version("keras"),
        "backend": os.environ.get("KERAS_BACKEND", "tensorflow"),
        "commit": _commit(),
    }


def _commit() -> str | None:
    git = shutil.which("git")
    if git is None:
        return None
    try:
        answer = subprocess.run(
            [git, "describe", "--always", "--dirty", "--abbrev=40"],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()
