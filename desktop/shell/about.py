"""Two pages of help: what Lentigo is and under which licences, and what each key does."""

from __future__ import annotations

import html
from collections.abc import Iterable
from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from core.language import again
from core.paths import licences_file
from core.policy.policy import NO_POLICY, Policy
from desktop.engine.status import EngineStatus, engine_words, signature_words
from desktop.language.words import mark, tr
from desktop.shell.action_spec import ActionSpec
from desktop.shell.statement import STATEMENT

_OWN_MODEL = mark(
    "The weights of its own model are licensed under CC BY-NC 4.0, because the images they were "
    "learned from are: HAM10000, ViDIR Group, Medical University of Vienna (Tschandl, Rosendahl, "
    "Kittler, Sci. Data 5:180161, 2018, doi:10.1038/sdata.2018.161). With this model, Lentigo may "
    "not be used commercially."
)
_LICENCES = (
    mark("The code of Lentigo is licensed under the Apache License 2.0."),
    _OWN_MODEL,
    mark("The window is made with Qt for Python, under the LGPL 3."),
)
_KEYS = mark(
    "Tab goes from part to part. In the list of classes and in the filmstrip the arrow keys "
    "choose; in the picture they move it, and the wheel zooms at the cursor."
)
_POLICY = mark(
    "The administrators of this computer have fixed or switched off some of what Lentigo can do, "
    "in {source}."
)
_PRIVACY = mark(
    "Everything happens on this computer: no picture and no finding leaves it unless you send it."
)


def about_html(status: EngineStatus, policy: Policy = NO_POLICY) -> str:
    """Return the page about Lentigo, as the policy of this computer has it."""
    parts = [
        f"<h2>Lentigo {html.escape(version())}</h2>",
        f"<p><b>{html.escape(tr(STATEMENT))}</b></p>",
        f"<p>{html.escape(tr(_PRIVACY))}</p>",
        _heading(tr("Model")),
        *_model(status),
        *_policy(policy),
        _heading(tr("Licences")),
        *(f"<p>{html.escape(tr(words))}</p>" for words in _LICENCES),
        _licences_of_all(),
    ]
    return "".join(parts)


def _licences_of_all() -> str:
    page = licences_file()
    if page is None:
        return ""
    words = html.escape(tr("Licences of everything inside, with their texts"))
    return f'<p><a href="{html.escape(page.as_uri())}">{words}</a></p>'


def _heading(words: str) -> str:
    return f"<h3>{html.escape(words)}</h3>"


def shortcuts_html(specs: Iterable[ActionSpec]) -> str:
    """Return the page of keys, straight from the table of actions."""
    rows = "".join(
        f"<tr><td>{html.escape(_keys(spec))}&nbsp;&nbsp;&nbsp;</td>"
        f"<td><b>{html.escape(spec.plain_text)}</b><br>{html.escape(spec.tip)}</td></tr>"
        for spec in specs
        if spec.keys
    )
    title, how = html.escape(tr("Keyboard shortcuts")), html.escape(tr(_KEYS))
    return f"<h2>{title}</h2><table cellpadding='4'>{rows}</table><p>{how}</p>"


def version() -> str:
    """Version of Lentigo as installed."""
    return metadata.version("lentigo")


class Page(QDialog):
    """A page of text with a button to close it.

    Parameters
    ----------
    title, content : str
        Of the dialog; the content is HTML.
    parent : QWidget, optional
        As for any widget.
    sheet : str
        Style sheet of the content.
    margin : int
        Around it, in pixels.
    """

    def __init__(
        self,
        title: str,
        content: str,
        parent: QWidget | None = None,
        *,
        sheet: str = "",
        margin: int = 16,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 560)
        browser = self.browser = QTextBrowser(self)
        browser.document().setDefaultStyleSheet(sheet)
        browser.document().setIndentWidth(24)
        browser.setHtml(content)
        browser.setOpenExternalLinks(True)  # pages of ours open here, others in the user's browser
        browser.setAccessibleName(title)
        browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        browser.document().setDocumentMargin(margin)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.setContentsMargins(16, 8, 16, 16)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(browser)
        layout.addWidget(buttons)


def _model(status: EngineStatus) -> list[str]:
    ready = status.ready
    if ready is None:
        reason = status.error.message if status.error is not None else tr("The model is starting.")
        return [f"<p>{html.escape(reason)}</p>"]
    from core.model.limits import limit_again  # loaded with the model

    card = ready.card
    sources = ", ".join(f"{source.name} ({source.licence})" for source in card.data)
    lines = [
        tr(
            "{name} {version}, made {created}, licence {licence}.",
            name=card.name,
            version=card.version,
            created=card.created,
            licence=card.licence,
        ),
        tr(
            "Runs with {engine}: {name}. {reason}",
            engine=engine_words(status),
            name=ready.choice.name,
            reason=again(ready.choice.reason),
        ),
        tr("Learned from {sources}.", sources=sources) if sources else "",
        *map(limit_again, card.limits),
        tr("Weights SHA-256 {sha256}", sha256=ready.model.sha256),
        signature_words(ready.signature),
    ]
    return [f"<p>{html.escape(line)}</p>" for line in lines if line]


def _policy(policy: Policy) -> list[str]:
    if not policy.source:
        return []
    words = again(policy.problem) if policy.problem else tr(_POLICY, source=policy.source)
    return [_heading(tr("Policy")), f"<p>{html.escape(words)}</p>"]


def _keys(spec: ActionSpec) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return tr(" or ").join(QKeySequence(key).toString(native) for key in spec.keys)
