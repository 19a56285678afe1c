"""A link acknowledges one delivery once, for who has no account; what it proves is less."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.delivery_ends import recall, send_back
from saraban.desk.delivery_links import (
    GivenLink,
    acknowledge_by_link,
    give_links,
    note_fetched,
    open_by_link,
)
from saraban.errors import (
    AlreadyAcknowledged,
    DeliveryRecalled,
    DeliverySentBack,
    LetterNotFound,
    LinkExpired,
    LinkReplaced,
    LinkUnknown,
    LinkUsed,
    MissingField,
    NothingToAskFor,
    Refused,
    SarabanError,
    TextTooLong,
)
from saraban.queries.ledger_check import check_ledger
from saraban.records import AuditEvent, Delivery, DeliveryLink, Unit
from saraban.records.database import connected
from saraban.rules.deliveries import Status
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import at, send

DAYS = timedelta(days=30)


@pytest.fixture
def sent(cast: Cast) -> str:
    """A circular to two districts, of which the second does not work here."""
    Unit.update(joined_at=None).where(Unit.id == cast.district_b.unit.id).execute()
    tell_cast(cast)
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


def give(cast: Cast, letter: str, *, day: int = 16, valid_for: timedelta = DAYS) -> GivenLink:
    """A link for the district that does not work here."""
    (given,) = give_links(
        actor=cast.province.clerk,
        at=at(6, day),
        letter_uid=letter,
        unit_uids=[cast.district_b.unit.uid],
        valid_for=valid_for,
    )
    return given


def use(token: str, *, day: int = 17, **said: str) -> str:
    told = {"name": "นางสาวสมหญิง ใจดี", "post": "เจ้าพนักงานธุรการ", "number": "๔๕๖"} | said
    return acknowledge_by_link(at=at(6, day), token=token, **told).code


def delivery(cast: Cast) -> Delivery:
    return Delivery.get(Delivery.to_unit == cast.district_b.unit)


def test_a_token_is_told_once_and_kept_as_its_digest_only(cast: Cast, sent: str) -> None:
    given = give(cast, sent)

    kept = DeliveryLink.get()
    stored = str(kept.__data__) + "".join(event.body for event in AuditEvent.select())
    assert given.unit_name == "อำเภอแม่สอด"
    assert kept.expires_at == at(6, 16) + DAYS
    assert len(given.token) == 16
    assert given.token not in stored


def test_looking_ahead_is_neither_opening_nor_acknowledging(cast: Cast, sent: str) -> None:
    given = give(cast, sent)

    note_fetched(at=at(6, 17), token=given.token)
    note_fetched(at=at(6, 18), token=given.token)

    found = delivery(cast)
    assert DeliveryLink.get().fetched_at == at(6, 17)
    assert (found.delivered_at, found.opened_at, found.status) == (None, None, Status.SENT)


def test_pressing_to_read_is_opening(cast: Cast, sent: str) -> None:
    given = give(cast, sent)

    open_by_link(at=at(6, 17), token=given.token)
    open_by_link(at=at(6, 18), token=given.token)

    found = delivery(cast)
    assert (found.delivered_at, found.opened_at) == (at(6, 17), at(6, 17))
    assert found.acknowledged_at is None


def test_using_it_acknowledges_with_name_position_and_number_as_weaker_proof(
    cast: Cast, sent: str
) -> None:
    code = use(give(cast, sent).token)

    found, link = delivery(cast), DeliveryLink.get()
    assert found.acknowledged_by == "นางสาวสมหญิง ใจดี (เจ้าพนักงานธุรการ)"
    assert (found.acknowledged_at, found.opened_at) == (at(6, 17), at(6, 17))
    assert found.is_weak_proof
    assert len(found.acknowledged_digest) == 64
    assert (link.used_number, link.receipt_code) == ("๔๕๖", code)


def test_an_acknowledgement_with_an_account_is_no_weaker_proof(cast: Cast, sent: str) -> None:
    acknowledge(actor=cast.district_a.clerk, at=at(), letter_uid=sent)

    assert not Delivery.get(Delivery.to_unit == cast.district_a.unit).is_weak_proof


def test_a_link_is_used_once_and_then_says_when_and_by_which_position(
    cast: Cast, sent: str
) -> None:
    given = give(cast, sent)
    use(given.token)

    with pytest.raises(LinkUsed, match=r"๑๗ มิ\.ย\. ๒๕๖๕ โดย เจ้าพนักงานธุรการ") as refusal:
        use(given.token, day=18)
    with pytest.raises(LinkUsed):
        open_by_link(at=at(6, 18), token=given.token)

    assert "สมหญิง" not in refusal.value.text_th


def test_a_link_runs_out(cast: Cast, sent: str) -> None:
    given = give(cast, sent, valid_for=timedelta(days=1))

    with pytest.raises(LinkExpired, match=r"๑๗ มิ\.ย\. ๒๕๖๕"):
        use(given.token, day=17)


@pytest.mark.parametrize("token", ["", "0" * 16, "K7QF-2MXA-9RTD-W3PC", "../../etc"])
def test_a_forged_token_opens_nothing(cast: Cast, sent: str, token: str) -> None:
    give(cast, sent)

    with pytest.raises(LinkUnknown):
        use(token)


def test_a_new_link_burns_the_old_one(cast: Cast, sent: str) -> None:
    old = give(cast, sent)
    new = give(cast, sent, day=17)

    with pytest.raises(LinkReplaced):
        use(old.token)
    use(new.token, day=18)

    assert delivery(cast).acknowledged_at == at(6, 18)


def test_a_link_of_a_recalled_or_refused_delivery_opens_nothing(cast: Cast, sent: str) -> None:
    given = give(cast, sent)
    recall(actor=cast.province.clerk, at=at(6, 17), letter_uid=sent, reason="ผิดฉบับ")

    with pytest.raises(DeliveryRecalled):
        use(given.token, day=18)


def test_a_link_of_what_the_unit_refused_opens_nothing(cast: Cast, sent: str) -> None:
    given = give(cast, sent)
    send_back(
        actor=cast.district_b.clerk, at=at(6, 17), letter_uid=sent, reason="not_ours", words=""
    )

    with pytest.raises(DeliverySentBack):
        open_by_link(at=at(6, 18), token=given.token)


def test_what_was_acknowledged_with_an_account_is_not_acknowledged_again(
    cast: Cast, sent: str
) -> None:
    given = give(cast, sent)
    acknowledge(actor=cast.district_b.clerk, at=at(6, 17), letter_uid=sent)

    with pytest.raises(AlreadyAcknowledged):
        use(given.token, day=18)

    assert not delivery(cast).is_weak_proof


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"name": " "}, MissingField),
        ({"post": ""}, MissingField),
        ({"name": "ก" * 121}, TextTooLong),
        ({"number": "1" * 81}, TextTooLong),
    ],
)
def test_without_name_and_position_nothing_is_acknowledged(
    cast: Cast, sent: str, said: dict[str, str], refusal: type[SarabanError]
) -> None:
    given = give(cast, sent)

    with pytest.raises(refusal):
        use(given.token, **said)

    assert delivery(cast).acknowledged_at is None


def test_links_are_given_by_a_clerk_of_the_sender_for_what_is_open(cast: Cast, sent: str) -> None:
    asked = {
        "at": at(6, 18),
        "letter_uid": sent,
        "unit_uids": [cast.district_a.unit.uid],
        "valid_for": DAYS,
    }
    acknowledge(actor=cast.district_a.clerk, at=at(6, 17), letter_uid=sent)

    with pytest.raises(NothingToAskFor):
        give_links(actor=cast.province.clerk, **asked)
    with pytest.raises(Refused):
        give_links(actor=cast.province.officer, **asked)
    with pytest.raises(LetterNotFound):
        give_links(actor=cast.district_a.clerk, **asked)


def test_all_that_happens_over_a_link_is_in_its_makers_chain_by_the_link(
    cast: Cast, sent: str
) -> None:
    given = give(cast, sent)
    note_fetched(at=at(6, 17), token=given.token)
    open_by_link(at=at(6, 17), token=given.token)
    use(given.token)

    events = AuditEvent.select().where(AuditEvent.unit == cast.province.unit)
    acts = [(event.act, event.actor_name) for event in events.order_by(AuditEvent.seq)]
    assert acts[-4:] == [
        ("give_links", cast.province.clerk.name),
        ("fetch_link", "ลิงก์ถึง อำเภอแม่สอด"),
        ("open_by_link", "ลิงก์ถึง อำเภอแม่สอด"),
        (
            "acknowledge_by_link",
            "นางสาวสมหญิง ใจดี (เจ้าพนักงานธุรการ) · ลิงก์ถึง อำเภอแม่สอด",
        ),
    ]
    assert check_ledger().findings == ()


def test_of_many_who_use_one_link_at_once_one_wins(cast: Cast, sent: str) -> None:
    given = give(cast, sent)
    barrier = Barrier(4)

    def told(place: int) -> str:
        with connected():
            barrier.wait()
            try:
                use(given.token, name=f"คนที่ {place}")
            except SarabanError as refusal:
                return refusal.code
        return "done"

    with ThreadPoolExecutor(4) as threads:
        answers = sorted(threads.map(told, range(4)))

    assert answers == ["done", "link_used", "link_used", "link_used"]
    assert check_ledger().findings == ()
