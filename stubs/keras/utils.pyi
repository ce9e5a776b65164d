from typing import Any

class PyDataset:
    def __init__(
        self, workers: int = 1, use_multiprocessing: bool = False, max_queue_size: int = 10
    ) -> None: ...

def __getattr__(name: str) -> Any: ...
