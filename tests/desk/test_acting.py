"""Acting in another's post: from a day until before another, with both names, and no further."""

from datetime import date

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.acting import end_acting, let_act
from saraban.desk.endorsement import endorse
from saraban.errors import (
    ActingNotFound,
    ActingOver,
    ActingOverlaps,
    InvalidInput,
    PersonNotFound,
    PostNotFound,
    Refused,
    TextTooLong,
)
from saraban.queries.acting import acting_page, actings_of
from saraban.queries.endorsements import letter_notes
from saraban.queries.ledger_check import check_ledger
from saraban.queries.letter_card import letter_card
from saraban.queries.sessions import session_person
from saraban.records import AuditEvent, Delivery, Endorsement, Person, Post
from saraban.rules.permissions import Actor, Manner, Role
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import at, register, send

FIRST, AFTER = date(2022, 6, 16), date(2022, 6, 20)


@pytest.fixture(autouse=True)
def titles(cast: Cast) -> None:
    """The mayor and the deputy who stands in, by their posts."""
    for actor, title in (
        (cast.city.executive, "นายกเทศมนตรีนครแม่สอด"),
        (cast.city.officer, "รองนายกเทศมนตรี"),
    ):
        Post.update(title_th=title).where(Post.person == actor.person_id).execute()


def stand_in(cast: Cast, keeper: Actor | None = None, **named: object) -> str:
    filled: dict[str, object] = {
        "at": at(),
        "post_id": post_of(cast.city.executive),
        "person_uid": uid_of(cast.city.officer),
        "manner": "acting_for",
        "valid_from": FIRST,
        "valid_to": AFTER,
    }
    return let_act(actor=keeper or cast.city.executive, **(filled | named))


def post_of(actor: Actor) -> int:
    return int(Post.get(Post.person == actor.person_id).id)


def uid_of(actor: Actor) -> str:
    return str(Person.get_by_id(actor.person_id).uid)


def deputy(cast: Cast, on: date = FIRST) -> Actor:
    person_id = cast.city.officer.person_id
    assert person_id is not None
    return actings_of(person_id, on)[0].actor(person_id)


def test_who_stands_in_has_the_posts_power_and_both_names(cast: Cast) -> None:
    stand_in(cast)

    acting = deputy(cast)

    assert acting.name == "เจ้าของเรื่อง ทน.แม่สอด รักษาราชการแทน นายกเทศมนตรีนครแม่สอด"
    assert acting.roles == {Role.EXECUTIVE}
    assert acting.unit_id == cast.city.unit.id


def test_an_order_given_for_another_names_both(cast: Cast) -> None:
    stand_in(cast)
    letter = register(cast.city.clerk).letter_uid

    endorse(actor=deputy(cast), at=at(), letter_uid=letter, kind="order", text="ดำเนินการ")

    author = letter_notes(cast.city.clerk, letter).lines[0].author
    assert author.words == ("เจ้าของเรื่อง ทน.แม่สอด รองนายกเทศมนตรี รักษาราชการแทน นายกเทศมนตรีนครแม่สอด")
    assert author.post_lines == ("รองนายกเทศมนตรี รักษาราชการแทน", "นายกเทศมนตรีนครแม่สอด")
    assert Endorsement.get().acting_for_id == cast.city.executive.person_id


def test_every_act_for_another_names_both_in_the_ledger_and_on_the_timeline(cast: Cast) -> None:
    stand_in(cast)
    sent = send(cast.province.clerk, phrase="นายกเทศมนตรีนครแม่สอด").letter_uid

    acknowledge(actor=deputy(cast), at=at(day=17), letter_uid=sent)

    both = "เจ้าของเรื่อง ทน.แม่สอด รักษาราชการแทน นายกเทศมนตรีนครแม่สอด"
    event = AuditEvent.select().order_by(AuditEvent.id.desc()).get()
    lines = letter_card(cast.city.clerk, sent).timeline
    assert event.actor_name == both
    assert '"acting_for":{"manner":"acting_for","person":"ผู้บริหาร ทน.แม่สอด"' in event.body
    assert both in [line.words for line in lines if line.what == "acknowledged"]


@pytest.mark.parametrize("day", [15, 20, 21])
def test_outside_the_dates_the_power_is_gone(cast: Cast, day: int) -> None:
    stand_in(cast)
    person_id = cast.city.officer.person_id
    assert person_id is not None
    in_time = deputy(cast)
    letter = register(cast.city.clerk).letter_uid

    assert actings_of(person_id, date(2022, 6, day)) == ()
    with pytest.raises(ActingOver):
        endorse(actor=in_time, at=at(day=day), letter_uid=letter, kind="order", text="ดำเนินการ")
    assert Endorsement.select().count() == 0


@pytest.mark.parametrize(
    ("day", "role"), [(15, Role.OFFICER), (19, Role.EXECUTIVE), (20, Role.OFFICER)]
)
def test_a_session_falls_back_to_the_own_post_after_the_last_day(
    cast: Cast, day: int, role: Role
) -> None:
    acting = stand_in(cast)
    person_id = cast.city.officer.person_id
    assert person_id is not None

    found = session_person(person_id, unit_id=None, at=at(day=day, hour=23), acting_uid=acting)

    assert found is not None
    assert found.actor.roles == {role}


