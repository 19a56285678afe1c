"""Who is at the door: the signed-in person, the unit they act for, their language and digits."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, flash, g, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_login import LoginManager, UserMixin, current_user
from werkzeug.wrappers import Response

from saraban import clock
from saraban.queries.connection import connected
from saraban.queries.sessions import SessionPerson, session_person
from saraban.rules.permissions import Actor

LANGUAGES = ("th", "en")


class SignedIn(UserMixin):  # type: ignore[misc]
    """flask-login's user: what the session needs of a person, read in one statement."""

    def __init__(self, person: SessionPerson) -> None:
        self.person = person

    def get_id(self) -> str:
        """The person and their session mark: a new password ends other sessions."""
        return f"{self.person.person_id}:{self.person.session_mark}"


def open_session(app: Flask) -> None:
    """Tie sign-in, and one database connection a request, to the application."""
    login = LoginManager()
    login.login_view = "signing_in.sign_in"
    login.session_protection = "basic"
    login.init_app(app)
    login.user_loader(_load)

    @app.before_request
    def connect() -> None:
        if request.endpoint != "static":
            g.connection = connected()
            g.connection.__enter__()

    @app.teardown_request
    def disconnect(error: BaseException | None) -> None:
        connection = g.pop("connection", None)
        if connection is not None:
            connection.__exit__(None, None, None)


def _load(session_id: str) -> SignedIn | None:
    person_id, _separator, mark = session_id.partition(":")
    if not person_id.isdigit():
        return None
    person = session_person(int(person_id), unit_id=session.get("unit_id"), at=clock.now())
    if person is None or person.session_mark != mark:
        return None
    return SignedIn(person)


def actor() -> Actor:
    """The person of this request acting for their chosen unit; only on signed-in pages."""
    return current_user.person.actor  # type: ignore[no-any-return]


def chosen_language() -> str:
    """th or en: what this session chose, else what the person keeps, else Thai."""
    chosen = session.get("language")
    if chosen in LANGUAGES:
        return str(chosen)
    if current_user and current_user.is_authenticated:
        return str(current_user.person.language)
    return "th"


def signed_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """A page only for people who are signed in; others go to the sign-in page and come back."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if current_user.is_authenticated:
            return view(*args, **kwargs)
        return _to_sign_in()

    return guarded


def _to_sign_in() -> Response:
    if "_user_id" in session or request.method == "POST":
        flash(_("หมดเวลาใช้งาน โปรดเข้าระบบอีกครั้ง สิ่งที่พิมพ์ค้างไว้ยังไม่ได้บันทึก"), "warning")
    else:
        flash(_("โปรดเข้าระบบก่อน"), "info")
    target = request.full_path if request.method == "GET" else request.referrer or "/"
    return redirect(url_for("signing_in.sign_in", next=target), code=303)
