"""``lentigo``: the window, or a subcommand without one.

Subcommands are handed on before anything of Qt is imported: a server has no display, and a command
should not wait for one.
"""

from __future__ import annotations

import multiprocessing
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
    multiprocessing.freeze_support()
    given = sys.argv[1:] if arguments is None else list(arguments)
    from core import cli

    if cli.is_command(given):
        return cli.main(given)
    from desktop.application import run

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
