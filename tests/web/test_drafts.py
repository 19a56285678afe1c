"""Writing a letter on the pages: kept, compared, handed over, numbered; nothing typed is lost."""

import base64
import io
import re
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from saraban import clock
from saraban.desk.registration import void_entry
from saraban.desk.writing import move_draft, save_draft
from saraban.paper.own_letter import facts_in_pdf
from saraban.paper.pdf_text import text_of_pdf
from saraban.paper.qr import codes_in
from saraban.queries.drafts import draft_card
from saraban.records import (
    Draft,
    DraftVersion,
    Letter,
    LetterFile,
    Letterhead,
    RegisterEntry,
    file_store,
)
from saraban.rules.drafts import DraftMove
from saraban.thai.dates import format_long, format_medium
from saraban.thai.text import search_key
from tests.cast import Cast
from tests.drafted import text, write
from tests.make import at, send
from tests.web.conftest import SignIn
from tests.web.test_dispatch import ODD_TODAY


def typed(**changes: object) -> dict[str, object]:
    return {
        "kind": "external",
        "urgency": "urgent",
        "subject": "ซักซ้อมแนวทางปฏิบัติ",
        "salutation": "เรียน",
        "addressee_text": "นายอำเภอ ทุกอำเภอ",
        "cause": "ด้วยจังหวัดกำหนดแนวทาง",
        "purpose": "จึงขอให้ดำเนินการ ดังนี้",
        "points-0-asks": "แจ้งผู้เกี่ยวข้อง 2 ฝ่าย",
        "conclusion": "จึงเรียนมาเพื่อทราบ",
        "closing": "ขอแสดงความนับถือ",
        "signatory_name": "นายผู้ว่า ทดลอง",
        "acting": "",
        "has_thai_digits": "y",
        "based_on": "0",
        **changes,
    }


def numbered(**changes: object) -> dict[str, object]:
    return {
        "version": "1",
        "is_circular": "y",
        "channel": "system",
        "dated_on": format_medium(clock.today()),
        "addressees": "นายอำเภอ ทุกอำเภอ",
        "code_letters": "ตก",
        "owner_number": "0023.3",
        "seen_count": "2",
        "seen_odd": ODD_TODAY,
        "step": "send",
        **changes,
    }


def test_a_new_letter_is_kept_and_stands_on_its_page(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.officer).post(
        "/drafts/new", data=typed(step="save"), follow_redirects=True
    )

    assert page.status_code == 200
    assert "บันทึกเป็นฉบับที่ ๑ แล้ว" in page.text
    assert 'value="ซักซ้อมแนวทางปฏิบัติ"' in page.text
    assert Draft.get().unit_id == cast.province.unit.id


def test_the_paper_is_shown_beside_it_without_a_script(cast: Cast, sign_in_as: SignIn):
    page = sign_in_as(cast.province.officer).post("/drafts/new", data=typed(step="preview"))

    assert 'src="data:image/png;base64,' in page.text
    assert Draft.select().count() == 0


def test_the_preview_comes_alone_for_htmx_and_keeps_nothing(cast: Cast, sign_in_as: SignIn):
    part = sign_in_as(cast.province.officer).post("/drafts/preview", data=typed(subject="😀"))

    assert "<html" not in part.text
    assert part.text.count("<img") == 1
    assert "แบบอักษรของหนังสือไม่มีตัว 😀" in part.text
    assert Draft.select().count() == 0


