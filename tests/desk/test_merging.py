"""Two rows are one letter: declared, followed by what is shown, and taken back exactly."""

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.dispatch import Addressees
from saraban.desk.drafts import CitationDraft
from saraban.desk.merging import merge_letters, undo_merge
from saraban.desk.registration import pass_inside, receive_delivery
from saraban.errors import (
    AlreadyDispatched,
    AlreadyOneLetter,
    AlreadyReceived,
    AlreadyReissued,
    BothIssuedHere,
    LetterNotFound,
    MergeAlreadyUndone,
    MergeMakesLoop,
    MergeNeedsReason,
    MergeNotFound,
    MissingField,
    NotRegisteredHere,
    OwnLetterConveyed,
    Refused,
    SecretAndOpen,
)
from saraban.queries.ledger_check import check_ledger
from saraban.queries.letter_card import letter_card
from saraban.queries.one_letter import head_of, joined_roots, rows_of_one
from saraban.queries.same_letter import merges_of, same_letters
from saraban.records import Delivery, Letter, LetterMerge, MergeMark, Receipt, RegisterEntry
from saraban.rules.deliveries import State, Status
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import DAY, Arrival, at, register, send

NUMBER = "ตก ๐๐๒๓.๓/ว ๑"
EARLY, LATER = at(hour=9), at(6, 17)


def on_paper(troupe, **named) -> str:
    """The province's first circular as it came by post, before the system brought it."""
    words = {
        "printed_number": NUMBER,
        "issuer_text": "จังหวัดตาก",
        "arrival": Arrival(DAY, channel="paper"),
    }
    return register(troupe.clerk, at=EARLY, **(words | named)).letter_uid


def in_system(cast: Cast) -> str:
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


def merge(troupe, one: str, other: str, reason: str = "") -> str:
    return merge_letters(
        actor=troupe.clerk, at=LATER, letter_uid=one, other_uid=other, reason=reason
    )


def id_of(uid: str) -> int:
    return int(Letter.get(Letter.uid == uid).id)


def delivery_to(troupe) -> Delivery:
    return Delivery.get(Delivery.to_unit == troupe.unit)


@pytest.fixture
def pair(cast: Cast) -> tuple[str, str]:
    """(as it came on paper, as it came in the system), at one district."""
    return on_paper(cast.district_a), in_system(cast)


def test_the_row_that_was_issued_here_stands_for_both(cast, pair) -> None:
    paper, system = pair

    merge(cast.district_a, paper, system)

    assert head_of(id_of(paper)) == id_of(system)
    assert rows_of_one(id_of(paper)) == (id_of(system), id_of(paper))


def test_the_sender_sees_the_letter_received_under_the_number_given_on_paper(cast, pair) -> None:
    paper, system = pair
    before = letter_card(cast.province.clerk, system)

    merge(cast.district_a, system, paper)

    card = letter_card(cast.province.clerk, system)
    assert before.receipts == ()
    assert [line.printed_number for line in card.receipts] == ["๑"]
    assert dict(card.state_counts)[State.RECEIVED] == 1


def test_a_merge_numbers_nothing_and_rewrites_no_letter(cast, pair) -> None:
    before = list(Letter.select().order_by(Letter.id).dicts())
    entries = RegisterEntry.select().count()

    merge(cast.district_a, *pair)

    assert list(Letter.select().order_by(Letter.id).dicts()) == before
    assert RegisterEntry.select().count() == entries
    assert Receipt.get().letter_id == id_of(pair[0])


def test_a_letter_received_on_paper_is_not_received_a_second_time(cast, pair) -> None:
    merge(cast.district_a, *pair)

    card = letter_card(cast.district_a.clerk, pair[1])

    assert not card.may_receive
    assert card.may_acknowledge
    with pytest.raises(AlreadyReceived):
        receive_delivery(
            actor=cast.district_a.clerk, at=LATER, letter_uid=pair[1], arrival=Arrival(DAY)
        )


