"""The base of all expected refusals and the families that doors translate once.

`message_th` is a template with %(name)s places filled from the facts, so that the catalogue
of another language can translate it.
"""

from typing import Any, ClassVar


def N_(message: str) -> str:  # noqa: N802 - the gettext habit: marks a text for the catalogues
    """Mark a message for translation without translating it yet."""
    return message


class SarabanError(Exception):
    """Base of all expected refusals. `field` names the form field to stand beside, or None."""

    code: ClassVar[str] = "refused"
    message_th: ClassVar[str] = N_("ทำรายการนี้ไม่ได้")
    field: str | None = None

    def __init__(self, *, field: str | None = None, **facts: Any) -> None:
        self.facts = facts
        for name, value in facts.items():
            setattr(self, name, value)
        if field is not None:
            self.field = field
        super().__init__(self.message_th % facts)

    @property
    def text_th(self) -> str:
        """The message in Thai with its facts filled in."""
        return self.message_th % self.facts


class InvalidInput(SarabanError):
    """What was typed cannot be used as it stands."""

    code = "invalid_input"
    message_th = N_("ข้อมูลที่กรอกใช้ไม่ได้")


class Conflict(SarabanError):
    """The facts as they stand forbid it."""

    code = "conflict"
    message_th = N_("ขัดกับข้อมูลที่มีอยู่")


class Refused(SarabanError):
    """The actor may not. The message says who may."""

    code = "not_permitted"
    message_th = N_("คุณไม่มีสิทธิทำรายการนี้ ผู้ที่ทำได้คือ %(who_may)s")


class NotFound(SarabanError):
    """Unseen and non-existent look the same."""

    code = "not_found"
    message_th = N_("ไม่พบสิ่งที่ขอ")
