"""Training that goes on from a model which Lentigo runs: what it takes over, and what it admits."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import BundleDamaged, BundleMissing
from core.model import Bundle
from core.model.build import network_from_bundle
from tests.training import small_vgg16
from tests.training.small_set import SEED
from training.__main__ import main
from training.dividing import split_by_lesion
from training.errors import ExperimentError, RunError, SplitLeaks, WeightsError
from training.experiment import BUNDLE, Classification, Distilling, Stage
from training.export.afterwards import save
from training.export.bundle import export
from training.logits import predict_logits
from training.material import Material
from training.model_card import model_card
from training.networks import build_network
from training.origin import note_origin, origin_of, require_unseen
from training.pupil import pupil
from training.run import Run
from training.train import train

SIZE = (32, 48)
FIRST = Classification(name="first", architecture="vgg16", size=SIZE, epochs=1, batch_size=8)
NEXT = replace(FIRST, name="next", weights=BUNDLE, learning_rate=1e-4)
TAUGHT = Distilling(
    name="taught",
    teacher=replace(FIRST, name="teacher"),
    stages=(Stage(epochs=1, size=SIZE),),
    weights=BUNDLE,
    batch_size=8,
    blocks=small_vgg16.BLOCKS,
    precision="float32",
)


pytestmark = pytest.mark.usefixtures("small_networks")


@pytest.fixture(scope="module")
def model(small_material: Material, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    folder = tmp_path_factory.mktemp("model")
    run = train(FIRST, small_material, out=folder / "run")
    return export(run, small_material, out=folder / "bundle")


@pytest.fixture
def material(model: Bundle, small_material: Material) -> Material:
    return replace(small_material, weights=model.folder)


def favouring(model: Bundle, folder: Path, code: str) -> Bundle:
    added = 0.5 * np.array([one == code for one in model.card.codes], np.float32)
    return save(
        folder / "favouring",
        card=model.card.model_copy(update={"favoured": {code: 0.5}}),
        weights=model.weights | {"logits/bias": model.weights["logits/bias"] + added},
        licence="CC0",
    )


def divided_anew(material: Material) -> Material:
    return replace(material, split=split_by_lesion(material.samples, seed=SEED + 1))


def test_it_begins_with_the_answers_of_that_model(
    model: Bundle, material: Material, capsys: pytest.CaptureFixture[str]
) -> None:
    pixels = np.asarray(material.pixels(SIZE)[:6])
    told = network_from_bundle(model)(pixels)["logits"]
    begun = predict_logits(build_network(NEXT, material), pixels)
    np.testing.assert_allclose(begun, np.asarray(told), rtol=1e-4, atol=1e-5)
    assert f"Goes on from {model.folder}, with its classifier\n" in capsys.readouterr().err


def test_what_was_added_to_favour_a_class_is_taken_off(
    model: Bundle, material: Material, tmp_path: Path
) -> None:
    pixels = np.asarray(material.pixels(SIZE)[:6])
    plain, begun = (
        predict_logits(build_network(NEXT, replace(material, weights=bundle.folder)), pixels)
        for bundle in (model, favouring(model, tmp_path, material.codes[2]))
    )
    np.testing.assert_allclose(begun, plain, atol=1e-3)


def test_a_student_begins_with_the_answers_of_that_model(
    model: Bundle, material: Material, tmp_path: Path
) -> None:
    teacher = replace(FIRST, name="teacher")
    taught = train(teacher, material, out=tmp_path / "run" / "teacher")
    pixels = np.asarray(material.pixels(SIZE)[:6])
    student = pupil(TAUGHT, material, taught=taught, begun=None).student
    told = network_from_bundle(model)(pixels)["logits"]
    np.testing.assert_allclose(
        predict_logits(student, pixels), np.asarray(told), rtol=1e-3, atol=1e-3
    )
    run = train(TAUGHT, material, out=tmp_path / "run")
    origin = origin_of(run)
    assert origin is not None
    assert origin.sha256 == model.sha256


def test_for_other_classes_its_features_stay_and_its_classifier_does_not(
    model: Bundle, material: Material, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dataset = replace(
        material.dataset,
        samples=tuple(one for one in material.dataset.samples if one.code in {"mel", "nv"}),
    )
    two = replace(material, dataset=dataset, cache=tmp_path)
    network = build_network(NEXT, two)
    assert f"Goes on from {model.folder}, with a new classifier\n" in capsys.readouterr().err
    assert network.output["logits"].shape[-1] == len(two.codes) == 2
    pixels = np.asarray(two.pixels(SIZE)[:4])
    told = network_from_bundle(model)(pixels)["embedding"]
    np.testing.assert_allclose(
        np.asarray(network(pixels.astype(np.float32))["embedding"]), np.asarray(told), rtol=1e-4
    )


def test_the_bundle_that_comes_of_it_says_so(
    model: Bundle, material: Material, tmp_path: Path
) -> None:
    run = train(NEXT, material, out=tmp_path / "run")
    after = export(run, replace(material, weights=None), out=tmp_path / "next")
    assert after.card.data == model.card.data  # the same images, divided alike
    assert after.card.training["origin"] == f"Lentigo VGG16 {model.card.version}, {model.sha256}"
    assert "--weights MODEL" in str(after.card.training["command"])
    assert "Goes on from" in model_card(after)
    assert any("which learned from HAM10000" in limit for limit in after.card.limits)
    assert not any("too good" in limit for limit in after.card.limits)
    before, now = (
        np.asarray(network_from_bundle(bundle)(material.pixels(SIZE)[:4])["logits"])
        for bundle in (model, after)
    )
    assert (before != now).any()


def test_a_bundle_can_lie_halfway_to_the_model_that_its_run_went_on_from(
    model: Bundle, material: Material, tmp_path: Path
) -> None:
    run = train(NEXT, material, out=tmp_path / "run")
    after = export(run, material, out=tmp_path / "after")
    half = export(run, material, out=tmp_path / "half", average_with=model.folder)
    for name, middle in half.weights.items():
        ends = [bundle.weights[name] for bundle in (model, after)]
        np.testing.assert_allclose(middle, np.mean(ends, axis=0), atol=2e-3)
    assert (half.card.training["averaged"], after.card.training["averaged"]) == (True, False)
    assert "| Weights | the mean of both models' |" in model_card(half)
    assert "the mean of" not in model_card(after)
    with pytest.raises(ExperimentError, match="did not go on from the model in"):
        export(run, material, out=tmp_path / "none", average_with=after.folder)
    assert not (tmp_path / "none").exists()
    assert half.card.training["origin"] == after.card.training["origin"]


def test_of_what_favours_a_class_nothing_gets_into_the_mean(
    model: Bundle, material: Material, tmp_path: Path
) -> None:
    begun = favouring(model, tmp_path, "mel")
    own = replace(material, weights=begun.folder)
    run = train(NEXT, own, out=tmp_path / "run")
    after = export(run, own, out=tmp_path / "after")
    half = export(run, own, out=tmp_path / "half", average_with=begun.folder)
    ends = [bundle.weights["logits/bias"] for bundle in (model, after)]
    np.testing.assert_allclose(half.weights["logits/bias"], np.mean(ends, axis=0), atol=2e-3)
    assert half.card.favoured == {}


def test_from_other_images_it_keeps_both_sources_and_both_licences(
    model: Bundle, material: Material, tmp_path: Path
) -> None:
    statement = material.dataset.statement.model_copy(
        update={"name": "Ours", "licence": "CC0", "source": "our clinic"}
    )
    own = replace(material, dataset=replace(material.dataset, statement=statement))
    require_unseen(NEXT, own)
    run = train(NEXT, own, out=tmp_path / "run")
    after = export(run, own, out=tmp_path / "next")
    assert [part.name for part in after.card.data] == ["HAM10000", "Ours"]
    assert after.card.licence == f"CC0; {model.card.licence}"
    text = (after.folder / "LICENSE").read_text("utf-8")
    assert "our clinic" in text
    assert (model.folder / "LICENSE").read_text("utf-8") in text


def test_images_that_it_may_have_learned_from_are_not_held_out_in_silence(
    material: Material, tmp_path: Path
) -> None:
    torn = divided_anew(material)
    with pytest.raises(SplitLeaks, match=r"learned from HAM10000 under another split.*--accept"):
        require_unseen(NEXT, torn)
    require_unseen(FIRST, torn)  # begins by itself
    run = train(NEXT, torn, out=tmp_path / "run")
    after = export(run, torn, out=tmp_path / "next")
    assert after.card.limits[-1].endswith("every figure is too good.")


def test_the_command_refuses_such_a_split_and_names_the_way_out(
    model: Bundle, small_material: Material, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    divided_anew(small_material).split.save(tmp_path / "split.json")
    data = small_material.dataset.folder
    words = ["train", "vgg16_continued", "--data", str(data), "--out", str(tmp_path / "run")]
    weights = ["--split", str(tmp_path / "split.json"), "--weights", str(model.folder)]
    assert main([*words, *weights]) == 2
    assert "say --accept-leaks" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_a_run_does_not_go_on_from_another_model_halfway(
    model: Bundle, material: Material, tmp_path: Path
) -> None:
    run = Run.open(tmp_path / "run", NEXT, material.split, limit=None)
    note_origin(run, NEXT, material)
    note_origin(run, NEXT, material)  # the same again
    origin = origin_of(run)
    assert origin is not None
    assert origin.sha256 == model.sha256
    record = run.folder / "origin.json"
    content = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps(content | {"sha256": "0" * 64}))
    with pytest.raises(RunError, match="went on from another model, Lentigo VGG16"):
        note_origin(run, NEXT, material)
    record.write_text("{")
    with pytest.raises(RunError, match="is damaged"):
        origin_of(run)


def test_a_model_that_is_missing_damaged_or_another_network_is_one_sentence(
    model: Bundle, material: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BundleMissing, match="There is no model in"):
        build_network(NEXT, replace(material, weights=tmp_path / "none"))
    copy = tmp_path / "copy"
    shutil.copytree(model.folder, copy)
    (copy / "card.json").write_text("{}")
    with pytest.raises(BundleDamaged, match=r"card\.json has changed"):
        build_network(NEXT, replace(material, weights=copy))
    monkeypatch.setattr(small_vgg16, "BLOCKS", ((1, 8), (1, 24)))
    with pytest.raises(WeightsError, match="another network than vgg16: it has no block2_conv1"):
        build_network(NEXT, material)
