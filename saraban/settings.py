"""What an installation may choose, as one frozen value handed in from outside."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

MEBIBYTE = 1024 * 1024


class MailSecurity(StrEnum):
    """How the talk with the mail server is kept from others."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True)
class MailServer:
    """The office's mail server, and the address in whose name mail leaves.

    user is blank where the server asks for none.
    """

    host: str
    port: int
    sender: str
    security: MailSecurity = MailSecurity.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class Settings:
    """One installation's choices; `config.load_settings` reads them from the environment.

    data_dir holds the SQLite file, the file store and the secret key. database_url is
    `sqlite:///PATH` or `postgresql://…`. max_upload_bytes bounds one whole request.
    public_address is where anybody reaches this installation ("https://saraban.example.go.th"),
    for the QR of a letter and the links in mail; blank where nobody from outside does. mail is
    None where the office has no mail server: what waits to be sent then goes on waiting.
    period_horizon_days is how far ahead the periods of recurring duties are made.
    link_days is for how long a link on a cover sheet is good, unless its maker says otherwise.
    max_evidence_bytes bounds one file of evidence, which comes in pieces of upload_chunk_bytes:
    the most that a server holds of it, and that a cut line costs.
    digest_hour is from when on units are told, on a working day, what they owe. bounces_dir is
    where a mail program delivers what comes back to the mail's sender; None where nobody looks.
    """

    data_dir: Path
    database_url: str
    secret_key: str
    is_demo: bool = False
    max_upload_bytes: int = 60 * MEBIBYTE
    max_evidence_bytes: int = 200 * MEBIBYTE
    upload_chunk_bytes: int = MEBIBYTE // 2
    session_lifetime: timedelta = timedelta(hours=8)
    password_hash_memory_kib: int = 19 * 1024
    is_secure_cookie: bool = False
    public_address: str = ""
    mail: MailServer | None = None
    link_days: int = 30
    period_horizon_days: int = 62
    digest_hour: int = 8
    bounces_dir: Path | None = None

    @property
    def file_store_dir(self) -> Path:
        """Where file bytes lie, named by their SHA-256."""
        return self.data_dir / "files"

    @property
    def copies_dir(self) -> Path:
        """Where stamped copies are remembered; it may be emptied at any time."""
        return self.data_dir / "copies"

    @property
    def uploads_dir(self) -> Path:
        """Where files of evidence lie that are still coming, or wait for their report."""
        return self.data_dir / "uploads"

    @property
    def shown_dir(self) -> Path:
        """Where small and cleaned copies of evidence are remembered; it may be emptied."""
        return self.data_dir / "shown"
