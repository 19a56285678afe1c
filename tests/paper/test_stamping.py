"""Where stamps stand: top right, off the ink, apart, upright on every page, or on a sheet."""

import io
import subprocess
from itertools import combinations

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image

from saraban.errors import PdfDamaged, PdfLocked
from saraban.paper.stamped_copy import OrderStamp, ReceiptStamp
from saraban.paper.stamping import stamped_pdf
from saraban.thai.text import repair
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.pdfs import pdf, with_image
from tests.paper.stamps import HALL, OFFICE, ORDER, SIX, boxes, lost_ink

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)

BLANK = b" "
# Lines across the whole page, less than a stamp apart.
FULL = b" ".join(b"0 %d 595 6 re f" % height for height in range(0, 842, 30))


def long(millimetres: float) -> object:
    return pytest.approx(millimetres, abs=0.5)


def near(millimetres: float) -> object:
    """To the cell of the grid that places are looked for on, and a little."""
    return pytest.approx(millimetres, abs=1.2)


def test_on_a_bare_page_it_stands_top_right_five_by_two_and_a_half_centimetres():
    [(left, top, width, height)] = boxes(stamped_pdf(pdf(words=BLANK), [HALL]))

    assert (width, height) == (long(50), long(25))
    assert left + width == near(200)
    assert top == near(10)


@pytest.mark.parametrize("turned", [0, 90, 180, 270, -90])
def test_a_turned_page_is_stamped_upright_where_its_reader_sees_the_top_right(turned):
    content = pdf(words=BLANK, Rotate=turned)
    across = 297.0 if turned % 180 else 210.0

    [(left, top, width, height)] = boxes(stamped_pdf(content, [HALL]))

    assert (width, height) == (long(50), long(25))
    assert (left + width, top) == (near(across - 10), near(10))


def test_the_turn_of_a_whole_group_of_pages_counts():
    content = pdf(words=BLANK)
    with pikepdf.open(io.BytesIO(content)) as document:
        document.Root.Pages.Rotate = 90
        out = io.BytesIO()
        document.save(out)

    [(left, top, width, _)] = boxes(stamped_pdf(out.getvalue(), [HALL]))

    assert (left + width, top) == (near(287), near(10))


def test_what_is_cropped_away_is_no_place_for_a_stamp():
    content = pdf(words=BLANK, CropBox=pikepdf.Array([100, 100, 495, 642]))

    [(left, top, width, _)] = boxes(stamped_pdf(content, [HALL]))

    assert left + width == near(395 / 72 * 25.4 - 10)
    assert top == near(10)


def test_a_page_in_units_of_half_an_inch_gets_a_stamp_of_its_lawful_size():
    content = pdf(words=BLANK, MediaBox=pikepdf.Array([0, 0, 297.5, 421]), UserUnit=2)

    [(_, _, width, height)] = boxes(stamped_pdf(content, [HALL]))

    # Drawn by a reader that knows no user unit, so at half its size.
    assert (width, height) == (long(25), long(12.5))


@pytest.mark.parametrize("size", [(420, 595), (842, 1191), (612, 1008), (2384, 3370)])
def test_other_sheets_than_a4_are_stamped_in_the_same_size_and_corner(size):
    content = pdf(words=BLANK, MediaBox=pikepdf.Array([0, 0, *size]))

    [(left, top, width, height)] = boxes(stamped_pdf(content, [HALL]))

    assert (width, height) == (long(50), long(25))
    assert (left + width, top) == (near(size[0] / 72 * 25.4 - 10), near(10))


def test_text_at_the_top_right_moves_it_aside_and_no_further():
    content = pdf(words=b"400 600 160 200 re f")

    stamped = stamped_pdf(content, [HALL])

    [(left, top, width, _)] = boxes(stamped)
    assert lost_ink(content, stamped) == 0
    assert top == near(10)
    # 400 points are 141 mm; it ends a little before.
    assert 136 < left + width < 141


def test_a_picture_in_the_corner_counts_like_text():
    gray = Image.new("L", (50, 50), 90)
    content = with_image(pdf(words=BLANK), gray, box=(380, 700, 595, 842))

    stamped = stamped_pdf(content, [HALL])

    assert lost_ink(content, stamped) == 0
    assert len(boxes(stamped)) == 1


def test_a_stamp_that_another_program_left_as_an_annotation_is_not_covered():
    form = b"0 0 1 RG 0 g 0 0 150 60 re f"
    with pikepdf.open(io.BytesIO(pdf(words=BLANK))) as document:
        look = document.make_stream(
            form, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 150, 60]
        )
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[420, 760, 570, 820], F=4,
            AP=pikepdf.Dictionary(N=look),
        )  # fmt: skip
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])
        out = io.BytesIO()
        document.save(out)

    stamped = stamped_pdf(out.getvalue(), [HALL])

    assert lost_ink(out.getvalue(), stamped) == 0
    [(_, top, _, _)] = boxes(stamped)
    # The annotation ends 82 points, 29 mm, below the top.
    assert 29 < top < 33


