"""The tree from rows alone: folding, voids, letters that nobody sent in the system."""

from datetime import date, timedelta

from saraban.desk import registration
from saraban.desk.drafts import LetterDraft
from saraban.desk.registration import Arrival
from saraban.queries.cascade_rows import DeliveryRow, LetterRow, ReceiptRow
from saraban.queries.cascade_tree import build_tree, cascade_of
from saraban.records import RegisterEntry
from saraban.rules.deliveries import State
from tests.cast import Cast
from tests.stories.circular import LAST_DAY, Story, on

DAY = date(2022, 6, 1)
SENT_AT = "2022-06-01T02:00:00.000000Z"


def letter(key: int, *, issuer: int | None, conveys: int | None = None, is_void: bool = False):
    return LetterRow(
        key, f"uid{key}", f"ก {key}", f"ก {key}", DAY, issuer, "ผู้ออก", "เรื่อง", "normal",
        conveys, "", is_void,
    )  # fmt: skip


def sent(key: int, letter_id: int, sender: int, to: int, *, is_inner: bool = False):
    return DeliveryRow(
        key, letter_id, sender, to, None, is_inner, 1, SENT_AT, SENT_AT, None, None, None, None,
        None, f"u{to}", f"หน่วย {to}", f"น.{to}", "district", None,
    )  # fmt: skip


def stamp(letter_id: int, unit: int, number: int, *, days: int = 0):
    return ReceiptRow(
        letter_id, unit, f"หน่วย {unit}", "receive", number, str(number),
        DAY + timedelta(days=days), "", None,
    )  # fmt: skip


def test_a_desk_inside_a_desk_is_folded_into_the_agency_around_both(database: str):
    root = build_tree(
        [letter(1, issuer=None)],
        [sent(1, 1, 5, 6), sent(2, 1, 6, 7, is_inner=True), sent(3, 1, 7, 8, is_inner=True)],
        [stamp(1, 6, 10), stamp(1, 7, 20), stamp(1, 8, 30)],
        today=LAST_DAY,
    )

    (agency,) = root.children
    assert [receipt.number for receipt in agency.receipts] == [10, 20, 30]
    assert agency.desk_ids == {7, 8}


def test_a_letter_issued_by_a_desk_inside_stands_at_its_agency(database: str):
    root = build_tree(
        [letter(1, issuer=None), letter(2, issuer=7, conveys=1)],
        [sent(1, 1, 5, 6), sent(2, 1, 6, 7, is_inner=True), sent(3, 2, 7, 9)],
        [],
        today=LAST_DAY,
    )

    (agency,) = root.children
    assert agency.letter is not None and agency.letter.id == 2
    assert [child.unit_id for child in agency.children] == [9]


def test_a_voided_letter_of_an_agency_is_not_its_own_letter_but_what_it_sent_stays(database: str):
    root = build_tree(
        [
            letter(1, issuer=None),
            letter(2, issuer=6, conveys=1, is_void=True),
            letter(3, issuer=6, conveys=1),
        ],
        [sent(1, 1, 5, 6), sent(2, 2, 6, 8), sent(3, 3, 6, 9)],
        [],
        today=LAST_DAY,
    )

    (agency,) = root.children
    assert agency.letter is not None and agency.letter.id == 3
    assert [child.unit_id for child in agency.children] == [8, 9]


def test_paper_from_outside_makes_a_node_for_the_desk_that_registered_it(cast: Cast):
    registered = registration.register_received(
        actor=cast.district_a.clerk,
        at=on(2, 6),
        draft=LetterDraft(
            kind="external", subject="เชิญประชุม", addressee_text="นายอำเภอ", dated_on=DAY
        ),
        printed_number="ศธ 04001/ว 12",
        issuer_text="กระทรวงศึกษาธิการ",
        arrival=Arrival(received_on=date(2022, 6, 2)),
    )

    cascade = cascade_of(registered.letter_uid, actor=cast.district_a.clerk, today=LAST_DAY)

    assert [(node.unit_name, node.state) for node in cascade.nodes] == [
        ("กระทรวงศึกษาธิการ", State.ISSUED),
        ("อำเภอเมืองตาก", State.RECEIVED),
    ]
    assert next(iter(cascade.root.children)).is_declared


def test_a_voided_receipt_leaves_the_tree(cast: Cast, story: Story):
    entry = RegisterEntry.get(RegisterEntry.unit == cast.district_b.unit.id)
    registration.void_entry(
        actor=cast.district_b.clerk, at=on(21, 6), entry_uid=entry.uid, reason="ลงรับซ้ำ"
    )

    cascade = cascade_of(story.memo, actor=None, today=LAST_DAY)

    node = next(node for node in cascade.nodes if node.unit_short == "อ.แม่สอด")
    assert node.receipts == []


def test_a_matter_held_still_is_counted_until_today(cast: Cast, story: Story):
    later = cascade_of(story.memo, actor=None, today=LAST_DAY + timedelta(days=5))

    node = next(node for node in later.nodes if node.unit_short == "อ.แม่สอด")
    assert node.days_held == 19


def test_nine_thousand_nodes_hang_on_one_root(database: str):
    letters = [letter(1, issuer=None)]
    letters += [letter(2 + place, issuer=100 + place, conveys=1) for place in range(76)]
    deliveries = [sent(1 + place, 1, 5, 100 + place) for place in range(76)]
    deliveries += [sent(100 + n, 2 + n % 76, 100 + n % 76, 1000 + n) for n in range(8824)]

    root = build_tree(letters, deliveries, [], today=LAST_DAY)

    assert sum(1 for _ in root.walk()) == 8901
