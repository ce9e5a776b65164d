"""Labelled images to learn from, and which of them are most like another one.

An atlas is a folder: ``atlas.json`` says what it is made of and whose embeddings it holds, and
names an SQLite file with its items. The images themselves stay where they are. Building one is
`core.atlas.build`, which needs a model; reading one does not.
"""

from __future__ import annotations

from core.atlas.atlas import Atlas
from core.atlas.item import AtlasItem, Neighbour, Skipped

__all__ = ["Atlas", "AtlasItem", "Neighbour", "Skipped"]
