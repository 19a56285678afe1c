"""A process that is of no use without the one that started it."""

import ctypes
import signal
import sys

_DEATH_OF_PARENT = 1


def end_with_parent(sent: signal.Signals) -> None:
    """Ask Linux to send this process a signal when its parent is gone, even killed without a word.

    Elsewhere nothing is done: such a process ends when it next talks to its parent.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, sent)
