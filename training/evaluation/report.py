"""The evaluation as files, for programs, for people, and for whoever doubts a figure.

``report.json`` is read by programs, ``report.html`` by people; ``predictions.csv`` has every
single answer, so that each figure can be computed again by other means.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from training.evaluation.document import document
from training.evaluation.evaluated import Evaluation
from training.pages.files import prepare_folder, write_text


def predictions_csv(evaluation: Evaluation) -> str:
    """One line per answered image: who it is, what was found, and every probability."""
    predictions = evaluation.predictions
    columns = [f"p_{code}" for code in predictions.codes]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["image_id", "lesion_id", "dx", "finding", "correct", *columns])
    findings = predictions.scored().finding
    for image, index, row in zip(
        predictions.images, findings, predictions.probabilities, strict=True
    ):
        finding = predictions.codes[index]
        known = [image.image_id, image.lesion_id or "", image.code, finding]
        values = [f"{value:.6g}" for value in row]
        writer.writerow([*known, int(finding == image.code), *values])
    return text.getvalue()


def write_report(evaluation: Evaluation, *, folder: Path, page: str) -> None:
    """Write the three files into `folder`, ``report.json`` last: where it is, all is.

    Parameters
    ----------
    evaluation : Evaluation
        What to report.
    folder : Path
        Made if absent; files of an earlier report in it are replaced.
    page : str
        The HTML.

    Raises
    ------
    ReportNotWritten
        If the folder cannot be written.
    """
    prepare_folder(folder)
    write_text(folder / "predictions.csv", predictions_csv(evaluation))
    write_text(folder / "report.html", page)
    text = json.dumps(document(evaluation), indent=2, ensure_ascii=False, allow_nan=False)
    write_text(folder / "report.json", text + "\n")
