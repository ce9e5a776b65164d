"""Every action of the window: the one place to look up a shortcut or to add an entry.

A module for each menu, or for a submenu that is long, with the rows in the order in which they are
seen.
"""

from __future__ import annotations

from typing import Final

from desktop.shell.action_table.atlas import ATLAS
from desktop.shell.action_table.cases import CASES
from desktop.shell.action_table.edit import EDIT
from desktop.shell.action_table.file import FILE
from desktop.shell.action_table.help import HELP
from desktop.shell.action_table.image import IMAGE
from desktop.shell.action_table.model import MODEL
from desktop.shell.action_table.progress import PROGRESS
from desktop.shell.action_table.view import VIEW

ACTIONS: Final = (*FILE, *EDIT, *VIEW, *IMAGE, *CASES, *ATLAS, *PROGRESS, *MODEL, *HELP)
