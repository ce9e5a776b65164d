"""Somebody who has cases open: ``python -m tests.core.cases.vault.opener FOLDER``, until killed."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from core.cases.address import CaseAddress
from core.cases.store import CaseStore

if __name__ == "__main__":
    store = CaseStore.open(CaseAddress.of("", folder=Path(sys.argv[1])))
    sys.stdout.write("open\n")
    sys.stdout.flush()
    time.sleep(600)
