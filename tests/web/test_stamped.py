"""The stamped copy on the web: beside the original, for who may see it, never a dead end."""

from datetime import time

import pikepdf
import pytest

from saraban.desk.endorsement import endorse, withdraw
from saraban.desk.endorsing_habits import OrderOffered, add_usual_order, choose_habits
from saraban.desk.filing import NewFile, attach
from saraban.desk.intake import receive_file
from saraban.desk.intake_reading import claim_next, keep_reading
from saraban.desk.registration import Arrival
from saraban.queries.endorsements import letter_notes
from saraban.records import LetterFile
from tests.make import DAY, at, picture, register, send
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.pdfs import pdf
from tests.paper.stamps import boxes
from tests.paper.test_stamping import text_of
from tests.readings import CIRCULAR, INVITATION, LATER, accept, reading_of, sample
from tests.stories.circular import on

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)

LETTER = pdf(words=b"90 100 400 300 re f")


@pytest.fixture
def letter(cast):
    """A letter from outside with its scan, registered by a district at 10.40."""
    return registered_with(cast.district_a.clerk, LETTER)


@pytest.fixture
def district(cast, sign_in_as):
    return sign_in_as(cast.district_a.clerk)


def registered_with(clerk, content, name="หนังสือ.pdf", media_type="application/pdf"):
    return register(
        clerk,
        arrival=Arrival(DAY, time(10, 40)),
        files=[NewFile(name, content, media_type, "letter")],
    ).letter_uid


def file_of(uid):
    return next(file.file_id for file in LetterFile.select() if file.letter.uid == uid)


def address(uid, kind="pdf"):
    return f"/letters/{uid}/files/{file_of(uid)}/stamped.{kind}"


def test_the_copy_bears_the_desks_number_day_and_time(district, letter):
    with district.get(address(letter)) as answer:
        copy = answer.data

    assert answer.mimetype == "application/pdf"
    assert len(boxes(copy)) == 1
    assert "เลขรับ๑วันที่๑๖มิ.ย.๒๕๖๕เวลา๑๐.๔๐น." in text_of(copy)


def test_the_original_stays_as_it_came_and_is_still_offered(district, letter):
    district.get(address(letter)).close()

    with district.get(f"/letters/{letter}/files/{file_of(letter)}") as answer:
        assert answer.data == LETTER
    page = district.get(f"/letters/{letter}").text
    assert f'/letters/{letter}/files/{file_of(letter)}"' in page
    assert address(letter) in page


def test_a_browser_that_has_the_copy_is_not_sent_it_again(district, letter):
    with district.get(address(letter)) as first:
        mark = first.headers["ETag"]

    with district.get(address(letter), headers={"If-None-Match": mark}) as again:
        assert again.status_code == 304


def test_the_first_page_of_the_copy_is_a_picture(district, letter):
    answer = district.get(address(letter, "jpg"))

    assert answer.mimetype == "image/jpeg"
    assert answer.data.startswith(b"\xff\xd8\xff")


def test_the_letters_page_shows_the_paper_with_its_stamps(cast, district, letter):
    assert f'src="{address(letter, "jpg")}"' in district.get(f"/letters/{letter}").text


def test_a_letter_that_nobody_registered_shows_its_file_without_a_stamp(cast, sign_in_as):
    uid = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    file = NewFile("หนังสือ.pdf", LETTER, "application/pdf", "letter")
    attach(actor=cast.province.clerk, at=at(), letter_uid=uid, files=[file])

    page = sign_in_as(cast.province.clerk).get(f"/letters/{uid}").text

    assert "stamped." not in page
    assert f"/letters/{uid}/files/{file_of(uid)}/page.jpg" in page


def test_after_registering_the_stamp_is_seen_on_the_paper(district, letter):
    assert address(letter, "jpg") in district.get(f"/letters/{letter}/registered").text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 torn", "เสียหายหรือไม่สมบูรณ์"),
        (pdf(encryption=pikepdf.Encryption(owner="o", user="u")), "มีรหัสผ่าน"),
    ],
    ids=["torn", "locked"],
)
def test_a_file_that_cannot_be_stamped_says_why_on_the_letters_page(cast, district, content, words):
    letter = registered_with(cast.district_a.clerk, content)

    answer = district.get(address(letter), follow_redirects=True)

    assert answer.request.path == f"/letters/{letter}"
    assert words in answer.text
    assert f'/letters/{letter}/files/{file_of(letter)}"' in answer.text
    assert district.get(address(letter, "jpg"), follow_redirects=True).status_code == 404


def test_a_letter_of_another_unit_has_no_copy_to_find(cast, letter, sign_in_as):
    stranger = sign_in_as(cast.city.clerk)

    assert stranger.get(address(letter)).status_code == 404
    assert stranger.get(address(letter, "jpg")).status_code == 404


