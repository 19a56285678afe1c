"""Reads the environment into frozen Settings; imported by wsgi.py and the command line only.

SARABAN_DATA            the folder of everything that is kept; <project>/data when unset
SARABAN_DATABASE_URL    postgresql://… ; sqlite:///<data folder>/saraban.db when unset
SARABAN_MAX_UPLOAD_MIB  the most that one request may carry, in MiB
SARABAN_MAX_EVIDENCE_MIB  the most that one file of evidence may have, in MiB
SARABAN_UPLOAD_CHUNK_KIB  in what pieces such a file is sent, in KiB; smaller where lines are cut
SARABAN_SECURE_COOKIE   1 where people reach the server through HTTPS
SARABAN_PUBLIC_ADDRESS  https://HOST, where the QR of a printed letter leads; none when unset
SARABAN_MAIL_HOST       the mail server that reminders leave by; no mail leaves when unset
SARABAN_MAIL_PORT       587 when unset
SARABAN_MAIL_SECURITY   starttls (when unset), tls or none
SARABAN_MAIL_SENDER     the address in whose name mail leaves; needed with a host
SARABAN_MAIL_USER       who signs in there, with SARABAN_MAIL_PASSWORD; nobody when unset
SARABAN_BOUNCES_DIR     a folder or Maildir of mail that came back to the sender; none when unset
SARABAN_DIGEST_HOUR     from when on units are reminded each working day, 0 to 23; 8 when unset
"""

import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from saraban.rules.link_tokens import MOST_DAYS
from saraban.settings import MEBIBYTE, MailSecurity, MailServer, Settings

KIBIBYTE = 1024
PROJECT_DIR = Path(__file__).resolve().parent
DATABASE_SCHEMES = ("sqlite:///", "postgresql://")
SWITCH_WORDS = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}


class UnusableSetting(SystemExit):
    """Ends the program with one line that names the setting and what it must be."""


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The installation's choices, with the data folder and its secret key made on first use.

    An empty variable counts as unset. Raises UnusableSetting.
    """
    data_dir = Path(environ.get("SARABAN_DATA") or PROJECT_DIR / "data").expanduser().absolute()
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        secret_key = read_or_make_key(data_dir / "secret-key")
    except OSError as error:
        raise UnusableSetting(f"SARABAN_DATA: {error.strerror}: {error.filename}") from error
    return Settings(
        data_dir=data_dir,
        database_url=_database_url(environ, data_dir),
        secret_key=secret_key,
        max_upload_bytes=_whole(
            environ, "SARABAN_MAX_UPLOAD_MIB", "MiB", Settings.max_upload_bytes, MEBIBYTE
        ),
        max_evidence_bytes=_whole(
            environ, "SARABAN_MAX_EVIDENCE_MIB", "MiB", Settings.max_evidence_bytes, MEBIBYTE
        ),
        upload_chunk_bytes=_whole(
            environ, "SARABAN_UPLOAD_CHUNK_KIB", "KiB", Settings.upload_chunk_bytes, KIBIBYTE
        ),
        is_secure_cookie=_switch(environ, "SARABAN_SECURE_COOKIE"),
        public_address=_public_address(environ),
        mail=_mail_server(environ),
        link_days=_link_days(environ),
        period_horizon_days=_period_horizon_days(environ),
        digest_hour=_digest_hour(environ),
        bounces_dir=_bounces_dir(environ),
    )


def read_or_make_key(path: Path) -> str:
    """The key kept in path; made once, readable by its owner only, however many ask at once."""
    if not path.exists():
        # Written whole beside its place, then linked there: the link fails for all but the
        # first of several processes, and nobody can read half a key.
        with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=".secret-key-") as draft:
            draft.write(secrets.token_urlsafe(48))
            draft.flush()
            os.fsync(draft.fileno())
            with suppress(FileExistsError):  # another process was first; its key is read below
                os.link(draft.name, path)
    key = path.read_text(encoding="ascii").strip()
    if not key:
        raise UnusableSetting(f"{path} is empty: delete it and everybody signs in anew")
    return key


def _database_url(environ: Mapping[str, str], data_dir: Path) -> str:
    url = environ.get("SARABAN_DATABASE_URL") or f"sqlite:///{data_dir / 'saraban.db'}"
    if not url.startswith(DATABASE_SCHEMES):
        raise UnusableSetting("SARABAN_DATABASE_URL must begin with sqlite:/// or postgresql://")
    return url


def _whole(environ: Mapping[str, str], name: str, word: str, usual: int, times: int) -> int:
    """So many KiB or MiB, in bytes."""
    text = environ.get(name)
    if not text:
        return usual
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise UnusableSetting(f"{name} must be a whole number of {word}, such as {usual // times}")
    return int(text) * times


def _public_address(environ: Mapping[str, str]) -> str:
    """Short, and without a path: every letter of it makes the QR's dots smaller."""
    address = (environ.get("SARABAN_PUBLIC_ADDRESS") or "").rstrip("/")
    if address and not re.fullmatch(r"https?://[a-z0-9.-]{1,60}(:[0-9]{1,5})?", address):
        raise UnusableSetting("SARABAN_PUBLIC_ADDRESS must be https://HOST, in small letters")
    return address


