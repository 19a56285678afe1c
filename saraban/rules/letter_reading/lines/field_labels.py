"""The words that open a field of a letter: เรื่อง, เรียน, อ้างถึง, and what English and forms have."""

from saraban.rules.letter_reading.lines.toneless import (
    place_with_tones,
    toneless,
    toneless_shape,
)

_LABELS = (
    (
        "subject",
        toneless_shape(
            r"^(?:เรื่อง(?!เล่า|ราว|จริง|นี้|ดังกล่าว)|Subject(?: ?:|(?= [A-Z]))|Re ?:|หัวข้อ ?:)"
            r"(?: ?[:：.]+)? ?"
        ),
    ),
    (
        "addressees",
        toneless_shape(
            r"^(?:ขอประทานกราบทูล|กราบทูล|กราบเรียน|กราบนมัสการ|นมัสการ|ขอประทาน|เจริญพร|ทูล|Dear"
            r"|เรียน(?!รู้|การสอน)|ส่งถึง(?=[ :])|ถึง(?=[ :]|หัวหน้า|ผู้|นาย|สำนัก|กรม|จังหวัด))(?: ?[:：])? ?"
            r"(?:ผู้รับปฏิบัติ(?= ?[:： ]) ?[:：]? ?)?"
            r"|^To(?: ?:|(?= (?:The|Mr|Mrs|Ms|Dr|Prof|All|H\.E)[. ])) ?"
            r"|^(?=(?:Your )?Excellency,?$)"
            # The army submits to a short name: เสนอ กพ.ทบ. และ กกบ.ทบ.
            r"|^เสนอ (?=(?:[ก-ฮ]{1,5}\.|ผบ|ผอ|หน)[ก-ฮ.0-9๐-๙])"
            # The police write to a post at once, without a word before it.
            r"|^(?=(?:รอง ?)?(?:ผบ[ก-ฮ]{0,2}|ผอ|ผกก|สวญ?|สวป|จตร|ผู้การ)\.)"
        ),
    ),
    ("references", toneless_shape(r"^(?:อ้าง(?:ถึง|อิง)(?: ?[:：])?|References? ?:) ?")),
    (
        "enclosures",
        toneless_shape(
            r"^(?:สิ่งที่(?:ได้)?(?:ส่ง|แนบ)มา(?:พร้อม|ด้วย|พร้อมด้วย|พร้อมนี้)*(?:นี้)?|สิ่งที่แนบ|เอกสารแนบ"
            r"|เอกสารที่แนบ(?:มาด้วย)?"
            r"|เอกสารประกอบ)(?: ?[:：])? ?|^(?:ไฟล์แนบ|แนบไฟล์|Attachments?) ?: ?"
            r"|^(?:Attachments?|Enclosures?) (?=[A-Z0-9])"
            r"|^Enc(?:l(?:osures?|s)?)?\.? ?(?:: ?|(?=1\.))"
        ),
    ),
    # Of a mail: it tells the hour as well, a memo's day does not.
    ("day", toneless_shape(r"^(?:(?:Date|Sent|วันที่ส่ง|ส่งเมื่อ) ?:|วันที่ ?:(?=.*[0-9][:.][0-9]{2})) ?")),
    ("copies", toneless_shape(r"^(?:สำเนา(?:ถึง|เรียน)?|[CcBb]cc?|CC) ?: ?|^สำเนาถึง (?! *\()")),
    # What else a fax form asks for between its fields.
    (
        "form",
        toneless_shape(
            r"^(?:(?:หมายเลข)?โทรสาร(?= ?[:(0-9๐-๙])|จำนวน(?:หน้า|แผ่น)(?= ?[(:.0-9๐-๙])"
            r"|จำนวน(?= ?[0-9๐-๙]{1,3} ?(?:หน้า|แผ่น) ?\(รวม(?:ทั้ง)?(?:แผ่น|หน้า|ใบ))"
            r"|(?:ความเร่งด่วน|ชั้นความ(?:เร็ว|ลับ)|ผู้รับทราบ)(?= ?[:\[(-]| )) ?"
        ),
    ),
    ("sender", toneless_shape(r"^(?:จาก(?: ?[:：]| )|From ?:|ผู้ส่ง ?:) ?")),
)

# Of the fax itself, where no enclosure is told above it; the form may count the sheet it is.
_SHEETS = toneless_shape(r"จำนวน ?[0-9๐-๙]{1,3} ?(?:หน้า|แผ่น)(?: ?\([^()]*\))?")


def counts_sheets(text: str) -> bool:
    """Whether the line tells of how many sheets a fax is, and nothing else."""
    return _SHEETS.fullmatch(toneless(text)) is not None


def label_of(text: str, names: tuple[str, ...] = ()) -> tuple[str, int] | None:
    """(field, where its text begins) of a line that opens one of the named fields, or any."""
    for name, shape in _LABELS:
        if (not names or name in names) and (found := shape.match(toneless(text))):
            return name, place_with_tones(text, found.end())
    return None
