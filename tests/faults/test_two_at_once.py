"""Two Lentigos at once, on one user's files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from core.cases.address import CaseAddress
from core.cases.search import LesionQuery
from core.cases.store import CaseStore

PATIENTS = 40
WORKING = """
import sys
from pathlib import Path
from core.cases.address import CaseAddress
from core.cases.records import Lesion, Patient
from core.cases.store import CaseStore
store = CaseStore.open(CaseAddress.of("", folder=Path(sys.argv[1])))
for number in range(int(sys.argv[2])):
    patient = store.add(Patient(name=f"{sys.argv[3]} {number}"))
    store.add(Lesion(patient_id=patient.id, label="Mole"))
store.close()
"""


def test_both_write_to_the_same_cases(root: Path, tmp_path: Path) -> None:
    """Even the first opening, which makes the tables, may be shared."""
    folder = tmp_path / "cases"
    both = [
        subprocess.Popen(
            [sys.executable, "-c", WORKING, str(folder), str(PATIENTS), name],
            cwd=root,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "other")
    ]
    for one in both:
        _, complaint = one.communicate(timeout=120)
        assert one.returncode == 0, complaint
    store = CaseStore.open(CaseAddress.of("", folder=folder))
    assert store.find(LesionQuery()).total == 2 * PATIENTS
    assert store.examine(deep=True).good
    store.close()
