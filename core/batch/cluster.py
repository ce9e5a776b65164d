"""A batch on several machines: Ray Data hands images out, and brings rows back.

Every machine has Lentigo, and sees the same folders and the same model under the same paths; what
travels is paths and rows. Ray itself is an extra that nobody else needs.
"""

from __future__ import annotations

import json
import logging
import os
import socket
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from core.batch.job import BatchJob
from core.batch.writing import AnswerWriter, reading_of
from core.engine import EngineRequest, open_classifier
from core.errors import BundleDamaged, ClusterUnavailable, UsageError
from core.images import ImageReader
from core.language import say
from core.model import Bundle, DeviceRequest
from core.results import Precision

if TYPE_CHECKING:
    from core.batch.table import Row
    from core.trust.interpretation import Interpretation

LOCAL: Final = "local"
"""The address that starts a cluster on this machine, for trying it out."""
_STORE_BYTES: Final = 128 << 20  # of a local one: only paths and rows pass through it
_SURROUNDINGS: Final = {
    "RAY_USAGE_STATS_ENABLED": "0",  # else it would tell its makers of every start
    "RAY_BACKEND_LOG_LEVEL": "fatal",  # what fails is an exception anyway
}
_PATIENCE: Final = 5.0  # seconds
_PORTION: Final = 8  # images that a worker is given at a time
_BLOCK: Final = 64  # images of which Ray keeps account together


@dataclass(frozen=True, slots=True)
class ClusterTask:
    """What every worker has to know.

    Parameters
    ----------
    job : BatchJob
        Names the images, and says where heat maps go.
    model : Path
        Folder of the bundle.
    sha256 : str
        Of the bundle, which must be the same everywhere.
    device, engine, precision, interpretation, thorough
        How images are analysed, and answers read.
    """

    job: BatchJob
    model: Path
    sha256: str
    device: DeviceRequest
    engine: EngineRequest
    precision: Precision
    interpretation: Interpretation
    thorough: bool


class Analyst:
    """What runs in a worker, for as long as there are images.

    Parameters
    ----------
    task : ClusterTask
        What is to be done.

    Raises
    ------
    BundleDamaged
        If this machine has another model under the same path.
    """

    def __init__(self, task: ClusterTask) -> None:
        bundle = Bundle.load(task.model)
        if bundle.sha256 != task.sha256:
            raise BundleDamaged(say("A machine of the cluster has another model."))
        self._classifier = open_classifier(
            bundle, device=task.device, engine=task.engine, precision=task.precision, bulk=True
        )
        self._classifier.interpretation = task.interpretation
        self._classifier.thorough = task.thorough
        reading = reading_of(task.interpretation, thorough=task.thorough)
        self._writer = AnswerWriter(task.job, bundle.card, bundle.sha256, reading)
        self._reader = ImageReader(workers=1)

    def __call__(self, portion: dict[str, Any]) -> dict[str, list[str]]:
        """Analyse some images: paths in, rows out, both as JSON, which holds any file's name."""
        paths = [Path(json.loads(str(text))) for text in portion["path"]]
        rows = []
        drawn = self._writer.job.overlays is not None
        for answer in self._classifier.analyse_many(paths, reader=self._reader, pictures=drawn):
            self._writer.write_overlay(answer)
            rows.append(json.dumps(self._writer.row(answer)))
        return {"row": rows}


def analyse_on_cluster(
    task: ClusterTask, images: Sequence[Path], *, address: str, workers: int | None = None
) -> Iterator[Row]:
    """Have images analysed elsewhere.

    Parameters
    ----------
    task : ClusterTask
        How.
    images : sequence of Path
        Which.
    address : str
        Of a Ray cluster, ``HOST:PORT``, or `LOCAL`.
    workers : int, optional
        How many analyse at a time; by default one on each machine.

    Yields
    ------
    Row
        In the order in which they come.

    Raises
    ------
    UsageError
        If Ray is not installed.
    ClusterUnavailable
        If the cluster cannot be reached, or fails.
    """
    with _connected(address, workers) as ray:
        ray.data.DataContext.get_current().enable_progress_bars = False
        items = [{"path": json.dumps(str(path.absolute()))} for path in images]
        blocks = max(1, -(-len(items) // _BLOCK))
        analysed = ray.data.from_items(items, override_num_blocks=blocks).map_batches(
            Analyst,
            batch_size=_PORTION,
            fn_constructor_kwargs={"task": task},
            compute=ray.data.ActorPoolStrategy(size=workers or _machines(ray)),
            num_cpus=1,
            num_gpus=_graphics(ray, task.device),
        )
        for row in analysed.iter_rows():
            yield json.loads(row["row"])


@contextmanager
def _connected(address: str, workers: int | None) -> Iterator[Any]:
    for name, value in _SURROUNDINGS.items():
        os.environ.setdefault(name, value)
    warnings.filterwarnings("ignore", module=r"ray(\.|$)")  # of its own settings
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise UsageError(
            say("Ray is not installed: install Lentigo with its extra “cluster”.")
        ) from error
    if address != LOCAL:
        _require_answer(address)
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    if address == LOCAL:
        quiet |= {
            "include_dashboard": False,
            "num_cpus": workers or 1,
            "object_store_memory": _STORE_BYTES,
        }
    try:
        ray.init(address=address, **quiet)
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        yield ray
    except (ray.exceptions.RayError, ConnectionError, RuntimeError, ValueError) as error:
        raise _unavailable(address, error) from error
    finally:
        ray.shutdown()


def _require_answer(address: str) -> None:
    """Ask whether somebody is there: Ray itself would try for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not host or not port.isdecimal():
        raise UsageError(
            say("{address} is no address of a cluster: HOST:PORT.", address=address), value=address
        )
    try:
        socket.create_connection((host, int(port)), timeout=_PATIENCE).close()
    except (OSError, OverflowError) as error:
        raise _unavailable(address, error) from error


def _unavailable(address: str, error: Exception) -> ClusterUnavailable:
    return ClusterUnavailable(
        say(
            "The cluster at {address} cannot be reached, or failed ({kind}).",
            address=address,
            kind=type(error).__name__,
        ),
        value=address,
    )


def _machines(ray: Any) -> int:  # noqa: ANN401 - it has no types that we could use
    return max(1, sum(bool(node["Alive"]) for node in ray.nodes()))


def _graphics(ray: Any, device: DeviceRequest) -> int:  # noqa: ANN401 - as above
    return int(device is not DeviceRequest.CPU and ray.cluster_resources().get("GPU", 0) > 0)