def test_what_is_done_on_the_one_row_is_done_for_both(cast, pair) -> None:
    paper, system = pair
    merge(cast.district_a, paper, system)

    acknowledge(actor=cast.district_a.clerk, at=LATER, letter_uid=paper)

    assert delivery_to(cast.district_a).acknowledged_at == LATER
    assert letter_card(cast.district_a.clerk, paper).delivery_state is State.ACKNOWLEDGED


def test_undoing_restores_what_was(cast, pair) -> None:
    before = list(Delivery.select().order_by(Delivery.id).dicts())
    uid = merge(cast.district_a, *pair)
    joined = joined_roots(id_of(pair[1]))

    undo_merge(actor=cast.district_a.clerk, at=LATER, merge_uid=uid, reason="คนละฉบับ")

    assert list(Delivery.select().order_by(Delivery.id).dicts()) == before
    assert set(joined) == {id_of(pair[0]), id_of(pair[1])}
    assert joined_roots(id_of(pair[1])) == (id_of(pair[1]),)
    assert letter_card(cast.province.clerk, pair[1]).receipts == ()
    assert letter_card(cast.district_a.clerk, pair[1]).may_receive


def test_what_was_done_while_the_two_were_one_stays(cast, pair) -> None:
    uid = merge(cast.district_a, *pair)
    acknowledge(actor=cast.district_a.clerk, at=LATER, letter_uid=pair[0])

    undo_merge(actor=cast.district_a.clerk, at=LATER, merge_uid=uid, reason="คนละฉบับ")

    delivery = delivery_to(cast.district_a)
    assert (delivery.received_at, delivery.acknowledged_at) == (None, LATER)
    assert delivery.status == Status.ACKNOWLEDGED


def test_a_pair_that_was_taken_apart_is_not_offered_again_and_may_be_merged_again(
    cast, pair
) -> None:
    clerk = cast.district_a.clerk
    offered = same_letters(clerk, pair[0])
    undo_merge(actor=clerk, at=LATER, merge_uid=merge(cast.district_a, *pair), reason="คนละฉบับ")

    after = same_letters(clerk, pair[0])
    merge(cast.district_a, *pair)

    assert [one.uid for one in offered] == [pair[1]]
    assert after == ()
    assert [line.undone_at is None for line in merges_of(clerk, pair[0])] == [False, True]


@pytest.mark.parametrize(
    ("named", "what"),
    [
        ({"printed_number": "ตก ๐๐๒๓.๓/ว ๗"}, "เลขที่หนังสือ"),
        ({"dated_on": DAY.replace(day=15)}, "วันที่ของหนังสือ"),
    ],
)
def test_a_number_or_a_day_that_differs_needs_a_reason(cast, named, what) -> None:
    paper, system = on_paper(cast.district_a, **named), in_system(cast)

    with pytest.raises(MergeNeedsReason) as refused:
        merge(cast.district_a, paper, system, reason="  ")
    merge(cast.district_a, paper, system, reason="อ่านตราประทับผิด เทียบต้นฉบับแล้ว")

    assert what in refused.value.text_th
    assert LetterMerge.get().reason == "อ่านตราประทับผิด เทียบต้นฉบับแล้ว"


def test_a_secret_and_an_open_row_stay_two(cast) -> None:
    paper = on_paper(cast.district_a, subject="", secrecy="secret")

    with pytest.raises(SecretAndOpen):
        merge(cast.district_a, paper, in_system(cast))


def test_two_numbers_of_this_system_are_two_letters(cast) -> None:
    one, other = in_system(cast), in_system(cast)

    with pytest.raises(BothIssuedHere):
        merge(cast.province, one, other)


def test_a_letter_is_not_one_with_the_letter_that_passes_it_on(cast) -> None:
    from_outside = register(cast.province.clerk)
    passed_on = send(
        cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", conveys_uid=from_outside.letter_uid
    ).letter_uid

    with pytest.raises(MergeMakesLoop):
        merge(cast.province, from_outside.letter_uid, passed_on, reason="เหมือนกัน")


