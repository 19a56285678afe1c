"""Many at one book at once: blocks that never overlap, a reserved number that one letter gets."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from saraban.desk.books import choose_circular_series
from saraban.desk.dispatch import NumberChoice
from saraban.desk.registration import Arrival
from saraban.desk.reservations import Reserved, reserve_numbers, strike_missing
from saraban.errors import SarabanError
from saraban.queries.ledger_check import check_ledger
from saraban.records import BookYear, RegisterEntry, Reservation
from saraban.records.database import connected
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import DAY, at, register, send

AT_ONCE = 6
BLOCK = 5
DISTRICTS = "นายอำเภอทุกอำเภอ"


def all_at_once(act: Callable[[int], object]) -> list[object]:
    """What each of AT_ONCE threads was given, or the code of its refusal."""
    barrier = Barrier(AT_ONCE)

    def one(place: int) -> object:
        with connected():
            barrier.wait()
            try:
                return act(place)
            except SarabanError as refusal:
                return refusal.code

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(one, range(AT_ONCE)))


def reserve(cast: Cast, register: str = "circular", count: int = BLOCK) -> Reserved:
    return reserve_numbers(
        actor=cast.province.clerk, at=at(), register=register, owner_text="กองคลัง",
        reason="ประชุม", expires_on=DAY + timedelta(days=1), count=count,
    )  # fmt: skip


def numbers(blocks: list[object]) -> Iterator[int]:
    for block in blocks:
        assert isinstance(block, Reserved)
        yield from range(block.first, block.last + 1)


def test_clerks_who_reserve_the_same_block_get_different_ones(cast: Cast) -> None:
    tell_cast(cast)

    blocks = all_at_once(lambda _: reserve(cast))

    everything = list(range(1, AT_ONCE * BLOCK + 1))
    assert sorted(numbers(blocks)) == everything
    assert [line.number for line in RegisterEntry.select().order_by(RegisterEntry.number)] == (
        everything
    )
    assert Reservation.select().count() == AT_ONCE
    assert BookYear.get().last_number == everything[-1]
    assert check_ledger().findings == ()


def test_clerks_who_reserve_and_send_at_once_never_share_a_number(cast: Cast) -> None:
    def act(place: int) -> object:
        if place % 2:
            return send(cast.province.clerk, phrase=DISTRICTS).running_number
        return reserve(cast)

    given = all_at_once(act)

    sent = [number for number in given if isinstance(number, int)]
    kept = list(numbers([block for block in given if not isinstance(block, int)]))
    assert len(sent) == AT_ONCE // 2
    assert sorted(sent + kept) == list(range(1, len(sent) + len(kept) + 1))


def test_of_those_who_use_one_reserved_number_at_once_one_wins(cast: Cast) -> None:
    reserve(cast, count=1)
    choice = NumberChoice(reserved_uid=RegisterEntry.get().uid)

    answers = all_at_once(
        lambda _: send(cast.province.clerk, phrase=DISTRICTS, numbered=choice).running_number
    )

    assert sorted(map(str, answers)) == ["1"] + ["not_reserved"] * (AT_ONCE - 1)
    assert RegisterEntry.select().count() == 1


def test_of_those_who_enter_one_paper_number_at_once_one_wins(cast: Cast) -> None:
    answers = all_at_once(
        lambda place: (
            register(
                cast.province.clerk,
                printed_number=f"มท ๐๒๑๑/{place + 1}",
                arrival=Arrival(DAY, paper_number=7),
            ).receipt_number
        )
    )

    assert sorted(map(str, answers)) == ["7"] + ["number_taken"] * (AT_ONCE - 1)
    assert BookYear.get().last_number == 7


def test_of_those_who_explain_one_hole_at_once_one_wins(cast: Cast) -> None:
    register(cast.province.clerk, arrival=Arrival(DAY, paper_number=3))

    answers = all_at_once(
        lambda _: strike_missing(
            actor=cast.province.clerk, at=at(), register="receive", be_year=2565, first=1, last=2,
            reason="ไม่ได้ออก",
        )
    )  # fmt: skip

    assert sorted(map(str, answers)) == ["None"] + ["not_a_hole"] * (AT_ONCE - 1)
    assert RegisterEntry.select().count() == 3


def test_a_series_chosen_while_others_number_never_mixes_one_year(cast: Cast) -> None:
    def act(place: int) -> object:
        if place == 0:
            return choose_circular_series(actor=cast.province.clerk, at=at(), series="shared")
        return send(
            cast.province.clerk, phrase=DISTRICTS, is_circular=bool(place % 2)
        ).printed_number

    year, *_ = all_at_once(act)

    books = {line.register for line in RegisterEntry.select()}
    assert books == ({"send"} if year == 2565 else {"send", "circular"})
    assert RegisterEntry.select().count() == AT_ONCE - 1
