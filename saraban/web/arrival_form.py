"""How a letter came once more: the fields, wherever they stand."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import SelectField

from saraban.desk.arrivals import Coming
from saraban.desk.filing import NewFile
from saraban.rules.registers import THAI_CHANNEL, Channel
from saraban.web.forms import FilesField, Form, LineField, Required, ThaiDateField, ThaiTimeField
from saraban.web.words import choices

# By the system nothing comes that somebody has to note.
NOTED_CHANNELS = {key: word for key, word in THAI_CHANNEL.items() if key != Channel.SYSTEM}


class NoteArrivalForm(Form):
    """The way, the day and time, from whom, and the file if there was one."""

    channel = SelectField(lazy_gettext("ทางที่มา"))
    came_from = LineField(lazy_gettext("ผู้นำส่งหรือผู้ส่งต่อ"))
    arrived_on = ThaiDateField(lazy_gettext("วันที่มาถึง"), validators=[Required()])
    arrived_time = ThaiTimeField(lazy_gettext("เวลาที่มาถึง"))
    arrival_file = FilesField(lazy_gettext("ไฟล์ที่มาด้วย"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channel.choices = choices(NOTED_CHANNELS)

    @property
    def coming(self) -> Coming:
        """What was filled in, once it was found good."""
        return Coming(
            arrived_on=self.arrived_on.value,
            arrived_time=self.arrived_time.data,
            channel=self.channel.data,
            came_from=self.came_from.data,
        )

    @property
    def file(self) -> NewFile | None:
        """The file that came along."""
        return next(iter(self.arrival_file.data or ()), None)
