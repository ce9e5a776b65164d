from __future__ import annotations

import ast

import pytest

from scripts.translations.texts import NotLiteralError, texts_of


def found(source: str) -> list[tuple[str, ...]]:
    return list(texts_of(ast.parse(source), place="a.py"))


def test_texts_are_found_wherever_they_stand() -> None:
    assert found("say('outer {a}' ' joined', a=say('inner'))") == [
        ("outer {a} joined",),
        ("inner",),
    ]
    assert found("f'{marked(\"within\")} {x}'") == [("within",)]
    assert found("counted('{count} image', '{count} images', count=n)") == [
        ("{count} image", "{count} images")
    ]


def test_a_constant_and_other_functions_are_no_texts() -> None:
    assert found("say(CONSTANT); print('no text'); self.say('another')") == []


def test_a_text_put_together_at_run_time_is_refused() -> None:
    with pytest.raises(NotLiteralError, match=r"a\.py, line 1"):
        found("say(f'There is no {file}.')")
    with pytest.raises(NotLiteralError, match="line 2"):
        found("\nsay('There is no ' + file)")
