"""The window: everything of Lentigo that needs Qt. Only `desktop` may import PySide6."""
