"""What those ask who cannot order: favours, answers by a day, and papers of those interested."""

import pytest

from tests.rules.letter_reading.asked import asked, asked_beside


@pytest.mark.parametrize("favour", ["พิจารณาให้ความร่วมมือ", "พิจารณาให้ความอนุเคราะห์"])
def test_help_between_equals_is_a_favour_by_either_word(favour):
    assert asked(f"จึงเรียนมาเพื่อโปรด{favour} และขอขอบคุณมา ณ โอกาสนี้") == ["พิจารณา", "อนุเคราะห์"]


@pytest.mark.parametrize(
    ("closing", "asks"),
    [
        ("จึงเรียนมาเพื่อโปรดทราบ และขอขอบคุณที่ให้ความร่วมมือ", ["ทราบ"]),
        ("จึงเรียนมาเพื่อโปรดให้ความร่วมมือดำเนินการซ่อมป้าย", ["ดำเนินการ"]),
    ],
)
def test_help_that_was_given_or_that_is_to_do_something_is_no_favour(closing, asks):
    assert asked(closing) == asks


@pytest.mark.parametrize("spread", ["ประชาสัมพันธ์", "เผยแพร่", "ท่านช่วยประชาสัมพันธ์"])
def test_a_favour_that_only_makes_known_is_that_ask(spread):
    favour = f"และขอความอนุเคราะห์{spread}วันล้างบ่อให้ช่างป้ายทราบด้วย"

    assert asked(f"จึงเรียนมาเพื่อโปรดพิจารณา {favour}") == ["พิจารณา", "ประชาสัมพันธ์"]
    assert asked_beside(favour) == ["ประชาสัมพันธ์"]


def test_a_favour_of_another_kind_stays_one_beside_it():
    favour = "จึงขอความอนุเคราะห์ใช้ลานวัด และขอความอนุเคราะห์ประชาสัมพันธ์ให้ช่างป้ายทราบ"

    assert set(asked_beside(favour)) == {"อนุเคราะห์", "ประชาสัมพันธ์"}


@pytest.mark.parametrize(
    "answer",
    [
        "ทั้งนี้ ขอความกรุณาแจ้งผลการพิจารณาให้ทราบภายในวันพุธที่ ๓ เมษายน",
        "และขอได้โปรดแจ้งผลการพิจารณาให้วัดทราบก่อนวันที่ ๓ เมษายน",
        "และโปรดแจ้งผลการพิจารณาตามแบบตอบรับท้ายหนังสือนี้",
    ],
)
def test_a_grant_that_is_awaited_by_a_day_or_on_a_form_is_answered(answer):
    assert asked(answer, "จึงเรียนมาเพื่อโปรดพิจารณาอนุญาต") == ["พิจารณา", "อนุญาต", "ตอบรับ"]


def test_a_decision_by_a_day_is_no_answer_where_nothing_is_granted_or_where_it_is_carried_out():
    told = "และขอความกรุณาแจ้งผลให้วัดทราบภายในวันที่ ๓ เมษายน"

    assert asked(told, "จึงเรียนมาเพื่อโปรดพิจารณา") == ["พิจารณา"]
    assert asked(told, "จึงเรียนมาเพื่อโปรดดำเนินการ") == ["ดำเนินการ", "รายงาน"]
    undated = "และขอความกรุณาแจ้งผลให้วัดทราบด้วย"
    assert asked(undated, "จึงเรียนมาเพื่อโปรดพิจารณาอนุญาต") == ["พิจารณา", "อนุญาต"]


@pytest.mark.parametrize("head", ["ขอให้ผู้สนใจดำเนินการ ดังนี้", "ให้ผู้ประสงค์จะร่วมล้างบ่อปฏิบัติดังต่อไปนี้"])
def test_what_those_interested_have_to_do_is_not_asked_of_the_receiver(head):
    steps = ["๑. กรอกแบบ น.๑ ที่วัด", "๒. ส่งหลักฐานการโอนเงินภายในวันที่ ๕"]

    assert asked_beside(head, *steps) == []
    assert "ส่งข้อมูล" in asked_beside("ขอให้หน่วยงานดำเนินการ ดังนี้", *steps)


def test_a_list_that_serves_those_interested_is_still_the_receivers():
    head = "เพื่อให้ผู้สนใจได้เตรียมตัวจึงขอให้วัดดำเนินการ ดังนี้"

    assert asked_beside(head, "๑. ส่งรายชื่อศาลาภายในวันที่ ๕") == ["ส่งข้อมูล"]


def test_whoever_picks_applicants_sends_their_papers():
    picked = "ขอให้พิจารณาคัดเลือกวัดละ ๒ คน ส่งใบสมัครพร้อมรูปถ่ายไปยังกองป้าย"

    assert asked_beside(picked) == ["ส่งข้อมูล"]
    assert asked_beside("ขอให้ผู้สนใจส่งใบสมัครพร้อมรูปถ่ายไปยังกองป้าย") == []
    assert asked_beside("กองป้ายจะรับผู้ส่งใบสมัครพร้อมรูปถ่ายไปยังตู้ไปรษณีย์") == []


@pytest.mark.parametrize("sent", ["ส่งกลับไปยังกลุ่มบำรุงฝาย", "ส่งกลับมายังสำนักทดสอบน้ำ"])
def test_a_form_that_is_filled_in_goes_back(sent):
    assert asked_beside(f"1. นับเสาป้ายตามตาราง ก และ{sent} ภายในวันที่ 5") == ["ส่งข้อมูล"]
    assert asked_beside(f"กองป้ายได้นับเสาป้ายแล้ว{sent}ไปเมื่อวาน") == []


