"""To whom a letter goes and under which number: the part that sending and drafts share."""

from typing import Any

from flask import request
from flask_babel import gettext as _, lazy_gettext
from wtforms import BooleanField, FileField, HiddenField, SelectField

from saraban import clock
from saraban.desk.dispatch import Addressees, NumberChoice
from saraban.errors import SarabanError
from saraban.queries.books import open_books
from saraban.queries.letter_card import LetterCard
from saraban.queries.reserved_numbers import reserved_numbers
from saraban.queries.sending import Preview, preview, units_like
from saraban.queries.unit_groups import groups_of, lists_of
from saraban.queries.units_then import units_on
from saraban.rules.addressee_line import saved_names, saved_words
from saraban.rules.addressee_lists import WrongRow
from saraban.rules.days import day_of
from saraban.rules.registers import THAI_CHANNEL, Channel, Numbers
from saraban.rules.units import UnitKind, head_position
from saraban.web.forms import Form, LineField, Required, ThaiDateField, refuse, refuse_with
from saraban.web.session import actor
from saraban.web.unit_lists import read_list
from saraban.web.words import choices, day_words, in_digits

_SENDING_CHANNELS: dict[str, str] = {
    Channel.SYSTEM: THAI_CHANNEL[Channel.SYSTEM],
    Channel.PAPER: THAI_CHANNEL[Channel.PAPER],
}


class RecipientsForm(Form):
    """To whom a letter goes, and under which number: beside whatever the letter says."""

    is_circular = BooleanField(lazy_gettext("เป็นหนังสือเวียน (ว)"), default=True)
    dated_on = ThaiDateField(lazy_gettext("ลงวันที่"), validators=[Required()])
    addressees = LineField(lazy_gettext("เรียน"))
    addressee_text = LineField(lazy_gettext("ข้อความหลังคำว่า เรียน บนหนังสือ"))
    find = LineField(lazy_gettext("เพิ่มหน่วยทีละหน่วย"))
    channel = SelectField(lazy_gettext("ส่งทาง"), default="system")
    list_uid = SelectField(lazy_gettext("บัญชีที่นำเข้าไว้"), default="")
    list_file = FileField(lazy_gettext("นำเข้าบัญชี (XLSX หรือ CSV)"))
    relay_phrase = LineField(lazy_gettext("ให้หน่วยผู้รับแจ้งต่อถึง"))
    code_letters = LineField(lazy_gettext("ตัวอักษรประจำหน่วย"), validators=[Required()])
    owner_number = LineField(lazy_gettext("เลขประจำของเจ้าของเรื่อง"), validators=[Required()])
    register = SelectField(lazy_gettext("ทะเบียน"), default="")
    reserved = SelectField(lazy_gettext("เลขที่ใช้"), default="")
    seen_count = HiddenField()
    seen_odd = HiddenField()
    seen_points = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channel.choices = choices(_SENDING_CHANNELS)
        self.register.choices = _books_to_choose()
        self.reserved.choices = _numbers_to_choose()
        self.list_uid.choices = lists_to_choose()
        self.wrong_rows: tuple[WrongRow, ...] = ()
        # A letter needs it, unless units are chosen one by one: neither "must" nor "(ถ้ามี)".
        self.addressees.flags.must_not_say = True

    @property
    def further(self) -> list[str]:
        """Uids of the units chosen one by one."""
        return [uid for uid in dict.fromkeys(request.form.getlist("further")) if uid]

    @property
    def numbered(self) -> NumberChoice:
        """Which number was chosen."""
        return NumberChoice(
            register=self.register.data or None, reserved_uid=self.reserved.data or None
        )


def _books_to_choose() -> dict[str, str]:
    """The usual book, which the letter's kind tells, and the free ones."""
    free = {book.code: book.name_th for book in open_books(actor(), Numbers.LETTERS) if book.uid}
    return {"": _("ตามชนิดหนังสือ (ส่งหรือเวียน)")} | free


def _numbers_to_choose() -> dict[str, str]:
    """The next number, and those that are kept for somebody."""
    kept = {
        one.entry_uid: _(
            "%(number)s %(book)s จองเมื่อ %(day)s ให้ %(name)s",
            number=in_digits(one.number),
            book=_(one.register_name),
            day=day_words(one.reserved_on, "short"),
            name=one.owner_text,
        )
        for one in reserved_numbers(actor())
    }
    return {"": _("เลขถัดไป")} | kept


