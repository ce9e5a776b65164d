"""What is asked of an archive, outside the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.dicomweb.address import ArchiveAddress
from core.errors import LentigoError

if TYPE_CHECKING:
    from core.dicomweb.studies import Study, Wanted
    from desktop.archive.worker import Tell
    from desktop.exchange.wish import ExchangeWish
    from desktop.exchange.work import Item

LIMIT: Final = 200


@dataclass(frozen=True, slots=True)
class Access:
    """How to reach an archive, as the user has typed it.

    Parameters
    ----------
    url : str
        ``https://USER@HOST/PATH``.
    password : str
        Of that user; empty for what the environment says.
    plain_http : bool
        Whether the network itself is protected.
    """

    url: str
    password: str
    plain_http: bool

    def address(self) -> ArchiveAddress:
        """Check it.

        Raises
        ------
        ArchiveAddressError
            If it is none, or would send patients' data in clear.
        """
        address = ArchiveAddress.of(self.url, plain_http=self.plain_http)
        return replace(address, password=self.password) if self.password else address


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent.

    Parameters
    ----------
    objects : int
        How many.
    errors : tuple of str
        Why others were not, each with the name of its image.
    """

    objects: int
    errors: tuple[str, ...]


def find(access: Access, wanted: Wanted, tell: Tell) -> list[Study]:
    """Look for studies, at most `LIMIT`.

    Raises
    ------
    ArchiveError
        If the archive cannot be asked.
    """
    from core.dicomweb.archive import Archive  # pydicom and requests are slow to import

    tell(0, 0)
    return Archive(access.address()).find(wanted, limit=LIMIT)


def fetch(access: Access, studies: Sequence[Study], folder: Path, tell: Tell) -> list[Path]:
    """Fetch the pictures of studies, each study into a folder of its own.

    Raises
    ------
    LentigoError
        If the archive cannot be asked, or a file not be written.
    """
    from core.dicomweb.archive import Archive

    archive = Archive(access.address())
    total = sum(study.objects or 0 for study in studies)
    paths: list[Path] = []
    tell(0, total)
    for study in studies:
        for fetched in archive.fetch(study.uid, folder=folder / study.uid):
            paths.append(fetched.path)
            tell(len(paths), max(total, len(paths)))
    return paths


def send(access: Access, items: Sequence[Item], wish: ExchangeWish, tell: Tell) -> Sent:
    """Send the findings of images; one that fails stops no other.

    Raises
    ------
    ArchiveError
        If the archive cannot be reached from the beginning.
    """
    from core.dicomweb.archive import Archive
    from core.errors import ArchiveDenied, ArchiveUnreachable
    from desktop.exchange.work import answer_of, objects_as

    archive = Archive(access.address())
    sent, errors = 0, list[str]()
    for number, item in enumerate(items):
        tell(number, len(items))
        try:
            objects = objects_as(wish, item.card).of(answer_of(item), original=item.source)
            for dataset in objects.values():
                archive.store(dataset, name=item.name)
                sent += 1
        except (ArchiveUnreachable, ArchiveDenied) as error:
            if not sent and not errors:
                raise
            return Sent(sent, (*errors, error.message))  # the others would fare no better
        except LentigoError as error:
            errors.append(f"{item.name}: {error.message}")
    return Sent(sent, tuple(errors))
