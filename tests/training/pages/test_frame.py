"""The frame: one file that fetches nothing, and texts that stay texts."""

from __future__ import annotations

import base64
import io
import re

import numpy as np
from PIL import Image

from training.pages.drawing import new_canvas, plot_text, svg_uri
from training.pages.frame import Section, document, figure
from training.pages.pictures import picture


def test_titles_are_text() -> None:
    page = document(
        title="<b>set</b>", subtitle="a & b", sections=[Section("<i>Classes</i>", "<p>one</p>")]
    )
    assert "<h2>&lt;i&gt;Classes&lt;/i&gt;</h2>\n<p>one</p>" in page
    assert "<h1>&lt;b&gt;set&lt;/b&gt;</h1>" in page
    assert "a &amp; b" in page
    for foreign in ("<script", "http", "<b>", "url("):
        assert foreign not in page


def test_a_picture_is_carried_inside() -> None:
    pixels = np.full((6, 9, 3), (200, 120, 40), np.uint8)
    html = picture(pixels, alternative='"quoted" <name>')
    found = re.fullmatch(
        r'<img src="data:image/jpeg;base64,([^"]+)" width="9" height="6" '
        r'alt="&quot;quoted&quot; &lt;name&gt;">',
        html,
    )
    assert found
    with Image.open(io.BytesIO(base64.b64decode(found[1]))) as image:
        np.testing.assert_allclose(np.asarray(image), pixels, atol=6)


def test_names_from_outside_can_be_drawn() -> None:
    names = ["$x", "$\\frac$", "母斑 \N{BUTTERFLY}", "a\nb\udcff", "_{^", "a%"]
    canvas, (axes,) = new_canvas(4, 3)
    axes.set_yticks(range(len(names)), [plot_text(name) for name in names])
    uri = svg_uri(canvas)
    assert figure(uri, alternative="", caption="").count(uri) == 1
    assert plot_text("母斑 nevus") == "?? nevus"


def test_equal_plots_are_equal_bytes() -> None:
    def drawn(height: float) -> str:
        canvas, (axes,) = new_canvas(2, 2)
        axes.bar([0], [height])
        return svg_uri(canvas)

    assert drawn(1) == drawn(1) != drawn(2)
