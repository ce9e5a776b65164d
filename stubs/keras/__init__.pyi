# Keras ships no types. These declare the classes that we derive from; everything else is Any.
from typing import Any

from keras import callbacks as callbacks
from keras import layers as layers
from keras import utils as utils

__version__: str
KerasTensor = Any
Variable = Any

class Model(layers.Layer):
    stop_training: bool
    def fit(self, *args: Any, **kwargs: Any) -> Any: ...

def __getattr__(name: str) -> Any: ...