def test_no_ring_is_made_through_a_letter_that_was_merged_before(cast) -> None:
    copy = on_paper(cast.district_a)
    from_outside = register(cast.province.clerk)
    passed_on = send(
        cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", conveys_uid=from_outside.letter_uid
    ).letter_uid
    merge(cast.district_a, copy, passed_on)
    ours = register(cast.district_a.clerk, printed_number="มท ๐๒๑๑/๑", at=EARLY).letter_uid

    with pytest.raises(MergeMakesLoop):
        merge(cast.district_a, copy, from_outside.letter_uid, reason="เหมือนกัน")
    merge(cast.district_a, ours, from_outside.letter_uid, reason="เลขเดิมอ่านผิด")

    assert len(joined_roots(id_of(from_outside.letter_uid))) == 3


def test_two_agencies_that_registered_one_letter_from_outside_may_say_so_unseen(cast) -> None:
    ours = register(cast.district_a.clerk).letter_uid
    theirs = register(cast.city.clerk).letter_uid
    offered = same_letters(cast.district_a.clerk, ours)

    merge(cast.district_a, ours, theirs)

    card = letter_card(cast.district_a.clerk, ours)
    assert [(one.uid, one.may_open) for one in offered] == [(theirs, False)]
    assert len(card.receipts) == 1
    with pytest.raises(LetterNotFound):
        letter_card(cast.district_a.clerk, theirs)


def test_a_letter_out_of_sight_that_differs_in_anything_is_not_there(cast) -> None:
    ours = register(cast.district_a.clerk).letter_uid
    theirs = register(cast.city.clerk, subject="อีกเรื่องหนึ่ง").letter_uid

    with pytest.raises(LetterNotFound):
        merge(cast.district_a, ours, theirs, reason="เดา")


def test_only_a_clerk_of_a_registry_that_registered_one_of_them_merges(cast, pair) -> None:
    other = register(cast.district_a.clerk, printed_number="มท ๐๒๑๑/๑").letter_uid

    with pytest.raises(Refused):
        merge_letters(
            actor=cast.district_a.officer, at=LATER, letter_uid=pair[0], other_uid=pair[1]
        )
    with pytest.raises(LetterNotFound):
        merge(cast.city, pair[0], pair[1])
    with pytest.raises(NotRegisteredHere):
        merge(cast.district_b, pair[1], sent_by_post_to(cast))
    assert other


def sent_by_post_to(cast: Cast) -> str:
    """A letter from outside that the province registered and district B sees, not numbers."""
    outside = register(cast.province.clerk, printed_number="มท ๐๒๑๑/๒").letter_uid
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", conveys_uid=outside)
    return outside


def test_a_pair_is_merged_once_and_undone_once_with_a_reason(cast, pair) -> None:
    clerk = cast.district_a.clerk
    uid = merge(cast.district_a, *pair)

    with pytest.raises(AlreadyOneLetter):
        merge(cast.district_a, pair[1], pair[0])
    with pytest.raises(MissingField):
        undo_merge(actor=clerk, at=LATER, merge_uid=uid, reason=" ")
    with pytest.raises(MergeNotFound):
        undo_merge(actor=cast.city.clerk, at=LATER, merge_uid=uid, reason="ลอง")
    undo_merge(actor=clerk, at=LATER, merge_uid=uid, reason="คนละฉบับ")
    with pytest.raises(MergeAlreadyUndone):
        undo_merge(actor=clerk, at=LATER, merge_uid=uid, reason="อีกครั้ง")


def test_the_ledger_tells_of_a_merge_and_of_its_undoing(cast) -> None:
    tell_cast(cast)
    uid = merge(cast.district_a, on_paper(cast.district_a), in_system(cast))
    between = check_ledger().findings
    marks = MergeMark.select().count()

    undo_merge(actor=cast.district_a.clerk, at=LATER, merge_uid=uid, reason="คนละฉบับ")

    assert (between, check_ledger().findings) == ((), ())
    assert marks == 1


def test_the_letter_is_passed_on_once_whichever_row_is_taken(cast, pair) -> None:
    merge(cast.district_a, *pair)
    send(cast.district_a.clerk, conveys_uid=pair[0], **to_the_tao(cast))

    with pytest.raises(AlreadyReissued):
        send(cast.district_a.clerk, conveys_uid=pair[1], **to_the_tao(cast))

    assert delivery_to(cast.district_a).passed_on_at is not None
    assert len(letter_card(cast.district_a.clerk, pair[1]).conveyed_by) == 1


