"""Which images are looked at, and what is found."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.training.explore.small import sample, write_image
from training.explore.looks import SIDE, draw, look, per_class


@given(st.lists(st.integers(1, 500), min_size=1, max_size=20), st.integers(1, 3000))
def test_as_many_of_each_class_as_the_limit_allows(counts: list[int], limit: int) -> None:
    most = per_class(counts, limit=limit)

    def total(at_most: int) -> int:
        return sum(min(count, at_most) for count in counts)

    assert most >= 1
    assert total(most) <= max(limit, len(counts))
    assert most == max(counts) or total(most + 1) > limit


def test_the_draw_is_that_of_its_seed() -> None:
    samples = [sample(f"{code}{number}", code) for code in "ab" for number in range(50)]
    one, two, other = (draw(samples, at_most=10, seed=seed) for seed in (1, 1, 2))
    assert one == two != other
    assert [drawn.code for drawn in one] == ["a"] * 10 + ["b"] * 10
    assert len(set(one)) == 20
    assert {drawn.image_id for drawn in draw(samples, at_most=99, seed=1)} == {
        each.image_id for each in samples
    }


def test_sizes_are_those_of_the_file_and_pixels_are_small(tmp_path: Path) -> None:
    path = write_image(tmp_path / "large.png", height=300, width=400)
    (seen,) = look([sample("large", "a", path=path)], limit=9, shown=1, seed=1).seen
    assert (seen.width, seen.height, seen.format) == (400, 300, "png")
    assert seen.byte_count == path.stat().st_size
    assert seen.pixels is not None
    assert max(seen.pixels.shape) == SIDE


def test_unreadable_files_are_told_and_the_rest_is_seen(tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("no image")
    (tmp_path / "empty.jpg").touch()
    good = write_image(tmp_path / "good.png")
    samples = [
        sample(path.name, "a", path=path)
        for path in (tmp_path / "text.jpg", tmp_path / "empty.jpg", tmp_path / "none.jpg", good)
    ]
    found = look(samples, limit=9, shown=2, seed=1)
    assert [seen.sample.image_id for seen in found.seen] == ["good.png"]
    assert {one.sample.image_id for one in found.unreadable} == {
        "text.jpg",
        "empty.jpg",
        "none.jpg",
    }
    assert all(one.message.endswith(".") for one in found.unreadable)


def test_pixels_are_kept_of_the_first_readable_images_alone(tmp_path: Path) -> None:
    samples = [
        sample(f"{code}{number}", code, path=write_image(tmp_path / f"{code}{number}.png"))
        for code in "ab"
        for number in range(4)
    ]
    told: list[tuple[int, int]] = []
    found = look(
        samples, limit=6, shown=2, seed=1, progress=lambda done, total: told.append((done, total))
    )
    assert found.at_most == 3
    assert [seen.pixels is not None for seen in found.of("b")] == [True, True, False]
    assert told == [(done, 6) for done in range(1, 7)]
