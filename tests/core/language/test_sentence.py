from __future__ import annotations

import copy
import pickle

import pytest

from core.errors import FileMissing
from core.language import Language, again, counted, in_english, marked, number, say, together, use

MISSING = "There is no file “{name}”."


def test_english_is_as_written() -> None:
    assert say("Just so: {this}.") == "Just so: {this}."
    assert say(MISSING, name="{a}.png") == "There is no file “{a}.png”."
    assert counted("{count} image", "{count} images", count=1) == "1 image"
    assert counted("{count} image", "{count} images", count=1200) == "1200 images"


def test_a_sentence_is_said_in_the_language_in_use() -> None:
    use(Language.INDONESIAN)
    assert say(MISSING, name="a.png") == "Tidak ada berkas “a.png”."
    assert say("no text of ours") == "no text of ours"


def test_numbers_are_written_as_in_the_language() -> None:
    assert number(1234.5, ",.2f") == "1,234.50"
    use(Language.INDONESIAN)
    assert number(1234.5, ",.2f") == "1.234,50"
    assert say("{size:.1f} mm, {name}", size=2.5, name="a.png") == "2,5 mm, a.png"


def test_a_sentence_can_be_said_again_in_another_language() -> None:
    sentence = say(MISSING, name=say("a folder"))
    for other in (copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):
        use(Language.BRACKETED)
        assert again(other) == "⟦There is no file “⟦a folder⟧”.⟧"
        assert in_english(other) == sentence
        use(Language.ENGLISH)


def test_sentences_can_be_said_again_together() -> None:
    both = together(say(MISSING, name="a.png"), "Somebody's own words")
    assert both == "There is no file “a.png”. Somebody's own words"
    use(Language.INDONESIAN)
    assert again(both) == "Tidak ada berkas “a.png”. Somebody's own words"
    assert in_english(again(both)) == both


def test_a_plain_text_is_taken_for_english() -> None:
    use(Language.INDONESIAN)
    assert again("There cannot be a file with this name.").startswith("Tidak mungkin")
    assert again("Somebody's own words") == in_english("Somebody's own words")


def test_a_constant_is_translated_where_it_is_shown() -> None:
    constant = marked("There cannot be a file with this name.")
    use(Language.INDONESIAN)
    assert constant.startswith("There")
    assert say(constant).startswith("Tidak")


def test_an_error_speaks_to_people_in_their_language_and_to_logs_in_english() -> None:
    use(Language.INDONESIAN)
    error = pickle.loads(pickle.dumps(FileMissing(say(MISSING, name="a.png"), value="a.png")))
    assert error.message == "Tidak ada berkas “a.png”."
    assert str(error) == "There is no file “a.png”."
    use(Language.ENGLISH)
    assert error.message == "There is no file “a.png”."


def test_test_languages_leave_placeholders_alone() -> None:
    use(Language.LONG)
    assert say(MISSING, name="a.png") == "Theeereee iiis nooo fiiileee “a.png”."
    use(Language.MIRRORED)
    assert "a.png" in say(MISSING, name="a.png")


def test_only_whole_numbers_are_counted() -> None:
    with pytest.raises(TypeError, match="no number"):
        counted("{count} image", "{count} images", count="3")  # type: ignore[arg-type]  # on purpose
