from __future__ import annotations

from itertools import count

from desktop.look.jobs import Jobs


def test_an_answer_belongs_to_the_newest_job_of_its_image() -> None:
    jobs = Jobs(count(1))
    old = jobs.begin(7)
    new = jobs.begin(7)
    assert jobs.end(old) is None
    assert jobs.image_of(new) == 7
    assert jobs.end(new) == 7
    assert jobs.end(new) is None


def test_progress_counts_a_round() -> None:
    jobs = Jobs(count(1))
    first, second = jobs.begin(1), jobs.begin(2)
    assert jobs.is_next(first)
    jobs.end(first)
    assert jobs.is_next(second)
    assert (jobs.finished, jobs.total) == (1, 2)
    jobs.begin(3)
    assert (jobs.finished, jobs.total) == (1, 3)
    jobs.forget(3)
    jobs.end(second)
    assert (jobs.finished, jobs.total) == (2, 2)
    jobs.begin(4)
    assert (jobs.finished, jobs.total) == (0, 1)


def test_what_is_forgotten_is_under_way_no_more() -> None:
    jobs = Jobs(count(1))
    job = jobs.begin(5)
    assert jobs.forget(5) == job
    assert jobs.forget(5) is None
    assert jobs.job_of(5) is None
    assert len(jobs) == 0
    assert not jobs.is_next(job)
