"""Duties on the pages: opened from a letter, seen by their units, changed by their keeper."""

import re
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from saraban import clock
from saraban.desk.drafts import DutyDraft
from saraban.desk.duty_ends import take_unit_out
from saraban.desk.report_duties import DutySaid, Owers, open_duty
from saraban.records import DutyUnit, ExpectedReport, ReportDuty, ReportPeriod
from saraban.rules.permissions import Actor
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import Every, FixedDay, MonthDay, OnEvent, Recurring, When
from saraban.thai.dates import format_medium
from tests.cast import Cast
from tests.make import register, send
from tests.web.conftest import SignIn

DUE = clock.today() + timedelta(days=40)
PHOTOS = "ให้ส่งผลการจัดกิจกรรมพร้อมภาพถ่าย"


@pytest.fixture
def circular(client: object, cast: Cast) -> str:
    """The province's letter of today to its two districts: one point with a day, one without."""
    today = clock.now()
    points = (DutyDraft("๑", PHOTOS, "ศูนย์อำนวยการ", DUE), DutyDraft("๒", "ให้แจ้งผู้ประสานงาน"))
    return send(
        cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", at=today, dated_on=today.date(),
        duties=points,
    ).letter_uid  # fmt: skip


def opened(cast: Cast, circular: str, when: When | None = None) -> str:
    return open_duty(
        actor=cast.province.officer, at=clock.now(), letter_uid=circular,
        said=DutySaid(name=PHOTOS, when=when or FixedDay(DUE)), owers=Owers(everyone_sent=True),
    ).uid  # fmt: skip


def filled(**changes: object) -> dict[str, object]:
    """The page as a person fills it in; what was shown comes back as `seen`."""
    return {
        "name": PHOTOS,
        "owed_by": "all",
        "when_kind": "fixed",
        "fixed_on": format_medium(DUE),
        "is_until_office_hours": "y",
        "report_kind": "unit",
        "step": "open",
        "seen": f"2:{DUE.isoformat()}",
        **changes,
    }


