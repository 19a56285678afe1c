"""The web door: a form or a request becomes one call downstairs, the answer a page."""

from flask import Flask

from saraban.web.session import chosen_language, open_session

__all__ = ["chosen_language", "register"]


def register(app: Flask) -> None:
    """Hang the pages, the session, the error pages and the template words on the application."""
    open_session(app)