def test_a_save_over_another_s_keeps_what_was_typed_and_shows_what_differs(
    cast: Cast, sign_in_as: SignIn
):
    uid = write(cast.province)
    save_draft(
        actor=cast.province.clerk, at=at(), draft_uid=uid, based_on=1, text=text(subject="ของเสมียน")
    )

    page = sign_in_as(cast.province.officer).post(
        f"/drafts/{uid}", data=typed(step="save", based_on="1")
    )

    assert page.status_code == 422
    assert f"{cast.province.clerk.name} บันทึกฉบับที่ ๒ ไปก่อนแล้ว" in page.text
    assert 'value="ซักซ้อมแนวทางปฏิบัติ"' in page.text
    assert "<div>ของเสมียน</div>" in page.text
    assert 'name="based_on" type="hidden" value="2"' in page.text

    again = sign_in_as(cast.province.officer).post(
        f"/drafts/{uid}", data=typed(step="save", based_on="2"), follow_redirects=True
    )
    assert "บันทึกเป็นฉบับที่ ๓ แล้ว" in again.text
    assert DraftVersion.select().count() == 3


def test_an_older_version_is_read_and_compared(cast: Cast, sign_in_as: SignIn):
    uid = write(cast.province)
    save_draft(
        actor=cast.province.officer,
        at=at(),
        draft_uid=uid,
        based_on=1,
        text=text(cause="ตามที่ได้แจ้ง"),
    )

    page = sign_in_as(cast.province.executive).get(f"/drafts/{uid}/versions/1")

    assert "<div>ด้วยจังหวัดได้ติดตั้งป้ายเตือนน้ำหลากไว้ที่ท่าน้ำ</div>" in page.text
    assert "<div>ตามที่ได้แจ้ง</div>" in page.text
    assert page.text.count('<th scope="row">') >= 1
    assert sign_in_as(cast.province.executive).get(f"/drafts/{uid}/versions/9").status_code == 404


def test_the_executive_reads_it_and_returns_it_with_a_reason(cast: Cast, sign_in_as: SignIn):
    uid = write(cast.province)
    move_draft(actor=cast.province.officer, at=at(), draft_uid=uid, version=1, move=DraftMove.OFFER)
    executive = sign_in_as(cast.province.executive)
    without = executive.post(f"/drafts/{uid}/moves/return", data={"version": "1"})

    done = executive.post(
        f"/drafts/{uid}/moves/return",
        data={"version": "1", "reason": "ระบุวันที่ให้ชัด"},
        follow_redirects=True,
    )

    assert without.status_code == 422
    assert "โปรดกรอกช่องนี้" in without.text
    assert "ส่งกลับให้แก้" in done.text
    back = sign_in_as(cast.province.officer).get(f"/drafts/{uid}")
    assert "ระบุวันที่ให้ชัด" in back.text


def test_the_desk_tells_whoever_has_the_next_step_that_a_draft_waits(
    cast: Cast, sign_in_as: SignIn
):
    uid = write(cast.province)
    step = {"at": at(), "draft_uid": uid, "version": 1}
    desks = (cast.province.clerk, cast.province.officer, cast.province.executive)
    words = ("ร่างรอพิจารณา ๑ ฉบับ", "ร่างรอออกเลข ๑ ฉบับ")

    move_draft(actor=cast.province.officer, move=DraftMove.OFFER, **step)
    offered = [sign_in_as(one).get("/").text for one in desks]
    move_draft(actor=cast.province.executive, move=DraftMove.APPROVE, **step)
    approved = [sign_in_as(one).get("/").text for one in desks]

    assert [words[0] in page for page in offered] == [False, False, True]
    assert [words[1] in page for page in offered] == [False, False, False]
    assert [words[0] in page for page in approved] == [False, False, False]
    assert [words[1] in page for page in approved] == [True, False, False]


