"""Labelled images could not be had: data sets, atlases and collections for others."""

from __future__ import annotations

from core.errors.base import LentigoError


class DatasetError(LentigoError):
    """A data set is not laid out as its reader expects."""


class AtlasError(LentigoError):
    """An atlas could not be used or built. Subclasses say why."""


class AtlasMissing(AtlasError):
    """There is no atlas in this folder, or none that is finished."""


class AtlasDamaged(AtlasError):
    """A file of the atlas is not the one that was written."""


class AtlasUnsupported(AtlasError):
    """The atlas was written by a newer version of Lentigo."""


class AtlasOfOtherModel(AtlasError):
    """The embeddings of the atlas are another model's, so nothing can be compared with them."""


class AtlasWithoutModel(AtlasError):
    """The atlas holds no embeddings, so it cannot say what is similar."""


class AtlasBusy(AtlasError):
    """Another process is building in this folder."""


class PackageError(AtlasError):
    """A collection or a quiz could not be packed or brought in. Subclasses say why."""


class PackageDamaged(PackageError):
    """The file is no package, or not the one that was packed."""


class PackageUnsafe(PackageError):
    """The file holds what no package does: it may be meant to do harm."""


class PackageUnsupported(PackageError):
    """The package was made by a newer version of Lentigo."""
