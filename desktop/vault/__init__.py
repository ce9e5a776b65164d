"""Cases under a passphrase: asked for when they are opened, chosen, changed and taken away."""
