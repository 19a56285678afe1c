"""Who is at the door: the signed-in person, the unit they act for, their language and digits."""

import hashlib
import hmac
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, current_app, flash, g, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from werkzeug.wrappers import Response

from saraban import clock
from saraban.queries.connection import connected
from saraban.queries.sessions import SessionPerson, session_person
from saraban.rules import permissions
from saraban.rules.permissions import Act, Actor

LANGUAGES = ("th", "en")
DIGITS = ("thai", "arabic")
# Endpoints that answer without a database: /healthz says itself when there is none.
_WITHOUT_DATABASE = frozenset({"static", "health.healthz"})


class SignedIn(UserMixin):
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
        if request.endpoint not in _WITHOUT_DATABASE:
            connection = connected()
            connection.__enter__()
            g.connection = connection

    @app.teardown_request
    def disconnect(error: BaseException | None) -> None:
        connection = g.pop("connection", None)
        if connection is not None:
            connection.__exit__(None, None, None)


def _load(session_id: str) -> SignedIn | None:
    person_id, _separator, mark = session_id.partition(":")
    if not person_id.isdigit():
        return None
    person = session_person(
        int(person_id),
        unit_id=session.get("unit_id"),
        at=clock.now(),
        acting_uid=session.get("acting"),
    )
    if person is None or person.session_mark != mark:
        return None
    return SignedIn(person)


def begin_session(person_id: int) -> bool:
    """Make this browser's session that of the person; False when they hold no post today.

    Language and digits chosen before signing in stay chosen.
    """
    person = session_person(person_id, unit_id=None, at=clock.now())
    if person is None:
        return False
    kept = {key: session[key] for key in ("language", "digits") if key in session}
    session.clear()
    session.update(kept)
    session.permanent = True
    # The form token is the person's own until their password changes: a form that was open
    # when the session ended can still be sent after signing in again, and nothing typed is lost.
    session["csrf_token"] = _form_token(person)
    login_user(SignedIn(person))
    return True


def end_session() -> None:
    """Forget who was here; the language stays."""
    kept = {key: session[key] for key in ("language", "digits") if key in session}
    logout_user()
    session.clear()
    session.update(kept)


def _form_token(person: SessionPerson) -> str:
    key = str(current_app.secret_key).encode()
    words = f"form-token:{person.person_uid}:{person.session_mark}".encode()
    return hmac.new(key, words, hashlib.sha256).hexdigest()


def me() -> SessionPerson | None:
    """The signed-in person of this request, or None."""
    if current_user and current_user.is_authenticated:
        return current_user.person  # type: ignore[no-any-return]
    return None


def actor() -> Actor:
    """The person of this request acting for their chosen unit; only on signed-in pages."""
    return current_user.person.actor  # type: ignore[no-any-return]


def require(act: Act) -> None:
    """Refused, naming who may, unless the person may do this at their own unit."""
    permissions.require(actor(), act)


def chosen_language() -> str:
    """th or en: what this session chose, else what the person keeps, else Thai."""
    return _chosen("language", LANGUAGES)


def prefers_thai_digits() -> bool:
    """Whether counts and dates stand in Thai digits, by the same order of choice."""
    return _chosen("digits", DIGITS) == "thai"


def _chosen(name: str, known: tuple[str, ...]) -> str:
    if session.get(name) in known:
        return str(session[name])
    person = me()
    return known[0] if person is None else str(getattr(person, name))


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
    return redirect(url_for("signing_in.sign_in", next=place_to_return_to()), code=303)


def place_to_return_to() -> str:
    """Where the person was: this page, or for a form the page it stood on."""
    if request.method == "GET":
        return request.full_path.rstrip("?")
    return same_site(request.referrer)


def same_site(target: str | None) -> str:
    """The path and query of an address of this very site; "/" for any other.

    Addresses that a browser would read as another host ("//…", "/\\…") are not ours.
    """
    parts = urlsplit((target or "").replace("\\", "/"))
    is_here = not parts.netloc or (
        parts.scheme in ("http", "https") and parts.netloc == request.host
    )
    if not is_here or not parts.path.startswith("/") or parts.path.startswith("//"):
        return "/"
    if (parts.scheme and not parts.netloc) or any(ord(letter) < 32 for letter in target or ""):
        return "/"
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
