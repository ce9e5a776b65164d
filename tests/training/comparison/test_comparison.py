"""Runs side by side: figures known by hand, and comparisons that would mislead refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from training.__main__ import main
from training.comparison.judged import read_judged
from training.comparison.paired import compare_two, holm
from training.evaluation.metrics import Scored, balanced_accuracy

CODES = ("mel", "nv")


def scored(findings: list[int], truth: list[int], lesions: list[int] | None = None) -> Scored:
    shares = np.where(np.eye(2)[findings] > 0, 0.8, 0.2)
    numbers = np.arange(len(truth)) if lesions is None else np.array(lesions)
    return Scored(shares, np.array(truth, np.intp), numbers.astype(np.intp))


def write_report(
    folder: Path, name: str, findings: list[int], truth: list[int], *, version: str = "run"
) -> Path:
    """Write a run's folder with what compare reads of its report."""
    data = scored(findings, truth)
    report = {
        "model": {"name": name, "version": version},
        "n": len(truth),
        "per_class": {code: {} for code in CODES},
        "balanced_accuracy": {"value": balanced_accuracy(data), "low": 0.4, "high": 0.9},
        "subgroups": {"without_follow_up": {"balanced_accuracy": {"value": 0.5}}},
        "accuracy": float((data.finding == data.truth).mean()),
        "melanoma_sensitivity": None,
        "malignant_auc": 0.7,
        "ece": 0.1,
        "brier": 0.3,
    }
    (folder / "report").mkdir(parents=True)
    (folder / "report" / "report.json").write_text(json.dumps(report))
    lines = ["image_id,lesion_id,dx,finding,correct,p_mel,p_nv"]
    for number, (row, label) in enumerate(zip(data.probabilities, truth, strict=True)):
        lines.append(f"i{number:02d},,{CODES[label]},x,0,{row[0]},{row[1]}")
    (folder / "report" / "predictions.csv").write_text("\n".join(lines) + "\n")
    config = {
        "architecture": "ann", "weights": None, "trained_blocks": None, "size": [72, 96],
    }  # fmt: skip
    (folder / "config.json").write_text(json.dumps({"experiment": config}))
    (folder / "history.csv").write_text("epoch,seconds,loss\n1,10,1\n2,14,1\n3,12,1\n")
    return folder


TRUTH = [0] * 10 + [1] * 10
GOOD = [0] * 9 + [1] + [1] * 10
POOR = [0] * 3 + [1] * 7 + [1] * 10


def test_two_models_by_hand() -> None:
    pair = compare_two(scored(GOOD, TRUTH), scored(POOR, TRUTH), resamples=400)
    assert (pair.only_first, pair.only_second) == (6, 0)
    assert pair.p == pytest.approx(2 * 0.5**6)
    assert pair.difference.value == pytest.approx(-0.3)
    assert pair.difference.low is not None
    assert pair.difference.high is not None
    assert -0.55 < pair.difference.low < -0.3 < pair.difference.high < 0


def test_a_model_against_itself() -> None:
    pair = compare_two(scored(GOOD, TRUTH), scored(GOOD, TRUTH), resamples=20)
    assert (pair.only_first, pair.only_second, pair.p) == (0, 0, 1.0)
    assert pair.difference.value == pair.difference.low == pair.difference.high == 0


