"""An order that cannot stand in a DICOM file is refused; names are read as people write them."""

from __future__ import annotations

import pytest

from core.errors import UsageError
from core.report.order import Order, checked_pseudonym, name_in_words


@pytest.mark.parametrize(
    ("accession", "physician"),
    [("A" * 17, ""), ("A\\B", ""), ("A\n", ""), ("", "N" * 65), ("", "Doe\\Jane")],
)
def test_what_dicom_cannot_hold_is_refused(accession: str, physician: str) -> None:
    with pytest.raises(UsageError, match=r"at most (16|64) characters, and no backslash"):
        Order(accession, physician)


@pytest.mark.parametrize("words", ["P" * 65, "P\\1", "P\n1", "P\0"])
def test_a_pseudonym_that_dicom_cannot_hold_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="at most 64 characters, and no backslash"):
        checked_pseudonym(words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Doe^Jane^M^Dr^MSc", "Dr Jane M Doe MSc"),
        ("Doe^Jane", "Jane Doe"),
        ("Yamada^Tarou=山田^太郎", "Tarou Yamada"),
        ("Jane Doe, MD", "Jane Doe, MD"),
        ("", ""),
    ],
)
def test_names_are_read_as_people_write_them(name: str, words: str) -> None:
    assert name_in_words(name) == words


def test_an_order_of_which_nothing_is_known_is_none() -> None:
    assert not Order()
    assert Order("A-1")
    assert Order("", "Doe").physician_in_words == "Doe"