def test_nobody_takes_anothers_acting_by_its_uid(cast: Cast) -> None:
    acting = stand_in(cast)
    person_id = cast.city.clerk.person_id
    assert person_id is not None

    found = session_person(person_id, unit_id=None, at=at(), acting_uid=acting)

    assert found is not None
    assert found.actor.roles == {Role.CLERK}


def test_an_executive_lets_act_in_their_own_post_only(cast: Cast) -> None:
    with pytest.raises(PostNotFound):
        stand_in(cast, cast.province.executive)
    with pytest.raises(PostNotFound):
        stand_in(cast, post_id=post_of(cast.city.clerk))
    for actor in (cast.city.clerk, cast.city.officer, cast.auditor):
        with pytest.raises(Refused):
            stand_in(cast, actor)

    stand_in(cast, cast.administrator)


def test_who_acts_for_another_does_not_pass_it_on(cast: Cast) -> None:
    stand_in(cast)

    with pytest.raises(PostNotFound):
        stand_in(cast, deputy(cast), person_uid=uid_of(cast.city.clerk), manner="on_behalf")
    assert acting_page(deputy(cast), on=FIRST).posts == ()


def test_only_a_colleague_may_act(cast: Cast) -> None:
    for stranger in (cast.province.officer, cast.city.executive):
        with pytest.raises(PersonNotFound):
            stand_in(cast, person_uid=uid_of(stranger))


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ({"manner": "as if"}, InvalidInput),
        ({"valid_to": FIRST}, InvalidInput),
        ({"valid_from": date(2022, 6, 1), "valid_to": date(2022, 6, 10)}, InvalidInput),
        ({"by_order": "ก" * 256}, TextTooLong),
    ],
)
def test_what_an_acting_cannot_be(
    cast: Cast, named: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        stand_in(cast, **named)


def test_two_names_must_fit_where_they_will_stand(cast: Cast) -> None:
    Post.update(title_th="ก" * 150).where(Post.id == post_of(cast.city.executive)).execute()

    with pytest.raises(TextTooLong):
        stand_in(cast)


def test_one_at_a_time_stands_in_for_an_absent_holder(cast: Cast) -> None:
    stand_in(cast)

    for manner in ("acting_for", "acting_in"):
        with pytest.raises(ActingOverlaps):
            stand_in(cast, person_uid=uid_of(cast.city.clerk), manner=manner)
    stand_in(cast, person_uid=uid_of(cast.city.clerk), manner="on_behalf")
    stand_in(cast, person_uid=uid_of(cast.city.clerk), valid_from=AFTER, valid_to=date(2022, 7, 1))


def test_ending_it_takes_the_power_away_today(cast: Cast) -> None:
    acting = stand_in(cast)
    person_id = cast.city.officer.person_id
    assert person_id is not None
    with pytest.raises(PostNotFound):
        end_acting(actor=cast.province.executive, at=at(), acting_uid=acting)

    end_acting(actor=cast.city.executive, at=at(day=17), acting_uid=acting)

    assert actings_of(person_id, date(2022, 6, 17)) == ()
    assert len(actings_of(person_id, FIRST)) == 1
    with pytest.raises(ActingNotFound):
        end_acting(actor=cast.city.executive, at=at(day=17), acting_uid=acting)


def test_a_delegation_ends_with_the_post_and_standing_in_does_not(cast: Cast) -> None:
    stand_in(cast, manner="on_behalf")
    stand_in(cast, person_uid=uid_of(cast.city.clerk), manner="acting_for")

    Post.update(valid_to=FIRST).where(Post.id == post_of(cast.city.executive)).execute()

    officer, clerk = cast.city.officer.person_id, cast.city.clerk.person_id
    assert officer is not None
    assert clerk is not None
    assert actings_of(officer, FIRST) == ()
    assert [held.acting.manner for held in actings_of(clerk, FIRST)] == [Manner.ACTING_FOR]


def test_the_page_shows_an_executive_their_own_and_an_administrator_the_branch(cast: Cast) -> None:
    stand_in(cast, by_order="คำสั่งที่ ๑๒/๒๕๖๕")

    (own,) = acting_page(cast.city.executive, on=FIRST).lines
    assert (own.holder_name, own.by_order, own.is_over) == (
        "ผู้บริหาร ทน.แม่สอด",
        "คำสั่งที่ ๑๒/๒๕๖๕",
        False,
    )
    assert acting_page(cast.province.executive, on=FIRST).lines == ()
    assert len(acting_page(cast.administrator, on=AFTER).lines) == 1
    with pytest.raises(Refused):
        acting_page(cast.city.clerk, on=FIRST)


def test_the_ledger_checks_what_was_done_for_another(cast: Cast) -> None:
    tell_cast(cast)
    acting = stand_in(cast)
    sent = send(cast.province.clerk, phrase="นายกเทศมนตรีนครแม่สอด").letter_uid
    acknowledge(actor=deputy(cast), at=at(day=17), letter_uid=sent)
    end_acting(actor=cast.administrator, at=at(day=18), acting_uid=acting)

    assert Delivery.get().acknowledged_by.endswith("นายกเทศมนตรีนครแม่สอด")
    assert check_ledger().findings == ()
