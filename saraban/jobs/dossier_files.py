"""From an ask to the bytes of a dossier: what the reader sees, then paper, workbook or JSON."""

import io
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from PIL import Image

from saraban.errors import SarabanError
from saraban.jobs.paper_stamps import receipt_stamp
from saraban.paper.dossier_print import Sheet, dossier_pdf
from saraban.paper.dossier_workbook import dossier_workbook
from saraban.paper.file_kinds import PDF
from saraban.paper.sheet_image import page_jpeg
from saraban.paper.stamped_copy import PlaceInFile, ReceiptStamp, kept_stamped_copy
from saraban.queries.dossier import dossier_of
from saraban.queries.dossier_papers import content_of, stamps_of
from saraban.rules.dossier import Dossier, DossierPaper, as_json
from saraban.rules.exports import DossierAsk, ExportFormat
from saraban.rules.permissions import Actor

SHEETS_AT_ONCE = 2  # each is a child of its own
NO_FILE = "ไม่มีไฟล์ของหนังสือนี้ในระบบ แสดงข้อความที่บันทึกไว้"


def asked_dossier(
    reader: Actor,
    ask: DossierAsk,
    *,
    made_at: datetime,
    on_rows: Callable[[int], None] = lambda done: None,
    while_waiting: Callable[[], None] = lambda: None,
) -> bytes:
    """The file that was asked for, as its reader may see the chain. Raises what dossier_of does."""
    dossier = dossier_of(ask.letter_uid, actor=reader, made_at=made_at, question=ask.question)
    return dossier_file(dossier, reader, ask.format, on_rows=on_rows, while_waiting=while_waiting)


def dossier_file(
    dossier: Dossier,
    actor: Actor,
    format: ExportFormat,
    *,
    on_rows: Callable[[int], None] = lambda done: None,
    while_waiting: Callable[[], None] = lambda: None,
) -> bytes:
    """The dossier in one of its three forms. The callbacks are table_pdf's. Raises PrintFailed."""
    if format is ExportFormat.JSON:
        return (json.dumps(as_json(dossier), ensure_ascii=False, indent=1) + "\n").encode()
    if format is ExportFormat.XLSX:
        return dossier_workbook(dossier)
    sheets = _sheets(actor, dossier.papers, while_waiting)
    return dossier_pdf(dossier, sheets, on_rows=on_rows, while_waiting=while_waiting)


def _sheets(
    actor: Actor, papers: Sequence[DossierPaper], while_waiting: Callable[[], None]
) -> list[Sheet]:
    """Every letter's first page, in their order; children draw them while this process waits.

    What the rows say is read here: a connection belongs to one thread.
    """
    with ThreadPoolExecutor(SHEETS_AT_ONCE) as crew:
        drawn = [crew.submit(_sheet, paper, _stamps(actor, paper)) for paper in papers]
        sheets = []
        try:
            for one in drawn:
                while_waiting()
                sheets.append(one.result())
        except BaseException:
            crew.shutdown(cancel_futures=True)
            raise
    return sheets


def _stamps(actor: Actor, paper: DossierPaper) -> tuple[ReceiptStamp, ...]:
    if paper.sha256 is None:
        return ()
    return tuple(receipt_stamp(stamp) for stamp in stamps_of(actor, paper))


def _sheet(paper: DossierPaper, stamps: tuple[ReceiptStamp, ...]) -> Sheet:
    """The letter's first page with its stamps; without them where they cannot be put on it."""
    if paper.sha256 is None:
        return Sheet(paper, None, trouble=NO_FILE)
    trouble = ""
    try:
        content = content_of(paper)
        drawn, kind, turned = content, paper.media_type, paper.turned
        if stamps:
            place = PlaceInFile(paper.page_number, paper.turned)
            drawn = kept_stamped_copy(
                content, paper.sha256, kind, stamps, name=paper.file_name, place=place
            )
            kind, turned = PDF.media_type, 0
    except SarabanError as refusal:
        trouble, drawn, kind, turned = refusal.text_th, b"", "", 0
    jpeg = page_jpeg(drawn, kind, page_number=paper.page_number, turned=turned) if drawn else None
    if jpeg is None:
        return Sheet(paper, None, trouble=trouble or "วาดหน้านี้ไม่ได้ ต้นฉบับยังอยู่ครบ")
    with Image.open(io.BytesIO(jpeg)) as picture:
        return Sheet(paper, jpeg, picture.size)
