"""Rules fitted after training: a class that is favoured, and a bundle that is fitted anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.model import Bundle, save_bundle
from core.model.build import network_from_bundle
from core.model.bundle import Weights
from tests.training.small_set import SEED, material_of, write_small_set
from training.__main__ import main
from training.dividing import split_by_lesion
from training.errors import ExperimentError
from training.experiment import Classification
from training.export import afterwards
from training.export.bundle import export
from training.export.wishes import Wishes
from training.material import Material
from training.model_card import model_card
from training.run import Run
from training.train import train

PLAIN = Classification(
    name="plain", architecture="vgg16", size=(32, 48), epochs=1, batch_size=8
)  # fmt: skip


pytestmark = pytest.mark.usefixtures("small_networks")


@pytest.fixture(scope="module")
def material(small_material: Material) -> Material:
    return small_material


@pytest.fixture(scope="module")
def run(material: Material, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return train(PLAIN, material, out=tmp_path_factory.mktemp("runs") / "run")


@pytest.fixture(scope="module")
def plain(run: Run, material: Material, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return export(run, material, out=tmp_path_factory.mktemp("models") / "plain")


def refit(bundle: Bundle, material: Material, out: Path, *options: str) -> int:
    split = out.parent / "split.json"
    material.split.save(split)
    data = material.dataset.folder
    words = ["refit", "--bundle", str(bundle.folder), "--data", str(data), "--split", str(split)]
    return main([*words, "--out", str(out), *options])


@pytest.fixture
def half(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every class that is favoured need the same."""
    monkeypatch.setattr(afterwards, "favour", lambda *_: 0.5)


@pytest.mark.usefixtures("half")
def test_the_card_names_the_class_that_is_favoured(
    plain: Bundle, run: Run, material: Material, tmp_path: Path
) -> None:
    bundle = export(run, material, out=tmp_path / "bundle", wishes=Wishes("mel"))
    assert bundle.card.favoured == {"mel": 0.5}
    before, now = plain.weights, bundle.weights
    moved = now["logits/bias"] - before["logits/bias"]
    np.testing.assert_allclose(moved, 0.5 * np.eye(7)[material.codes.index("mel")], atol=1e-3)
    np.testing.assert_array_equal(now["logits/kernel"], before["logits/kernel"])
    assert "Melanoma is favoured: 0.50 is added to its score" in model_card(bundle)
    assert not plain.card.favoured
    assert "favoured" not in model_card(plain)


@pytest.mark.usefixtures("half")
def test_to_fit_anew_is_what_export_would_have_done(
    plain: Bundle, run: Run, material: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LENTIGO_RUNS", str(tmp_path / "runs"))
    exported = export(run, material, out=tmp_path / "exported", wishes=Wishes("mel"))
    measured = saved(plain, tmp_path / "measured", metrics={"accuracy": 0.9})
    assert refit(measured, material, tmp_path / "refitted", "--favour", "mel") == 0
    refitted = Bundle.load(tmp_path / "refitted")
    assert refitted.sha256 == exported.sha256
    assert refitted.card.trust == exported.card.trust
    assert refitted.card.temperature == exported.card.temperature
    assert refitted.card.metrics == {}
    fitted_on = f"HAM10000, {material.split.sha256}"
    assert refitted.card.training == exported.card.training | {"fitted_on": fitted_on}
    assert (refitted.folder / "LICENSE").read_text("utf-8") == "Ours."
    assert f"| Rules fitted anew on | {fitted_on} |" in model_card(refitted)
    assert refit(refitted, material, tmp_path / "again", "--favour", "mel") == 0
    again = Bundle.load(tmp_path / "again").card
    assert again.favoured == {"mel": 1.0}


def test_a_class_that_was_suppressed_is_found_again(
    plain: Bundle, material: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LENTIGO_RUNS", str(tmp_path / "runs"))
    most, index = most_found(plain, material)
    assert most > 0
    weights = plain.weights
    weights["logits/bias"][index] -= 6
    suppressed = saved(plain, tmp_path / "suppressed", weights=weights)
    assert share_found(suppressed, material)[index] == 0
    code = material.codes[index]
    assert refit(suppressed, material, tmp_path / "refitted", "--favour", code) == 0
    refitted = Bundle.load(tmp_path / "refitted")
    shares = share_found(refitted, material)
    assert shares[index] >= np.mean(shares)
    assert list(refitted.card.favoured) == [code]


def saved(
    bundle: Bundle,
    folder: Path,
    *,
    metrics: dict[str, float] | None = None,
    weights: Weights | None = None,
) -> Bundle:
    return save_bundle(
        folder,
        card=bundle.card.model_copy(update={"metrics": metrics or {}}),
        weights=weights or bundle.weights,
        licence="Ours.",
    )


def share_found(bundle: Bundle, material: Material) -> NDArray[np.float64]:
    """Share of each class' validation images that are found."""
    rows = material.rows(material.split.validation)
    logits = np.asarray(network_from_bundle(bundle)(material.pixels((32, 48))[rows])["logits"])
    labels = material.labels[rows]
    right = logits.argmax(axis=1) == labels
    return np.array([right[labels == one].mean() for one in range(len(material.codes))])


def most_found(bundle: Bundle, material: Material) -> tuple[float, int]:
    shares = share_found(bundle, material)
    return float(shares.max()), int(shares.argmax())


def test_images_that_the_weights_may_know_fit_no_rules(
    plain: Bundle, material: Material, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torn = replace(material, split=split_by_lesion(material.samples, seed=SEED + 1))
    assert refit(plain, torn, tmp_path / "out") == 2
    assert "under another split, so perhaps from images that its rules" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_other_classes_are_refused_by_name(
    plain: Bundle, material: Material, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ExperimentError, match="no class 'scc' to favour: akiec, bcc, bkl"):
        Wishes("scc").require_possible(material.codes)
    assert refit(plain, material, tmp_path / "out", "--favour", "scc") == 2
    capsys.readouterr()
    fewer = write_small_set(tmp_path / "fewer")
    table = fewer / "metadata.csv"
    lines = table.read_text().splitlines(keepends=True)
    table.write_text("".join(line for line in lines if ",vasc," not in line))
    assert refit(plain, material_of(fewer, tmp_path / "pixels"), tmp_path / "out") == 2
    assert "has the classes akiec, bcc, bkl, df, mel, nv, but" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
