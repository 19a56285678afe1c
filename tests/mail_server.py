"""A mail server of the tests' own: a real one, on this machine, that answers as it is told."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from saraban.settings import MailSecurity, MailServer

SENDER = "saraban@province.example"


class Mailbox:
    """Takes every mail, or answers an address with what stands in `answers`."""

    def __init__(self, *, must_sign_in: bool = False) -> None:
        self.must_sign_in = must_sign_in
        self.mails: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        self.after_data = "250 taken"
        self.breaks_after_data = False

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        """Take the address, or answer as told."""
        if self.must_sign_in and not session.authenticated:
            return "530 5.7.0 sign in first"
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Keep the mail; then the answer, or a connection that is cut."""
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.mails.append(message)  # type: ignore[arg-type]
        if self.breaks_after_data:
            server.transport.abort()
        return self.after_data


@contextmanager
def mail_server(*, user: str = "", password: str = "") -> Iterator[tuple[Mailbox, MailServer]]:
    """A server that listens while the block lasts, and the settings that lead to it."""
    mailbox = Mailbox(must_sign_in=bool(user))

    def sign_in(server: Any, session: Any, envelope: Any, mechanism: str, told: Any) -> AuthResult:
        good = (told.login, told.password) == (user.encode(), password.encode())
        return AuthResult(success=good, handled=False)

    asks = {"authenticator": sign_in} if user else {}
    controller = Controller(
        mailbox, hostname="127.0.0.1", port=free_port(), auth_require_tls=False, **asks
    )
    controller.start()
    try:
        yield mailbox, server_at(controller.port, user=user, password=password)
    finally:
        controller.stop()


def server_at(port: int, **values: str) -> MailServer:
    """Settings for a server on this machine."""
    return MailServer("127.0.0.1", port, SENDER, MailSecurity.NONE, **values)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
