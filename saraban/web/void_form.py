"""The form that strikes a number through, wherever a page offers it."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import BooleanField

from saraban.web.forms import Form, LineField, Required


class VoidForm(Form):
    """Why a line is struck through; and that its clerk knows which letters cite the number."""

    reason = LineField(lazy_gettext("เหตุผลที่ยกเลิก"), validators=[Required()])
    although_cited = BooleanField(lazy_gettext("รับทราบแล้วว่ามีหนังสืออ้างถึงเลขนี้ และยังจะยกเลิก"))

    @property
    def must_say_cited(self) -> bool:
        """Whether to ask for it: only once the desk has said that there are such letters."""
        return bool(self.although_cited.errors or self.although_cited.data)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.although_cited.flags.must_not_say = True
