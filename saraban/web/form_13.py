"""The columns of Form 13 as fields, for a letter that is typed and for one that was read."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import RadioField, SelectField

from saraban.rules.letters import THAI_KIND, THAI_SECRECY, THAI_URGENCY, Secrecy
from saraban.web.arrival_form import NOTED_CHANNELS
from saraban.web.forms import Form, LineField, Required, ThaiDateField, ThaiTimeField
from saraban.web.words import DIGIT_WORDS, choices


class Form13(Form):
    """What the book says of a letter, in its order, and how the letter came."""

    printed_number = LineField(lazy_gettext("ที่"))
    dated_on = ThaiDateField(lazy_gettext("ลงวันที่"))
    issuer_text = LineField(lazy_gettext("จาก"), validators=[Required()])
    addressee_text = LineField(lazy_gettext("ถึง"))
    subject = LineField(lazy_gettext("เรื่อง"))
    urgency = SelectField(lazy_gettext("ชั้นความเร็ว"))
    secrecy = SelectField(lazy_gettext("ชั้นความลับ"))
    kind = SelectField(lazy_gettext("ชนิดหนังสือ"))
    received_on = ThaiDateField(lazy_gettext("วันที่รับ"), validators=[Required()])
    received_time = ThaiTimeField(lazy_gettext("เวลารับ"))
    channel = SelectField(lazy_gettext("ทางที่มา"))
    digits = RadioField(lazy_gettext("ตัวเลขบนตรารับ"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.urgency.choices = choices(THAI_URGENCY)
        self.secrecy.choices = choices(
            {key: word for key, word in THAI_SECRECY.items() if key != Secrecy.TOP_SECRET}
        )
        self.kind.choices = choices(THAI_KIND)
        self.channel.choices = choices(NOTED_CHANNELS)
        self.digits.choices = choices(DIGIT_WORDS)
        # May be empty, but not because the office may leave them out: no "if any" beside them.
        for one in (self.printed_number, self.dated_on, self.subject):
            one.flags.must_not_say = True
