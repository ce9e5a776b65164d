"""An atlas on disk: labelled images, and which of them are most like another one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.atlas.browse import Browser, Facet, Filter
from core.atlas.description import REBUILD, Description, read_description, without_model
from core.atlas.item import AtlasItem, Neighbour
from core.atlas.library import Library
from core.atlas.search import Index
from core.errors import AtlasOfOtherModel
from core.language import say


@dataclass(frozen=True)
class Atlas:
    """A finished atlas. Any thread may ask it; the first search loads the embeddings.

    Parameters
    ----------
    folder : Path
        Where it lies.
    description : Description
        What it is.
    library : Library
        Its items.
    """

    folder: Path
    description: Description
    library: Library

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open and check the atlas in a folder.

        Raises
        ------
        AtlasError
            If there is none, it is damaged, or a newer version of Lentigo wrote it.
        """
        description = read_description(folder)
        return cls(folder, description, Library(folder, description))

    def require_model(self, sha256: str) -> None:
        """Check that the embeddings are those of a model.

        Parameters
        ----------
        sha256 : str
            Of the model's weights.

        Raises
        ------
        AtlasWithoutModel
            If there are none.
        AtlasOfOtherModel
            If they are another's: distances between the two would mean nothing.
        """
        made = self.description.model
        if made is None:
            raise without_model(self.folder)
        if made.sha256 != sha256:
            raise AtlasOfOtherModel(
                say(
                    "The atlas in {folder} was made with another model ({name} {version}): "
                    "build it again with this one: {rebuild} {folder}",
                    folder=self.folder,
                    name=made.name,
                    version=made.version,
                    rebuild=REBUILD,
                ),
                value=made.sha256,
            )

    def similar(
        self, embedding: NDArray[np.float32], *, count: int = 10, sha256: str | None = None
    ) -> list[Neighbour]:
        """Find the labelled images that are most like another one, one of each lesion.

        Parameters
        ----------
        embedding : ndarray of float32
            Of the other one, by the model of this atlas, (channels,).
        count : int
            How many, at most.
        sha256 : str, optional
            Of the other one's file: if it stands in the atlas, it and all images of its lesion
            are left out. Without it nothing is.

        Returns
        -------
        list of Neighbour
            The nearest first; of equally near ones the first in the data set.

        Raises
        ------
        AtlasWithoutModel
            If the atlas holds no embeddings.
        """
        index = self.index
        rows, cosines = index.nearest(embedding, count=count, without=self._groups_of(sha256))
        return self._neighbours(rows, cosines)

    def similar_to(
        self, item: AtlasItem, *, count: int = 10, other_diagnosis: bool = False
    ) -> list[Neighbour]:
        """Find the lesions of the atlas that are most like one of its items.

        Parameters
        ----------
        item : AtlasItem
            Of this atlas; its own lesion is left out.
        count : int
            How many, at most.
        other_diagnosis : bool
            Whether only lesions that bear another diagnosis are wanted: its look-alikes.

        Returns
        -------
        list of Neighbour
            The nearest first.

        Raises
        ------
        AtlasWithoutModel
            If the atlas holds no embeddings.
        """
        index, row = self.index, int(np.searchsorted(self._ids, item.id))
        without = index.groups[[row]]
        if other_diagnosis:
            same = self.browser.find(Filter(chosen={Facet.DIAGNOSIS: frozenset({item.code})}))
            without = np.unique(index.groups[np.searchsorted(self._ids, np.sort(same.ids))])
        rows, cosines = index.nearest(index.vectors[row], count=count, without=without)
        return self._neighbours(rows, cosines)

    def ids_of(self, sha256s: Iterable[str]) -> frozenset[int]:
        """Find items by their files' bytes; of equal files all, of others' none.

        Parameters
        ----------
        sha256s : iterable of str
            Checksums, 64 hexadecimal digits each.

        Raises
        ------
        AtlasDamaged
            If the items cannot be read.
        """
        wanted = np.array(sorted({one.encode() for one in sha256s}), "S64")
        digests, order = self._digests, self._by_digest
        first = np.searchsorted(digests, wanted, side="left", sorter=order)
        last = np.searchsorted(digests, wanted, side="right", sorter=order)
        rows = (order[start:end] for start, end in zip(first, last, strict=True))
        return frozenset(int(self._ids[row]) for found in rows for row in found)

    @property
    def searchable(self) -> bool:
        """Whether it holds embeddings."""
        return self.description.model is not None

    @cached_property
    def index(self) -> Index:
        """The embeddings, ready to be searched.

        Raises
        ------
        AtlasWithoutModel
            If there are none.
        """
        return Index.of(self.library.vectors(), self._columns["lesion"])

    @cached_property
    def browser(self) -> Browser:
        """The items, ready to be filtered and sorted."""
        return Browser(self.library, self.description)

    def _neighbours(self, rows: NDArray[np.intp], cosines: NDArray[np.float32]) -> list[Neighbour]:
        items = self.library.items([int(self._ids[row]) for row in rows])
        return [
            Neighbour(item, round(1 - float(cosine), 6))
            for item, cosine in zip(items, cosines, strict=True)
        ]

    def _groups_of(self, sha256: str | None) -> NDArray[np.intp]:
        if sha256 is None:
            return np.empty(0, np.intp)
        groups: NDArray[np.intp] = self.index.groups[self._digests == sha256.encode()]
        return groups

    @cached_property
    def _columns(self) -> dict[str, tuple[str | int | None, ...]]:
        return {name: tuple(values) for name, values in self.library.columns().items()}

    @cached_property
    def _ids(self) -> NDArray[np.int64]:
        return np.array(self._columns["id"], np.int64)

    @cached_property
    def _digests(self) -> NDArray[np.bytes_]:
        # As one array: thousands of small objects would wake the garbage collector.
        return np.array([str(value).encode() for value in self._columns["sha256"]])

    @cached_property
    def _by_digest(self) -> NDArray[np.intp]:
        """Rows in the order of their checksums, so that some are found without reading all."""
        return np.argsort(self._digests, kind="stable")