def _mail_server(environ: Mapping[str, str]) -> MailServer | None:
    host = environ.get("SARABAN_MAIL_HOST")
    if not host:
        return None
    port = environ.get("SARABAN_MAIL_PORT") or "587"
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise UnusableSetting("SARABAN_MAIL_PORT must be a number such as 587")
    security = environ.get("SARABAN_MAIL_SECURITY") or MailSecurity.STARTTLS.value
    if security not in set(MailSecurity):
        raise UnusableSetting("SARABAN_MAIL_SECURITY must be starttls, tls or none")
    sender = environ.get("SARABAN_MAIL_SENDER") or ""
    if not re.fullmatch(r"[^@\s<>]+@[A-Za-z0-9.-]+", sender):
        raise UnusableSetting("SARABAN_MAIL_SENDER must be the address that mail is sent from")
    return MailServer(
        host=host,
        port=int(port),
        sender=sender,
        security=MailSecurity(security),
        user=environ.get("SARABAN_MAIL_USER") or "",
        password=environ.get("SARABAN_MAIL_PASSWORD") or "",
    )


def _link_days(environ: Mapping[str, str]) -> int:
    text = environ.get("SARABAN_LINK_DAYS")
    if not text:
        return Settings.link_days
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= MOST_DAYS):
        raise UnusableSetting(f"SARABAN_LINK_DAYS must be a whole number of days, 1 to {MOST_DAYS}")
    return int(text)


def _period_horizon_days(environ: Mapping[str, str]) -> int:
    text = environ.get("SARABAN_PERIOD_HORIZON_DAYS")
    if not text:
        return Settings.period_horizon_days
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 7 <= int(text) <= 400):
        raise UnusableSetting("SARABAN_PERIOD_HORIZON_DAYS must be a number of days, 7 to 400")
    return int(text)


def _digest_hour(environ: Mapping[str, str]) -> int:
    text = environ.get("SARABAN_DIGEST_HOUR")
    if not text:
        return Settings.digest_hour
    if not (text.isascii() and text.isdigit() and int(text) < 24):
        raise UnusableSetting("SARABAN_DIGEST_HOUR must be an hour of the day, 0 to 23")
    return int(text)


def _bounces_dir(environ: Mapping[str, str]) -> Path | None:
    text = environ.get("SARABAN_BOUNCES_DIR")
    return Path(text).expanduser().absolute() if text else None


def _switch(environ: Mapping[str, str], name: str) -> bool:
    word = environ.get(name) or "0"
    if word.lower() not in SWITCH_WORDS:
        raise UnusableSetting(f"{name} must be 1 or 0")
    return SWITCH_WORDS[word.lower()]
