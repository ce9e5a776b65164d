"""Grad-CAM++: places weigh by how sharply the score rises with them."""

from __future__ import annotations

from core.explain.methods.interface import Floats, Network, Target, View, Watch


def grad_cam_plus_plus(view: View, *, target: Target, network: Network, watch: Watch) -> Floats:
    """Explain by Grad-CAM++ [1]_, as tf-keras-vis computes it.

    Notes
    -----
    Only rising gradients count and activations are never negative, so the map shows what speaks
    for the target and is silent about what speaks against it.

    References
    ----------
    .. [1] Chattopadhay et al., "Grad-CAM++: Generalized Gradient-based Visual Explanations for Deep
       Convolutional Networks", WACV 2018, doi:10.1109/WACV.2018.00097.
    """
    watch.step(0, 1)
    found = network.gradients.grad_cam_plus_plus(view.pixels, target)
    watch.step(1, 1)
    return found
