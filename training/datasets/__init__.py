"""Data sets as training sees them, whatever their layout on disk."""

from __future__ import annotations

from training.datasets.reading import read_dataset
from training.datasets.sample import Dataset, Sample

__all__ = ["Dataset", "Sample", "read_dataset"]
