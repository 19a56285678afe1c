"""A browser without a window: the application over the test's own database."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from jinja2 import FileSystemBytecodeCache

from saraban.app import create_app
from saraban.records import Person
from saraban.records.database import database as proxy
from saraban.rules.permissions import Actor
from saraban.settings import MEBIBYTE, Settings
from tests.cast import Cast

SignIn = Callable[[Actor], FlaskClient]


class Browser(FlaskClient):
    """Sends with every form the token that its page would have held, unless told not to."""

    brings_token = True

    def open(self, *args: Any, **kwargs: Any) -> Any:
        """As FlaskClient, the token in the header that scripts use."""
        if self.brings_token and kwargs.get("method") in ("POST", "PATCH", "DELETE"):
            with self.session_transaction() as session:
                token = session.setdefault("csrf_token", "a token")
            signer = URLSafeTimedSerializer(self.application.secret_key, salt="wtf-csrf-token")
            headers = {"X-CSRFToken": signer.dumps(token), **kwargs.pop("headers", {})}
            return super().open(*args, headers=headers, **kwargs)
        return super().open(*args, **kwargs)


@pytest.fixture
def app(
    database: str, tmp_path: Path, compiled_templates: FileSystemBytecodeCache
) -> Iterator[Flask]:
    """The application over the test's database; at most 2 MiB a request."""
    settings = Settings(
        data_dir=tmp_path,
        database_url=database,
        secret_key="only for tests",
        max_upload_bytes=2 * MEBIBYTE,
        password_hash_memory_kib=64,
    )
    app = create_app(settings)
    app.jinja_env.bytecode_cache = compiled_templates
    app.test_client_class = Browser
    yield app
    if not proxy.is_closed():
        proxy.close()
    proxy.obj.close_all()


@pytest.fixture
def client(app: Flask, cast: Cast) -> FlaskClient:
    """Somebody who has not signed in, in an office with the cast."""
    return app.test_client()


@pytest.fixture
def sign_in_as(client: FlaskClient) -> SignIn:
    """The same browser once this person has signed in for their unit."""

    def sign_in(actor: Actor) -> FlaskClient:
        person = Person.get_by_id(actor.person_id)
        with client.session_transaction() as session:
            session.clear()
            session["_user_id"] = f"{person.id}:{person.session_mark}"
            session["_fresh"] = True
            session["unit_id"] = actor.unit_id
        return client

    return sign_in
