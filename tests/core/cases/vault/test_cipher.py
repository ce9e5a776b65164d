from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.cases.vault import cipher
from core.errors import StoreUnavailable

KEY = "ab" * 32
BESIDE_TENSORFLOW = """
import sys
from pathlib import Path

import tensorflow  # brings a SQLite of its own

from core.cases.vault import cipher

path = Path(sys.argv[1])
connection = cipher.connect(path, "ab" * 32, patience=1)
connection.execute("CREATE TABLE patient (name TEXT)")
connection.execute("INSERT INTO patient VALUES ('Siti Rahayu')")
connection.commit()
connection.close()
"""


def test_it_encrypts_beside_other_libraries_that_have_sqlite(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    command = [sys.executable, "-c", BESIDE_TENSORFLOW, str(path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    content = path.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert b"Rahayu" not in content
    opened = cipher.connect(path, KEY, patience=1)
    assert opened.execute("SELECT name FROM patient").fetchall() == [("Siti Rahayu",)]
    opened.close()


def test_where_nothing_would_be_encrypted_nothing_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    monkeypatch.setattr(cipher, "MODULE", sqlite3)
    with pytest.raises(StoreUnavailable, match="nothing would be encrypted"):
        cipher.connect(tmp_path / "cases.sqlite", KEY, patience=1)
