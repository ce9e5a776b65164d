"""What may happen to the engine and to the model."""

from __future__ import annotations

from typing import Final

from scripts.reliability.row import Tried, of

_ENGINE: Final = "tests/core/engine/"
_ACCIDENTS: Final = f"{_ENGINE}test_accidents.py"
_REAL: Final = f"{_ENGINE}test_real_runtime.py"
_BUNDLE: Final = "tests/core/model/test_bundle.py"

ENGINE: Final = (
    Tried(
        "The engine is killed or crashes, at any moment",
        "It is started again, and every image is answered exactly once; one that ends it "
        "twice is skipped by name",
        (
            *of(
                _ACCIDENTS,
                *("a_job_in_flight_is_done_again", "an_idle_process_that_is_killed_comes_back"),
                "where_native_code_crashed_is_written_down",
                "a_job_that_ends_the_process_twice_is_skipped",
                "an_engine_that_every_image_ends_is_given_up",
                "killed_at_any_moment_every_job_is_answered_once",
                "killed_by_the_clock_nothing_is_lost",
            ),
            *of(_REAL, "killed_at_work_it_finishes_the_queue"),
        ),
    ),
    Tried(
        "The engine hangs, or does not start",
        "It is replaced after a time limit; after three failed starts that is said, and another "
        "is made when asked for",
        of(
            _ACCIDENTS,
            *("a_process_that_hangs_is_replaced", "a_start_that_hangs_is_tried_again"),
            "a_process_that_does_not_even_listen_is_replaced",
            *("two_failed_starts_are_survived", "closing_an_engine_that_hangs"),
            "three_failed_starts_are_the_end_until_asked",
        ),
    ),
    Tried(
        "The engine has no memory left (a limit of the system's)",
        "The image fails by name; later ones are answered",
        (
            *of(_ACCIDENTS, "a_job_without_memory_fails_by_name_and_others_do_not"),
            *of(_REAL, "without_memory_each_job_is_answered_and_later_ones_are_done"),
        ),
    ),
    Tried(
        "The GPU fails, crashes or miscalculates, at its start or at work (injected)",
        "The CPU takes over, which is said; no image is lost",
        (f"{_ENGINE}test_fallback.py", f"{_ENGINE}test_devices.py"),
    ),
    Tried(
        "The model is altered, cut short, or a file of it is missing",
        "It is refused in one sentence; pictures still open, and a new model takes over",
        (
            *of(
                _BUNDLE,
                *("an_altered_file_is_refused", "a_missing_file_is_named"),
                "a_truncated_file_is_refused_even_with_fitting_checksums",
                *("checksums_that_say_nothing", "a_card_that_makes_no_sense"),
            ),
            *of(f"{_ENGINE}test_client.py", "without_a_model_pictures_still_come"),
            *of(
                "tests/journeys/test_look_at_images.py",
                "without_a_model_images_open_and_a_new_model_takes_over",
            ),
        ),
    ),
    Tried(
        "The model is another network's, or is replaced under a running engine",
        "What does not fit is refused; what fits is named in each of its answers",
        (
            *of(f"{_ENGINE}test_onnx_graphs.py", "a_graph_of_another_network_is_refused"),
            *of(
                "tests/core/model/test_classifier.py",
                "weights_that_do_not_fit_the_card_are_refused",
            ),
            f"{_ENGINE}test_swapped_model.py",
        ),
    ),
    Tried(
        "A decoder of pictures crashes, hangs, or takes all memory",
        "One picture fails by name; the next is read",
        ("tests/core/images/test_accidents.py",),
    ),
)
