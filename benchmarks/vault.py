"""What a passphrase costs: the same cases plain and sealed, in turn."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Self

from benchmarks.cases import LESIONS, fill, ways
from benchmarks.timing import Timing, interleave
from core.cases.address import CaseAddress
from core.cases.records import Lesion, Patient, StoredImage, Visit
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.images import close_shared_reader, read_image
from core.paths import examples_folder

_PASSPHRASE: Final = "of no importance"  # noqa: S105 - it protects made-up cases
_PHOTOGRAPH: Final = 3 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Practice:
    """A store with one patient who is photographed.

    Parameters
    ----------
    store : CaseStore
        Open.
    lesion, visit, image
        Where photographs go, and one that is there.
    passphrase : str or None
        What opens it.
    """

    store: CaseStore
    lesion: Lesion
    visit: Visit
    image: StoredImage
    passphrase: str | None

    @classmethod
    def made(cls, folder: Path, passphrase: str | None) -> Self:
        """Make one in a new folder."""
        address = CaseAddress.of("", folder=folder)
        CaseStore.open(address).close()
        if passphrase is not None:
            from core.cases.vault.conversion import encrypt

            encrypt(address, passphrase)
        store = CaseStore.open(address, passphrase=passphrase)
        patient = store.add(Patient())
        lesion = store.add(Lesion(patient_id=patient.id, label="Lesion 1"))
        visit = store.visit_on(patient, date(2026, 1, 14))
        picture = min(examples_folder().glob("*.jpg"))
        image = store.bring_in(picture, lesion=lesion, visit=visit, shape=Shape(600, 450))
        return cls(store, lesion, visit, image, passphrase)

    def ways(self) -> Mapping[str, Callable[[], object]]:
        """Build what is timed, but for the searches."""
        return {
            "open the cases": self.opened,
            "save a photograph of 3 MB": self.save,
            "read and decode a picture": self.read,
        }

    def opened(self) -> None:
        """Open the store once more."""
        CaseStore.open(self.store.address, passphrase=self.passphrase).close()

    def save(self) -> StoredImage:
        """Keep bytes that are not there yet."""
        return self.store.bring_in(
            os.urandom(_PHOTOGRAPH), lesion=self.lesion, visit=self.visit, shape=Shape(1, 1)
        )

    def read(self) -> object:
        """Decode the image that is there, outside this process, as the window does."""
        return read_image(self.store.original(self.image))


def report(*, lesions: int = LESIONS, rounds: int, say: Callable[[str], None]) -> None:
    """Print how long everything takes in both."""
    timings = measure(lesions=lesions, rounds=rounds)
    say(f"\nPlain and sealed, {lesions:,} lesions, medians of {rounds} rounds in turn:\n")
    say(f"{'':40}  {'plain ms':>9}  {'sealed ms':>9}  {'ratio':>6}")
    for name, (bare, under) in timings.items():
        say(
            f"{name:40}  {bare.median * 1e3:9.1f}  {under.median * 1e3:9.1f}  "
            f"{under.ratio_to(bare):6.2f}"
        )


def measure(*, lesions: int, rounds: int) -> dict[str, tuple[Timing, Timing]]:
    """Time everything in both: plain, and sealed."""
    with practices() as (plain, sealed):
        kept, looked_for = (plain.ways(), sealed.ways()), (ways(plain.store), ways(sealed.store))
        timings = {name: _both(name, *kept, rounds=rounds) for name in kept[0]}
        for practice in (plain, sealed):
            fill(practice.store, lesions=lesions)
        for name in looked_for[0]:
            timings[f"search: {name}"] = _both(name, *looked_for, rounds=rounds)
    return timings


@contextmanager
def practices() -> Iterator[tuple[Practice, Practice]]:
    """Give a plain one and a sealed one."""
    with tempfile.TemporaryDirectory(prefix="lentigo-vault-") as folder:
        made = [
            Practice.made(Path(folder) / str(number), passphrase)
            for number, passphrase in enumerate((None, _PASSPHRASE))
        ]
        try:
            yield made[0], made[1]
        finally:
            for practice in made:
                practice.store.close()
            close_shared_reader()


def _both(
    name: str,
    plain: Mapping[str, Callable[[], object]],
    sealed: Mapping[str, Callable[[], object]],
    *,
    rounds: int,
) -> tuple[Timing, Timing]:
    found = interleave({"plain": plain[name], "sealed": sealed[name]}, rounds=rounds, warm_up=1)
    return found["plain"], found["sealed"]
