"""Mail that waits in the outbox: its states, when it is tried again, when it is given up."""

from datetime import datetime, timedelta
from enum import StrEnum

from saraban.errors import N_

# The worker says every so often that it still speaks with the mail server. Well above what one
# mail takes: whose hold ran out may have been sent.
LEASE = timedelta(minutes=5)
# After each try that the server, or the way to it, put off. The last one again and again.
PAUSES = (
    timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1),
    timedelta(hours=4),
)  # fmt: skip
# As mail servers do. Source: RFC 5321, section 4.5.4.1 (at least 4 to 5 days).
GIVEN_UP_AFTER = timedelta(days=5)


class MailState(StrEnum):
    """How far a mail is. UNSURE: whoever sent it was gone before it could say how it went.

    BOUNCED: the server took it, and a report came back later that it could not be delivered.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNSURE = "unsure"
    CANCELLED = "cancelled"
    BOUNCED = "bounced"


THAI_MAIL_STATE = {
    MailState.WAITING: N_("รอส่ง"),
    MailState.SENDING: N_("กำลังส่ง"),
    MailState.SENT: N_("เซิร์ฟเวอร์ไปรษณีย์รับไว้แล้ว"),
    MailState.FAILED: N_("ส่งไม่ได้"),
    MailState.UNSURE: N_("อาจส่งแล้ว"),
    MailState.CANCELLED: N_("ไม่ส่งแล้ว"),
    MailState.BOUNCED: N_("ตีกลับ"),
}
MAIL_SHAPES = {
    MailState.WAITING: "◌",
    MailState.SENDING: "◔",
    MailState.SENT: "●",
    MailState.FAILED: "✗",
    MailState.UNSURE: "?",
    MailState.CANCELLED: "–",
    MailState.BOUNCED: "↩",
}
# From where a person may have it sent again; nothing but a person sends these again.
SENT_AGAIN_FROM = frozenset(
    {MailState.FAILED, MailState.UNSURE, MailState.CANCELLED, MailState.BOUNCED}
)
# What a report of a server further on can still be about.
MAY_BOUNCE = frozenset({MailState.SENDING, MailState.SENT, MailState.UNSURE})


def next_try(at: datetime, attempt_count: int) -> datetime:
    """When a mail is tried again that was tried attempt_count times, the last time now."""
    return at + PAUSES[min(max(attempt_count, 1), len(PAUSES)) - 1]


def is_given_up(at: datetime, queued_at: datetime) -> bool:
    """Whether a mail that was put off again has waited for long enough."""
    return at - queued_at >= GIVEN_UP_AFTER