def test_a_point_begins_with_what_the_letter_says_of_it(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    page = sign_in_as(cast.province.officer).get(f"/duties/new?letter={circular}&point=1")

    assert "จากข้อ ๑ ของ" in page.text
    assert f'value="{PHOTOS}"' in page.text
    assert f'value="{format_medium(DUE)}"' in page.text
    assert 'value="ศูนย์อำนวยการ"' in page.text
    assert "ทุกหน่วยที่ได้รับหนังสือฉบับนี้ ๒ หน่วย" in page.text


def test_nothing_is_saved_before_the_sentence_was_read(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    officer = sign_in_as(cast.province.officer)
    address = f"/duties/new?letter={circular}&point=1"

    shown = officer.post(address, data=filled(seen=""))
    assert ReportDuty.select().count() == 0
    assert "๒ หน่วย (อ.เมืองตาก, อ.แม่สอด) ต้องตอบเรื่อง" in shown.text
    assert f'name="seen" value="2:{DUE.isoformat()}"' in shown.text
    done = officer.post(address, data=filled())

    duty = ReportDuty.get()
    assert (done.status_code, done.location) == (303, f"/duties/{duty.uid}")
    assert duty.point.asks == PHOTOS
    assert duty.unit_count == 2


@pytest.mark.parametrize(
    ("said", "when"),
    [
        (
            {"when_kind": "weekly", "weekdays": ["2", "4"], "starts_on": "๑ ม.ค. ๒๕๗๐"},
            ("week", (2, 4)),
        ),
        (
            {
                "when_kind": "monthly", "month_day_kind": "weekday", "month_weekday": "2",
                "month_place": "1", "month_after": "1", "starts_on": "๑ ม.ค. ๒๕๗๐",
            },
            ("month", ()),
        ),
    ],
    ids=["weekly", "the first Wednesday of the next month"],
)  # fmt: skip
def test_rounds_are_said_by_their_own_few_fields(
    cast: Cast, circular: str, sign_in_as: SignIn, said: dict[str, object], when: tuple[str, object]
):
    officer = sign_in_as(cast.province.officer)
    address = f"/duties/new?letter={circular}"

    shown = officer.post(address, data=filled(**said, step="look"))
    seen = shown.text.split('name="seen" value="')[1].split('"')[0]
    officer.post(address, data=filled(**said, seen=seen))

    rule = when_from_text(ReportDuty.get().when_text)
    assert isinstance(rule, Recurring)
    assert (rule.every.value, rule.weekdays) == when


def look(officer: FlaskClient, address: str, said: dict[str, object]) -> str:
    return officer.post(address, data=filled(**said, step="look", seen="")).text


def open_seen(officer: FlaskClient, address: str, said: dict[str, object]) -> When:
    """What stands in the duty's row after the sentence was read and the button pressed."""
    seen = look(officer, address, said).split('name="seen" value="')[1].split('"')[0]
    officer.post(address, data=filled(**said, seen=seen))
    return when_from_text(ReportDuty.get().when_text)


MONTHLY = {"when_kind": "monthly", "starts_on": "๑ ม.ค. ๒๕๗๐"}


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (
            {"month_day": "๑๕, ๑"},
            Recurring(
                Every.MONTH, date(2027, 1, 1), days=(MonthDay(1), MonthDay(15)),
                is_since_last=True,
            ),
        ),
        (
            {"month_day": "๕", "month_interval": "๓", "month_after": "1"},
            Recurring(Every.MONTH, date(2027, 1, 1), interval=3, days=(MonthDay(5),), after=1),
        ),
        (
            {"month_day": "๑๕ และสิ้นเดือน"},
            Recurring(
                Every.MONTH, date(2027, 1, 1), days=(MonthDay(15), MonthDay(-1)),
                is_since_last=True,
            ),
        ),
        (
            {"month_day": "๕", "every": "quarter", "month_interval": "๓", "month_after": "1"},
            Recurring(Every.QUARTER, date(2027, 1, 1), days=(MonthDay(5),), after=1),
        ),
        (
            {"month_day": "31", "every": "year", "cycle": "calendar", "month_after": "3"},
            Recurring(Every.YEAR, date(2027, 1, 1), days=(MonthDay(31),), after=3),
        ),
    ],
    ids=["two days", "every three months", "a day and the last", "a quarter", "in March"],
)  # fmt: skip
def test_a_round_of_months_may_have_several_days_and_skip_months(
    cast: Cast, circular: str, sign_in_as: SignIn, said: dict[str, object], rule: Recurring
):
    officer = sign_in_as(cast.province.officer)

    assert open_seen(officer, f"/duties/new?letter={circular}", MONTHLY | said) == rule