@pytest.mark.parametrize("put_up", ["ปิดประกาศและบอกกล่าวให้ชาวสวนได้รับทราบด้วย", "ติดประกาศให้ลูกเรือทราบ"])
def test_a_notice_that_is_put_up_for_people_to_know_makes_known(put_up):
    assert asked_beside(f"วัดใคร่ขอให้ท่านได้กรุณา{put_up}") == ["ประชาสัมพันธ์"]


@pytest.mark.parametrize(
    "put_up", ["ขอให้ปิดประกาศไว้ ณ ศาลากลางบ้าน", "กองป้ายได้ปิดประกาศให้ชาวสวนทราบแล้ว"]
)
def test_a_notice_of_a_procedure_or_of_the_writers_own_makes_nothing_known(put_up):
    assert asked_beside(put_up) == []


@pytest.mark.parametrize(
    "may",
    [
        "โดยผู้สนใจสามารถลงทะเบียนทางเว็บไซต์ หรือส่งแบบตอบรับมาที่กองป้าย",
        "ช่างป้ายและนักเรียนที่สนใจสมัครได้ที่วัด นักเรียนที่ประสงค์เข้าร่วมสามารถลงชื่อ และส่งใบตอบรับที่ศาลา",
    ],
)
def test_what_those_interested_may_do_is_theirs(may):
    assert asked_beside(f"กองป้ายจะล้างบ่อน้ำ {may}") == []


@pytest.mark.parametrize("asks", ["ทั้งนี้ โปรดส่งแบบตอบรับ", "และให้วัดส่งแบบตอบรับ", "จึงขอให้ส่งแบบตอบรับ"])
def test_what_is_asked_behind_them_is_the_receivers(asks):
    may = f"ผู้สนใจสามารถลงทะเบียนทางเว็บไซต์ {asks}มาที่กองป้ายด้วย"

    assert asked_beside(may) == ["ตอบรับ"]


@pytest.mark.parametrize(
    "told", ["เหตุที่ไม่มีการเชิญผู้แทนวัดร่วมตรวจบ่อ", "งานตามโครงการเชิญชวนชาวสวนร่วมล้างบ่อ"]
)
def test_an_invitation_that_is_only_spoken_of_invites_nobody(told):
    assert asked_beside(told) == []
    assert asked_beside("อำนวยการเชิญท่านร่วมล้างบ่อ") == ["เข้าร่วม"]


def test_help_that_is_to_make_something_known_is_that_ask():
    closing = "จึงเรียนมาเพื่อโปรดพิจารณาให้ความ{}ด้วย"
    spread = "จึงขอความร่วมมือท่านประชาสัมพันธ์วันล้างบ่อให้ช่างป้ายทราบ"

    assert asked(spread, closing.format("ร่วมมือ")) == ["พิจารณา", "ประชาสัมพันธ์"]
    assert asked(spread, closing.format("อนุเคราะห์")) == ["พิจารณา", "อนุเคราะห์", "ประชาสัมพันธ์"]
    assert asked("กองป้ายจะล้างบ่อ", closing.format("ร่วมมือ")) == ["พิจารณา", "อนุเคราะห์"]


def test_a_favour_asked_beside_such_help_stays_one():
    text = "จึงขอความอนุเคราะห์ใช้ลานวัด และขอความร่วมมือประชาสัมพันธ์ให้ช่างป้ายทราบ"

    asks = asked(text, "จึงเรียนมาเพื่อโปรดพิจารณาให้ความร่วมมือ")
    assert set(asks) == {"พิจารณา", "อนุเคราะห์", "ประชาสัมพันธ์"}


def test_applications_are_collected_and_sent_to_whomever_it_is():
    assert asked_beside("ขอให้วัดรวบรวมใบสมัครที่ช่างลงชื่อแล้ว ส่งถึงมูลนิธิล้างบ่อ") == ["ส่งข้อมูล"]
    assert asked_beside("กองป้ายได้รวบรวมใบสมัครแล้ว ส่งถึงมูลนิธิล้างบ่อ") == []


@pytest.mark.parametrize("public", ["พี่น้องประชาชน", "พี่น้องเกษตรกร"])
def test_the_public_may_be_called_brothers_and_is_who_is_invited(public):
    assert asked_beside(f"และขอให้วัดช่วยเชิญชวน{public}มาร่วมล้างบ่อ") == ["ประชาสัมพันธ์"]
    assert asked_beside("และขอเรียนเชิญพี่น้องช่างป้ายมาร่วมล้างบ่อ") == ["เข้าร่วม"]


@pytest.mark.parametrize("own", ["คณะกรรมการฝาย", "เจ้าหน้าที่สูบน้ำ", "ให้บุคลากรในสังกัด"])
def test_the_receivers_own_whom_a_closing_has_told_to_come_are_invited(own):
    asks = asked(f"จึงเรียนมาเพื่อโปรดทราบและแจ้ง{own}เข้าร่วมกิจกรรมล้างบ่อด้วย")

    assert asks == ["ทราบ", "เข้าร่วม"]


@pytest.mark.parametrize("others", ["ประชาชน", "บุคลากรที่สนใจ", "เจ้าหน้าที่ผู้"])
def test_the_public_and_whoever_wishes_come_for_themselves(others):
    asks = asked(f"จึงเรียนมาเพื่อโปรดทราบและแจ้ง{others}เข้าร่วมกิจกรรมล้างบ่อด้วย")

    assert asks == ["ทราบ"]
