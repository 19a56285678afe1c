"""What others ask, or what a rule wants, is told in a letter and asked of nobody who gets it."""

import pytest

from saraban.rules.letter_reading.duties.asks import asks_of
from saraban.rules.letter_reading.duties.onward import onward_in
from tests.rules.letter_reading.letters import the_letter


def asked(*paragraphs, kind="หนังสือภายนอก"):
    return [one.ask for one in asks_of(paragraphs, "", kind)]


@pytest.mark.parametrize(
    "told",
    [
        "ด้วยกองทุนป้ายได้ขอให้กรมรายงานจำนวนป้ายทุกเดือน",
        "ด้วยสภาป้ายกำหนดให้ประเทศสมาชิกส่งข้อมูลปีละครั้ง",
        "อาศัยระเบียบว่าด้วยป้าย ซึ่งกำหนดให้เจ้าของตรวจป้ายและรายงานต่อนายทะเบียน",
        "ตามประกาศกระทรวงป้าย ผู้ขับรถต้องนับป้ายและรายงานต่อสถานี",
        "โปรดรอสักระยะ คณะกรรมการจะพิจารณาและแจ้งผลให้ทราบต่อไป",
        "ขอบคุณที่จัดส่งรายชื่อผู้ให้ข้อมูลป้ายครบแล้ว ป้ายอื่นไม่ต้องจัดส่งรายชื่ออีก",
        "ทั้งนี้ กรมจะเชิญเข้าร่วม ประชุมชี้แจงในปีหน้า",
    ],
)
def test_what_others_ask_or_a_rule_wants_is_no_ask(told):
    assert asked(told, "จึงเรียนมาเพื่อทราบ") == ["ทราบ"]


@pytest.mark.parametrize("asks", ["กรมจึงขอให้อำเภอ", "กรมพิจารณาแล้ว ให้อำเภอ", "ทั้งนี้ ขอให้"])
def test_where_the_writer_speaks_again_it_asks(asks):
    text = f"ด้วยกองทุนได้ขอให้กรมรายงานจำนวนป้าย {asks}จัดส่งรายชื่อผู้ดูแลป้าย"

    assert asked(text, "จึงเรียนมาเพื่อทราบ") == ["ทราบ", "ส่งข้อมูล"]


@pytest.mark.parametrize(
    "relayed",
    [
        "ด้วยกรมป้ายแจ้งว่า กระทรวงให้อำเภอสำรวจ รวบรวม และรายงานข้อมูลป้าย",
        "คณะกรรมการป้ายในการประชุมเดือนก่อน มีมติให้อำเภอรายงานข้อมูลป้าย",
        "กรมมีหนังสือ ลงวันที่ ๕ มีนาคม ๒๕๖๖ ให้ทุกอำเภอรายงานข้อมูลป้าย",
    ],
)
def test_what_a_higher_office_wants_is_asked_unless_the_writer_says_what_itself_wants(relayed):
    closing = "จึงเรียนมาเพื่อดำเนินการ"

    assert asked(relayed, closing) == ["ดำเนินการ", "รายงาน"]
    assert asked(f"{relayed} จังหวัดจึงขอให้อำเภอตรวจป้าย", closing) == ["ดำเนินการ"]
    assert asked(relayed, "จังหวัดพิจารณาแล้ว จึงขอให้อำเภอตรวจป้าย", closing) == ["ดำเนินการ"]


@pytest.mark.parametrize(
    "told",
    [
        "ด้วยอำเภอได้รับแจ้งจากจังหวัดว่า ให้จังหวัดกำชับอำเภอตรวจป้ายทุกวัน",
        "ด้วย ภ.๙๙ มีวิทยุ ที่ ๑/๒๓ แจ้งผลการตรวจป้าย และกำชับให้ทุกหน่วยถือปฏิบัติโดยเคร่งครัด",
        "กรมจึงได้แจ้งเวียนแนวทางตรวจป้าย และสั่งการให้หน่วยงานในสังกัดทำบัญชีป้าย",
    ],
)
def test_what_others_were_told_to_pass_on_is_no_onward_duty(told):
    own = "กรมพิจารณาแล้ว ขอให้จังหวัดแจ้งเทศบาลทราบ"

    assert onward_in(told, later=own) == []
    assert [one.text for one in onward_in(f"{told} {own}")] == ["ขอให้จังหวัดแจ้งเทศบาลทราบ"]


def test_the_parts_of_a_memo_that_tell_are_kept_from_those_that_ask():
    memo = """บันทึกข้อความ
ส่วนราชการ กองป้าย เทศบาลตำบลบ้านป้าย
ที่ ทค ๙๙๙๐๓/๒๐๙ วันที่ ๓ เมษายน ๒๕๖๗
เรื่อง ขออนุมัติแต่งตั้งคณะทำงานสำรวจป้าย
เรียน นายกเทศมนตรีตำบลบ้านป้าย
เรื่องเดิม
ตามหนังสืออำเภอบ้านป้าย ขอให้เทศบาลสำรวจป้ายและรายงานผลให้อำเภอทราบ และแจ้งชุมชนช่วยกันดูแลป้าย
ข้อเท็จจริง
กองป้ายออกสำรวจแล้ว พบป้ายล้มในชุมชนตลาด
ข้อเสนอ
จึงเห็นควรแต่งตั้งคณะทำงานสำรวจป้าย จำนวน ๗ คน
จึงเรียนมาเพื่อโปรดพิจารณา
(นายทดลอง น้ำใส)
ผู้อำนวยการกองป้าย
"""
    draft = the_letter(memo)

    assert (draft.asks, draft.onward) == (["พิจารณา", "อนุมัติ"], [])
