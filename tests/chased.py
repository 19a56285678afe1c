"""A province's circular to two districts and two towns, one of which has an address."""

from datetime import date

from saraban.desk.chasing import ChaseAsk, Chased, chase
from saraban.desk.dispatch import Addressees
from saraban.records import Unit
from saraban.rules.chasing import ChaseKind
from tests.cast import Cast
from tests.make import at, send

TEXT = "ขอให้รายงานโดยเร็ว"


def sent_to_four(cast: Cast, **named: object) -> str:
    """The province's letter to both districts, the city and the pao; its uid."""
    units = (cast.district_a, cast.district_b, cast.city, cast.pao)
    addressees = Addressees(unit_ids=tuple(troupe.unit.id for troupe in units))
    return send(cast.province.clerk, addressees=addressees, **named).letter_uid


def give_address(unit: Unit, address: str, *, is_confirmed: bool = True) -> None:
    """The unit's saraban address, as its administrator would have it."""
    unit.saraban_address = address
    unit.saraban_confirmed_on = date(2022, 6, 1) if is_confirmed else None
    unit.save()


def remind(cast: Cast, letter_uid: str, day: int = 20, **named: object) -> Chased:
    """The province's clerk reminds the silent ones."""
    ask = {"kinds": frozenset({ChaseKind.SILENT}), "letter_uid": letter_uid}
    words = {key: named.pop(key) for key in list(named) if key in ChaseAsk.__annotations__}
    return chase(
        actor=named.pop("actor", cast.province.clerk),
        at=at(6, day),
        ask=ChaseAsk(**(ask | words)),
        text=named.pop("text", TEXT),
        **named,
    )
