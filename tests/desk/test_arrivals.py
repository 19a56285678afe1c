"""One letter, several ways: each further coming is noted once, and none takes a number."""

from datetime import date, time

import pytest

from saraban.desk.arrivals import Coming, note_arrival, take_back_arrival
from saraban.desk.books import choose_usual_channel
from saraban.errors import (
    AlreadyTakenBack,
    ArrivalNotFound,
    DateBeforeLetter,
    FutureDate,
    InvalidInput,
    LetterNotFound,
    MissingField,
    NeverCameHere,
    Refused,
    SecretContentRefused,
)
from saraban.queries.arrivals import arrivals_here, ways_of
from saraban.queries.books import usual_channel
from saraban.queries.ledger_check import check_ledger
from saraban.records import Delivery, Letter, LetterArrival, RegisterEntry
from saraban.rules.deliveries import Status
from saraban.rules.registers import Channel
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import DAY, at, picture, register, send

BY_LINE = Coming(date(2022, 6, 17), time(8, 5), Channel.LINE, "ท้องถิ่นอำเภอ")
LATER = at(6, 20)


def came(cast: Cast, letter_uid: str, coming: Coming = BY_LINE) -> str:
    return note_arrival(actor=cast.district_a.clerk, at=LATER, letter_uid=letter_uid, coming=coming)


def here(cast: Cast, letter_uid: str) -> tuple[str, ...]:
    lines = arrivals_here(cast.district_a.clerk, [Letter.get(Letter.uid == letter_uid).id])
    return tuple(line.channel for line in lines if line.stands)


def test_a_further_coming_is_noted_and_takes_no_number(cast: Cast) -> None:
    letter = register(cast.district_a.clerk).letter_uid

    came(cast, letter)

    row = LetterArrival.get()
    assert RegisterEntry.select().count() == 1
    assert (row.channel, row.arrived_on, row.arrived_time) == ("line", date(2022, 6, 17), "08:05")
    assert (row.came_from, row.noted_by) == ("ท้องถิ่นอำเภอ", cast.district_a.clerk.name)


def test_the_number_is_the_first_coming_and_what_was_noted_follows(cast: Cast) -> None:
    letter = register(cast.district_a.clerk).letter_uid
    came(cast, letter)
    came(cast, letter, Coming(date(2022, 6, 18), None, Channel.EMAIL))

    lines = arrivals_here(cast.district_a.clerk, [Letter.get().id])

    ways = ways_of(lines)
    assert ways is not None
    assert (ways.count, ways.first.number) == (3, "๑")
    assert [line.on for line in lines] == [DAY, date(2022, 6, 17), date(2022, 6, 18)]


def test_a_letter_that_came_by_the_system_and_then_by_paper_came_by_two_ways(cast: Cast) -> None:
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid

    came(cast, letter, Coming(date(2022, 6, 17), None, Channel.PAPER))

    assert here(cast, letter) == ("system", "paper")


def test_a_letter_sent_by_post_has_arrived_once_somebody_notes_that_it_came(cast: Cast) -> None:
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    ours = Delivery.to_unit == cast.district_a.unit
    Delivery.update(delivered_at=None, status=Status.SENT).where(ours).execute()

    came(cast, letter)

    delivery = Delivery.get(ours)
    assert (delivery.delivered_at, delivery.status) == (LATER, Status.DELIVERED)


def test_the_file_that_came_along_is_kept_and_told_apart_by_its_bytes(cast: Cast) -> None:
    letter = register(cast.district_a.clerk, files=[picture()]).letter_uid
    clerk = cast.district_a.clerk
    again = picture("อีกที.png")

    note_arrival(actor=clerk, at=LATER, letter_uid=letter, coming=BY_LINE, file=again)

    line = arrivals_here(clerk, [Letter.get().id])[-1]

    assert (line.file_name, line.is_same_file) == ("อีกที.png", True)


