"""What `argparse` says by itself, in the language in use.

It asks the standard library's `gettext` for its texts, in whatever domain is set, in the language
that the environment names.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from core.language import current, marked
from core.language.catalogue import DOMAIN
from core.paths import translations_folder

TEXTS: Final = (
    marked("usage: "),
    marked("options"),
    marked("positional arguments"),
    marked("show this help message and exit"),
    marked("%(prog)s: error: %(message)s\n"),
    marked("argument %(argument_name)s: %(message)s"),
    marked("the following arguments are required: %s"),
    marked("one of the arguments %s is required"),
    marked("not allowed with argument %s"),
    marked("unrecognized arguments: %s"),
    marked("expected one argument"),
    marked("expected at least one argument"),
    marked("invalid choice: %(value)r (choose from %(choices)s)"),
    marked("invalid %(type)s value: %(value)r"),
    marked("ambiguous option: %(option)s could match %(matches)s"),
)
"""Those that our commands can meet."""

# Python heeds the first of these. The system's own library heeds it as well, and keeps what it has
# said so; of the second it takes no notice any more.
_FIRST: Final = "LANGUAGE"
_SECOND: Final = "LC_ALL"


@contextmanager
def parser_translated() -> Iterator[None]:
    """Let `argparse` speak the language in use; for commands, whose process has one thread."""
    domain = gettext.textdomain()
    before = {name: os.environ.pop(name, None) for name in (_FIRST, _SECOND)}
    gettext.bindtextdomain(DOMAIN, str(translations_folder()))
    gettext.textdomain(DOMAIN)
    os.environ[_SECOND] = str(current())
    try:
        yield
    finally:
        gettext.textdomain(domain)
        del os.environ[_SECOND]
        os.environ.update({name: value for name, value in before.items() if value is not None})
