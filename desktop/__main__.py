"""``lentigo``: the window, or a subcommand without one.

Subcommands are handed on before anything of Qt is imported: a server has no display, and a command
should not wait for one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Start Lentigo.

    Parameters
    ----------
    arguments : sequence of str, optional
        The command line without the program's name; that of this process by default.

    Returns
    -------
    int
        Exit status.
    """
    if getattr(sys, "frozen", False):  # else it does nothing, and importing it takes its time
        import multiprocessing

        multiprocessing.freeze_support()
    _give_streams()
    from core import logs

    logs.set_up()
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given:  # most open the window without a word
        from core.commands import is_command

        if is_command(given):
            from core import cli
            from core.diagnostics.native import watch_native_crashes

            watch_native_crashes()
            return cli.main(given)
    from desktop.application import run

    return run(given)


def _give_streams() -> None:
    """Let what is written go nowhere where there is no terminal: Windows' windows have none."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # stays open
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # stays open


if __name__ == "__main__":
    sys.exit(main())