def test_six_receipts_and_an_order_stand_apart_and_off_the_text():
    lines = b" ".join(b"85 %d 425 5 re f" % height for height in range(300, 700, 22))
    content = pdf(words=lines)

    stamped = stamped_pdf(content, [*SIX, ORDER])

    found = boxes(stamped)
    assert len(found) == 7
    assert not any(overlap(one, other) for one, other in combinations(found, 2))
    assert lost_ink(content, stamped) == 0


@given(
    spots=st.lists(
        st.tuples(
            st.integers(0, 560), st.integers(0, 820), st.integers(3, 300), st.integers(2, 40)
        ),
        max_size=30,
    ),
    count=st.integers(1, 6),
)
@settings(max_examples=25)
def test_whatever_stands_on_a_page_no_stamp_touches_it_and_none_is_lost(spots, count):
    words = b" ".join(b"%d %d %d %d re f" % spot for spot in spots) or BLANK
    content = pdf(words=words)

    stamped = stamped_pdf(content, SIX[:count])

    with pikepdf.open(io.BytesIO(stamped)) as document:
        pages = len(document.pages)
    found = [boxes(stamped, page=number) for number in range(1, pages + 1)]
    assert sum(map(len, found)) == count
    assert not any(overlap(*pair) for page in found for pair in combinations(page, 2))
    assert lost_ink(content, stamped, page=pages) == 0


def test_an_order_stamp_stands_at_the_bottom_left():
    [(left, top, width, height)] = boxes(stamped_pdf(pdf(words=BLANK), [ORDER]))

    assert left == near(10)
    assert top + height == near(287)
    assert width == long(70)


def test_where_only_a_small_place_is_free_the_stamp_is_made_smaller_to_fit():
    # All ink but a window of 40 by 22 millimetres.
    content = pdf(words=b"0 0 595 842 re 300 400 113 62 re f*")

    stamped = stamped_pdf(content, [HALL])

    [(_, _, width, height)] = boxes(stamped)
    assert 30 <= width < 40
    assert width / height == pytest.approx(2, abs=0.1)
    assert lost_ink(content, stamped) == 0


def test_a_page_without_any_room_stays_as_it_is_behind_a_sheet_with_the_stamps():
    content = pdf(words=FULL)

    stamped = stamped_pdf(content, [HALL, OFFICE])

    assert len(boxes(stamped, page=1)) == 2
    assert boxes(stamped, page=2) == []
    assert "หน้าแรกของหนังสือไม่มีที่ว่างพอ" in text_of(stamped)


def test_more_stamps_than_one_sheet_holds_go_on_a_second():
    stamped = stamped_pdf(pdf(words=FULL), [HALL] * 40)

    with pikepdf.open(io.BytesIO(stamped)) as document:
        assert len(document.pages) == 3
    assert len(boxes(stamped, page=1)) + len(boxes(stamped, page=2)) == 40


def test_an_order_of_a_hundred_choices_is_drawn_smaller_on_its_sheet():
    choices = tuple((f"กลุ่มงานที่มีชื่อยาวพอสมควรเป็นพิเศษ {number}", False) for number in range(100))
    order = OrderStamp("กองน้ำ", "สั่งการ", choices, "นางน้ำฝน", "๑ ม.ค. ๖๙")

    [(_, top, _, height)] = boxes(stamped_pdf(pdf(words=BLANK), [order]))

    assert top + height < 297


@pytest.mark.parametrize("words", [b"q 0.1 0 0 0.1 300 0 cm", b"Q Q Q", b"Q q 3 0 0 3 9 9 cm q"])
def test_what_a_page_leaves_undone_does_not_move_its_stamp(words):
    [(left, top, width, height)] = boxes(stamped_pdf(pdf(words=words), [HALL]))

    assert (width, height) == (long(50), long(25))
    assert (left + width, top) == (near(200), near(10))


def test_a_letter_that_begins_on_another_page_is_stamped_there():
    stamped = stamped_pdf(pdf(words=BLANK, pages=3), [HALL], page_number=2)

    assert [len(boxes(stamped, page=number)) for number in (1, 2, 3)] == [0, 1, 0]


def test_a_sheet_stands_before_the_letter_and_not_before_the_file():
    stamped = stamped_pdf(pdf(words=FULL, pages=3), [HALL], page_number=3)

    assert [len(boxes(stamped, page=number)) for number in (1, 2, 3, 4)] == [0, 0, 1, 0]


