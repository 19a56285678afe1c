"""The bodies that the tagger of passing on learns from, and the model that came of them."""

from hashlib import sha256

import pytest
from rapidfuzz.fuzz import ratio

from saraban.rules.letter_reading.duties.passing_on.tagger import FOLDER, MODEL, WORDS, Tagger
from scripts.passing_on.bodies import KEPT_ASIDE, LEARNT, bodies_in
from scripts.passing_on.learning import taught, words_of
from scripts.passing_on.measuring import measured
from scripts.passing_on.wear import worn

_BODIES = """\
= จังหวัดทดสอบ
ด้วยกรมป้ายจำลองจะทาสีป้าย
จึงขอให้อำเภอ⟦แจ้งเจ้าของป้ายทราบ⟧ และ⟦ประกาศให้ราษฎรทราบ⟧

= โรงเรียนทดสอบ
จึงเรียนมาเพื่อโปรดทราบ
"""


def _text(body):
    return "\n".join(one.text for one in body.paragraphs)


def _clauses(bodies):
    return [clause for body in bodies for clause in body.clauses]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "few.txt").write_text(_BODIES, "utf-8")
    return tmp_path


def test_a_marked_body_is_read_without_its_marks(folder):
    first, second = bodies_in(folder)["few"]

    assert first.sender == "จังหวัดทดสอบ"
    assert first.paragraphs[1].text == "จึงขอให้อำเภอแจ้งเจ้าของป้ายทราบ และประกาศให้ราษฎรทราบ"
    assert first.clauses == ["แจ้งเจ้าของป้ายทราบ", "ประกาศให้ราษฎรทราบ"]
    assert first.paragraphs[0].later == first.paragraphs[1].text
    assert second.clauses == []


@pytest.mark.parametrize("line", ["ขอ⟦ให้แจ้ง", "ขอให้แจ้ง⟧", "ขอ⟦ให้⟧แจ้ง⟧", "ขอ⟦ให้⟦แจ้ง⟧"])
def test_a_mark_without_its_other_half_is_told_of(folder, line):
    (folder / "broken.txt").write_text(f"= จังหวัดทดสอบ\n{line}\n", "utf-8")

    with pytest.raises(ValueError, match=r"broken\.txt"):
        bodies_in(folder)


def test_the_same_bodies_make_the_same_model_and_it_finds_what_it_learnt(folder):
    bodies = bodies_in(folder)["few"] * 5
    words = words_of(bodies)
    model = taught(bodies, words)
    result = measured(Tagger(model, words), bodies)

    assert model == taught(bodies, words)
    assert (result.right, result.found, result.marked) == (10, 10, 10)


def test_a_worn_body_keeps_its_clauses_where_they_stand(folder):
    bodies = bodies_in(folder)["few"] * 20
    damaged = list(worn(bodies, share=1.0, seed=7))

    assert [len(one.clauses) for one in damaged] == [len(one.clauses) for one in bodies]
    assert all(ratio(*pair) > 80 for pair in zip(_clauses(damaged), _clauses(bodies), strict=True))
    assert _clauses(damaged) != _clauses(bodies)
    assert damaged == list(worn(bodies, share=1.0, seed=7))


def test_what_is_kept_aside_was_not_learnt():
    learnt = {_text(body) for file in bodies_in(LEARNT).values() for body in file}
    aside = [body for file in bodies_in(KEPT_ASIDE).values() for body in file]

    assert sum(len(body.clauses) for body in aside) > 100
    assert [body.sender for body in aside if _text(body) in learnt] == []


def test_the_page_belongs_to_the_model():
    page = (FOLDER / "README.md").read_text("utf-8")
    model = (FOLDER / MODEL).read_bytes()

    assert sha256(model).hexdigest() in page
    assert f"{len(model):,} bytes" in page


def test_the_model_is_as_right_as_its_page_says():
    """On bodies it did not learn from: the next model may not be worse than this one was."""
    words = (FOLDER / WORDS).read_text("utf-8").split()
    tagger = Tagger((FOLDER / MODEL).read_bytes(), words)
    page = (FOLDER / "README.md").read_text("utf-8")

    for name, bodies in bodies_in(KEPT_ASIDE).items():
        result = measured(tagger, bodies)
        assert (
            f"| {name} | {result.marked} | {result.precision:.3f} | {result.recall:.3f} |" in page
        )
        assert result.f1 >= 0.8
