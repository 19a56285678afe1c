"""Passing on: the points beside those above, their dates, and the duty on the pages."""

from datetime import date, timedelta

import pytest

from saraban import clock
from saraban.desk.drafts import DutyDraft
from saraban.desk.registration import Arrival, receive_delivery
from saraban.records import Duty, Letter, RelayDuty
from saraban.rules.relay_duties import RelayState
from saraban.thai.dates import format_medium
from tests.cast import Cast
from tests.make import send
from tests.web.conftest import SignIn
from tests.web.test_dispatch import letter_of_ours

PHOTOS = "ให้ส่งผลการจัดกิจกรรมพร้อมภาพถ่ายในระบบรายงาน"
BUDGET = "ให้ตั้งงบประมาณรายจ่ายประจำปีรองรับโครงการตามหลักเกณฑ์"
SMALL_BODIES = "นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง"
DUE = clock.today() + timedelta(days=60)


@pytest.fixture
def parent(client: object, cast: Cast) -> str:
    """The province's letter of today: two points, of which the second has a date."""
    today = clock.now()
    sent = send(
        cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", at=today, dated_on=today.date(),
        relay_phrase=SMALL_BODIES,
        duties=(DutyDraft("๑", BUDGET), DutyDraft("๒", PHOTOS, due_on=DUE)),
    )  # fmt: skip
    receive_delivery(
        actor=cast.district_a.clerk, at=today, letter_uid=sent.letter_uid,
        arrival=Arrival(today.date()),
    )  # fmt: skip
    return sent.letter_uid


def passing_on(**changes: object) -> dict[str, object]:
    points: dict[str, object] = {
        "points-0-asks": BUDGET,
        "points-1-asks": PHOTOS,
        "points-1-due_on": format_medium(DUE),
        "points-1-report_to": "",
    }
    return letter_of_ours(
        **{
            "step": "send", "seen_count": "1", "addressees": SMALL_BODIES, "relay_phrase": "",
            "owner_number": "0118", **points, **changes,
        }
    )  # fmt: skip


def test_the_dates_are_proposed_earlier_so_that_answers_can_be_collected(
    cast: Cast, parent: str, sign_in_as: SignIn
):
    page = sign_in_as(cast.district_a.clerk).get(f"/letters/{parent}/reissue")

    assert "เร็วกว่าต้นเรื่อง" in page.text
    assert "ไม่ได้ตัดข้อใดของหนังสือเดิม" in page.text


def test_a_dropped_point_is_said_before_the_last_press(cast: Cast, parent: str, sign_in_as: SignIn):
    clerk = sign_in_as(cast.district_a.clerk)
    first = clerk.post(f"/letters/{parent}/reissue", data=passing_on(**{"points-0-asks": ""}))
    count = Letter.select().count()
    second = clerk.post(
        f"/letters/{parent}/reissue",
        data=passing_on(**{"points-0-asks": "", "seen_points": "๑"}),
    )

    assert first.status_code == 422
    assert "<strong>ตัดข้อ ๑ ของหนังสือเดิม</strong>" in first.text
    assert 'name="seen_points" value="๑"' in first.text
    assert (count, second.status_code) == (1, 303)


def test_a_later_date_asks_for_its_reason_and_shows_it_below(
    cast: Cast, parent: str, sign_in_as: SignIn
):
    later = {"points-1-due_on": format_medium(DUE + timedelta(days=3))}
    clerk = sign_in_as(cast.district_a.clerk)
    refused = clerk.post(f"/letters/{parent}/reissue", data=passing_on(**later))
    sent = clerk.post(
        f"/letters/{parent}/reissue",
        data=passing_on(**later, **{"points-1-late_reason": "รอผลการประชุม"}),
    )
    child = Letter.get(Letter.conveys == Letter.get(Letter.uid == parent))

    assert refused.status_code == 422
    assert "ข้อ ๒ กำหนดช้ากว่าข้อ ๒ ของต้นเรื่อง ๓ วัน" in refused.text
    assert sent.status_code == 303
    assert Duty.get(Duty.late_reason != "").letter_id == child.id
    chain = clerk.get(f"/letters/{child.uid}/instructions")
    assert "ช้ากว่าต้นเรื่อง ๓ วัน" in chain.text
    above = sign_in_as(cast.province.clerk).get(f"/letters/{parent}")
    assert "รอผลการประชุม" in above.text