@pytest.mark.parametrize(
    ("day", "refusal"), [(date(2022, 6, 21), FutureDate), (date(2022, 6, 15), DateBeforeLetter)]
)
def test_a_letter_comes_neither_before_its_day_nor_after_today(cast, day, refusal) -> None:
    letter = register(cast.district_a.clerk).letter_uid

    with pytest.raises(refusal) as refused:
        came(cast, letter, Coming(day))

    assert refused.value.field == "arrived_on"
    assert not LetterArrival.select().exists()


def test_nobody_notes_that_a_letter_came_by_the_system(cast: Cast) -> None:
    letter = register(cast.district_a.clerk).letter_uid

    with pytest.raises(InvalidInput):
        came(cast, letter, Coming(DAY, None, Channel.SYSTEM))


def test_a_letter_that_never_came_here_is_registered_first(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    strange = register(cast.city.clerk, printed_number="มท ๐๒๑๑/๑").letter_uid

    with pytest.raises(NeverCameHere):
        note_arrival(
            actor=cast.province.clerk, at=LATER, letter_uid=sent.letter_uid, coming=BY_LINE
        )
    with pytest.raises(LetterNotFound):
        came(cast, strange)


def test_only_the_clerk_notes_a_coming(cast: Cast) -> None:
    letter = register(cast.district_a.clerk).letter_uid

    with pytest.raises(Refused):
        note_arrival(actor=cast.district_a.officer, at=LATER, letter_uid=letter, coming=BY_LINE)


def test_a_secret_letter_keeps_the_coming_and_refuses_its_file(cast: Cast) -> None:
    letter = register(cast.district_a.clerk, subject="", secrecy="secret").letter_uid
    clerk = cast.district_a.clerk

    with pytest.raises(SecretContentRefused):
        note_arrival(actor=clerk, at=LATER, letter_uid=letter, coming=BY_LINE, file=picture())
    came(cast, letter)

    assert LetterArrival.get().file_id is None


def test_what_was_noted_on_the_wrong_letter_is_taken_back_with_a_reason(cast: Cast) -> None:
    letter = register(cast.district_a.clerk).letter_uid
    uid = came(cast, letter)

    take_back_arrival(actor=cast.district_a.clerk, at=LATER, arrival_uid=uid, reason="  คนละฉบับ ")

    row = LetterArrival.get()
    assert (row.taken_back_reason, row.taken_back_at) == ("คนละฉบับ", LATER)
    assert here(cast, letter) == ("system",)


def test_a_coming_is_taken_back_once_by_its_own_desk_and_never_without_a_reason(cast: Cast) -> None:
    uid = came(cast, register(cast.district_a.clerk).letter_uid)
    clerk = cast.district_a.clerk

    with pytest.raises(MissingField):
        take_back_arrival(actor=clerk, at=LATER, arrival_uid=uid, reason=" ")
    with pytest.raises(ArrivalNotFound):
        take_back_arrival(actor=cast.tao.clerk, at=LATER, arrival_uid=uid, reason="เดา")
    take_back_arrival(actor=clerk, at=LATER, arrival_uid=uid, reason="คนละฉบับ")
    with pytest.raises(AlreadyTakenBack):
        take_back_arrival(actor=clerk, at=LATER, arrival_uid=uid, reason="อีกครั้ง")


def test_a_registry_chooses_by_which_way_most_letters_come(cast: Cast) -> None:
    clerk = cast.district_a.clerk

    choose_usual_channel(actor=clerk, at=LATER, channel=Channel.LINE)

    assert usual_channel(clerk.unit_id) is Channel.LINE
    assert usual_channel(cast.tao.clerk.unit_id) is Channel.PAPER
    with pytest.raises(InvalidInput):
        choose_usual_channel(actor=clerk, at=LATER, channel=Channel.SYSTEM)


def test_the_ledger_tells_of_every_coming(cast: Cast) -> None:
    tell_cast(cast)
    uid = came(cast, register(cast.district_a.clerk, files=[picture()]).letter_uid)
    take_back_arrival(actor=cast.district_a.clerk, at=LATER, arrival_uid=uid, reason="คนละฉบับ")

    assert not check_ledger().findings