def test_images_of_one_lesion_make_the_interval_wider() -> None:
    alone = compare_two(scored(GOOD, TRUTH), scored(POOR, TRUTH))
    lesions = [number // 5 for number in range(20)]
    together = compare_two(scored(GOOD, TRUTH, lesions), scored(POOR, TRUTH, lesions))
    widths = [
        (pair.difference.high or 0) - (pair.difference.low or 0) for pair in (alone, together)
    ]
    assert widths[1] > 1.3 * widths[0]


def test_many_comparisons_are_paid_for() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def test_the_best_comes_first_with_all_its_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    poor = write_report(tmp_path / "a", "poor", POOR, TRUTH)
    good = write_report(tmp_path / "b", "good", GOOD, TRUTH)
    claimed = write_report(tmp_path / "c", "poor", GOOD, TRUTH)
    page = tmp_path / "page.md"
    page.write_text("# Title\n<!-- compare: begin -->old<!-- compare: end -->\nend\n")
    words = ["compare", str(poor), str(good), "--random", str(claimed)]
    assert main([*words, "--out", str(tmp_path / "out"), "--markdown", str(page)]) == 0
    found = json.loads((tmp_path / "out" / "compare.json").read_text())
    assert [run["name"] for run in found["runs"]] == ["good", "poor"]
    assert found["runs"][1]["against_best"]["only_best"] == 6
    assert found["runs"][1]["random_split"]["value"] == pytest.approx(0.95)
    text = page.read_text()
    assert text.startswith("# Title\n")
    assert text.endswith("\nend\n")
    assert "old" not in text
    assert "| good | ann | none | all | 72 x 96 | 3 | 12 | 0.950 (0.400 to 0.900) |" in text
    assert "What a random split would have claimed" in text
    assert (tmp_path / "out" / "compare.png").read_bytes().startswith(b"\x89PNG")
    assert capsys.readouterr().out.startswith("| experiment |")


def test_runs_on_different_images_are_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = write_report(tmp_path / "a", "one", GOOD, TRUTH)
    other = write_report(tmp_path / "b", "other", GOOD[:-1], TRUTH[:-1])
    assert main(["compare", str(one), str(other)]) == 2
    assert "(20 and 19, 19 of them shared): they cannot be compared" in capsys.readouterr().err
    turned = write_report(tmp_path / "c", "turned", GOOD, TRUTH[::-1])
    assert main(["compare", str(one), str(turned)]) == 2


def test_runs_on_different_images_can_stand_side_by_side(tmp_path: Path) -> None:
    poor = write_report(tmp_path / "a", "poor", POOR, TRUTH)
    good = write_report(tmp_path / "b", "good", GOOD[:-1], TRUTH[:-1])
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- compare: begin -->kept<!-- compare: end --><!-- leak: begin --><!-- leak: end -->"
    )
    words = ["compare", str(poor), str(good), "--unpaired", "--section", "leak"]
    assert main([*words, "--markdown", str(page)]) == 0
    text = page.read_text()
    assert "begin -->kept<!--" in text
    assert text.index("| poor |") < text.index("| good |")
    assert "poor on 20 images of 2 classes; good on 19 images of 2 classes." in text
    assert "McNemar" not in text


def test_what_is_no_report_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(tmp_path)]) == 2
    assert "holds no report: run `python -m training evaluate" in capsys.readouterr().err
    broken = write_report(tmp_path / "a", "one", GOOD, TRUTH)
    (broken / "report" / "predictions.csv").write_text("image_id\n1\n")
    assert main(["compare", str(broken)]) == 2
    assert "holds no whole report" in capsys.readouterr().err


def test_a_page_without_its_marks_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = write_report(tmp_path / "a", "one", GOOD, TRUTH)
    (tmp_path / "page.md").write_text("nothing")
    assert main(["compare", str(run), "--markdown", str(tmp_path / "page.md")]) == 2
    assert "lacks the lines" in capsys.readouterr().err
    assert (tmp_path / "page.md").read_text() == "nothing"


def test_a_report_alone_is_enough(tmp_path: Path) -> None:
    run = write_report(tmp_path / "a", "one", GOOD, TRUTH)
    assert read_judged(run / "report").about == {}
    assert read_judged(run).about["seconds"] == "12"


def test_two_models_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for version, findings in (("2026.11.22", POOR), ("2026.11.23", GOOD)):
        write_report(tmp_path / version, "Ours", findings, TRUTH, version=version)
    assert [read_judged(tmp_path / version).name for version in ("2026.11.22", "2026.11.23")] == [
        "Ours 2026.11.22",
        "Ours 2026.11.23",
    ]


def test_no_difference_has_neither_sign_nor_interval(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runs = [str(write_report(tmp_path / name, name, GOOD, TRUTH)) for name in ("one", "two")]
    assert main(["compare", *runs]) == 0
    assert "| two | 0.000 | 0 | 0 | 1.000 |" in capsys.readouterr().out


def test_a_table_has_no_empty_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = write_report(tmp_path / "run", "run", GOOD, TRUTH)
    model = write_report(tmp_path / "model", "model", POOR, TRUTH, version="1.0") / "report"
    assert main(["compare", str(run), str(model)]) == 0
    assert "| experiment | network | weights |" in capsys.readouterr().out
    assert main(["compare", str(run / "report"), str(model)]) == 0
    assert "| experiment | balanced accuracy |" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("ensemble", "said"),
    [(False, "taught by fine"), (True, "taught by fine and the model that it starts as")],
)
def test_the_table_names_all_who_taught(tmp_path: Path, said: str, *, ensemble: bool) -> None:
    run = write_report(tmp_path / "a", "one", GOOD, TRUTH)
    taught = {"teacher": {"name": "fine"}, "stages": [{"size": [96, 128]}], "ensemble": ensemble}
    (run / "config.json").write_text(json.dumps({"experiment": taught}))
    about = read_judged(run).about
    assert about["weights"] == said
    assert about["size"] == "96 x 128"