def test_the_number_is_given_the_paper_drawn_and_the_draft_frozen(cast: Cast, sign_in_as: SignIn):
    uid = write(cast.province, urgency="very_urgent", dated_on=None)
    clerk = sign_in_as(cast.province.clerk)
    look = clerk.get(f"/drafts/{uid}/issue")

    done = clerk.post(f"/drafts/{uid}/issue", data=numbered(), follow_redirects=True)

    assert "ส่งถึง ๒ หน่วย เลขถัดไปคือ ว ๑ และจะถูกใช้" in look.text
    assert "ยังไม่มีผู้บริหารเห็นชอบ" in look.text
    assert "จัดหน้าเป็น PDF และแนบไว้กับหนังสือแล้ว" in done.text
    kept = LetterFile.get()
    printed = text_of_pdf(file_store.read(kept.file_id), kept.name)
    words = search_key("".join(line.text for page in printed.pages for line in page.lines))
    in_order = (
        "ด่วนมาก", "ตก ๐๐๒๓.๓/ว ๑", format_long(clock.today()), "ด้วยจังหวัด", "๑. ตรวจป้าย",
        "๒. รายงานผล",
        "จึงเรียนมาเพื่อพิจารณาดำเนินการ", "รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน",
    )  # fmt: skip
    places = [words.find(search_key(one)) for one in in_order]
    assert -1 not in places
    assert places == sorted(places)
    frozen = clerk.get(f"/drafts/{uid}")
    assert "ร่างนี้แก้ไม่ได้อีก" in frozen.text
    assert "<textarea" not in frozen.text
    assert clerk.get(f"/drafts/{uid}/issue").status_code == 409


def test_a_character_that_paper_cannot_show_stops_before_the_number(cast: Cast, sign_in_as: SignIn):
    uid = write(cast.province, subject="ยินดี 😀", dated_on=None)

    page = sign_in_as(cast.province.clerk).post(f"/drafts/{uid}/issue", data=numbered())

    assert page.status_code == 422
    assert "แบบอักษรของหนังสือไม่มีตัว 😀" in page.text
    assert Letter.select().count() == 0


def test_recipients_that_were_not_seen_get_no_letter(cast: Cast, sign_in_as: SignIn):
    uid = write(cast.province, dated_on=None)

    page = sign_in_as(cast.province.clerk).post(
        f"/drafts/{uid}/issue", data=numbered(seen_count="1")
    )

    assert page.status_code == 422
    assert "โปรดตรวจหน่วยผู้รับ ๒ หน่วยก่อน" in page.text
    assert Letter.select().count() == 0


def test_a_cover_letter_is_proposed_from_its_parent(cast: Cast, sign_in_as: SignIn):
    sent = send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        subject="การสำรวจป้าย",
        urgency="most_urgent",
        relay_phrase="นายกองค์การบริหารส่วนตำบล ทุกแห่ง",
    )
    officer = sign_in_as(cast.district_b.officer)

    page = officer.get(f"/drafts/new?conveys={sent.letter_uid}")

    assert 'value="การสำรวจป้าย"' in page.text
    assert 'value="นายกองค์การบริหารส่วนตำบล ทุกแห่ง"' in page.text
    assert "สำเนาหนังสือจังหวัดตาก ด่วนที่สุด ที่ ตก ๐๐๒๓.๓/ว ๑ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕" in page.text
    officer.post(
        f"/drafts/new?conveys={sent.letter_uid}", data=typed(step="save"), follow_redirects=True
    )
    assert draft_card(cast.district_b.officer, Draft.get().uid).conveys.uid == sent.letter_uid


def test_nobody_writes_a_cover_for_a_letter_that_never_came(cast: Cast, sign_in_as: SignIn):
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    assert (
        sign_in_as(cast.tao.officer).get(f"/drafts/new?conveys={sent.letter_uid}").status_code
        == 404
    )


def png(size: tuple[int, int]) -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", size, "black").save(out, "PNG")
    out.seek(0)
    return out


def test_the_office_s_emblem_is_kept_and_shown_and_can_be_given_up(cast: Cast, sign_in_as: SignIn):
    clerk = sign_in_as(cast.province.clerk)
    small = clerk.post("/letterhead", data={"emblem": (png((9, 9)), "ตรา.png"), "step": "keep"})

    shown = clerk.post(
        "/letterhead",
        data={"emblem": (png((200, 220)), "ตรา.png"), "step": "keep"},
        follow_redirects=True,
    )
    assert Letterhead.get().emblem_id is not None
    gone = clerk.post("/letterhead", data={"step": "remove"}, follow_redirects=True)

    assert small.status_code == 422
    assert "ภาพเล็กไป" in small.text
    assert 'class="emblem-shown"' in shown.text
    assert "ยังไม่มีภาพตรา" in gone.text
    assert Letterhead.get().emblem_id is None


