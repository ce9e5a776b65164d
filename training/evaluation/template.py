"""The frame of ``report.html``: one page without scripts or anything fetched from elsewhere.

``$name`` is filled by `training.evaluation.page`, which escapes what it fills in.
"""

from __future__ import annotations

from string import Template

STYLE = """
:root { --ink: #1f2933; --quiet: #52606d; --line: #d9e2ec; --accent: #0b6e8a; --soft: #f0f6f8; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 1040px; color: var(--ink);
  background: #fff; font: 16px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 20px; margin: 48px 0 8px; }
p, ul { margin: 8px 0; max-width: 76ch; }
.quiet, figcaption, caption { color: var(--quiet); font-size: 14px; }
.statement { border-left: 4px solid var(--accent); background: var(--soft); padding: 8px 16px;
  margin: 16px 0 24px; font-weight: 600; }
.notice { border: 1px solid #b7791f; background: #fffaf0; padding: 8px 16px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(216px, 1fr)); gap: 16px;
  margin: 16px 0; }
.tile { border: 1px solid var(--line); border-radius: 8px; padding: 16px; }
.tile b { display: block; font-size: 32px; line-height: 1.2; font-weight: 600;
  color: var(--accent); }
.tile span { display: block; color: var(--quiet); font-size: 14px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 16px 0;
  font-variant-numeric: tabular-nums; }
caption { text-align: left; caption-side: bottom; padding-top: 8px; }
th, td { text-align: right; padding: 8px; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th:first-child, td:first-child { text-align: left; }
thead th { border-bottom: 2px solid var(--ink); white-space: nowrap; }
tbody th { font-weight: 600; }
td small, th small { display: block; color: var(--quiet); font-size: 13px; font-weight: 400; }
td small { white-space: nowrap; }
figure { margin: 16px 0; }
figure img { max-width: 100%; height: auto; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(400px, 1fr)); gap: 24px;
  align-items: start; }
code { font-size: 13px; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; font-size: 14px; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
@media print { body { padding: 0; } figure, table, .tile { break-inside: avoid; } }
"""

PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evaluation of $model</title>
<style>$style</style>
</head>
<body>
<header>
<h1>Evaluation of $model</h1>
<p class="quiet">$what, $date</p>
<p class="statement">For research and education; not a diagnosis; not a medical device.</p>
$notices
</header>
<main>
<div class="tiles">
$tiles
</div>
<section>
<h2>In words</h2>
$sentences
</section>
<section>
<h2>Headline figures</h2>
<div class="scroll">$headline</div>
</section>
<section>
<h2>Class by class</h2>
<div class="scroll">$per_class</div>
</section>
<section>
<h2>What was taken for what</h2>
<div class="pair">
<figure><img src="$confusion" alt="Confusion matrix: rows are the diagnosis, columns the finding.">
<figcaption>Rows are the diagnosis, columns what the model found; the diagonal is right. Numbers
are images; shade and percentage are the share of the row.</figcaption></figure>
<figure><img src="$reliability" alt="Reliability diagram: share of right findings by probability.">
<figcaption>Whether probabilities mean what they say: when the model states 80 %, is it right 8
times in 10? Points below the dashed line mean too sure, above it too modest. Vertical lines are
95 % intervals; below, how many images each point rests on.</figcaption></figure>
</div>
</section>
<section>
<h2>How well the probabilities rank</h2>
<figure><img src="$roc" alt="ROC curves of malignant against benign and of every class.">
<figcaption>Each point of a curve is one possible threshold on a probability: how many of the
images sought it catches (up), and how many others it raises a false alarm for (right).
</figcaption></figure>
</section>
<section>
<h2>What these figures cannot say</h2>
<ul>
$limits
</ul>
</section>
<section>
<h2>Where this comes from</h2>
$provenance
</section>
</main>
</body>
</html>
""")
