"""A due day says why on a tap, on a phone and without scripts; a late holiday moves it."""

from datetime import timedelta
from typing import Any

from playwright.sync_api import expect

from saraban import clock
from saraban.desk.acknowledgement import acknowledge
from saraban.rules.civil_holidays import known_holidays
from saraban.rules.office_days import OfficeDays
from saraban.rules.whens import Anchor, Counted, Span
from saraban.thai.dates import format_medium
from tests.browser.conftest import PHONE, SignIn
from tests.cast import Cast
from tests.dated import owe, own_day
from tests.make import send

_YEARS = (clock.today().year, clock.today().year + 1)
DAYS = OfficeDays({row.day: row.name_th for year in _YEARS for row in known_holidays(year)})


def test_a_unit_asks_why_and_an_administrator_moves_its_day(cast: Cast, sign_in: SignIn) -> None:
    duty = ten_days_from_receipt(cast)
    due, later = DAYS.after(clock.today(), 10), DAYS.after(clock.today(), 11)
    keeper = sign_in(cast.administrator)
    unit = sign_in(cast.district_a.clerk, viewport=PHONE, scripts=False)

    unit.goto(f"/duties/{duty.uid}/periods/1")
    expect(unit.get_by_text("ป.พ.พ. มาตรา ๑๙๓/๓")).to_be_hidden()
    unit.get_by_text(format_medium(due)).first.click()
    expect(unit.get_by_text("ป.พ.พ. มาตรา ๑๙๓/๓")).to_be_visible()
    expect(unit.get_by_text("นับ ๑๐ วันทำการ")).to_be_visible()

    keeper.goto("/holidays")
    keeper.get_by_label("วันที่", exact=True).fill(format_medium(due))
    keeper.get_by_label("ชื่อวันหยุด", exact=True).fill("วันหยุดพิเศษ")
    keeper.get_by_role("button", name="เพิ่มวันหยุด").click()
    expect(keeper.get_by_role("heading", name="วันเหล่านี้จะเลื่อน")).to_be_visible()
    assert own_day(duty, cast.district_a.unit) == due
    keeper.get_by_role("button", name="บันทึกและเลื่อนวัน").click()
    expect(keeper.get_by_role("row", name="รายงานผลการปลูกต้นไม้")).to_contain_text(
        format_medium(later)
    )

    unit.reload()
    expect(unit.get_by_text("เลื่อนเพราะวันหยุด")).to_be_visible()
    unit.get_by_text(format_medium(later)).first.click()
    expect(unit.get_by_text("วันหยุดพิเศษ").first).to_be_visible()


def ten_days_from_receipt(cast: Cast) -> Any:
    """A duty of a district that took its letter in today."""
    letter = send(
        cast.province.clerk,
        at=clock.now(),
        dated_on=clock.today(),
        phrase="นายอำเภอทุกอำเภอ",
    ).letter_uid
    acknowledge(actor=cast.district_a.clerk, at=clock.now(), letter_uid=letter)
    when = Counted(10, Span.WORKING_DAYS, Anchor.RECEIPT)
    made_at = clock.now() + timedelta(seconds=1)
    return owe(cast.province.clerk, letter, when, [cast.district_a.unit], made_at=made_at)
