"""The handling column of the receive book tells which letter of ours carried on or answered."""

from saraban.desk.drafts import CitationDraft
from saraban.desk.registration import Arrival, pass_inside, receive_delivery
from saraban.records import Letter, RegisterEntry
from tests.cast import Cast
from tests.make import DAY, at, register, send

ARRIVAL = Arrival(DAY)
THE_DAY = "๑๖ มิ.ย. ๖๕"


def handling_of(letter_uid: str) -> str:
    entry = (
        RegisterEntry.select()
        .join(Letter)
        .where(Letter.uid == letter_uid, RegisterEntry.register == "receive")
        .get()
    )
    return str(entry.handling)


def test_a_reissue_closes_the_line_of_the_letter_it_carries_on(cast: Cast) -> None:
    parent = send(cast.department.clerk, phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด")
    receive_delivery(
        actor=cast.province.clerk, at=at(), letter_uid=parent.letter_uid, arrival=ARRIVAL
    )

    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", conveys_uid=parent.letter_uid)

    assert handling_of(parent.letter_uid) == f"เวียนต่อ ตก ๐๐๒๓.๓/ว ๑ ลว. {THE_DAY}"


def test_an_answer_closes_the_line_of_the_letter_it_refers_to(cast: Cast) -> None:
    asked = register(cast.province.clerk, printed_number="มท ๐๒๑๑/๙๙")

    answer(cast, "reference", "หนังสือกระทรวงมหาดไทย ที่ มท ๐๒๑๑/๙๙ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕")

    assert handling_of(asked.letter_uid) == f"ตอบ ตก ๐๐๒๓.๓/๑ ลว. {THE_DAY}"


def test_a_letter_that_is_only_enclosed_is_not_answered_by_it(cast: Cast) -> None:
    asked = register(cast.province.clerk, printed_number="มท ๐๒๑๑/๙๙")

    answer(cast, "enclosure", "หนังสือกระทรวงมหาดไทย ที่ มท ๐๒๑๑/๙๙ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕")

    assert handling_of(asked.letter_uid) == ""


def test_where_it_went_and_what_answered_it_stand_side_by_side(cast: Cast) -> None:
    asked = register(cast.province.clerk, printed_number="มท ๐๒๑๑/๙๙")
    desk = cast.local_office.unit
    pass_inside(
        actor=cast.province.clerk, at=at(), letter_uid=asked.letter_uid, to_unit_uid=desk.uid
    )

    answer(cast, "reference", "หนังสือกระทรวงมหาดไทย ที่ มท ๐๒๑๑/๙๙ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕")

    assert handling_of(asked.letter_uid) == (
        f"ส่ง {desk.short_name_th} · ตอบ ตก ๐๐๒๓.๓/๑ ลว. {THE_DAY}"
    )


def answer(cast: Cast, place: str, text: str) -> None:
    send(
        cast.province.clerk,
        is_circular=False,
        phrase="นายอำเภอทุกอำเภอ",
        citations=(CitationDraft(place, text),),
    )