def test_a_letter_that_is_one_with_our_own_is_not_passed_on_by_us(cast, pair) -> None:
    system = pair[1]
    paper = register(cast.province.clerk, printed_number="ตก ๐๐๒๓.๓/ว ๑๑", at=EARLY).letter_uid
    merge(cast.province, paper, system, reason="สำเนาของเราเองที่ตีกลับมา")

    with pytest.raises(OwnLetterConveyed):
        send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", conveys_uid=paper)


def test_a_desk_inside_gets_the_letter_once_and_the_line_of_the_book_tells_of_it(cast) -> None:
    paper = register(cast.province.clerk, printed_number="มท ๐๘๑๐.๒/ว ๑", at=EARLY).letter_uid
    system = send(
        cast.department.clerk,
        code_letters="มท",
        owner_number="0810.2",
        addressees=Addressees(unit_ids=(cast.province.unit.id,)),
    ).letter_uid
    merge(cast.province, paper, system, reason="เลขเดียวกัน")
    inside = cast.local_office.unit.uid

    pass_inside(actor=cast.province.clerk, at=LATER, letter_uid=system, to_unit_uid=inside)

    with pytest.raises(AlreadyDispatched):
        pass_inside(actor=cast.province.clerk, at=LATER, letter_uid=paper, to_unit_uid=inside)
    assert RegisterEntry.get(RegisterEntry.letter == id_of(paper)).handling.startswith("ส่ง ")


def to_the_tao(cast: Cast) -> dict[str, object]:
    return {"addressees": Addressees(unit_ids=(cast.tao.unit.id,))}


def test_a_citation_of_two_rows_that_are_one_letter_is_linked_by_itself(cast, pair) -> None:
    merge(cast.district_a, *pair)

    citing = register(
        cast.district_a.clerk,
        printed_number="มท ๐๒๑๑/๓",
        citations=(
            CitationDraft("reference", "หนังสือจังหวัดตาก ที่ ตก ๐๐๒๓.๓/ว ๑ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
        ),
    ).letter_uid

    line = letter_card(cast.district_a.clerk, citing).citations[0]
    assert line.resolved_uid == pair[1]
    cited_by = letter_card(cast.district_a.clerk, pair[0]).cited_by
    assert [ref.uid for ref in cited_by] == [citing]


def test_a_merge_is_told_to_its_registry_the_sender_and_the_auditor_not_to_others(
    cast, pair
) -> None:
    merge(cast.district_a, *pair)
    readers = (cast.district_a.clerk, cast.province.clerk, cast.auditor, cast.district_b.clerk)

    told = [len(merges_of(reader, pair[1])) for reader in readers]

    assert told == [1, 1, 1, 0]


def test_every_unit_that_numbered_the_merged_row_has_received_what_was_sent_to_it(cast) -> None:
    outside = register(cast.province.clerk, printed_number="มท ๐๘๑๐.๒/ว ๑", at=EARLY).letter_uid
    pass_inside(
        actor=cast.province.clerk, at=EARLY, letter_uid=outside,
        to_unit_uid=cast.local_office.unit.uid,
    )  # fmt: skip
    inside = cast.local_office.clerk
    receive_delivery(actor=inside, at=EARLY, letter_uid=outside, arrival=Arrival(DAY))
    both = (cast.province.unit.id, cast.local_office.unit.id)
    system = send(
        cast.department.clerk,
        code_letters="มท",
        owner_number="0810.2",
        addressees=Addressees(unit_ids=both),
    ).letter_uid

    uid = merge(cast.province, outside, system)
    sent = Delivery.select().where(Delivery.letter == id_of(system))
    received = [row.received_at for row in sent]
    undo_merge(actor=cast.province.clerk, at=LATER, merge_uid=uid, reason="คนละฉบับ")

    assert received == [LATER, LATER]
    assert [row.received_at for row in sent.clone()] == [None, None]
