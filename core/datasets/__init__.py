"""Labelled images, whatever their layout on disk: what models and atlases are made of."""

from __future__ import annotations

from core.datasets.reading import read_dataset
from core.datasets.sample import Dataset, Sample

__all__ = ["Dataset", "Sample", "read_dataset"]
