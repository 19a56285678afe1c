"""What a worker holds in a queue: whether the claim still stands."""

from typing import Any, Protocol

from saraban.errors import LeaseLost


class HeldClaim(Protocol):
    """Who holds the row, and with which attempt."""

    @property
    def worker(self) -> str: ...

    @property
    def attempt(self) -> int: ...


def refuse_lost(row: Any, claim: HeldClaim, state: str) -> None:
    """LeaseLost where the row, which is held, is not in this state by this very attempt."""
    if row.state != state or row.claimed_by != claim.worker or row.attempt_count != claim.attempt:
        raise LeaseLost()
