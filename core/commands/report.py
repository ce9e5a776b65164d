"""``lentigo report``: a patient's file as PDF."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.cases.store import CaseStore
from core.commands.case_options import add_case_options, case_address
from core.errors import UsageError
from core.files import write_whole
from core.images import ImageReader
from core.report.paper import Paper

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.cases.records import StoredImage

_SIDE: Final = 1024  # pixels; on half a page that is 300 to the inch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``report``."""
    parser.add_argument("pseudonym", metavar="PSEUDONYM", help="of the patient: P-7KQ-3M2X")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the PDF file")
    parser.add_argument("--named", action="store_true", help="with the patient's name")
    parser.add_argument("--clinic", default="", metavar="NAME", help="stands above every page")
    parser.add_argument("--paper", choices=[str(size) for size in Paper], default=str(Paper.A4))
    add_case_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write it.

    Raises
    ------
    LentigoError
        If there is no such patient, or the file cannot be written.
    """
    from core.report.pdf.patient import render_patient

    if arguments.out.suffix.lower() != ".pdf":
        raise UsageError(f"A patient's report is a .pdf file, not {arguments.out.name}.")
    store = CaseStore.open(case_address(arguments))
    try:
        file = store.file_of(store.patient_named(arguments.pseudonym))
        with ImageReader() as reader:

            def pixels(image: StoredImage) -> NDArray[np.uint8]:
                return reader.read(store.original(image), max_side=_SIDE).pixels

            content = render_patient(
                file,
                pixels=pixels,
                made=datetime.now().astimezone().date(),
                named=arguments.named,
                paper=Paper(arguments.paper),
                clinic=arguments.clinic,
            )
    finally:
        store.close()
    write_whole(arguments.out, content)
    sys.stdout.write(f"{arguments.out}\n")
    return 0
