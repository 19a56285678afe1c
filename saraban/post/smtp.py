"""The talk with the office's mail server, told so that it is known what became of each mail.

smtplib.sendmail is not used: it does not tell whether a connection broke before the server had
the mail, after which it may be sent again, or after, when nobody can know.
"""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from enum import StrEnum

from saraban.settings import MailSecurity, MailServer

# A server that says nothing for so long is gone; well below rules.mails.LEASE.
MOST_SILENT_SECONDS = 30

_server: MailServer | None = None


class Outcome(StrEnum):
    """What became of a mail that was offered to the server."""

    TAKEN = "taken"
    REFUSED = "refused"
    LATER = "later"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Answer:
    """The outcome, and the server's own words or what broke."""

    outcome: Outcome
    words: str


class NoConnection(Exception):
    """The server is not there, or does not let us in. Nothing was offered to it."""


def use_server(server: MailServer | None) -> None:
    """The mail server of this installation; None where it has none, and then nothing leaves."""
    global _server
    _server = server


def server() -> MailServer | None:
    """The mail server that was chosen."""
    return _server


@contextmanager
def connected_to(chosen: MailServer) -> Iterator[smtplib.SMTP]:
    """A connection that is signed in. Raises NoConnection."""
    try:
        talk = _opened(chosen)
    except (OSError, smtplib.SMTPException) as broken:
        raise NoConnection(_words(broken)) from broken
    try:
        yield talk
    finally:
        with suppress(OSError, smtplib.SMTPException):
            talk.quit()


def offer(talk: smtplib.SMTP, message: EmailMessage, *, sender: str, to: str) -> Answer:
    """Offer one mail. After a broken connection `talk.sock` is None, and it is of no more use."""
    content = message.as_bytes()
    try:
        for code, words in (talk.mail(sender), talk.rcpt(to)):
            if code // 100 != 2:
                with suppress(smtplib.SMTPException, OSError):
                    talk.rset()
                return _refusal(code, words)
    except (smtplib.SMTPException, OSError, UnicodeError) as broken:
        return Answer(Outcome.LATER, _words(broken))
    try:
        code, words = talk.data(content)
    except smtplib.SMTPDataError as refused:  # before the content was sent
        return _refusal(refused.smtp_code, refused.smtp_error)
    except (smtplib.SMTPException, OSError) as broken:
        return Answer(Outcome.UNSURE, _words(broken))
    if code // 100 != 2:
        return _refusal(code, words)
    return Answer(Outcome.TAKEN, _told(code, words))


def _opened(chosen: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    talk: smtplib.SMTP
    if chosen.security == MailSecurity.TLS:
        talk = smtplib.SMTP_SSL(
            chosen.host, chosen.port, timeout=MOST_SILENT_SECONDS, context=context
        )
    else:
        talk = smtplib.SMTP(chosen.host, chosen.port, timeout=MOST_SILENT_SECONDS)
    try:
        if chosen.security == MailSecurity.STARTTLS:
            talk.starttls(context=context)
        talk.ehlo_or_helo_if_needed()
        if chosen.user:
            talk.login(chosen.user, chosen.password)
    except BaseException:
        talk.close()
        raise
    return talk


def _refusal(code: int, words: bytes | str) -> Answer:
    """Codes of 400 ask to come again, those of 500 not to. Source: RFC 5321, section 4.2.1."""
    outcome = Outcome.LATER if code // 100 == 4 else Outcome.REFUSED
    return Answer(outcome, _told(code, words))


def _told(code: int, words: bytes | str) -> str:
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(text.split())}"[:500]


def _words(broken: BaseException) -> str:
    if isinstance(broken, smtplib.SMTPResponseException):
        return _told(broken.smtp_code, broken.smtp_error)
    return f"{type(broken).__name__}: {broken}"[:500]
