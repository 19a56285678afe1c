"""Passwords: argon2 hashes, and the same time spent whether or not there is one to check."""

from functools import lru_cache
from typing import Any

from saraban.errors import PasswordTooWeak

LEAST_LENGTH = 10
MOST_LENGTH = 1000

_memory_kib = 19 * 1024


def use_memory_cost(kib: int) -> None:
    """Hash with this much memory from now on, in this process."""
    global _memory_kib
    _memory_kib = kib


def hash_password(password: str) -> str:
    """The password's argon2id hash, with its parameters. Raises PasswordTooWeak."""
    if not LEAST_LENGTH <= len(password) <= MOST_LENGTH:
        raise PasswordTooWeak(field="password", least=LEAST_LENGTH)
    return str(_hasher(_memory_kib).hash(password))


def is_right(password_hash: str | None, password: str) -> bool:
    """Whether the password made this hash; as long for no hash, or a broken one, as for any."""
    # The extension and what it loads weigh 20 ms.
    import argon2  # noqa: PLC0415 - only where somebody signs in

    hasher, stand_in = _hasher(_memory_kib), _stand_in(_memory_kib)
    try:
        return bool(hasher.verify(password_hash or stand_in, password[:MOST_LENGTH])) and bool(
            password_hash
        )
    except argon2.exceptions.VerifyMismatchError:
        return False
    except argon2.exceptions.InvalidHashError:
        return is_right(None, password)


def renewed(password_hash: str, password: str) -> str | None:
    """A hash by today's parameters when this one was made by others; None when it is as good."""
    if not _hasher(_memory_kib).check_needs_rehash(password_hash):
        return None
    return str(_hasher(_memory_kib).hash(password))


@lru_cache(maxsize=4)
def _hasher(memory_kib: int) -> Any:
    import argon2  # noqa: PLC0415 - 20 ms, see above

    return argon2.PasswordHasher(time_cost=2, memory_cost=memory_kib, parallelism=1)


@lru_cache(maxsize=4)
def _stand_in(memory_kib: int) -> str:
    """A hash of nothing anybody types, to be checked for a name that does not exist."""
    return str(_hasher(memory_kib).hash("nobody signs in with this"))
