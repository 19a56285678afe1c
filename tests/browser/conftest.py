"""A real browser on a real server over the test's own database."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
import waitress.server
from jinja2 import FileSystemBytecodeCache
from playwright.sync_api import Browser, Page, expect, sync_playwright
from waitress import wasyncore

from saraban.app import create_app
from saraban.desk._passwords import hash_password
from saraban.records import Person
from saraban.rules.permissions import Actor
from saraban.settings import Settings
from tests.cast import Cast

PASSWORD = "รหัสผ่านของทุกคน"
CHROMIUM = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 740}

SignIn = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests; each test gets pages without a past."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        expect.set_options(timeout=10_000)
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)


def _close(server: Any) -> None:
    """Close every connection with the files that it was still sending, then the server."""
    for channel in list(server.active_channels.values()):
        channel.handle_close()
    wasyncore.close_all(server._map)


def stop(server: Any, running: threading.Thread) -> None:
    """End the server and everything of it, so that nothing reaches into a later test.

    A worker that ends its answer after the server was closed wakes the server by writing one byte
    to a descriptor that may be somebody else's by then, a later test's database for one.
    """
    server.task_dispatcher.shutdown()
    server.trigger.pull_trigger(lambda: _close(server))
    running.join()


@pytest.fixture
def address(
    database: str, cast: Cast, tmp_path: Path, compiled_templates: FileSystemBytecodeCache
) -> Iterator[str]:
    """Where saraban answers, with the cast's people able to sign in by one password."""
    settings = Settings(
        data_dir=tmp_path,
        database_url=database,
        secret_key="only for tests",
        password_hash_memory_kib=64,
    )
    app = create_app(settings)
    app.jinja_env.bytecode_cache = compiled_templates
    Person.update(password_hash=hash_password(PASSWORD)).execute()
    server = waitress.server.create_server(app, host="127.0.0.1", port=0, threads=4)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    stop(server, running)


@pytest.fixture
def sign_in(chromium: Browser, address: str) -> Iterator[SignIn]:
    """A page on which somebody of the cast has signed in by typing, at desk or phone width."""
    contexts = []

    def open_page(actor: Actor, *, viewport: dict[str, int] = DESK, scripts: bool = True) -> Page:
        context = chromium.new_context(
            base_url=address, viewport=viewport, java_script_enabled=scripts, locale="th-TH"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto("/sign-in")
        page.fill("[name=sign_in]", Person.get_by_id(actor.person_id).sign_in)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda url: "/sign-in" not in url)
        return page

    yield open_page
    for context in contexts:
        context.close()
