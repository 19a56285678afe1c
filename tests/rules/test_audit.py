"""The ledger's arithmetic."""

from hypothesis import given
from hypothesis import strategies as st

from saraban.rules.audit import GENESIS, Change, Replay, canonical, event_digest

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(plain)
def test_one_value_has_one_canonical_text(value: object) -> None:
    import json  # noqa: PLC0415 - the oracle

    assert canonical(json.loads(canonical(value))) == canonical(value)


@given(st.text(min_size=1), st.integers(min_value=0), st.characters())
def test_another_character_gives_another_digest(body: str, place: int, other: str) -> None:
    place %= len(body)
    changed = body[:place] + other + body[place + 1 :]

    same = event_digest(GENESIS, body) == event_digest(GENESIS, changed)

    assert same is (body == changed)


def test_a_replay_gives_the_last_values() -> None:
    replay = Replay()

    replay.apply([Change("letter", 1, {"subject": "ก", "urgency": "normal"}).as_json()])
    replay.apply([Change("letter", 1, {"subject": "ข"}).as_json()])

    assert replay.rows == {"letter": {1: {"subject": "ข", "urgency": "normal"}}}
