"""Choosing one unit of nine thousand in a form: by its name, then among those found."""

from typing import Any

from flask import request
from flask_babel import gettext as _
from wtforms import Field

from saraban import clock
from saraban.errors import SarabanError
from saraban.queries.addressees import UnitLine
from saraban.queries.sending import units_like, units_named
from saraban.web.forms import LineField


class UnitField(LineField):
    """A unit's name, or part of it; data is the name typed, `chosen` the unit it came to.

    When several fit, `candidates` are offered as a list under the field; its ticked value comes
    back as NAME-uid.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen: UnitLine | None = None
        self.candidates: tuple[UnitLine, ...] = ()

    def choose(self, unit: UnitLine) -> None:
        """Fill the field with a unit that is known already."""
        self.chosen, self.data = unit, unit.name_th

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Find the unit; an error beside the field when it is none or several."""
        ticked = request.form.get(f"{self.name}-uid")
        today = clock.today()
        if ticked:
            try:
                (self.chosen,) = units_named([ticked], on=today)
                self.data = self.chosen.name_th
                return
            except SarabanError:
                ticked = None
        words = (self.data or "").strip()
        if not words:
            return
        self.candidates = units_like(words, on=today)
        exact = [unit for unit in self.candidates if words in (unit.name_th, unit.short_name_th)]
        found = exact or list(self.candidates)
        if len(found) == 1:
            self.chosen, self.data = found[0], found[0].name_th
            self.candidates = ()
        elif found:
            self._refuse(_("มีหลายหน่วยที่ชื่อเข้ากับคำนี้ โปรดเลือกจากรายการ"))
        else:
            self._refuse(_("ไม่พบหน่วยที่ชื่อมีคำนี้"))

    def _refuse(self, message: str) -> None:
        self.errors: list[str] = [*self.errors, message]


def is_open(field: Field) -> bool:
    """Whether candidates wait to be chosen from."""
    return bool(getattr(field, "candidates", ()))
