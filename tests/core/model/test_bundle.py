"""A bundle is what was shipped, or it is refused with a sentence."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BundleDamaged, BundleError, BundleMissing, BundleUnsupported
from core.model import Bundle, save_bundle
from core.model.bundle_files import CARD, GRAPH, LICENCE, REFERENCES, SUMS, WEIGHTS
from core.model.weights import decode_weights, encode_weights
from tests.core.tiny import tiny_bundle, tiny_card, tiny_rules, tiny_weights


def reseal(folder: Path) -> None:
    """Make the checksums fit what now lies in the folder."""
    names = (CARD, WEIGHTS, LICENCE, GRAPH)
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / SUMS).write_text("".join(sums))


def edit_card(folder: Path, **changes: object) -> None:
    card = json.loads((folder / CARD).read_text())
    (folder / CARD).write_text(json.dumps(card | changes))
    reseal(folder)


def test_round_trip_keeps_card_and_weights(tmp_path: Path) -> None:
    card = tiny_card(temperature=1.5)
    weights = tiny_weights(card)
    bundle = save_bundle(tmp_path / "model", card=card, weights=weights, licence="text\n")
    assert bundle.card == card
    assert list(bundle.weights) == sorted(weights)  # what draws from them draws the same
    for name, array in weights.items():
        np.testing.assert_array_equal(bundle.weights[name], array)
    assert bundle.sha256 == hashlib.sha256((tmp_path / "model" / WEIGHTS).read_bytes()).hexdigest()
    assert bundle.identity.sha256 == bundle.sha256
    assert (tmp_path / "model" / LICENCE).read_text() == "text\n"
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_weights_are_stored_once_as_float16(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "model")
    values = sum(array.size for array in bundle.weights.values())
    assert values * 2 < (tmp_path / "model" / WEIGHTS).stat().st_size < values * 2 + 2000


def test_saving_replaces_the_former_bundle_and_keeps_other_files(tmp_path: Path) -> None:
    tiny_bundle(tmp_path / "model")
    (tmp_path / "model" / "NOTES").write_text("mine")
    after = tiny_bundle(tmp_path / "model", version="2")
    assert after.card.version == "2"
    assert (tmp_path / "model" / "NOTES").read_text() == "mine"


def test_a_bundle_without_a_graph_is_as_good_as_it_was(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "model", graph=False)
    assert bundle.graph is None
    assert not (tmp_path / "model" / GRAPH).exists()


def test_references_come_along_verified_and_do_not_outlive_their_weights(tmp_path: Path) -> None:
    card = tiny_card()
    bank = np.arange(6, dtype=np.float32).reshape(2, 3)
    saved = save_bundle(
        tmp_path / "model",
        card=card,
        weights=tiny_weights(card),
        licence="",
        references={"bank": bank},
    )
    np.testing.assert_array_equal(saved.references["bank"], bank)
    assert saved.described.references is saved.references
    path = tmp_path / "model" / REFERENCES
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(BundleDamaged, match=r"references\.safetensors has changed"):
        Bundle.load(tmp_path / "model")
    assert tiny_bundle(tmp_path / "model").references == {}
    assert not path.exists()


def test_a_former_graph_does_not_outlive_its_weights(tmp_path: Path) -> None:
    assert tiny_bundle(tmp_path / "model").graph == (tmp_path / "model" / GRAPH).read_bytes()
    assert tiny_bundle(tmp_path / "model", graph=False).graph is None
    assert not (tmp_path / "model" / GRAPH).exists()


@pytest.mark.parametrize("name", [CARD, WEIGHTS, LICENCE, GRAPH])
def test_an_altered_file_is_refused(tmp_path: Path, name: str) -> None:
    tiny_bundle(tmp_path)
    content = bytearray((tmp_path / name).read_bytes())
    content[-2] ^= 1
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BundleDamaged, match=name):
        Bundle.load(tmp_path)


@pytest.mark.parametrize("name", [CARD, WEIGHTS, LICENCE, GRAPH, SUMS])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    tiny_bundle(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(BundleMissing, match=name):
        Bundle.load(tmp_path)


@pytest.mark.parametrize("name", [CARD, WEIGHTS])
def test_a_truncated_file_is_refused_even_with_fitting_checksums(tmp_path: Path, name: str) -> None:
    tiny_bundle(tmp_path)
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[: len(content) // 2])
    reseal(tmp_path)
    with pytest.raises(BundleDamaged):
        Bundle.load(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BundleMissing, match="There is no model in"):
        Bundle.load(tmp_path / "nowhere")


@pytest.mark.parametrize("sums", ["", "nonsense", "\xff\xfe", "0123  card.json\n"])
def test_checksums_that_say_nothing(tmp_path: Path, sums: str) -> None:
    tiny_bundle(tmp_path)
    (tmp_path / SUMS).write_text(sums, encoding="latin-1")
    with pytest.raises(BundleDamaged):
        Bundle.load(tmp_path)


@pytest.mark.parametrize(
    "changes",
    [
        {"temperature": 0},
        {"heat_map_scale": "NaN"},
        {"classes": []},
        {"name": ""},
        {"created": "yesterday"},
        {"unknown": 1},
        {"favoured": {"mel": -1.0}},
        {"preprocessing": {"height": 100_000, "width": 96, "mode": "crop"}},
        {"network": {"architecture": "resnet", "blocks": [[1, 4]]}},
    ],
)
def test_a_card_that_makes_no_sense(tmp_path: Path, changes: dict[str, object]) -> None:
    tiny_bundle(tmp_path)
    edit_card(tmp_path, **changes)
    with pytest.raises(BundleDamaged, match="not a valid card"):
        Bundle.load(tmp_path)


def test_rules_of_other_classes_make_no_card(tmp_path: Path) -> None:
    folder = tiny_bundle(tmp_path / "model", trust=tiny_rules()).folder
    assert Bundle.load(folder).card.trust == tiny_rules()
    rules = tiny_rules().model_dump() | {"prevalence": {"mel": 1.0}}
    edit_card(folder, trust=rules)
    with pytest.raises(BundleDamaged, match="not about the classes"):
        Bundle.load(folder)


def test_a_class_that_stands_twice(tmp_path: Path) -> None:
    tiny_bundle(tmp_path)
    classes = json.loads((tmp_path / CARD).read_text())["classes"]
    edit_card(tmp_path, classes=[classes[0], classes[0]])
    with pytest.raises(BundleDamaged, match="stands twice"):
        Bundle.load(tmp_path)


def test_a_class_that_is_not_there_cannot_be_favoured(tmp_path: Path) -> None:
    tiny_bundle(tmp_path)
    edit_card(tmp_path, favoured={"scc": 0.5})
    with pytest.raises(BundleDamaged, match="favours 'scc', which is no class of it"):
        Bundle.load(tmp_path)


def test_a_card_of_a_later_layout_is_another_version_not_damage(tmp_path: Path) -> None:
    tiny_bundle(tmp_path)
    edit_card(tmp_path, format=2)
    with pytest.raises(BundleUnsupported, match="another version"):
        Bundle.load(tmp_path)


def test_values_beyond_float16_are_refused_when_saving(tmp_path: Path) -> None:
    card = tiny_card()
    weights = tiny_weights(card)
    weights["logits/bias"][0] = 1e6
    with pytest.raises(BundleError, match="logits/bias"):
        save_bundle(tmp_path / "model", card=card, weights=weights, licence="")
    assert not (tmp_path / "model").exists()


def test_weights_that_are_no_numbers_are_refused() -> None:
    data = bytearray(encode_weights({"a": np.ones(4, np.float32)}))
    data[-2:] = np.float16(np.nan).tobytes()
    with pytest.raises(BundleDamaged, match="no numbers"):
        decode_weights(bytes(data), path=Path("weights"))


def test_a_place_that_cannot_be_written_keeps_the_former_bundle(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    card = tiny_card()
    with pytest.raises(BundleError, match="cannot be written"):
        save_bundle(blocker / "model", card=card, weights=tiny_weights(card), licence="")


@settings(max_examples=200)
@given(data=st.data())
def test_no_damage_to_weights_is_more_than_a_named_error(data: st.DataObject) -> None:
    content = bytearray(encode_weights({"a": np.ones((3, 3), np.float32)}))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))
    try:
        arrays = decode_weights(bytes(content[:end]), path=Path("weights"))
    except BundleDamaged:
        return
    assert all(np.isfinite(array).all() for array in arrays.values())
