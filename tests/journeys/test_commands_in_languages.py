"""A user who speaks Indonesian gives commands; only what machines read is English."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from core import cli
from core.cases.address import CaseAddress
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.commands import COMMANDS
from core.language import Language, use
from core.model import Bundle
from core.paths import model_folder
from core.report.card.html import to_html
from core.report.card.page import card_page
from core.report.options import ReportOptions
from core.report.originals import Originals
from core.report.pdf.patient import render_patient
from tests.core.cases.filled import fill
from tests.core.tiny import tiny_bundle, tiny_rules

Run = Callable[..., tuple[int, str, str]]

# Python's own words, which test languages do not reach, and what the options themselves are.
_PARSER = re.compile(r"usage:|positional arguments|options:|show this help message and exit")
_WORDS = re.compile(r"\b[A-Za-z][a-z]+ [a-z]+ [a-z]+")
_ENGLISH = re.compile(
    r"\b(the|of|and|with|is|are|not|from|image|finding|lesion|Malignant)\b", re.IGNORECASE
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as exit_:
            status = int(str(exit_.code))
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def images(tmp_path: Path) -> list[Path]:
    """Return a picture that the quality gate objects to, and a file that is none."""
    paths = [tmp_path / "pictures" / name for name in ("a.jpg", "b.jpg")]
    paths[0].parent.mkdir()
    Image.fromarray(np.full((64, 96, 3), 40, np.uint8)).save(paths[0])
    paths[1].write_bytes(b"no picture")
    return paths


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "model", trust=tiny_rules()).folder


def outside(text: str) -> str:
    """Return what is not in brackets: what nobody translates."""
    shorter = re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    return shorter if shorter == text else outside(shorter)


def page_words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_all_of_a_commands_help_is_translated(run: Run, command: str) -> None:
    status, out, _ = run("--language", "x-bracketed", command, "--help")
    assert status == 0
    assert "⟦" in out
    assert _WORDS.findall(_PARSER.sub("", outside(out))) == []


def shown(report: Path) -> str:
    """Return the words of a report."""
    if report.suffix == ".pdf":
        return page_words(report.read_bytes())
    return re.sub(r"(?s)<style>.*?</style>|<[^>]*>", " ", report.read_text("utf-8"))


@pytest.mark.parametrize("name", ["report.html", "report.pdf"])
def test_what_classify_prints_and_writes_is_translated(
    run: Run, images: list[Path], model: Path, tmp_path: Path, name: str
) -> None:
    report = tmp_path / name
    given = ("classify", *images, "--model", model, "--report", report, "--thorough", "--check")
    status, *printed = run("--language", "x-bracketed", *given)
    assert status == 1  # one is no picture
    for said in (*printed, shown(report)):
        assert "⟦" in said
        assert _WORDS.findall(outside(said)) == []
    # What stands within translated texts may be English all the same.
    _, *printed = run("--language", "id", *given)
    for said in (*printed, shown(report)):
        assert _ENGLISH.findall(said) == []


def test_a_patients_pages_are_translated(tmp_path: Path) -> None:
    store = CaseStore.open(CaseAddress.of("", folder=tmp_path / "cases"))
    fill(store, tmp_path, patients=1)
    file = store.file_of(store.find(LesionQuery()).lines[0].patient_id)
    store.close()
    grey = Originals(lambda _image: np.full((60, 80, 3), 128, np.uint8))
    made, options = date(2026, 11, 21), ReportOptions(metadata=True)
    use(Language.BRACKETED)
    said = outside(page_words(render_patient(file, originals=grey, made=made, options=options)))
    own = {note.text for note in file.notes} | {lesion.label for lesion in file.lesions}
    own |= {diagnosis.text for diagnosis in file.diagnoses}
    for words in own - {""}:
        said = said.replace(" ".join(words.split()), "")
    assert _WORDS.findall(said) == []
    use(Language.INDONESIAN)
    said = page_words(render_patient(file, originals=grey, made=made, options=options))
    assert "Nevus melanositik, 90%" in said
    assert "Untuk penelitian dan pendidikan; bukan diagnosis; bukan alat kesehatan." in said
    assert "Halaman 1 dari" in said
    for words in own - {""}:
        said = said.replace(" ".join(words.split()), "")
    assert _ENGLISH.findall(said) == []


def test_the_models_card_is_translated() -> None:
    bundle = Bundle.load(model_folder())
    use(Language.INDONESIAN)
    page = to_html(card_page(bundle.card, sha256=bundle.sha256), line="#888888")
    said = re.sub(r"<code>.*?</code>|<[^>]*>", " ", page)
    told = bundle.card.training
    own = [source.licence for source in bundle.card.data]
    for words in (*own, str(told["teacher"]), "-with-glibc"):
        said = said.replace(words, "")
    assert _ENGLISH.findall(said) == []
    assert "Karsinoma sel basal" in said


def test_in_indonesian_people_read_it_and_machines_get_the_same(
    run: Run, images: list[Path], model: Path
) -> None:
    given = (*images, "--model", model)
    _, table, said = run("classify", "--language", "id", *given)
    assert "Untuk penelitian dan pendidikan" in said
    assert "Ini bukan gambar yang dapat dibaca Lentigo" in table
    assert _ENGLISH.findall(table) == []
    _, english, _ = run("--language", "en", "classify", "--json", *given)
    _, indonesian, _ = run("--language", "id", "classify", "--json", *given)
    pairs = zip(english.splitlines(), indonesian.splitlines(), strict=True)
    for one, other in pairs:
        first, second = json.loads(one), json.loads(other)
        first.pop("milliseconds", None), second.pop("milliseconds", None)
        assert first == second


def test_the_system_language_is_spoken_where_none_is_chosen(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("LENTIGO_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    status, _, said = run("classify", tmp_path)
    assert status == 2
    assert said == "Tidak ada citra dalam folder yang diberikan.\n"


def test_a_language_that_is_none_of_ours_is_refused(run: Run, tmp_path: Path) -> None:
    status, _, said = run("classify", tmp_path, "--language", "xx")
    assert status == 2
    assert "'xx'" in said
