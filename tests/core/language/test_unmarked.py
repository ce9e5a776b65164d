from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from typing import Final

import pytest

from scripts.translations.texts import BEFORE_THE_WINDOW
from tests.core.language.unmarked import unmarked

NOT_TRANSLATED: Final = {
    "core/atlas/remarks.py": "kinds of remarks in tables; the window has words of its own",
    "core/cases/migrations/*": "SQL",
    "core/datasets/ham10000.py": "reference and licence, as published",
    "core/datasets/layout.py": "kinds of data sets; the window has words of its own",
    "core/datasets/statement.py": "the source of a class on a card",
    "core/diagnostics/*": "crash reports, which developers read",
    "core/dicom/finding.py": "coded content and its texts, for machines",
    "core/dicom/export.py": "coded content and its texts, for machines",
    "core/fhir/report.py": "coded content and its texts, for machines",
    "core/images/fit.py": "what only developers meet",
    "core/images/heat.py": "what only developers meet",
    "core/images/placement.py": "what only developers meet",
    "core/logs.py": "logs",
    "core/phantoms/*": "drawn by developers",
    "core/taxonomy/*": "names as published data sets have them, and references",
}


def exempt(file: str) -> bool:
    return any(fnmatch(file, pattern) for pattern in NOT_TRANSLATED)


def test_every_text_for_people_is_marked(root: Path) -> None:
    files = [*(root / "core").rglob("*.py"), *(root / one for one in BEFORE_THE_WINDOW)]
    found = [
        f"{place}:{line}: {text}"
        for place in sorted(file.relative_to(root).as_posix() for file in files)
        if not exempt(place)
        for line, text in unmarked((root / place).read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("pattern", NOT_TRANSLATED)
def test_what_is_exempt_is_there_and_has_such_texts(root: Path, pattern: str) -> None:
    places = [file for file in root.rglob("core/**/*.py") if fnmatch(str(file), f"*/{pattern}")]
    assert any(list(unmarked(file.read_text("utf-8"))) for file in places)


@pytest.mark.parametrize(
    "source",
    [
        "raise FileMissing('There is no file.')",
        "raise FileMissing(f'There is no file {name}.')",
        "add('--out', help='where to write it')",
        "sys.stderr.write('all of it is whole')",
        "say('Marked: {words}.', words='but this is not')",
        "NAME = 'a name in a table'",
        "words = {code: 'of a kind of lesion'}",
    ],
)
def test_a_text_that_nobody_marked_is_found(source: str) -> None:
    assert len(list(unmarked(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "say('There is no file {name}.', name=name)",
        "counted('{count} image is there', '{count} images are there', count=3)",
        "raise ValueError('A developer reads this sentence.')",
        "log.warning('a line in a log')",
        "'''A docstring has sentences, too.'''",
        "connection.execute('SELECT one FROM another')",
        "f'<p class=quiet>{words} and such things</p>'",
        "shown == 'words to compare with'",
    ],
)
def test_what_people_do_not_read_is_left_alone(source: str) -> None:
    assert list(unmarked(source)) == []
