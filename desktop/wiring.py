"""Which part hears of what another does, and how loudly the window says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from desktop.composition import App


def wire(app: App) -> None:
    """Let the parts hear of each other."""
    app.place.strip.cancelled.connect(app.session.cancel_all)
    app.place.panel.patient_stated.connect(app.state_patient)
    app.place.panel.action_wanted.connect(lambda name: app.actions[name].trigger())
    # In a turn of its own: with thousands of images the list alone fills one.
    app.presenter.occupied.connect(app.show_place, Qt.ConnectionType.QueuedConnection)
    app.vault.converted.connect(app.following.close)
    app.vault.converted.connect(app.cases.reread)
    app.vault.converted.connect(app.renew_sources)
    app.window.dropped.connect(app.navigation.take)
    app.places.changed.connect(app.expect_drops)
    app.places.changed.connect(app.bringing.remind)
    app.intake.took.connect(app.recent.remember)
    app.recent.chosen.connect(lambda path: app.intake.take_paths([path]))
    app.exchange.fetched.connect(app.intake.take_paths)
    app.window.closing.connect(app.close)
    app.state.heat_changed.connect(app.show_method)
    app.progress.quiz_wanted.connect(app.navigation.propose_quiz)
    app.progress.atlas_wanted.connect(app.navigation.show_diagnoses)
    app.engine.status_changed.connect(app.window.status.show_engine)
    app.engine.status_changed.connect(app.session.use_model)


def wire_notices(app: App) -> None:
    """Mention what went well in passing; tell what did not, until the user closes it."""
    for saying in (
        app.exporter.said,
        app.keeping.mentioned,
        app.reports.said,
        app.commit.mentioned,
        app.batch.mentioned,
        app.exchange.mentioned,
        app.models.mentioned,
        app.vault.mentioned,
        app.teach.mentioned,
        app.progress.mentioned,
        app.profile_commands.mentioned,
        app.bringing.mentioned,
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
        app.bringing.said,
        app.recent.missing,
        app.lock.said,
        app.batch.said,
        app.atlas.said,
        app.exchange.said,
        app.teach.said,
        app.noting.failed,
        app.profiles.said,
        app.quiz.said,
        app.progress.said,
        app.profile_commands.said,
        app.models.said,
        app.vault.said,
    ):
        refusing.connect(app.notices.tell)
