from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.atlas.geometry import Geometry

GRIDS = st.builds(
    Geometry,
    st.lists(st.integers(1, 40), max_size=6),
    width=st.integers(1, 400),
    cell=st.tuples(st.integers(5, 60), st.integers(5, 40)),
    heading=st.sampled_from((0, 20)),
)


@given(GRIDS)
def test_every_cell_is_found_at_its_corners_and_none_overlaps(grid: Geometry) -> None:
    for row in range(grid.count):
        box = grid.box(row)
        assert grid.row_at(box.left, box.top) == row
        assert grid.row_at(box.left + box.width - 1, box.top + box.height - 1) == row
        assert box.top + box.height <= grid.height
    assert grid.row_at(0, grid.height) is None


@given(GRIDS, st.integers(-50, 400), st.integers(1, 200))
def test_the_rows_between_two_heights_are_all_and_hardly_more(
    grid: Geometry, top: int, high: int
) -> None:
    found = grid.rows_within(top, top + high)
    tops = {row: grid.box(row).top for row in range(grid.count)}
    seen = [row for row, at in tops.items() if at < top + high and at + grid.box(row).height > top]
    assert set(seen) <= set(found)
    assert len(found) <= len(seen) + grid.columns  # a heading may be all that is seen of a line


@given(GRIDS, st.data())
def test_a_line_down_and_up_again_leads_back_from_a_full_line(
    grid: Geometry, data: st.DataObject
) -> None:
    if not grid.count:
        return
    row = data.draw(st.integers(0, grid.count - 1))
    down = grid.beside(row, lines=1)
    assert 0 <= down < grid.count
    if grid.box(down).left == grid.box(row).left and down != row:
        assert grid.beside(down, lines=-1) == row
        assert grid.box(down).top > grid.box(row).top
    else:
        assert down == row or grid.box(down).left < grid.box(row).left


def test_sections_begin_on_lines_of_their_own_below_their_headings() -> None:
    grid = Geometry([3, 2], width=100, cell=(50, 40), heading=20)
    assert [grid.box(row)[:2] for row in range(5)] == [
        (0, 20), (50, 20), (0, 60), (0, 120), (50, 120)]  # fmt: skip
    assert grid.heading_box(1).top == 100
    assert grid.row_at(10, 110) is None
    assert list(grid.sections_within(0, 101)) == [0, 1]
    assert grid.beside(1, lines=1) == 2
    assert grid.beside(1, lines=2) == 3
    assert grid.height == 160


def test_a_hundred_thousand_cells_are_placed_without_being_counted() -> None:
    grid = Geometry([100_000], width=1000, cell=(180, 160))
    assert grid.box(99_999).top == 99_999 // 5 * 160
    assert grid.rows_within(160_000, 160_800) == range(5000, 5025)
