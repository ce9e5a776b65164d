"""The frame of ``report.html``: one page without scripts or anything fetched from elsewhere.

``$name`` is filled by `training.evaluation.page`, which escapes what it fills in.
"""

from __future__ import annotations

from string import Template

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
<figure><img src="$precision" alt="Precision-recall curves of malignant and of every class.">
<figcaption>How many of the images that a threshold flags are what was sought (up), against how many
of those sought it catches (right). Where a class is rare, this falls while the ROC curve still
looks well.</figcaption></figure>
<div class="scroll">$operating</div>
</section>
<section>
<h2>When to believe it</h2>
<p>What the card's rules, fitted on other lesions, are worth here. Every lesion counts once, however
often it was photographed.</p>
<div class="scroll">$trust</div>
</section>
<section>
<h2>Whether its heat maps can be believed</h2>
<div class="scroll">$explanations</div>
</section>
<section>
<h2>Whether similar images show the same</h2>
<div class="scroll">$similar</div>
<h2>Whether lower precision says the same</h2>
$numbers
</section>
<section>
<h2>What should not change the answer</h2>
<div class="scroll">$probes</div>
</section>
<section>
<h2>By age, sex and body site</h2>
<div class="scroll">$groups</div>
</section>
<section>
<h2>The mistakes it was surest of</h2>
<p>With the evidence for the wrong finding laid over them, where this model explains itself.</p>
$mistakes
</section>
<section>
<h2>A fair sample</h2>
<p>Drawn at random, equally many of each class as far as there are.</p>
$sample
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
