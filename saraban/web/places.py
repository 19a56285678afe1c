"""The places of the left rail: only those that the person may use."""

from dataclasses import dataclass

from flask import url_for

from saraban.errors import N_
from saraban.rules.permissions import Act, Actor, may
from saraban.rules.registers import RegisterName


@dataclass(frozen=True)
class Place:
    """A place to go: its endpoint, its Thai word, and the letter that follows g on a keyboard.

    register is the book to open where the place is one.
    """

    endpoint: str
    word: str
    key: str
    act: Act
    register: str | None = None


PLACES = (
    Place("desk.desk", N_("โต๊ะงาน"), "d", Act.SEE_DESK),
    Place("executive.next_letter", N_("สั่งการ"), "o", Act.ORDER),
    Place("intake.intake", N_("รับไฟล์"), "i", Act.SEE_INTAKE),
    Place("registers.book", N_("ทะเบียน"), "r", Act.SEE_REGISTER, RegisterName.RECEIVE.value),
    Place("letters.letters", N_("หนังสือ"), "l", Act.SEE_LETTER),
    Place("drafts.drafts", N_("ร่าง"), "w", Act.SEE_DRAFT),
    Place("cascade.cascades", N_("สายเวียน"), "c", Act.SEE_CASCADE),
    Place("work_list.duties", N_("ภารกิจ"), "m", Act.SEE_DUTY),
    Place("audit.audit", N_("ตรวจสอบ"), "a", Act.SEE_AUDIT),
)
# Behind the last place, ตั้งค่า: the person's own choices, then what administrators keep.
SETTINGS = (
    Place("signing_in.settings", N_("ของฉัน"), "s", Act.SEE_UNITS),
    Place("calendar_feeds.settings", N_("ปฏิทิน"), "k", Act.SEE_DUTY),
    Place("endorsing_habits.usual_orders", N_("คำสั่งประจำ"), "e", Act.KEEP_USUAL_ORDERS),
    Place("acting.actings", N_("ผู้ทำหน้าที่แทน"), "t", Act.KEEP_ACTING),
    Place("unit_groups.groups", N_("กลุ่มผู้รับ"), "g", Act.KEEP_UNIT_GROUPS),
    Place("report_forms.forms", N_("แบบรายงาน"), "f", Act.BUILD_FORM),
    Place("book_settings.settings", N_("เล่มทะเบียน"), "b", Act.KEEP_BOOKS),
    Place("relays.days", N_("การเวียนต่อ"), "v", Act.KEEP_BOOKS),
    Place("holidays.holidays", N_("วันหยุดราชการ"), "h", Act.SEE_UNITS),
    Place("units.units", N_("หน่วยงาน"), "u", Act.SEE_UNITS),
    Place("people.people", N_("ผู้ใช้"), "p", Act.SEE_PEOPLE),
)


def address_of(place: Place) -> str:
    """Where the place is."""
    if place.register is None:
        return url_for(place.endpoint)
    return url_for(place.endpoint, register=place.register)


def places_for(actor: Actor) -> tuple[Place, ...]:
    """The places the actor may use, in the order of the rail."""
    return tuple(place for place in PLACES if may(actor, place.act))


def settings_for(actor: Actor) -> tuple[Place, ...]:
    """The tabs of the settings that the actor may use."""
    return tuple(place for place in SETTINGS if may(actor, place.act))
