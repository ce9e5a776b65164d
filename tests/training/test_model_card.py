"""The card as a page says what the bundle knows, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.model import Bundle
from core.paths import model_folder
from tests.core.tiny import tiny_bundle, tiny_rules
from training.__main__ import main
from training.model_card import model_card


def test_a_bundle_without_figures_claims_none(tmp_path: Path) -> None:
    page = model_card(tiny_bundle(tmp_path / "model"))
    assert "Not measured yet." in page
    assert "No rules were fitted." in page
    assert "## By class" not in page
    assert "not a medical device" in page


def test_rules_are_told_as_sentences(tmp_path: Path) -> None:
    page = model_card(tiny_bundle(tmp_path / "model", trust=tiny_rules()))
    assert "From a probability of 90 % on, findings are wrong in at most 10 %" in page
    assert "`sensitivity_95`: malignant from a total of 10 % on" in page


def test_the_shipped_page_is_the_shipped_card(root: Path) -> None:
    if not (model_folder() / "card.json").is_file():
        pytest.skip("no model ships here")
    bundle = Bundle.load(model_folder())
    page = (root / "docs" / "model_card.md").read_text(encoding="utf-8")
    assert page == model_card(bundle)
    for item in ("Melanoma sensitivity", "without follow-up nevi", "dark skin", bundle.sha256):
        assert item in page


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle = tiny_bundle(tmp_path / "model")
    words = ["card", "--bundle", str(bundle.folder)]
    assert main([*words, "--markdown", str(tmp_path / "card.md")]) == 0
    assert (tmp_path / "card.md").read_text() == model_card(bundle)
    assert main(words) == 2
    assert "Say what to do" in capsys.readouterr().err
