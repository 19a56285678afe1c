"""A sender sees each recipient, recalls, prints covers with links, and acts on what came back."""

import csv
import subprocess
from io import StringIO

import pytest
from flask.testing import FlaskClient

from saraban import clock
from saraban.desk.acknowledgement import acknowledge
from saraban.desk.delivery_ends import send_back
from saraban.desk.delivery_links import acknowledge_by_link, give_links
from saraban.desk.registration import Arrival, receive_delivery
from saraban.records import Delivery, DeliveryEnd, DeliveryLink, Unit
from saraban.rules.deliveries import Status
from saraban.rules.link_tokens import token_digest
from tests.cast import Cast
from tests.make import send
from tests.web.conftest import SignIn


@pytest.fixture
def letter(cast: Cast) -> str:
    """A circular to two districts, of which the second does not work here; its uid."""
    Unit.update(joined_at=None).where(Unit.id == cast.district_b.unit.id).execute()
    return send(
        cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", at=clock.now(), dated_on=clock.today()
    ).letter_uid


@pytest.fixture
def clerk(sign_in_as: SignIn, cast: Cast) -> FlaskClient:
    """The sender's clerk, signed in."""
    return sign_in_as(cast.province.clerk)


def text_of(pdf: bytes) -> str:
    """The text of a PDF, a form feed behind each page."""
    command = ["pdftotext", "-raw", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def refuse_it(cast: Cast, letter: str) -> None:
    send_back(
        actor=cast.district_a.clerk,
        at=clock.now(),
        letter_uid=letter,
        reason="wrong_unit",
        words="เป็นของท้องถิ่นจังหวัด",
    )


def test_the_sender_gets_the_receivers_number_and_the_code_of_what_was_acknowledged(
    clerk: FlaskClient, cast: Cast, letter: str
) -> None:
    receiver = cast.district_a.clerk
    receive_delivery(
        actor=receiver, at=clock.now(), letter_uid=letter, arrival=Arrival(clock.today())
    )
    digest = acknowledge(actor=receiver, at=clock.now(), letter_uid=letter)

    with clerk.get(f"/letters/{letter}/deliveries") as answer:
        shown = answer.text
    with clerk.get(f"/letters/{letter}/deliveries.csv") as answer:
        table = list(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff"))))

    assert digest[:8] in shown
    assert receiver.name in shown
    assert [(row["หน่วย"], row["เลขรับของผู้รับ"], row["รหัสเนื้อความ"]) for row in table] == [
        ("อำเภอเมืองตาก", "๑", digest),
        ("อำเภอแม่สอด", "", ""),
    ]


def test_weaker_proof_is_marked_wherever_the_delivery_stands(
    clerk: FlaskClient, cast: Cast, letter: str
) -> None:
    (given,) = give_links(
        actor=cast.province.clerk,
        at=clock.now(),
        letter_uid=letter,
        unit_uids=[cast.district_b.unit.uid],
        valid_for=clock.now() - clock.now().replace(year=2000),
    )
    acknowledge_by_link(at=clock.now(), token=given.token, name="ก", post="ธุรการ", number="๗๗")

    pages = [
        f"/letters/{letter}/deliveries",
        f"/letters/{letter}",
        f"/letters/{letter}/deliveries.csv",
        f"/letters/{letter}/cascade?tab=table",
    ]
    shown = []
    for address in pages:
        with clerk.get(address) as answer:
            shown.append(answer.text)

    assert all("ตอบรับโดยไม่มีบัญชี: หลักฐานอ่อนกว่า" in one for one in shown)
    assert all("๗๗" in one for one in (shown[0], shown[2]))


def test_only_what_was_chosen_is_recalled(clerk: FlaskClient, cast: Cast, letter: str) -> None:
    chosen = {"scope": "chosen", "units": cast.district_a.unit.uid, "reason": "แนบผิด"}

    with clerk.post(f"/letters/{letter}/deliveries/recall", data=chosen) as answer:
        assert answer.status_code == 303

    assert [one.status for one in Delivery.select().order_by(Delivery.id)] == [
        Status.RECALLED,
        Status.SENT,
    ]


def test_all_that_are_open_are_recalled_and_still_counted(
    clerk: FlaskClient, cast: Cast, letter: str
) -> None:
    asked = {"scope": "open", "reason": "แนบผิด"}

    with clerk.post(
        f"/letters/{letter}/deliveries/recall", data=asked, follow_redirects=True
    ) as answer:
        shown = answer.text

    assert "ดึงกลับแล้ว ๒ หน่วย" in shown
    assert "ในจำนวนที่ส่ง ๒ หน่วย ๒ ถูกดึงกลับ" in shown


@pytest.mark.parametrize(
    "asked", [{"scope": "open", "reason": ""}, {"scope": "chosen", "reason": "แนบผิด"}]
)
def test_a_recall_without_reason_or_units_is_refused_beside_the_field(
    clerk: FlaskClient, letter: str, asked: dict[str, str]
) -> None:
    with clerk.post(f"/letters/{letter}/deliveries/recall", data=asked) as answer:
        assert answer.status_code == 422

    assert Delivery.select().where(Delivery.recalled_at.is_null(False)).count() == 0


def test_a_cover_is_printed_for_each_chosen_unit_with_a_code_that_opens_its_link(
    clerk: FlaskClient, cast: Cast, letter: str
) -> None:
    asked = {"scope": "outside", "days": "๑๐"}

    with clerk.post(f"/letters/{letter}/deliveries/covers", data=asked) as answer:
        assert answer.mimetype == "application/pdf"
        text = text_of(answer.data)

    link = DeliveryLink.get()
    codes = [word for word in text.split() if word.count("-") == 3]
    assert text.count("\f") == 1
    assert [token_digest(code.replace("-", "")) for code in codes] == [link.token_digest]
    assert (link.expires_at - link.made_at).days == 10


def test_who_did_not_send_it_sees_no_recipients(
    sign_in_as: SignIn, cast: Cast, letter: str
) -> None:
    with sign_in_as(cast.district_a.clerk).get(f"/letters/{letter}/deliveries") as answer:
        assert answer.status_code == 404


def test_what_came_back_lies_on_the_senders_desk_until_it_is_settled(
    clerk: FlaskClient, cast: Cast, letter: str
) -> None:
    refuse_it(cast, letter)
    unit = cast.district_a.unit.uid

    with clerk.get("/") as answer:
        assert "ถูกส่งคืนหรือไม่รับ รอเราจัดการ" in answer.text
        assert "เป็นของท้องถิ่นจังหวัด" in answer.text
    with clerk.post(
        f"/letters/{letter}/deliveries/{unit}/resend",
        data={f"{unit}-to_unit": "องค์การบริหารส่วนจังหวัดตาก"},
        follow_redirects=True,
    ) as answer:
        assert "ส่งเพิ่มถึง องค์การบริหารส่วนจังหวัดตาก แทน" in answer.text
    with clerk.get("/") as answer:
        assert "ถูกส่งคืนหรือไม่รับ รอเราจัดการ" not in answer.text

    assert Delivery.select().where(Delivery.to_unit == cast.pao.unit).count() == 1


def test_a_name_that_several_units_have_is_asked_back(
    clerk: FlaskClient, cast: Cast, letter: str
) -> None:
    refuse_it(cast, letter)
    unit = cast.district_a.unit.uid

    with clerk.post(
        f"/letters/{letter}/deliveries/{unit}/resend", data={f"{unit}-to_unit": "ตาก"}
    ) as answer:
        assert answer.status_code == 422
        assert f'name="{unit}-to_unit-uid"' in answer.text


@pytest.mark.parametrize(("act", "how"), [("lift", "lifted"), ("note", "noted")])
def test_a_sender_sends_once_more_or_notes(
    clerk: FlaskClient, cast: Cast, letter: str, act: str, how: str
) -> None:
    refuse_it(cast, letter)

    with clerk.post(f"/letters/{letter}/deliveries/{cast.district_a.unit.uid}/{act}") as answer:
        assert answer.status_code == 303

    assert DeliveryEnd.get().settled_how == how


def test_the_letters_story_tells_of_refusal_and_recall(
    clerk: FlaskClient, cast: Cast, letter: str
) -> None:
    refuse_it(cast, letter)
    clerk.post(
        f"/letters/{letter}/deliveries/recall", data={"scope": "open", "reason": "แนบผิด"}
    ).close()

    with clerk.get(f"/letters/{letter}") as answer:
        shown = answer.text

    assert "ส่งผิดหน่วย เป็นของท้องถิ่นจังหวัด" in shown
    assert "ดึงกลับจาก ๑ หน่วย" in shown
