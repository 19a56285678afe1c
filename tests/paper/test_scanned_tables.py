"""The rows of a scanned table are text of the letter, not frames of stamps, and are read once."""

import pytest

from saraban.paper.scans.scan_reading import read_picture
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.scanned import FACES_OF_OURS, drawn, scanned

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
WORK = (
    "ให้อำเภอสำรวจคันกั้นน้ำในพื้นที่ พร้อมภาพถ่ายก่อนและหลังการซ่อมแซม ความยาวของคันที่ชำรุด"
    " และประมาณการค่าใช้จ่าย ส่งให้ท้องถิ่นจังหวัดรวบรวมเสนอที่ประชุมทุกวันพุธของสัปดาห์"
    " โดยแยกเป็นรายตำบลและรายหมู่บ้าน"
)
# High rows, as tables of resolutions have: as high as a stamp, and wider than one.
ROWS = [(number, f"{WORK} {WORK}", "อำเภอ") for number in "๑๒๓๔๕"]


def table_of(rows) -> bytes:
    import weasyprint  # noqa: PLC0415 - 0.6 s, only for tests that print

    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    style = (
        f"{FACES_OF_OURS} @page {{ size: A4; margin: 20mm }}"
        " body { font-family: Sarabun; font-size: 12pt; line-height: 1.4 }"
        " table { border-collapse: collapse } td { border: .4mm solid; padding: 1mm 2mm }"
    )
    return weasyprint.HTML(
        string=f"<style>{style}</style><p>สรุปมติที่ประชุม</p><table>{cells}</table>"
    ).write_pdf()


@pytest.mark.parametrize("dpi", [300, 200])
def test_each_row_of_a_table_is_read_once(dpi):
    page = scanned(drawn(table_of(ROWS), dpi=dpi), seed=7, hard=dpi == 200)

    text = "".join(line.text for line in read_picture(page, dpi, 1).page.lines)

    assert text.count("ภาพถ่าย") == 2 * len(ROWS)
    assert text.count("ประมาณการ") == 2 * len(ROWS)
