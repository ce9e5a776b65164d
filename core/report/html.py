"""One page with every image, its heat map and all probabilities: nothing to install, no network."""

from __future__ import annotations

import base64
from html import escape

from core.errors import LentigoError
from core.images.encode import encode_jpeg
from core.language import again, counted, current, say
from core.model import STATEMENT, Card
from core.model.classifier import Answer
from core.report.evidence_words import evidence_sentence
from core.report.overlay import render_overlay
from core.report.trust_words import Tone, case_mix_sentence, trust_line
from core.results import Analysis
from core.wording import exact_percent

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --quiet: #666; --bar: #2b6cb0; }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa; --bar: #63a4e8; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 1080px; padding: 24px; }
h1 { margin-bottom: 0; } .quiet { color: var(--quiet); }
.statement { border-left: 4px solid var(--bar); padding-left: 12px; }
article { border-top: 1px solid var(--line); display: grid; gap: 24px; padding: 24px 0;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
@media (max-width: 720px) { article { grid-template-columns: 1fr; } }
article img { max-width: 100%; border-radius: 4px; }
h2 { margin: 0; overflow-wrap: anywhere; } table { border-collapse: collapse; width: 100%; }
td { padding: 2px 8px 2px 0; } td.number { text-align: right; white-space: nowrap; }
td.bar { width: 40%; } td.bar div { background: var(--bar); border-radius: 2px; height: 10px; }
tr.finding td { font-weight: 600; } .trust { margin: 0; }
h2.doubtful { font-size: 1em; font-weight: 400; margin-top: 8px; }
.trust.warning, .trust.careful { font-weight: 600; }
.error, .trust.warning { border-left: 4px solid #b3261e; padding-left: 12px; }
"""


class HtmlReport:
    """A page that grows; it fetches nothing and runs nothing.

    Parameters
    ----------
    card : Card
        Of the model that answers.
    """

    def __init__(self, card: Card) -> None:
        self._card = card
        self._articles: list[str] = []

    def add(self, answer: Answer) -> None:
        """Take an answer, with its picture unless there was none."""
        self._articles.append(_article(answer, self._card))

    def render(self) -> bytes:
        """Lay out one self-contained page, its pictures inside."""
        articles = "\n".join(self._articles)
        told = counted(
            "{count} image, model {model}",
            "{count} images, model {model}",
            count=len(self._articles),
            model=f"{self._card.name} {self._card.version}",
        )
        return f"""<!doctype html>
<html lang="{current()}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(say("Lentigo: findings"))}</title><style>{_STYLE}</style></head><body>
<h1>{escape(say("Findings"))}</h1>
<p class="quiet">{escape(told)}</p>
<p class="statement">{escape(say(STATEMENT))}</p>
{articles}
</body></html>
""".encode()


def _article(answer: Answer, card: Card) -> str:
    name = escape(answer.source.name)
    if isinstance(answer.outcome, LentigoError) or answer.picture is None:
        message = escape(_reason(answer.outcome))
        return f'<article><div><h2>{name}</h2><p class="error">{message}</p></div></article>'
    shown = render_overlay(answer.picture.pixels, answer.outcome, card)
    picture = base64.b64encode(encode_jpeg(shown)).decode()
    label = again(answer.label)
    alternative = escape(
        say(
            "{file} with the heat map of its finding, {name}",
            file=answer.source.name,
            name=label,
        )
    )
    return (
        f'<article><img alt="{alternative}" src="data:image/jpeg;base64,{picture}">'
        f"<div>{_heading(answer.outcome, card, label=label)}"
        f'<p class="quiet">{name}</p>{_table(answer.outcome, card)}{_cautions(answer.outcome)}'
        f"{_evidence(answer.outcome, card)}{_case_mix(answer.outcome, card)}"
        f"<p>{escape(card.entry(answer.outcome.finding).shown_explanation)}</p></div></article>"
    )


def _reason(outcome: Analysis | LentigoError) -> str:
    return outcome.message if isinstance(outcome, LentigoError) else ""


def _heading(analysis: Analysis, card: Card, *, label: str) -> str:
    """Put the finding first, but below a warning that it says nothing."""
    line = trust_line(analysis, card)
    words = f'<p class="trust {line.tone}">{escape(line.words)}</p>' if line is not None else ""
    if line is not None and line.tone is Tone.WARNING:
        return f'{words}<h2 class="doubtful">{escape(label)}</h2>'
    return f"<h2>{escape(label)}</h2>{words}"


def _case_mix(analysis: Analysis, card: Card) -> str:
    words = case_mix_sentence(analysis, card)
    return f"<p>{escape(words)}</p>" if words else ""


def _evidence(analysis: Analysis, card: Card) -> str:
    words = evidence_sentence(analysis, card)
    return f"<p>{escape(words)}</p>" if words else ""


def _table(analysis: Analysis, card: Card) -> str:
    ranked = sorted(analysis.probabilities.items(), key=lambda pair: -pair[1])
    rows = "".join(
        f"<tr{' class=finding' if code == analysis.finding else ''}>"
        f"<td>{escape(card.entry(code).shown_name)}</td>"
        f'<td class="number">{exact_percent(probability)}</td>'
        f'<td class="bar"><div style="width:{probability:.1%}"></div></td></tr>'
        for code, probability in ranked
    )
    total = (
        f"<tr><td>{escape(say('Malignant, in total'))}</td>"
        f'<td class="number">{exact_percent(analysis.malignant)}</td></tr>'
    )
    return f"<table>{rows}{total}</table>"


def _cautions(analysis: Analysis) -> str:
    messages = [again(one.message) for one in analysis.quality]
    messages += [again(one.message) for one in analysis.cautions]
    return "".join(f'<p class="quiet">{escape(message)}</p>' for message in messages)