def lists_to_choose() -> dict[str, str]:
    """The unit's newest imported lists, and none."""
    kept = {
        one.uid: _(
            "%(name)s %(count)s หน่วย นำเข้า %(day)s",
            name=one.name,
            count=in_digits(one.unit_count),
            day=day_words(day_of(one.made_at), "short"),
        )
        for one in lists_of(actor())
    }
    return {"": _("ไม่ใช้บัญชี")} | kept


def recipient_facts(form: RecipientsForm, shown: Preview | None) -> dict[str, Any]:
    """What the recipients' part needs; chosen units that exist, and what the search found."""
    on = form.dated_on.data or clock.today()
    further = units_on(form.further, on=on) if request.method == "POST" else ()
    chosen = {unit.uid for unit in further}
    words = form.find.data or ""
    return {
        "shown": shown,
        "further": further,
        "find_words": words,
        "saved_groups": groups_of(actor()),
        "wrong_rows": form.wrong_rows,
        "all_names": "all_names" in request.form,
        "found": [unit for unit in units_like(words, on=on) if unit.uid not in chosen],
    }


def looked(form: RecipientsForm, parent: LetterCard | None) -> Preview | None:
    """Who would get the letter as the form stands; None beside a refusal when it cannot be told."""
    try:
        _take_over(form)
        return preview(
            actor(),
            phrase=form.addressees.data or "",
            unit_uids=form.further if request.method == "POST" else (),
            on=form.dated_on.data or clock.today(),
            is_circular=bool(form.is_circular.data),
            parent_phrase=parent.relay_phrase if parent else "",
            relay_phrase=form.relay_phrase.data or "",
            register=form.register.data or None,
            reserved_uid=form.reserved.data or None,
            list_uid=form.list_uid.data or None,
        )
    except SarabanError as error:
        refuse(form, error)
        return None


def _take_over(form: RecipientsForm) -> None:
    """What a button of this part asks for: a saved group into the phrase, a list out of a file."""
    wanted = request.form.get("use_group")
    for group in groups_of(actor()):
        words = saved_words(group.name)
        if group.uid == wanted and words not in (form.addressees.data or ""):
            form.addressees.data = f"{form.addressees.data or ''} {words}".strip()
    if request.form.get("step") != "list":
        return
    read = read_list(request.files.get("list_file"), on=form.dated_on.data or clock.today())
    form.wrong_rows = read.wrong
    if read.uid is not None:
        form.list_uid.choices = lists_to_choose()
        form.list_uid.data = read.uid


def addressees_of(form: RecipientsForm, shown: Preview) -> Addressees:
    """To whom the letter goes, as the form and what was looked at say."""
    return Addressees(
        phrase=form.addressees.data,
        unit_ids=tuple(unit.id for unit in shown.further),
        channel=form.channel.data,
        list_uid=form.list_uid.data or None,
    )


def was_seen(form: RecipientsForm, shown: Preview) -> bool:
    """Whether what is about to happen was on the page: the set, and a warning of the day."""
    if form.seen_count.data != str(shown.count):
        refuse_with(
            form,
            _(
                "โปรดตรวจหน่วยผู้รับ %(count)s หน่วยก่อน แล้วกดส่งอีกครั้ง ยังไม่มีอะไรถูกส่ง",
                count=in_digits(shown.count),
            ),
        )
        return False
    if (form.seen_odd.data or "") != shown.odd_day.code:
        refuse_with(form, _("โปรดอ่านคำเตือนเรื่องวันที่ก่อน แล้วกดส่งอีกครั้ง ยังไม่มีอะไรถูกส่ง"))
        return False
    return True


def addressed_to(form: RecipientsForm, shown: Preview) -> str:
    """The phrase as typed, saved groups by what they mean, then the posts of the units chosen."""
    typed, _names = saved_names(form.addressees.data)
    groups = [group.printed for group in shown.groups if group.printed]
    posts = [head_position(UnitKind(unit.kind), unit.name_th) for unit in shown.further]
    return " ".join([typed, *groups, *posts]).strip()
