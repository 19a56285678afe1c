"""A unit's usual orders: nine keys, each with words, a desk and days; and its habits."""

from datetime import date

import pytest

from saraban.desk.endorsing_habits import (
    OrderOffered,
    add_usual_order,
    choose_habits,
    remove_usual_order,
)
from saraban.errors import (
    InvalidInput,
    MissingField,
    OrderNotFound,
    Refused,
    TextTooLong,
    TooManyUsualOrders,
    UnitNotFound,
)
from saraban.records import EndorsingHabit, UsualOrder
from saraban.rules.permissions import Actor
from tests.cast import Cast
from tests.make import at


def add(actor: Actor, text: str = "ทราบ", desk_uid: str = "", days: int | None = None) -> str:
    return add_usual_order(actor=actor, at=at(), offered=OrderOffered(text, desk_uid, days))


def places(cast: Cast) -> list[tuple[int, str]]:
    rows = UsualOrder.select().where(UsualOrder.removed_at.is_null()).order_by(UsualOrder.place)
    return [(row.place, row.text) for row in rows]


def test_an_order_gets_the_first_free_key(cast: Cast) -> None:
    add(cast.province.clerk, "ทราบ")
    gone = add(cast.province.executive, "เก็บ")
    add(cast.province.clerk, "สถจ. ดำเนินการ", cast.local_office.unit.uid, 7)

    remove_usual_order(actor=cast.province.clerk, at=at(), order_uid=gone)
    add(cast.province.clerk, "แจ้งอำเภอ")

    assert places(cast) == [(1, "ทราบ"), (2, "แจ้งอำเภอ"), (3, "สถจ. ดำเนินการ")]


def test_there_are_no_more_orders_than_keys(cast: Cast) -> None:
    for number in range(9):
        add(cast.province.clerk, f"ข้อ {number}")

    with pytest.raises(TooManyUsualOrders):
        add(cast.province.clerk, "อีกข้อ")
    add(cast.city.clerk, "อีกข้อ")


@pytest.mark.parametrize(
    ("text", "desk", "days", "refusal"),
    [
        (" ", "", None, MissingField),
        ("ก" * 201, "", None, TextTooLong),
        ("ทราบ", "", 3, MissingField),
        ("ทราบ", "own", -1, InvalidInput),
        ("ทราบ", "own", 366, InvalidInput),
        ("ทราบ", "elsewhere", 3, UnitNotFound),
    ],
)
def test_what_a_usual_order_cannot_be(
    cast: Cast, text: str, desk: str, days: int | None, refusal: type[Exception]
) -> None:
    desks = {"own": cast.local_office.unit.uid, "elsewhere": cast.city.unit.uid, "": ""}

    with pytest.raises(refusal):
        add(cast.province.clerk, text, desks[desk], days)


def test_only_the_unit_itself_keeps_its_list(cast: Cast) -> None:
    uid = add(cast.province.clerk)

    with pytest.raises(Refused):
        add(cast.province.officer)
    with pytest.raises(OrderNotFound):
        remove_usual_order(actor=cast.city.clerk, at=at(), order_uid=uid)
    remove_usual_order(actor=cast.province.clerk, at=at(), order_uid=uid)
    with pytest.raises(OrderNotFound):
        remove_usual_order(actor=cast.province.clerk, at=at(), order_uid=uid)


def test_receipts_wait_for_proposals_from_the_day_it_was_chosen(cast: Cast) -> None:
    def choose(day: int, awaits: bool) -> date | None:
        choose_habits(
            actor=cast.province.clerk,
            at=at(day=day),
            awaits_proposals=awaits,
            prints_order_stamp=True,
            stamp_title="คำสั่ง",
        )
        found: date | None = EndorsingHabit.get().awaits_from
        return found

    assert choose(16, True) == date(2022, 6, 16)
    assert choose(20, True) == date(2022, 6, 16)
    assert choose(21, False) is None
    assert choose(22, True) == date(2022, 6, 22)