@pytest.fixture
def second_of_two(cast):
    """(intake, letter): the second letter of a PDF whose second page lies on its side."""
    clerk, text = cast.district_a.clerk, f"{sample(INVITATION)}\f{sample(CIRCULAR)}"
    file = NewFile("สองฉบับ.pdf", pdf(pages=2, words=b" "), "application/pdf")
    intake = receive_file(actor=clerk, at=LATER, file=file).intake_uid
    reading = reading_of(text)
    reading["sheets"] = [
        {"page": 1, "width": 595.0, "height": 842.0, "turned": 0, "source": "text"},
        {"page": 2, "width": 842.0, "height": 595.0, "turned": 90, "source": "ocr"},
    ]
    keep_reading(at=LATER, claim=claim_next(at=LATER, worker="ตัวอ่าน"), reading=reading)
    return intake, accept(clerk, intake, text, place=1).letter_uid


def test_a_letter_that_came_with_others_in_one_file_is_stamped_on_its_own_page(
    district, second_of_two
):
    _, letter = second_of_two

    with district.get(address(letter)) as answer:
        copy = answer.data

    assert [len(boxes(copy, page=number)) for number in (1, 2)] == [0, 1]
    [(left, _, width, _)] = boxes(copy, page=2)
    assert left + width == pytest.approx(287, abs=1.2)


def test_a_letter_registered_from_a_file_offers_its_stamped_copy_at_once(district, second_of_two):
    intake, letter = second_of_two

    settled = district.get(f"/intake/{intake}/1").text
    next_one = district.get(f"/intake/{intake}/0?given={intake}.1").text

    assert address(letter) in settled
    assert address(letter) in next_one


@pytest.fixture
def ordered(cast, letter):
    """The district's executive ordered in the words of a usual order, and prints its stamp."""
    executive = cast.district_a.executive
    for text in ("ทราบ", "มอบ กง.น้ำ ดำเนินการ"):
        add_usual_order(actor=executive, at=at(month=1), offered=OrderOffered(text))
    choose_habits(
        actor=executive,
        at=at(month=1),
        awaits_proposals=False,
        prints_order_stamp=True,
        stamp_title="คำสั่ง นอภ.",
    )
    endorse(
        actor=executive, at=at(day=17), letter_uid=letter, kind="order", text="มอบ กง.น้ำ ดำเนินการ"
    )
    return letter


def test_the_order_stands_beside_the_receipt_where_the_unit_wants_it(cast, district, ordered):
    with district.get(address(ordered)) as answer:
        copy = answer.data

    assert len(boxes(copy)) == 2
    assert "คำสั่งนอภ.ทราบมอบกง.น้ำดำเนินการผู้สั่งการ" in text_of(copy)
    assert f"{''.join(cast.district_a.executive.name.split())}" in text_of(copy)
    assert text_of(copy).endswith("วันที่๑๗มิ.ย.๒๕๖๕")


def test_an_order_taken_back_leaves_the_receipt_alone_on_the_copy(cast, district, ordered):
    district.get(address(ordered)).close()
    [note] = letter_notes(cast.district_a.executive, ordered).lines
    withdraw(
        actor=cast.district_a.executive, at=at(day=18), endorsement_uid=note.uid, reason="มอบผิดกอง"
    )

    with district.get(address(ordered)) as answer:
        assert len(boxes(answer.data)) == 1


def test_an_enclosure_is_not_stamped(cast, district, letter):
    attach(actor=cast.district_a.clerk, at=at(), letter_uid=letter, files=[picture()])
    enclosure = LetterFile.get(LetterFile.role == "evidence").file_id

    assert district.get(f"/letters/{letter}/files/{enclosure}/stamped.pdf").status_code == 404


def test_six_receipts_of_one_chain_stand_on_their_two_papers(cast, sign_in_as, story):
    found = []
    for troupe, uid, day in (
        (cast.ministry, story.memo, on(31, 5)),
        (cast.department, story.department_letter, on(3, 6)),
    ):
        file = NewFile("หนังสือ.pdf", LETTER, "application/pdf", "letter")
        attach(actor=troupe.clerk, at=day, letter_uid=uid, files=[file])

    for troupe, uid in (
        (story.extras.work_group, story.memo),
        (story.extras.inner_desk, story.department_letter),
    ):
        with sign_in_as(troupe.clerk).get(address(uid)) as answer:
            found.append(answer.data)

    assert [len(boxes(copy)) for copy in found] == [3, 3]
    assert [
        [number in text_of(copy) for number in numbers]
        for copy, numbers in zip(
            found, (("๓๐๔๐๐", "๑๔๓๖", "๕๓๖"), ("๑๑๔๙", "๑๐๓๗", "๑๑๖")), strict=True
        )
    ] == [[True] * 3, [True] * 3]


def test_the_issuer_opens_the_paper_of_each_unit_from_its_stamp(cast, sign_in_as, story):
    uid = story.province_letter
    file = NewFile("หนังสือ.pdf", LETTER, "application/pdf", "letter")
    attach(actor=cast.province.clerk, at=on(16, 6), letter_uid=uid, files=[file])
    province = sign_in_as(cast.province.clerk)

    page = province.get(f"/letters/{uid}").text

    assert f"{address(uid)}?entry=" in page
    assert f'{address(uid)}"' not in page
