"""What this installation is, for the doors that may not touch tables."""

from saraban.records.installation import fact


def is_demo() -> bool:
    """Whether the office here is one that was made up to be shown."""
    return fact("is_demo") is not None