def test_what_is_to_come_is_shown_with_every_day_of_the_month(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    page = look(
        sign_in_as(cast.province.officer), f"/duties/new?letter={circular}",
        MONTHLY | {"month_day": "๑, ๑๕"},
    )  # fmt: skip

    assert "ภายในวันที่ ๑ และ ๑๕ ของทุกเดือน รายงานตั้งแต่ครั้งก่อน" in page
    assert "๑ ม.ค. ๒๕๗๐, ๑๕ ม.ค. ๒๕๗๐, ๑ ก.พ. ๒๕๗๐, ๑๕ ก.พ. ๒๕๗๐" in page
    assert 'value="๑, ๑๕"' in page


def test_rounds_that_are_past_are_told_before_they_are_owed(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    officer = sign_in_as(cast.province.officer)
    begun = clock.today() - timedelta(days=21)
    every_day = [str(day) for day in range(7)]
    said = {"when_kind": "weekly", "weekdays": every_day, "starts_on": format_medium(begun)}

    page = look(officer, f"/duties/new?letter={circular}", said)
    open_seen(officer, f"/duties/new?letter={circular}", said)

    assert "▲ มี ๒๑ งวดที่เลยกำหนดแล้ว" in page
    assert f"ครั้งต่อไปคือ {format_medium(clock.today())}" in page
    assert ReportPeriod.select().where(ReportPeriod.due_on < clock.today()).count() == 21


def test_a_round_that_began_long_ago_is_refused_beside_its_first_day(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    said = {"when_kind": "weekly", "weekdays": ["2"], "starts_on": "๑ ม.ค. ๒๕๖๐"}

    answer = sign_in_as(cast.province.officer).post(
        f"/duties/new?letter={circular}", data=filled(**said)
    )

    assert answer.status_code == 422
    assert "ตั้งย้อนหลังได้ไม่เกิน ๕๓ งวด" in answer.text
    assert 'href="#starts_on"' in answer.text
    assert ReportDuty.select().count() == 0


def test_a_yearly_day_that_the_letter_says_keeps_its_month(cast: Cast, sign_in_as: SignIn):
    words = "ให้รายงานผลภายในวันที่ ๓๑ มีนาคมของทุกปี"
    letter = register(cast.district_a.clerk, duties=(DutyDraft("๑", words),)).letter_uid

    page = sign_in_as(cast.district_a.officer).get(f"/duties/new?letter={letter}&point=1").text

    assert re.search(r'<option selected value="3">[^<]*เดือนที่ ๓ หลังสิ้นรอบ', page)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({**MONTHLY, "month_day": "๓๒"}, "อ่านวันไม่ได้: ๓๒"),
        ({**MONTHLY, "month_day": ""}, "โปรดกรอกช่องนี้"),
        ({**MONTHLY, "month_day": "๒๐", "month_day_kind": "office"}, "วันทำการใช้ได้ตั้งแต่ที่ ๑"),
        ({**MONTHLY, "month_day": "๕", "month_interval": "๕๓"}, "ใช้ได้ตั้งแต่ ๑ ถึง ๕๒"),
        ({**MONTHLY, "month_day": "๕", "month_interval": "0"}, "ใช้ได้ตั้งแต่ ๑ ถึง ๕๒"),
        ({**MONTHLY, "month_day": "๕", "month_after": "13"}, "โปรดเลือกข้อใดข้อหนึ่ง"),
        ({**MONTHLY, "month_day": "๕", "until": "๑ ม.ค. ๒๕๖๙"}, "วันสิ้นสุดมาก่อนวันเริ่มรอบ"),
        ({"when_kind": "counted", "count": "-3", "anchor": "before"}, "ใช้ได้ตั้งแต่ ๑ ถึง ๙๙๙"),
        ({"when_kind": "counted", "count": "3", "span": "hours"}, "โปรดเลือกข้อใดข้อหนึ่ง"),
        ({"owed_by": ""}, "ยังไม่มีหน่วยใดต้องตอบภารกิจนี้"),
        ({"owed_by": "some"}, "ยังไม่มีหน่วยใดต้องตอบภารกิจนี้"),
        ({"owed_by": "one", "unit": ""}, "ยังไม่มีหน่วยใดต้องตอบภารกิจนี้"),
        ({"owed_by": "phrase", "phrase": "ใครก็ไม่รู้"}, "ใครก็ไม่รู้"),
        ({"when_kind": ""}, "โปรดเลือกข้อใดข้อหนึ่ง"),
        ({"fixed_on": ""}, "โปรดกรอกช่องนี้"),
        ({"when_kind": "counted", "count": "0"}, "โปรดกรอกช่องนี้"),
        ({"when_kind": "weekly", "starts_on": "๑ ม.ค. ๒๕๗๐"}, "โปรดกรอกช่องนี้"),
    ],
)
def test_what_cannot_be_opened_says_why_beside_the_field_and_keeps_what_was_typed(
    cast: Cast, circular: str, sign_in_as: SignIn, said: dict[str, object], words: str
):
    answer = sign_in_as(cast.province.officer).post(
        f"/duties/new?letter={circular}", data=filled(**said)
    )

    assert answer.status_code == 422
    assert words in answer.text
    assert f'value="{PHOTOS}"' in answer.text
    assert ReportDuty.select().count() == 0


def test_a_choice_that_was_not_made_is_told_of_once(cast: Cast, circular: str, sign_in_as: SignIn):
    answer = sign_in_as(cast.province.officer).post(
        f"/duties/new?letter={circular}", data=filled(when_kind="")
    )

    assert answer.status_code == 422
    # In the summary and beside the field.
    assert answer.text.count("โปรดเลือกข้อใดข้อหนึ่ง") == 2


def test_the_sentence_alone_comes_while_the_form_is_filled_in(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    answer = sign_in_as(cast.province.officer).post(
        f"/duties/new?letter={circular}", data=filled(step="", seen=""),
        headers={"HX-Request": "true"},
    )  # fmt: skip

    assert "ต้องตอบเรื่อง" in answer.text
    assert "<html" not in answer.text


def test_all_points_with_a_day_become_duties_by_one_press_and_only_once(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    officer = sign_in_as(cast.province.officer)
    assert "ตั้งภารกิจจากทุกข้อที่มีกำหนด ๑ ข้อ ให้ ๒ หน่วย" in officer.get(f"/letters/{circular}").text

    officer.post(f"/letters/{circular}/duties", data={})
    officer.post(f"/letters/{circular}/duties", data={})

    duty = ReportDuty.get()
    assert ReportDuty.select().count() == 1
    assert (duty.name, duty.report_kind, duty.report_to) == (PHOTOS, "office", "ศูนย์อำนวยการ")
    page = officer.get(f"/letters/{circular}").text
    assert f'href="/duties/{duty.uid}"' in page
    assert "ตั้งภารกิจจากทุกข้อ" not in page


def test_after_sending_the_duties_are_offered(cast: Cast, circular: str, sign_in_as: SignIn):
    page = sign_in_as(cast.province.clerk).get(f"/letters/{circular}/sent")

    assert "ตั้งภารกิจจากทุกข้อที่มีกำหนด ๑ ข้อ ให้ ๒ หน่วย" in page.text


def test_a_letter_that_came_is_made_a_duty_of_ourselves(cast: Cast, sign_in_as: SignIn):
    points = (DutyDraft("๑", PHOTOS, due_on=DUE),)
    letter = register(cast.district_a.clerk, duties=points).letter_uid

    page = sign_in_as(cast.district_a.officer).get(f"/duties/new?letter={letter}&point=1")

    assert "หน่วยของเราเอง" in page.text
    assert "ทุกหน่วยที่ได้รับหนังสือฉบับนี้" not in page.text


def test_who_owes_it_makes_it_their_own_with_a_day_before_the_one_above(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    above = opened(cast, circular)
    officer = sign_in_as(cast.district_a.officer)
    address = f"/duties/new?above={above}"
    page = officer.get(address)
    proposed = page.text.split('name="fixed_on" type="text" value="')[1].split('"')[0]
    assert proposed != format_medium(DUE)
    below = filled(owed_by="one", unit=cast.tambon_mun.unit.name_th, fixed_on=proposed, step="look")

    shown = officer.post(address, data=below)
    seen = shown.text.split('name="seen" value="')[1].split('"')[0]
    officer.post(address, data=below | {"step": "open", "seen": seen})

    own = ReportDuty.get(ReportDuty.above.is_null(False))
    assert own.above.uid == above
    assert "ก่อนหน่วยเหนือ" in officer.get(f"/duties/{own.uid}").text
    kept_above = sign_in_as(cast.province.officer).get(f"/duties/{above}").text
    assert "หน่วยที่ทำต่อให้หน่วยใต้ตน ๑ หน่วย" in kept_above
    assert f'href="/duties/{own.uid}"' in kept_above


def test_a_later_day_than_above_asks_for_a_reason(cast: Cast, circular: str, sign_in_as: SignIn):
    above = opened(cast, circular)
    later = DUE + timedelta(days=3)
    answer = sign_in_as(cast.district_a.officer).post(
        f"/duties/new?above={above}",
        data=filled(
            owed_by="one", unit=cast.tambon_mun.unit.name_th, fixed_on=format_medium(later),
            seen=f"1:{later.isoformat()}",
        ),
    )  # fmt: skip

    assert answer.status_code == 422
    assert "ช้ากว่ากำหนดของหน่วยเหนือ ๓ วัน" in answer.text


def test_the_overview_says_all_of_it(cast: Cast, circular: str, sign_in_as: SignIn):
    uid = opened(cast, circular)

    page = sign_in_as(cast.province.officer).get(f"/duties/{uid}").text

    for words in (f"ภายในวันที่ {format_medium(DUE)}", "อำเภอแม่สอด", "จังหวัดตาก", "ทำไม"):
        assert words in page


def test_the_list_counts_each_state_of_the_present_period_apart(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    opened(cast, circular)
    opened(cast, circular, FixedDay(clock.today() - timedelta(days=3)))
    opened(cast, circular, OnEvent())
    officer = sign_in_as(cast.province.officer)

    page = officer.get("/duties/kept").text
    lacking = officer.get("/duties/kept?show=lacking").text

    assert page.count("data-row") == 3
    assert "ยังไม่มีงวด รอแจ้งเหตุ" in page
    assert lacking.count("data-row") == 1
    assert "เลยกำหนดยังไม่ตอบ <strong>๒</strong>" in lacking
    assert sign_in_as(cast.district_a.officer).get("/duties/kept").text.count("data-row") == 0


def test_its_keeper_adds_a_unit_takes_one_out_and_ends_it(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    uid = opened(cast, circular)
    officer = sign_in_as(cast.province.officer)

    officer.post(f"/duties/{uid}/units", data={"unit": "เทศบาลนครแม่สอด", "reason": "เพิ่ม"})
    refused = officer.post(f"/duties/{uid}/units/out", data={"unit_uid": cast.city.unit.uid})
    officer.post(
        f"/duties/{uid}/units/out",
        data={"unit_uid": cast.district_a.unit.uid, "out_reason": "ไม่มีพื้นที่"},
    )

    assert refused.status_code == 422
    owing = DutyUnit.select().where(DutyUnit.left_at.is_null())
    assert {row.to_unit_id for row in owing} == {cast.city.unit.id, cast.district_b.unit.id}
    page = officer.get(f"/duties/{uid}").text
    assert "นำออกแล้ว ๑ หน่วย" in page
    assert "ไม่มีพื้นที่" in page

    officer.post(f"/duties/{uid}/end", data={"how": "mistake", "reason": "ตั้งซ้ำ"})
    assert "ตั้งซ้ำ" in officer.get(f"/duties/{uid}").text
    assert ReportPeriod.get().struck_reason == "ตั้งซ้ำ"


def test_a_unit_finds_the_way_to_what_it_owes_after_the_end_too(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    begun = clock.today() - timedelta(days=3)
    uid = opened(cast, circular, Recurring(Every.DAY, begun))
    take_unit_out(
        actor=cast.province.officer, at=clock.now(), duty_uid=uid,
        unit_uid=cast.district_b.unit.uid, reason="ไม่มีพื้นที่",
    )  # fmt: skip
    before = sign_in_as(cast.district_a.officer).get(f"/duties/{uid}").text

    sign_in_as(cast.province.officer).post(
        f"/duties/{uid}/end", data={"how": "today", "reason": "จบโครงการ"}
    )

    assert f'href="/duties/{uid}/1/answer"' in before
    assert f'href="/duties/{uid}/1/answer"' in _seen(sign_in_as, cast.district_a.officer, uid)
    assert "/answer" not in _seen(sign_in_as, cast.district_b.officer, uid)


def _seen(sign_in_as: SignIn, person: Actor, uid: str) -> str:
    return sign_in_as(person).get(f"/duties/{uid}").text


def test_a_round_ends_on_a_day_ahead_and_by_a_letter_that_is_named(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    weekly = Recurring(Every.WEEK, clock.today(), weekdays=(2,))
    first, second = opened(cast, circular, weekly), opened(cast, circular, weekly)
    later = send(
        cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", at=clock.now(), dated_on=clock.today()
    )
    officer = sign_in_as(cast.province.officer)

    day = {"how": "ahead", "ends_on": format_medium(DUE), "reason": "ครบโครงการ"}
    officer.post(f"/duties/{first}/end", data=day)
    unknown = officer.post(
        f"/duties/{second}/end", data={"how": "letter", "letter": "ตก ๙/๙", "reason": "เลิก"}
    )
    officer.post(
        f"/duties/{second}/end",
        data={"how": "letter", "letter": later.printed_number, "reason": "เลิก"},
    )

    assert when_from_text(ReportDuty.get(ReportDuty.uid == first).when_text).until == DUE
    assert unknown.status_code == 422
    assert later.printed_number in officer.get(f"/duties/{second}").text


def test_a_unit_tells_of_an_event_and_the_keeper_asks_about_another(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    uid = opened(cast, circular, OnEvent())
    district = sign_in_as(cast.district_a.officer)
    assert f'href="/duties/{uid}/events"' in district.get(f"/duties/{uid}").text

    district.post(f"/duties/{uid}/events", data={"event": "น้ำท่วมหมู่ ๓", "as": "ower"})
    keeper = sign_in_as(cast.province.officer)
    keeper.post(
        f"/duties/{uid}/events",
        data={"event": "ไฟป่า", "units": [cast.district_b.unit.uid], "as": "keeper"},
    )

    assert ExpectedReport.select().count() == 2
    page = keeper.get(f"/duties/{uid}/events").text
    assert page.index("ไฟป่า") < page.index("น้ำท่วมหมู่ ๓")
    assert "อำเภอเมืองตาก" in page
    assert "ไฟป่า" not in sign_in_as(cast.district_a.officer).get(f"/duties/{uid}/events").text


def test_what_a_points_words_say_of_days_is_proposed_and_may_be_chosen_otherwise(
    cast: Cast, sign_in_as: SignIn
):
    words = "ให้รายงานผลทุกวันพุธของทุกสัปดาห์ และรายงานครั้งแรกภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ"
    letter = register(cast.district_a.clerk, duties=(DutyDraft("๑", words),)).letter_uid
    officer = sign_in_as(cast.district_a.officer)

    first = officer.get(f"/duties/new?letter={letter}&point=1").text
    second = officer.get(f"/duties/new?letter={letter}&point=1&when=1").text

    assert "โปรดตรวจ แก้ได้ทุกช่อง" in first
    assert ReportDuty.select().count() == 0
    ticked = [
        re.findall(r'<input checked[^>]* name="when_kind"[^>]* value="(\w+)"', page)
        for page in (first, second)
    ]
    assert sorted(ticked) == [["counted"], ["weekly"]]


def test_a_letter_just_registered_leads_to_its_ticked_points(cast: Cast, sign_in_as: SignIn):
    letter = register(cast.district_a.clerk, duties=(DutyDraft("๑", PHOTOS),)).letter_uid

    page = sign_in_as(cast.district_a.clerk).get(f"/letters/{letter}").text

    assert f"/duties/new?letter={letter}&amp;point=1" in page


def test_whom_the_letter_has_not_come_to_is_not_counted_as_silent(
    cast: Cast, circular: str, sign_in_as: SignIn
):
    open_duty(
        actor=cast.province.officer, at=clock.now(), letter_uid=circular,
        said=DutySaid(name=PHOTOS, when=FixedDay(clock.today() - timedelta(days=3))),
        owers=Owers(everyone_sent=True, unit_ids=(cast.city.unit.id,)),
    )  # fmt: skip

    page = sign_in_as(cast.province.officer).get("/duties/kept").text

    assert "เลยกำหนดยังไม่ตอบ <strong>๒</strong>" in page
    assert "ยังไปไม่ถึง <strong>๑</strong>" in page
