from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_MANY_SIGNALS = """
from desktop.application import make_application
from PySide6.QtCore import QObject, Signal
class Sender(QObject):
    sent = Signal(bool)
application = make_application()
sender = Sender()
sender.sent.connect(lambda _: None)
for _ in range(20_000):
    sender.sent.emit(True)
    application.processEvents()
"""
_SHY_IMPORT = """
from desktop.application import make_application
make_application()
import shy
"""
_SHY = """
def __getattr__(name):
    raise ImportError(f"do not ask me for {name}")
"""


def run(source: str, *, path: Path) -> None:
    environment = {"PYTHONPATH": str(path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", source],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_twenty_thousand_signals_do_not_end_the_program(root: Path) -> None:
    """As they did with PySide6 6.12.0 on Python 3.11, which pyproject.toml excludes."""
    run(_MANY_SIGNALS, path=root)


def test_importing_reads_no_module(root: Path, tmp_path: Path) -> None:
    (tmp_path / "shy.py").write_text(_SHY)
    run(f"import sys; sys.path.append({str(tmp_path)!r})\n{_SHY_IMPORT}", path=root)
