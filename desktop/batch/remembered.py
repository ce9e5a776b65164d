"""The work of last time, as the settings keep it."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from core.batch.job import BatchJob

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A batch, and whether it came to its end.

    Parameters
    ----------
    job : BatchJob
        What was done.
    finished : bool
        Whether every image had its row.
    quick : bool
        Whether it was computed in lower precision, where that is offered.
    """

    job: BatchJob
    finished: bool
    quick: bool = False

    def written(self) -> str:
        """Return it as a setting."""
        overlays = self.job.overlays
        return json.dumps(
            {
                "folders": [str(folder) for folder in self.job.folders],
                "table": str(self.job.table),
                "overlays": "" if overlays is None else str(overlays),
                "finished": self.finished,
                "quick": self.quick,
            }
        )


def read(setting: str) -> Remembered | None:
    """Return what a setting holds; nothing, with a line in the log, where that is no such work."""
    if not setting:
        return None
    try:
        values = json.loads(setting)
        overlays = values["overlays"]
        job = BatchJob(
            tuple(Path(folder) for folder in values["folders"]),
            Path(values["table"]),
            Path(overlays) if overlays else None,
        )
        return Remembered(job, bool(values["finished"]), bool(values.get("quick", False)))
    except (ValueError, TypeError, KeyError):
        _log.warning("The setting batch is not usable and was left out.")
        return None
