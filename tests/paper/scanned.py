"""Pages as a scanner delivers them: letters set on A4, drawn, stamped, laid askew, made noisy."""

import html
import re
from pathlib import Path

import cv2
import numpy as np
import pypdfium2

from saraban.paper.house_style import FACES, FONTS

_RECEIVED = re.compile(r"^(?:ลง)?(?:เลข(?:ที่)?)?(?:ทะเบียน)?รับ(?:ที่|เลขที่| ?[0-9๐-๙])|^เลข(?:ที่)?รับ")
_OF_STAMP = re.compile(r"^(?:วันที่|เวลา)")
_LABEL = re.compile(r"^(?:เรื่อง|เรียน|ถึง|อ้างถึง|สิ่งที่ส่งมาด้วย|ส่วนราชการ|ที่ ?[ก-ฮ(๐-๙0-9])")
_URGENCY = re.compile(r"^ด่วน(?:ที่สุด|มาก)?$")
_TITLE = re.compile(r"^(?:บันทึกข้อความ|คำสั่ง|ประกาศ)")
_DAY = re.compile(r"^[๐-๙0-9]{1,2} [ก-๎.]+ [๐-๙0-9]{4}$")
_CLOSING = re.compile(r"^(?:ขอแสดงความ|ลงชื่อ|\((?:นาย|นาง|ดร))")
_PHONE = re.compile(r"^(?:โทร|สำนัก|กอง|กลุ่ม|ฝ่าย|งาน|ส่วน)")
# A short circular with room beside it, for stamps to be pressed on.
SURVEY = """ที่ ทส ๙๙๐๑/ว ๘๑
๓ มิถุนายน ๒๕๖๕
เรื่อง การสำรวจป้ายเตือนภัยน้ำหลาก
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด
ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัยริมตลิ่งทุกแห่ง และจะรายงานผลการสำรวจให้ทุกจังหวัดทราบ
จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
(นายทดลอง น้ำใส)
อธิบดีกรมทดสอบน้ำ
"""
FACES_OF_OURS = "".join(
    f'@font-face {{ font-family: "Sarabun"; src: url("{(FONTS / face).as_uri()}");'
    f" font-weight: {weight} }}"
    for face, weight in zip(FACES, ("normal", "bold"), strict=True)
)
_STYLE = """
@page {{ size: A4; margin: 18mm 20mm 15mm 28mm }}
{faces}
body {{ font-family: "{family}"; font-size: {size}pt; line-height: {leading} }}
p {{ margin: 0 0 1mm 0 }} .text {{ text-indent: 22mm }}
.urgent {{ font-weight: bold; font-size: 200%; color: #c00; margin-bottom: 3mm }}
.title {{ text-align: center; font-weight: bold; font-size: 160% }}
.day {{ text-align: center; margin: 2mm 0 }} .signed {{ margin-left: 45%; text-align: center }}
.cells {{ display: flex }} .cells span {{ flex: 1 }}
.stamp {{ position: absolute; border: 0.5mm solid {ink}; color: {ink}; padding: 1.5mm;
  font-size: 12pt; width: 50mm; line-height: 1.3; transform: rotate({tilt}deg) }}
"""


