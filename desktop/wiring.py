"""Who says something, and how loudly the window passes it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.composition import App


def wire_notices(app: App) -> None:
    """Mention what went well in passing; tell what did not, until the user closes it."""
    for saying in (
        app.exporter.said,
        app.keeping.mentioned,
        app.reports.said,
        app.commit.mentioned,
        app.batch.mentioned,
        app.exchange.mentioned,
        app.vault.mentioned,
    ):
        saying.connect(app.notices.mention)
    for refusing in (
        app.intake.refused,
        app.exporter.failed,
        app.presenter.said,
        app.similar.shelf.refused,
        app.cases.said,
        app.following.said,
        app.keeping.said,
        app.commit.said,
        app.atlases.building.said,
        app.recent.missing,
        app.lock.said,
        app.batch.said,
        app.atlas.said,
        app.exchange.said,
        app.noting.failed,
        app.profiles.said,
        app.vault.said,
    ):
        refusing.connect(app.notices.tell)
