"""How a worker that is in the middle of something is told to end."""


class ToldToStop(Exception):
    """The worker is to end, now."""