@pytest.fixture
def printed(cast: Cast, app, sign_in_as: SignIn):
    """A letter of the province's on paper, whose QR leads to an address; and what the QR says."""
    app.config["SARABAN"] = replace(
        app.config["SARABAN"], public_address="https://saraban.example.go.th"
    )
    uid = write(cast.province, dated_on=None)
    clerk = sign_in_as(cast.province.clerk)
    clerk.post(f"/drafts/{uid}/issue", data=numbered())
    clerk.post("/sign-out")
    return qr_of(file_store.read(LetterFile.get().file_id))


def qr_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    drawn = document[0].render(scale=200 / 72).to_pil().convert("L")
    document.close()
    (code,) = codes_in(np.asarray(drawn))
    return code.text


def test_the_qr_leads_anybody_to_the_facts_of_the_letter(client, printed: str):
    assert printed.startswith("HTTPS://SARABAN.EXAMPLE.GO.TH/V1/")
    path = printed.removeprefix("HTTPS://SARABAN.EXAMPLE.GO.TH")

    page = client.get(path)
    small = client.get(path.lower())

    assert page.status_code == small.status_code == 200
    assert "ตก ๐๐๒๓.๓/ว ๑" in page.text
    assert "ขอความร่วมมือดูแลป้ายเตือนน้ำหลาก" in page.text
    assert "รหัสใน QR ตรงกับหนังสือที่ออก" in page.text


def test_a_mark_with_another_digest_shows_no_subject(client, printed: str):
    code = printed.rpartition("/")[2]
    packed = bytearray(base64.b32decode(code + "=" * (-len(code) % 8)))
    packed[20] ^= 1
    forged = base64.b32encode(bytes(packed)).decode().rstrip("=")

    page = client.get(f"/V1/{forged}")

    assert "กระดาษนี้อาจถูกแก้" in page.text
    assert "ขอความร่วมมือ" not in page.text


def test_a_mark_of_another_number_or_letter_is_unknown(client, printed: str):
    code = printed.rpartition("/")[2]
    packed = bytearray(base64.b32decode(code + "=" * (-len(code) % 8)))
    of_another = base64.b32encode(bytes([*packed[:3], packed[3] ^ 1, *packed[4:]])).decode()
    of_another_number = base64.b32encode(bytes([*packed[:-1], packed[-1] ^ 3])).decode()

    for forged in (of_another, of_another_number):
        assert client.get(f"/V1/{forged.rstrip('=')}").status_code == 404


def test_a_void_number_says_so_to_whoever_looks(client, cast: Cast, printed: str, sign_in_as):
    void_entry(
        actor=cast.province.clerk, at=at(), entry_uid=RegisterEntry.get().uid, reason="พิมพ์ผิด"
    )

    page = client.get(printed.removeprefix("HTTPS://SARABAN.EXAMPLE.GO.TH"))

    assert "เลขนี้ถูกยกเลิกแล้ว" in page.text


def test_what_a_reader_shows_can_be_pasted(client, printed: str):
    page = client.post("/check", data={"mark": printed}, follow_redirects=True)
    nonsense = client.post("/check", data={"mark": "สวัสดี"})

    assert "ตก ๐๐๒๓.๓/ว ๑" in page.text
    assert nonsense.status_code == 422


def test_the_facts_inside_the_file_are_those_of_the_letter(printed: str):
    facts = facts_in_pdf(file_store.read(LetterFile.get().file_id))

    assert facts is not None
    assert re.sub(" ", "", facts["number"]) == "ตก0023.3/ว1"
    assert facts["subject"] == "ขอความร่วมมือดูแลป้ายเตือนน้ำหลาก"