def test_too_little_time_at_the_bottom_is_warned_of(cast: Cast, parent: str, sign_in_as: SignIn):
    page = sign_in_as(cast.district_a.clerk).post(
        f"/letters/{parent}/reissue",
        data=passing_on(
            step="look", **{"points-1-due_on": format_medium(clock.today() + timedelta(days=1))}
        ),
    )

    assert "หน่วยล่างสุดเหลือ" in page.text


def test_words_that_differ_are_marked(cast: Cast, parent: str, sign_in_as: SignIn):
    page = sign_in_as(cast.district_a.clerk).post(
        "/letters/send/points?parent=" + parent,
        data=passing_on(**{"points-1-asks": PHOTOS.replace("ภาพถ่าย", "คลิปสั้น")}),
    )

    assert "<del>ภาพถ่าย</del>" in page.text
    assert "<ins>คลิปสั้น</ins>" in page.text
    assert "ปรับข้อความ" in page.text


def test_the_letters_page_tells_the_duty_and_an_excuse_ends_it(
    cast: Cast, parent: str, sign_in_as: SignIn
):
    officer = sign_in_as(cast.district_a.officer)
    owed = officer.get(f"/letters/{parent}")
    refused = officer.post(f"/letters/{parent}/relay", data={"excuse": "other"})
    officer.post(f"/letters/{parent}/relay", data={"excuse": "nobody_below"})
    excused = officer.get(f"/letters/{parent}")

    assert "ต้องแจ้งต่อ</strong>" in owed.text
    assert refused.status_code == 422
    assert RelayDuty.get().state == RelayState.EXCUSED
    assert "ไม่มีหน่วยในพื้นที่ที่ต้องแจ้ง" in excused.text
    officer.post(f"/letters/{parent}/relay/take-on")
    assert RelayDuty.get().state == RelayState.OPEN


def test_what_is_overdue_below_is_listed_for_the_sender(
    cast: Cast, parent: str, sign_in_as: SignIn
):
    RelayDuty.update(due_on=date(2022, 6, 1)).execute()
    clerk = sign_in_as(cast.province.clerk)

    desk = clerk.get("/")
    page = clerk.get("/relays")

    assert "หน่วยอื่นแจ้งต่อเกินกำหนด ๑ ฉบับ" in desk.text
    assert "อำเภอเมืองตาก" in page.text


def test_the_cascades_table_tells_who_is_to_pass_on_and_who_said_why_not(
    cast: Cast, parent: str, sign_in_as: SignIn
):
    above = sign_in_as(cast.province.clerk)
    owed = above.get(f"/letters/{parent}/cascade?tab=table")
    below = sign_in_as(cast.district_a.clerk)
    below.post(f"/letters/{parent}/relay", data={"excuse": "nobody_below"})
    excused = sign_in_as(cast.province.clerk).get(f"/letters/{parent}/cascade?tab=table")

    assert "ต้องแจ้งต่อ</strong>" in owed.text
    assert "ไม่มีหน่วยในพื้นที่ที่ต้องแจ้ง" in excused.text


def test_a_registry_chooses_its_days(cast: Cast, client: object, sign_in_as: SignIn):
    clerk = sign_in_as(cast.district_a.clerk)
    counts = {"normal": "๔", "urgent": "3", "very_urgent": "2", "most_urgent": "1"}

    saved = clerk.post("/settings/relays", data={**counts, "collect_days": "0", "bottom_days": "5"})
    refused = clerk.post(
        "/settings/relays", data={**counts, "normal": "0", "collect_days": "0", "bottom_days": "5"}
    )

    assert (saved.status_code, refused.status_code) == (303, 422)
    assert 'value="4"' in clerk.get("/settings/relays").text