def letter_html(
    text: str,
    *,
    family: str = "Sarabun",
    size: float = 15,
    leading: float = 1.35,
    hard: bool = False,
) -> str:
    """A letter's text set as offices set it; receipt stamps framed in blue, or black when hard.

    The places follow from the words alone: number left, day in the middle, signature right.
    """
    lines, stamps = _without_stamps(text.replace("\f", "\n").split("\n"))
    body: list[str] = []
    is_signed = is_wrapped = False
    for line in lines:
        words = line.strip()
        if not words:
            is_signed = is_signed and not (body and body[-1].startswith("<p class=gap"))
            is_wrapped = False
            body.append("<p class=gap>&nbsp;</p>")
            continue
        cells = [cell.strip() for cell in re.split(r"\t+| {4,}", words) if cell.strip()]
        shown = html.escape(words)
        if _URGENCY.match(words):
            kind = "urgent"
        elif _TITLE.match(words) and len(words) < 90:
            kind = "title"
        elif _DAY.match(words):
            kind = "signed" if is_signed else "day"
        elif len(cells) > 1:
            kind = "cells"
            shown = "".join(f"<span>{html.escape(cell)}</span>" for cell in cells)
        elif _CLOSING.match(words):
            kind, is_signed = "signed", True
        elif is_signed and not _PHONE.match(words) and len(words) < 90:
            kind = "signed"
        elif _LABEL.match(words) or len(words) < 60:
            kind = "plain"
        else:
            kind = "text"
        if kind == "text" and is_wrapped and not line.startswith((" ", "\t")):
            body[-1] = body[-1].removesuffix("</p>") + f" {shown}</p>"
            continue
        is_wrapped = kind == "text" and len(words) < 120
        is_signed = is_signed and kind == "signed"
        body.append(f'<p class="{kind}">{shown}</p>')
    for place, stamp in enumerate(stamps):
        shown = "<br>".join(html.escape(line) for line in stamp)
        right, top = (-12, 4 + 34 * place) if not hard else (-8, -8 + 210 * place)
        body.append(f'<div class="stamp" style="right:{right}mm;top:{top - 10}mm">{shown}</div>')
    style = _STYLE.format(
        faces=FACES_OF_OURS, family=family, size=size, leading=leading,
        ink="#2244aa", tilt=2.5 if hard else 0,
    )  # fmt: skip
    return f"<style>{style}</style><body>{''.join(body)}</body>"


def _without_stamps(lines: list[str]) -> tuple[list[str], list[list[str]]]:
    """The lines that are no receipt stamp, and the stamps with the office over each."""
    rest: list[str] = []
    stamps: list[list[str]] = []
    is_in_stamp = False
    for line in lines:
        words = line.strip()
        if _RECEIVED.match(words):
            over = [rest.pop().strip()] if rest and rest[-1].strip() and len(rest[-1]) < 45 else []
            stamps.append([*over, words])
            is_in_stamp = True
        elif is_in_stamp and _OF_STAMP.match(words):
            stamps[-1].append(words)
        else:
            is_in_stamp = False
            rest.append(line)
    return rest, stamps


def printed(text: str, **style: object) -> bytes:
    """The letter as PDF; style as letter_html takes it."""
    import weasyprint  # noqa: PLC0415 - 0.6 s, only for tests that print

    return weasyprint.HTML(string=letter_html(text, **style)).write_pdf()


def drawn(pdf: bytes | Path, *, dpi: int, page: int = 0) -> np.ndarray:
    """A page of a PDF as a picture, (H, W, 3) RGB on white."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=dpi / 72, rev_byteorder=True).to_numpy()[..., :3].copy()
    document.close()
    return picture


def askew(picture: np.ndarray, *, degrees: float) -> np.ndarray:
    """The picture turned clockwise by some degrees; its size stays."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(picture, matrix, (width, height), borderValue=(255, 255, 255))


def scanned(picture: np.ndarray, *, seed: int, hard: bool = False) -> np.ndarray:
    """The page after paper and glass: soft, grainy, not quite straight, saved as JPEG.

    hard: 1.5 degrees, strong grain, a shadow at one edge, JPEG 45. The same seed gives the
    same page.
    """
    chance = np.random.default_rng(seed)
    slope = chance.choice((-1, 1)) * (
        chance.uniform(0.8, 1.5) if hard else chance.uniform(0.1, 0.5)
    )
    picture = askew(picture, degrees=float(slope))
    picture = cv2.GaussianBlur(picture, (0, 0), 0.9 if hard else 0.7)
    height, width = picture.shape[:2]
    light = np.linspace(0.86 if hard else 0.97, 1.0, width)[None, :, None]
    noise = chance.normal(0, 14 if hard else 6, (height, width, 1))
    picture = np.clip((picture * 0.96 + 4) * light + noise, 0, 255).astype(np.uint8)
    quality = [cv2.IMWRITE_JPEG_QUALITY, 45 if hard else 75]
    _, saved = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), quality)
    return cv2.cvtColor(cv2.imdecode(saved, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
