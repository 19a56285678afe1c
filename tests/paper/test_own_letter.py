"""Letters of our own need no reading: their facts come out of the file or off their QR."""

import io
import json
from dataclasses import replace

import numpy as np
import pikepdf
import pypdfium2
import pytest
import segno
from PIL import Image

from saraban.paper.own_letter import embedded_facts, facts_of, mark_of
from saraban.paper.pdf_print import letter_pdf
from saraban.paper.qr import codes_in, qr_svg
from saraban.paper.reading import read_content
from saraban.rules.letter_mark import FACTS_NAME, facts_digest, mark_in
from tests.paper.letters import CIRCULAR, HAS_FONTS, LONG, MEMO, NO_FONTS, SEALED
from tests.paper.pdfs import pdf, with_image

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


def with_facts(content, facts):
    """The same file carrying other facts."""
    with pikepdf.open(io.BytesIO(content)) as document:
        document.attachments[FACTS_NAME] = pikepdf.AttachedFileSpec(
            document, facts if isinstance(facts, bytes) else json.dumps(facts).encode()
        )
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def scanned(content, *, dpi, lean=0.0, noise=0.0, page=0):
    """A page as a scanner gives it."""
    document = pypdfium2.PdfDocument(content)
    sheet = document[page].render(scale=dpi / 72).to_pil().convert("L")
    document.close()
    sheet = sheet.rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grain = np.random.default_rng(7).normal(0, noise, (sheet.height, sheet.width))
    return np.clip(np.asarray(sheet) + grain, 0, 255).astype(np.uint8)


@needs_fonts
@pytest.mark.parametrize("letter", [CIRCULAR, MEMO, SEALED, LONG], ids=lambda one: one.uid[-1])
def test_a_printed_letter_carries_its_facts_and_a_qr_with_their_digest(letter, tmp_path):
    file = tmp_path / "letter.pdf"
    file.write_bytes(content := letter_pdf(letter))

    facts = embedded_facts(file, content, file.name)
    (code,) = codes_in(scanned(content, dpi=200))

    assert facts == facts_of(letter)
    assert mark_in(code.text).digest == facts_digest(facts)
    assert mark_in(code.text).uid == letter.uid


@needs_fonts
@pytest.mark.parametrize(("dpi", "lean", "noise"), [(200, 1.5, 25), (200, -2.0, 14), (150, 0, 14)])
def test_the_qr_outlives_a_bad_scan(dpi, lean, noise):
    picture = scanned(letter_pdf(CIRCULAR), dpi=dpi, lean=lean, noise=noise)

    assert [code.text for code in codes_in(picture)] == [mark_of(CIRCULAR)]


def test_a_micro_qr_is_no_code_of_ours():
    """One corner of a letter's code, small on a page, was taken for such a one beside it."""
    matrix = np.array([list(row) for row in segno.make_micro("97502").matrix], np.uint8)
    picture = np.pad(np.kron((1 - matrix) * 255, np.ones((8, 8))), 60, constant_values=255)

    assert codes_in(picture.astype(np.uint8)) == []


@needs_fonts
@pytest.mark.parametrize(("lean", "noise"), [(1.5, 14), (-2.0, 14), (0, 25)])
def test_a_qr_that_leads_somewhere_outlives_a_bad_scan_too(lean, noise):
    letter = replace(CIRCULAR, check_address="https://saraban.example.go.th")

    picture = scanned(letter_pdf(letter), dpi=200, lean=lean, noise=noise)

    (code,) = codes_in(picture)
    assert code.text.startswith("HTTPS://SARABAN.EXAMPLE.GO.TH/V1/")
    assert mark_in(code.text).uid == letter.uid


@needs_fonts
def test_the_qr_stands_on_the_first_page_only_clear_of_text_and_edge():
    content = letter_pdf(LONG)

    (code,) = codes_in(scanned(content, dpi=72))

    left, top, right, bottom = code.box
    assert left > 595 - 2 * 28.4
    assert top > 842 - 2 * 28.4 - 1
    assert right < 595 - 12
    assert bottom < 842 - 12
    assert codes_in(scanned(content, dpi=150, page=1)) == []


def test_a_letter_that_fits_into_no_qr_has_none():
    assert mark_of(replace(CIRCULAR, printed_number="→")) is None


@needs_fonts
def test_our_own_file_is_read_from_its_facts_without_a_question():
    told = read_content(letter_pdf(CIRCULAR), "own.pdf")

    (letter,) = told["letters"]
    sources = {field: place["source"] for field, place in letter["evidence"].items()}
    assert told["warnings"] == []
    assert told["marks"][0]["uid"] == CIRCULAR.uid
    assert {sources[field] for field in ("number", "date_iso", "subject", "addressees")} == {
        "embedded"
    }
    assert not any(place["confirm"] for place in letter["evidence"].values())


@needs_fonts
def test_facts_that_say_other_than_the_print_are_a_warning_and_win_nothing():
    forged = {**facts_of(CIRCULAR), "number": "ทส 9901.4/ว 9999", "subject": "เรื่องอื่น"}

    told = read_content(with_facts(letter_pdf(CIRCULAR), forged), "forged.pdf")

    (letter,) = told["letters"]
    assert letter["number"]["normalized_arabic"] == "ทส 9901.4/ว 1658"
    assert letter["subject"] == CIRCULAR.subject
    assert letter["evidence"]["number"]["confirm"]
    assert len(told["warnings"]) == 2


@needs_fonts
@pytest.mark.parametrize("facts", [b"", b"nonsense", b"[" * 50_000, {"saraban": 1}])
def test_facts_that_are_none_leave_the_letter_as_it_is_printed(facts):
    told = read_content(with_facts(letter_pdf(CIRCULAR), facts), "odd.pdf")

    assert (told["marks"], told["warnings"]) == ([], [])
    assert told["letters"][0]["evidence"]["number"]["source"] == "text"


@needs_fonts
def test_a_scan_of_our_letter_takes_its_number_off_the_qr():
    out = io.BytesIO()
    Image.fromarray(scanned(letter_pdf(CIRCULAR), dpi=200)).save(out, "PNG", dpi=(200, 200))

    told = read_content(out.getvalue(), "scan.png")

    (letter,) = told["letters"]
    assert letter["number"]["normalized_arabic"] == "ทส 9901.4/ว 1658"
    assert letter["date_iso"] == "2026-06-16"
    assert letter["evidence"]["number"]["source"] == "qr"
    left, top, right, bottom = told["marks"][0]["box"]
    assert 530 < left < right < 590
    assert 780 < top < bottom < 840


def test_a_qr_of_somebody_else_is_a_link():
    import segno  # noqa: PLC0415 - draws what the test shows

    code = io.BytesIO()
    segno.make("https://forms.example/abc").save(code, kind="png", scale=4)
    content = with_image(pdf(), Image.open(code).convert("L"), box=(400, 100, 490, 190))

    told = read_content(content, "form.pdf")

    (link,) = told["links"]
    assert (link["page"], link["text"]) == (1, "https://forms.example/abc")
    assert 400 < link["box"][0] < link["box"][2] < 491
    assert told["marks"] == []


def test_a_drawn_qr_is_one_path_of_whole_runs():
    drawn = qr_svg("SARABAN")

    assert drawn.count("<path") == 1
    assert 'viewBox="0 0 21 21"' in drawn
