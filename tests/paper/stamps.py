"""Where stamps came to stand on a drawn page, found by their ink and not by what we planned."""

import io
from typing import Any

import cv2
import numpy as np
import pypdfium2

from saraban.paper.stamped_copy import OrderStamp, ReceiptStamp

DPI = 144
MILLIMETRE = DPI / 25.4

HALL = ReceiptStamp("ศาลากลางจังหวัดทดสอบ", "๑๑๔๙", "๑๐ มิ.ย. ๒๕๖๕")
OFFICE = ReceiptStamp("สำนักงานส่งเสริมน้ำสะอาดท้องถิ่นจังหวัดทดสอบ", "๑๐๓๗", "๑๐ มิ.ย. ๒๕๖๕", "๑๐.๔๐ น.")
SECTION = ReceiptStamp("กลุ่มงานส่งเสริมและพัฒนาน้ำ", "๑๑๖", "๑๓ มิ.ย. ๒๕๖๕")
DEPARTMENT = ReceiptStamp("กรมทดสอบน้ำ", "30400", "31 พ.ค. 2565")
SECRETARIAT = ReceiptStamp("สำนักงานเลขานุการกรม", "1436", "31 พ.ค. 2565")
WORK_GROUP = ReceiptStamp("กลุ่มงานกิจการพิเศษ", "536", "31/๕/๖๕")
SIX = (DEPARTMENT, SECRETARIAT, WORK_GROUP, HALL, OFFICE, SECTION)
ORDER = OrderStamp(
    "สำนักงานทดสอบน้ำ",
    "ผู้อำนวยการสั่งการ",
    (("กลุ่มงานน้ำ", True), ("กลุ่มงานฝน", False), ("กลุ่มงานดิน", False), ("ฝ่ายบริหาร", True)),
    "นายตัวอย่าง ทดสอบ",
    "๑๓ มิ.ย. ๒๕๖๕",
)

Box = tuple[float, float, float, float]


def drawn(content: bytes, page: int = 1) -> np.ndarray:
    """A page as it is seen, (H, W, 3) blue-green-red, at DPI of the paper in its user unit 1."""
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        picture: Any = document[page - 1].render(scale=DPI / 72).to_numpy()
        return np.array(picture[:, :, :3])


def blue(picture: np.ndarray) -> np.ndarray:
    """Which pixels are of the stamps' ink; nothing else in the tests is blue."""
    channels = picture.astype(int)
    return (channels[:, :, 0] - channels[:, :, 2] > 40).astype(np.uint8)


def boxes(content: bytes, page: int = 1) -> list[Box]:
    """(left, top, width, height) in millimetres of each stamp's frame, the highest first."""
    ink = blue(drawn(content, page))
    _, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    frames = [
        (left, top, width, height)
        for left, top, width, height, _ in found[1:]
        if width > 15 * MILLIMETRE and height > 8 * MILLIMETRE
    ]
    frames.sort(key=lambda box: (box[1], box[0]))
    return [tuple(float(side / MILLIMETRE) for side in box) for box in frames]


def lost_ink(original: bytes, stamped: bytes, page: int = 1) -> int:
    """How many pixels of the original's ink a stamp covers on this page of the copy."""
    before, after = drawn(original), drawn(stamped, page)
    had_ink = before.min(axis=2) < 200
    return int((had_ink & (blue(after) > 0) & (blue(before) == 0)).sum())