@pytest.mark.parametrize("rotate", [0, 90])
@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_scan_that_lies_on_its_side_is_turned_and_stamped_as_it_is_read(rotate, turned):
    content = pdf(words=BLANK, Rotate=rotate)

    [(left, top, width, height)] = boxes(stamped_pdf(content, [HALL], turned=turned))

    across = 297.0 if (rotate + turned) % 180 else 210.0
    assert (width, height) == (long(50), long(25))
    assert (left + width, top) == (near(across - 10), near(10))


def test_ink_is_looked_for_on_the_page_as_it_is_turned():
    # The left third of the page as stored: once turned by a quarter, its upper third.
    content = pdf(words=b"0 0 200 842 re f")

    stamped = stamped_pdf(content, [HALL], turned=90)

    [(_, top, _, _)] = boxes(stamped)
    assert top == near(200 / 72 * 25.4 + 2)


def signed(content: bytes) -> bytes:
    """The PDF with a signature field that is signed, for what that is worth, and its look."""
    with pikepdf.open(io.BytesIO(content)) as document:
        look = document.make_stream(
            b"0 0 1 rg 0 0 170 60 re f",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 170, 60],
        )
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T=pikepdf.String("Signature1"),
            Rect=[100, 200, 270, 260],
            F=4,
            AP=pikepdf.Dictionary(N=look),
            V=document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Sig,
                    Filter=pikepdf.Name("/Adobe.PPKLite"),
                    SubFilter=pikepdf.Name("/adbe.pkcs7.detached"),
                    Contents=pikepdf.String("not a real one"),
                    ByteRange=[0, 10, 20, 30],
                )
            ),
        )
        field = document.make_indirect(field)
        document.pages[0].Annots = pikepdf.Array([field])
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def signatures_in(content: bytes, folder) -> str:
    """What poppler's pdfsig says of the file's signatures."""
    file = folder / "file.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdfsig", file], capture_output=True, text=True)
    return done.stdout + done.stderr


def test_a_copy_shows_the_look_of_a_signature_and_claims_none(tmp_path):
    content = signed(pdf(words=BLANK))
    assert "Signature #1" in signatures_in(content, tmp_path)

    stamped = stamped_pdf(content, [HALL])

    assert "does not contain any signatures" in signatures_in(stamped, tmp_path)
    # The look of the signature, 60 mm wide, and the stamp.
    assert sorted(round(width) for _, _, width, _ in boxes(stamped)) == [50, 60]


def test_only_the_first_page_is_stamped():
    stamped = stamped_pdf(pdf(words=BLANK, pages=3), [HALL])

    assert [len(boxes(stamped, page=number)) for number in (1, 2, 3)] == [1, 0, 0]


def test_a_page_without_content_or_resources_is_stamped():
    with pikepdf.open(io.BytesIO(pdf())) as document:
        del document.pages[0].obj["/Contents"], document.pages[0].obj["/Resources"]
        out = io.BytesIO()
        document.save(out)

    assert len(boxes(stamped_pdf(out.getvalue(), [HALL]))) == 1


def test_the_same_file_and_stamps_give_the_same_bytes():
    content = pdf()

    assert stamped_pdf(content, SIX) == stamped_pdf(content, SIX)


def test_a_copy_can_be_stamped_once_more():
    once = stamped_pdf(pdf(words=BLANK), [HALL])

    twice = stamped_pdf(once, [OFFICE])

    assert len(boxes(twice)) == 2
    assert "๑๑๔๙" in text_of(twice)
    assert "๑๐๓๗" in text_of(twice)


def words_of(stamp: ReceiptStamp) -> str:
    """What is written on a stamp, without blanks and line ends."""
    facts = f"{stamp.unit_name}เลขรับ{stamp.number}วันที่{stamp.date}เวลา{stamp.time}"
    return "".join(facts.split())


def with_pdftotext(content: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], input=content, capture_output=True,
        check=True,
    )  # fmt: skip
    return done.stdout.decode()


