"""``lentigo batch --cluster ADDRESS``: the same table, filled by several machines."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from core.batch.cluster import ClusterTask, analyse_on_cluster
from core.batch.job import BatchJob
from core.batch.results import ResultsFile
from core.batch.table import columns_of
from core.batch.writing import reading_of
from core.commands.batch_progress import BatchProgress
from core.commands.model_options import interpretation_of
from core.engine import EngineRequest
from core.installed.pointer import model_in_use
from core.language import say
from core.model import STATEMENT, Bundle, DeviceRequest

if TYPE_CHECKING:
    from core.results import Precision


def run_on_cluster(arguments: argparse.Namespace, job: BatchJob, *, precision: Precision) -> int:
    """Analyse what has no row yet; returns and raises as `core.commands.batch.run`."""
    bundle = Bundle.load(model_in_use(arguments.model))
    how = interpretation_of(arguments, bundle.card)
    job = _absolute(job)
    task = ClusterTask(
        job=job,
        model=bundle.folder.absolute(),
        sha256=bundle.sha256,
        device=DeviceRequest(arguments.device),
        engine=EngineRequest(arguments.engine),
        precision=precision,
        interpretation=how,
        thorough=arguments.thorough,
    )
    reading = reading_of(how, thorough=arguments.thorough)
    with ResultsFile(
        job.table, columns_of(bundle.card), sha256=bundle.sha256, reading=reading
    ) as results:
        return _fill(results, task, arguments)


def _absolute(job: BatchJob) -> BatchJob:
    """Name everything so that it is found wherever a worker runs."""
    overlays = None if job.overlays is None else job.overlays.absolute()
    return BatchJob(tuple(one.absolute() for one in job.folders), job.table, overlays)


def _fill(results: ResultsFile, task: ClusterTask, arguments: argparse.Namespace) -> int:
    files = [path for path in task.job.images() if task.job.name(path) not in results.done]
    failed = False
    with BatchProgress(sys.stderr, done=len(results.done), to_do=len(files)) as progress:
        for row in analyse_on_cluster(
            task, files, address=arguments.cluster, workers=arguments.workers
        ):
            results.add(row)
            failed = failed or bool(row.get("error"))
            progress.step()
    sys.stderr.write(f"{say(STATEMENT)}\n")
    return int(failed)
