"""The ledger's arithmetic."""

from hypothesis import given, strategies as st

from saraban.rules.audit import GENESIS, Change, canonical, event_digest, rows_told, sealed

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(plain)
def test_one_value_has_one_canonical_text(value: object) -> None:
    import json  # noqa: PLC0415 - the oracle

    assert canonical(json.loads(canonical(value))) == canonical(value)


@given(st.text(min_size=1), st.integers(min_value=0), st.characters(codec="utf-8"))
def test_another_character_gives_another_digest(body: str, place: int, other: str) -> None:
    place %= len(body)
    changed = body[:place] + other + body[place + 1 :]

    same = event_digest(GENESIS, body) == event_digest(GENESIS, changed)

    assert same is (body == changed)


def test_a_change_tells_of_one_row() -> None:
    change = Change("letter", 1, {"subject": "ก", "urgency": "normal"}).as_json()

    assert list(rows_told(change)) == [("letter", 1, {"subject": "ก", "urgency": "normal"})]


def test_a_change_for_many_rows_tells_of_each_by_its_key() -> None:
    change = Change("delivery", None, {"letter_id": 1}, ("id", "to_unit_id"), [(7, 5), (8, 6)])

    assert list(rows_told(change.as_json())) == [
        ("delivery", 7, {"letter_id": 1, "to_unit_id": 5}),
        ("delivery", 8, {"letter_id": 1, "to_unit_id": 6}),
    ]


def test_a_secret_is_told_by_its_digest_and_nothing_else_is() -> None:
    told = sealed(
        "person", {"sign_in": "mali", "password_hash": "$argon2id$x", "session_mark": None}
    )

    assert told["sign_in"] == "mali"
    assert len(told["password_hash"]) == 64
    assert told["session_mark"] is None
