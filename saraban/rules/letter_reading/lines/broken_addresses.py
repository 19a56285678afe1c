"""Whether a line's end broke an e-mail address: data / .test@example.go.th is one of them."""

import re

# It breaks at a sign inside of it, which stands over the break or under it.
_NAME_BEGUN = re.compile(r"(?<![^\sก-๎:(])[A-Za-z0-9._-]*[A-Za-z][A-Za-z0-9_-]*$")
_REST_WITH_SIGN = re.compile(r"(?:[._][A-Za-z0-9._%+-]*)?@[A-Za-z0-9-]+\.[A-Za-z]")
_NAME_JOINED_ON = re.compile(r"[A-Za-z0-9][_-]$")
_REST_OF_NAME = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z]")
_HOST_BEGUN = re.compile(r"[A-Za-z0-9]@(?:[A-Za-z0-9-]+[.-])?$")
_REST_OF_HOST = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z]{2,})*(?![A-Za-z0-9.-])")
_ADDRESS = re.compile(r"[A-Za-z0-9]@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$")
_END_OF_HOST = re.compile(r"\.[a-z]{2,}")
_BREAKS = (
    (_NAME_BEGUN, _REST_WITH_SIGN),
    (_NAME_JOINED_ON, _REST_OF_NAME),
    (_HOST_BEGUN, _REST_OF_HOST),
    (_ADDRESS, _END_OF_HOST),
)


def is_address_broken(before: str, after: str) -> bool:
    """Whether what stands before a line's end and after it are the halves of one address."""
    return any(rest.match(after) and begun.search(before) for begun, rest in _BREAKS)
