"""Addresses whose way back, from a page's name to its address, is compiled when it is first asked.

Werkzeug compiles two functions for each of some 250 addresses: an eighth of a second whenever a
command or a server starts, and most of them are never called by a command.
"""

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule


class LateRule(Rule):
    """As Rule; a Werkzeug that compiles otherwise compiles at once, as it does without this."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        compiled: Callable[..., tuple[str, str]] | None = None

        def build(rule: Rule, **values: Any) -> tuple[str, str]:
            nonlocal compiled
            if compiled is None:
                compiled = Rule._compile_builder(rule, append_unknown)
            return compiled(rule, **values)

        return build
