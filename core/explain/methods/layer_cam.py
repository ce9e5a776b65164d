"""LayerCAM: every place of the last convolution weighs by its own gradient."""

from __future__ import annotations

from core.explain.methods.interface import Floats, Network, Target, View, Watch


def layer_cam(view: View, *, target: Target, network: Network, watch: Watch) -> Floats:
    """Explain by LayerCAM [1]_, as tf-keras-vis computes it.

    Notes
    -----
    Only rising gradients count and activations are never negative, so the map shows what speaks
    for the target and is silent about what speaks against it.

    References
    ----------
    .. [1] Jiang et al., "LayerCAM: Exploring Hierarchical Class Activation Maps for Localization",
       IEEE Trans. Image Process. 30, 5875-5888 (2021), doi:10.1109/TIP.2021.3089943.
    """
    watch.step(0, 1)
    found = network.gradients.layer_cam(view.pixels, target)
    watch.step(1, 1)
    return found
