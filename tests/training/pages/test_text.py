"""Words, and names that were made to do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.pages.text import name_html, name_text, percent, plural


def test_counts_and_shares() -> None:
    assert (plural(1, "image"), plural(10015, "image")) == ("1 image", "10,015 images")
    assert plural(2, "class", nouns="classes") == "2 classes"
    assert percent(0.706) == "71 %"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("nævus 6.jpg", "nævus 6.jpg"),
        ("two\nlines", "two\N{REPLACEMENT CHARACTER}lines"),
        ("two\u2028lines", "two\N{REPLACEMENT CHARACTER}lines"),
        ("no text: \udcff", "no text: \N{REPLACEMENT CHARACTER}"),
        ("gpj.\N{RIGHT-TO-LEFT OVERRIDE}exe", "gpj.\N{REPLACEMENT CHARACTER}exe"),
    ],
)
def test_what_cannot_be_shown_is_replaced(name: str, shown: str) -> None:
    assert name_text(name) == shown


def test_a_long_name_keeps_both_ends() -> None:
    shown = name_text("a" * 300 + ".jpg", length=20)
    assert (len(shown), shown[:3], shown[-4:]) == (20, "aaa", ".jpg")


@given(st.text(st.characters(categories=None), max_size=200), st.integers(3, 90))
def test_any_name_fits_into_a_page(name: str, length: int) -> None:
    shown = name_text(name, length=length)
    assert len(shown) <= length
    shown.encode()
    assert len(shown.splitlines()) <= 1
    assert not set("<>\"'") & set(name_html(name, length=length))
