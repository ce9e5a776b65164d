"""``python -m scripts.colour_maps``: writes the colours of heat maps to resources.

Lentigo needs four of matplotlib's colour maps (public domain, CC0) and nothing else of it;
importing it would take a third of a second of the first heat map, and 20 MB of a frozen build.
"""

from __future__ import annotations

import json

import numpy as np
from matplotlib import colormaps

from core.explain.heatmap import ColourMap
from core.paths import colour_maps_file


def colours(name: str) -> str:
    """Return the 256 colours of a map as hexadecimal RGB, one after the other."""
    shares = np.asarray(colormaps[name](range(256)), np.float64)[:, :3]
    return np.rint(shares * 255).astype(np.uint8).tobytes().hex()


def main() -> None:
    """Write the file."""
    text = json.dumps({str(one): colours(one) for one in ColourMap}, indent=1)
    colour_maps_file().write_text(f"{text}\n", encoding="ascii")


if __name__ == "__main__":
    main()
