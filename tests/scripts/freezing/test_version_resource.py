"""What Windows shows of a program's version."""

from __future__ import annotations

import ast

from scripts.freezing.version_resource import numbers, version_resource


def test_windows_compares_four_numbers() -> None:
    assert numbers("1.2.3") == (1, 2, 3, 0)
    assert numbers("1.2.rc1.4.5") == (1, 2, 0, 4)


def test_it_can_be_read_and_says_what_it_is() -> None:
    text = version_resource("1.2.3", edition="slim")
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)
    texts = [node.value for node in ast.walk(call) if isinstance(node, ast.Constant)]
    assert texts.count("1.2.3") == 2
    assert any("not a medical device" in str(words) for words in texts)
