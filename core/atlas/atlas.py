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
from core.atlas.description import (
    Description,
    MadeWith,
    read_description,
    rebuild_of,
    without_model,
)
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
            raise self._of_other_model(made)

    def similar(
        self,
        embedding: NDArray[np.float32],
        *,
        count: int = 10,
        sha256: str | None = None,
        other_than: str | None = None,
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
        other_than : str, optional
            Code of a diagnosis whose lesions are left out as well: look-alikes are wanted.

        Returns
        -------
        list of Neighbour
            The nearest first; of equally near ones the first in the data set.

        Raises
        ------
        AtlasWithoutModel
            If the atlas holds no embeddings.
        AtlasOfOtherModel
            If they are of another length: a package may have lied about whose they are.
        """
        index, without = self.index, self._groups_of(sha256)
        if index.vectors.shape[1:] != embedding.shape and self.description.model is not None:
            raise self._of_other_model(self.description.model)
        if other_than is not None:
            without = np.union1d(without, self._groups_of_diagnosis(other_than))
        rows, cosines = index.nearest(embedding, count=count, without=without)
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
            without = self._groups_of_diagnosis(item.code)
        rows, cosines = index.nearest(index.vectors[row], count=count, without=without)
        return self._neighbours(rows, cosines)

    def ids_of(self, sha256s: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Find items by their files' bytes.

        Parameters
        ----------
        sha256s : iterable of str
            Checksums, 64 hexadecimal digits each.

        Returns
        -------
        dict of str to tuple of int
            Ids of the items that each is of; what the atlas has not is not in it.

        Raises
        ------
        AtlasDamaged
            If the items cannot be read.
        """
        wanted = sorted(set(sha256s))
        sought, digests = np.array([one.encode() for one in wanted], "S64"), self._digests
        order, ids = self._by_digest, self._ids
        first = np.searchsorted(digests, sought, side="left", sorter=order)
        last = np.searchsorted(digests, sought, side="right", sorter=order)
        return {
            one: tuple(ids[order[start:end]].tolist())
            for one, start, end in zip(wanted, first, last, strict=True)
            if start < end
        }

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

    def _of_other_model(self, made: MadeWith) -> AtlasOfOtherModel:
        return AtlasOfOtherModel(
            say(
                "The atlas in {folder} was made with another model ({name} {version}): "
                "build it again with this one: {rebuild} {folder}",
                folder=self.folder,
                name=made.name,
                version=made.version,
                rebuild=rebuild_of(self.folder),
            ),
            value=made.sha256,
        )

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

    def _groups_of_diagnosis(self, code: str) -> NDArray[np.intp]:
        same = self.browser.find(Filter(chosen={Facet.DIAGNOSIS: frozenset({code})}))
        return np.unique(self.index.groups[np.searchsorted(self._ids, np.sort(same.ids))])

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
