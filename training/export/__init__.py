"""From a finished run to a bundle: plain VGG16, its graph, its card, and proof that they agree."""
