"""What stands in a dossier: the chain as its reader may see it, and how each fact is known."""

import pytest

from saraban.desk.drafts import CitationDraft
from saraban.desk.endorsement import endorse
from saraban.desk.filing import NewFile
from saraban.errors import DossierTooLarge, LetterNotFound
from saraban.queries import dossier as dossier_module
from saraban.queries.dossier import auditor_over, dossier_of
from saraban.records import AuditEvent, Letter
from saraban.rules.dossier import CODE_LENGTH, THAI_KNOWN, Dossier, Known, as_json
from saraban.rules.permissions import Actor
from tests.chased import remind, sent_to_four
from tests.make import at, picture, register, send
from tests.stories.circular import on


def made(letter_uid: str, actor: Actor) -> Dossier:
    return dossier_of(letter_uid, actor=actor, made_at=on(1, 7))


def rows(dossier: Dossier, name: str) -> list[dict]:
    return list(next(table.rows for table in dossier.tables if table.name == name))


def units(dossier: Dossier, name: str = "tree") -> set[str]:
    return {row["unit"] for row in rows(dossier, name)}


def test_an_auditor_gets_the_whole_chain(story):
    found = made(story.memo, story.cast.auditor)

    assert {"กระทรวงมหาดไทย", "จังหวัดตาก", "เทศบาลตำบลตัวอย่าง"} <= units(found)
    assert found.is_part is False
    assert len(rows(found, "letters")) == 4
    assert "องค์การบริหารส่วนจังหวัดตาก" in units(found, "missed")


def test_of_a_letter_below_it_is_the_line_above_and_the_branch_below(story):
    found = made(story.district_letter, story.cast.auditor)

    assert "กระทรวงมหาดไทย" in units(found)
    assert "เทศบาลตำบลตัวอย่าง" in units(found)
    assert "อำเภอแม่สอด" not in units(found)


def test_a_district_sees_its_own_line_only(story):
    found = made(story.province_letter, story.cast.district_b.clerk)

    assert found.is_part is True
    assert "เทศบาลตำบลตัวอย่าง" not in units(found)


def test_who_does_not_see_the_letter_gets_no_dossier(story):
    with pytest.raises(LetterNotFound):
        made(story.memo, story.cast.tao.clerk)


def test_a_conflict_and_a_stamp_stand_in_it(story):
    found = made(story.memo, story.cast.auditor)

    differing = {row["differs"] for row in rows(found, "citations")}
    assert "เลขที่ วันที่" in differing
    assert {"๓๐๔๐๐", "30400"} & {row["number"] for row in rows(found, "receipts")}


def test_a_citation_tells_nothing_of_a_letter_that_the_reader_may_not_see(cast):
    register(cast.district_a.clerk)
    citing = register(
        cast.district_b.clerk,
        printed_number="กค ๐๔๐๕/ว ๑",
        citations=(CitationDraft("reference", "หนังสือ ที่ มท ๐๒๑๑/ว ๙๙ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),),
    ).letter_uid

    [told] = rows(made(citing, cast.district_b.clerk), "citations")
    [known] = rows(made(citing, cast.auditor), "citations")

    assert (told["resolved"], told["confirmed_by"]) == ("ยังไม่พบ", "")
    assert known["resolved"] == "มท ๐๒๑๑/ว ๙๙"


def test_reminders_stand_in_it(cast):
    letter = sent_to_four(cast)
    remind(cast, letter)

    found = dossier_of(letter, actor=cast.province.clerk, made_at=at(6, 21))

    assert {row["way"] for row in rows(found, "chases")} == {"กระดาษ"}
    assert len(rows(found, "chases")) == 4


def test_notes_are_those_that_the_reader_may_read(story):
    endorse(
        actor=story.cast.district_a.executive, at=on(18, 6), letter_uid=story.province_letter,
        kind="note", text="ทราบ เร่งดำเนินการ",
    )  # fmt: skip

    own = made(story.province_letter, story.cast.district_a.clerk)
    others = made(story.province_letter, story.cast.province.clerk)

    assert [row["text"] for row in rows(own, "notes")] == ["ทราบ เร่งดำเนินการ"]
    assert rows(others, "notes") == []


def test_the_ledger_code_is_that_of_the_last_event_about_the_chain(story):
    found = made(story.memo, story.cast.auditor)

    [code] = [row for row in rows(found, "events") if row["unit"] == "กระทรวงมหาดไทย"]
    event = AuditEvent.get(AuditEvent.digest == code["digest"])
    assert event.subject == story.memo
    assert code["code"].replace(" ", "") == event.digest[:CODE_LENGTH]


def test_what_happens_elsewhere_changes_nothing(story):
    before = as_json(made(story.memo, story.cast.auditor))
    register(story.cast.ministry.clerk)
    send(story.cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    assert as_json(made(story.memo, story.cast.auditor)) == before


def test_each_agency_is_told_how_it_is_known(story):
    found = made(story.memo, story.cast.auditor)

    words = {row["known"] for row in rows(found, "tree")}
    assert THAI_KNOWN[Known.RECORDED] in words
    assert sum(row["count"] or 0 for row in rows(found, "proofs")) == len(rows(found, "tree"))


def test_a_secret_letter_shows_its_number_and_no_page(cast):
    letter = sent_to_four(cast)
    Letter.update(secrecy="secret", subject="", body="").where(Letter.uid == letter).execute()

    found = dossier_of(letter, actor=cast.province.clerk, made_at=at(6, 21))

    assert found.papers == ()
    assert rows(found, "letters")[0]["subject"] == "(ไม่แสดงเรื่อง)"


def test_the_paper_is_the_letters_own_file(cast):
    page = NewFile("หนังสือ.png", picture().content, "image/png", "letter")
    letter = sent_to_four(cast, files=[page])

    [paper] = dossier_of(letter, actor=cast.province.clerk, made_at=at(6, 21)).papers

    assert paper.file_name == "หนังสือ.png"


def test_a_chain_that_is_too_long_is_told_its_length(story, monkeypatch):
    monkeypatch.setattr(dossier_module, "MOST_UNITS", 3)

    with pytest.raises(DossierTooLarge):
        made(story.memo, story.cast.auditor)


def test_whoever_has_the_machine_sees_all_that_the_auditor_does(story):
    by_machine = made(story.memo, auditor_over(story.memo))

    assert units(by_machine) == units(made(story.memo, story.cast.auditor))