def with_pdfium(content: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def with_pdfplumber(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as document:
        return "".join(page.extract_text(use_text_flow=True) for page in document.pages)


def text_of(content: bytes, reader=with_pdftotext) -> str:
    return "".join(repair(reader(content)).split())


@pytest.mark.parametrize("reader", [with_pdftotext, with_pdfium, with_pdfplumber])
@pytest.mark.parametrize("stamp", SIX)
def test_every_reader_finds_the_words_of_a_stamp_as_they_were_written(stamp, reader):
    stamped = stamped_pdf(pdf(words=BLANK), [stamp])

    assert text_of(stamped, reader) == words_of(stamp)


@pytest.mark.parametrize("reader", [with_pdftotext, with_pdfium, with_pdfplumber])
def test_every_reader_finds_the_words_of_an_order(reader):
    stamp = OrderStamp(
        "กองน้ำ", "สั่งการ", (("ทำความเห็น", True), ("ทราบ", False)), "นางน้ำฝน", "๑ ม.ค. ๖๙"
    )

    assert text_of(stamped_pdf(pdf(words=BLANK), [stamp]), reader) == (
        "กองน้ำสั่งการทำความเห็นทราบผู้สั่งการนางน้ำฝนวันที่๑ม.ค.๖๙"
    )


@pytest.mark.parametrize("name", ["กองฎุฏ ฐาน ญูฐุ ฤๅษี", "กองช่าง 😀", "กองนํ้า เเม่น้ำ", "ก\nข\tค"])
def test_rare_marks_a_wrongly_typed_word_and_an_emoji_are_stamped(name):
    stamped = stamped_pdf(pdf(words=BLANK), [ReceiptStamp(name, "๑", "๑ ม.ค. ๖๙")])

    assert len(boxes(stamped)) == 1
    assert "".join(repair(name).split()) in text_of(stamped)


def test_a_long_order_and_a_deputys_long_post_are_broken_into_lines_and_found_whole():
    words = "แจ้งกองช่างตรวจป้ายเตือนภัยน้ำหลากทุกจุด ประสานผู้ใหญ่บ้านและโรงเรียนในพื้นที่"
    by = "นายน้ำใส ใจดี ปลัดเทศบาล รักษาราชการแทน นายกเทศมนตรีตำบลทดสอบน้ำใส"
    stamp = OrderStamp("กองน้ำ", "สั่งการ", ((words, True), ("ทราบ", False)), by, "๑ ม.ค. ๖๙")

    stamped = stamped_pdf(pdf(words=BLANK), [stamp])

    found = text_of(stamped)
    assert "".join(words.split()) in found
    assert "".join(by.split()) in found
    assert len(boxes(stamped)) == 1


def test_an_order_without_end_is_cut_after_its_fourth_line():
    words = "แจ้งกองช่างตรวจป้ายเตือนภัยน้ำหลากทุกจุด " * 40
    stamp = OrderStamp("กองน้ำ", "สั่งการ", ((words, True),), "นางน้ำฝน", "๑ ม.ค. ๖๙")

    stamped = stamped_pdf(pdf(words=BLANK), [stamp])

    [(_, _, _, height)] = boxes(stamped)
    assert height < 45
    assert "…" in text_of(stamped)


def test_a_name_too_long_for_two_lines_is_narrowed_and_then_cut_inside_the_frame():
    name = "สำนักงานโครงการพัฒนาแหล่งน้ำขนาดใหญ่เพื่อการเกษตรและอุตสาหกรรมภาคเหนือตอนล่าง " * 3

    stamped = stamped_pdf(pdf(words=BLANK), [ReceiptStamp(name, "๑", "๑ ม.ค. ๒๕๖๙")])

    with pdfplumber.open(io.BytesIO(stamped)) as document:
        signs = document.pages[0].chars
    [(left, _, width, _)] = boxes(stamped)
    assert min(sign["x0"] for sign in signs) > left * 72 / 25.4
    assert max(sign["x1"] for sign in signs) < (left + width) * 72 / 25.4
    assert "…" in text_of(stamped)


def test_sarabun_goes_with_the_copy_and_no_more_of_it_than_is_used():
    stamped = stamped_pdf(pdf(words=BLANK), [HALL])

    with pikepdf.open(io.BytesIO(stamped)) as document:
        form = document.pages[0].Resources.XObject.SarabanStamp1
        inner = form.Resources.Font.S.DescendantFonts[0]
        outlines = inner.FontDescriptor.FontFile2.read_bytes()
    assert str(inner.BaseFont).endswith("Sarabun-Regular")
    assert 1000 < len(outlines) < 20_000


def test_a_locked_file_is_refused_as_locked():
    locked = pdf(encryption=pikepdf.Encryption(owner="owner", user="user"))

    with pytest.raises(PdfLocked):
        stamped_pdf(locked, [HALL])


def test_a_file_locked_against_changes_only_is_stamped_on_its_copy():
    content = pdf(words=BLANK, encryption=pikepdf.Encryption(owner="owner", user=""))

    assert len(boxes(stamped_pdf(content, [HALL]))) == 1


@pytest.mark.parametrize("content", [b"%PDF-1.7 torn", b"%PDF-1.7\n%%EOF", b"no pdf"])
def test_a_damaged_file_is_refused_as_damaged(content):
    with pytest.raises(PdfDamaged):
        stamped_pdf(content, [HALL])


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
