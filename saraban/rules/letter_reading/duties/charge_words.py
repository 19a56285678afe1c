"""The words by which orders, notices, minutes and radio forms charge somebody with a duty.

Letters ask; these kinds say who does what, and name the duties in words of their own. The
patterns match against toneless text.
"""

from saraban.rules.letter_reading.duties import ask_words as said
from saraban.rules.letter_reading.lines.toneless import toneless_shape

# Where an order asks for a report, these words alone ask for no more than what is reported.
BY_OFFICE = toneless_shape(r"มี(?:อำนาจ)?หน้าที่(?![ก-๎ ]{0,20}ดำเนินการ)")
# … unless the report is one duty more behind others: ตรวจนับ ลงนาม ตลอดจนสรุปผลเสนอ….
LAST_OF_MANY = toneless_shape(r"(?:ตลอดจน|รวมทั้ง)(?:การ)?(?:สรุป|รายงาน|จัดทำ)")
# … or says beside it that the work is to be done: ให้ดำเนินการให้แล้วเสร็จและรายงานผล.
CARRIED_OUT = toneless_shape(r"(?<!เพื่อ)ให้ดำเนินการ(?:ให้)?(?:แล้ว)?เสร็จ")
# What those who are appointed think of it goes up with their report.
OPINION = toneless_shape(r"เสนอ(?:ความเห็น|ข้อคิดเห็น)")
# An order charges those whom it appoints: มีหน้าที่ตรวจสอบ…, ให้คณะกรรมการดำเนินการ….
_CHARGED = toneless_shape(
    r"(?<!ผู้)(?<!ที่)(?<!ซึ่ง)มี(?:อำนาจ)?หน้าที่"
    r"|(?<!จึง)ให้(?!การ|เป็น|มี|ได้)[ก-๎]{3,60}(?:(?<!การ)|(?<=กรรมการ))(?<!ผล)ดำเนินการ"
    r"|^(?:\(?[0-9๐-๙]{1,2}[.)] ?|[ก-ฮ]\. )ดำเนินการ"
)
_CHARGED_TO_SPREAD = toneless_shape(
    r"(?<!ผู้)(?<!ที่)(?<!ซึ่ง)มี(?:อำนาจ)?หน้าที่(?: ?|[ก-๎ ]{1,80}?(?: |และ))ประชาสัมพันธ์(?!จังหวัด)"
)
# An order need not say ให้ to all whom it charges: ทุกหน่วยรายงานยอด….
_ALL_REPORT = toneless_shape(
    r"^ทุก(?:ฝ่าย|คณะ|หน่วย|กลุ่ม|กอง|คน)[ก-๎]{0,30}?(?<!การ)รายงาน(?!การประชุม|ตัว|ประจำปี|ทางการ|การเงิน)"
)
# A radio form orders at once: ให้อำเภอดำเนินการ (.), and what follows one by one.
_ORDERED = toneless_shape(
    r"(?:^|(?<= ))ให้ ?(?:ทุก)?(?:จังหวัด|อำเภอ|หน่วย(?:งาน)?|ส่วนราชการ|ท่าน|(?:[ก-ฮ]{1,4}\.){1,3} ?)"
    r"(?:ทุก[ก-๎]{2,10})?"
    r"ดำเนินการ ?(?:\(\.\)|ดัง(?:ต่อไป)?นี้)"
)
# Those whom an order or a notice is for: และถือปฏิบัติตามคำสั่งนี้, ประกาศให้เจ้าของป้ายทราบและถือปฏิบัติ.
_FOLLOW_ORDER = toneless_shape(
    r"(?:ยึด)?ถือปฏิบัติตาม(?:คำสั่ง|ระเบียบ|ประกาศ)(?:ฉบับ)?นี้|(?:ให้|และ)(?:ยึด)?ถือปฏิบัติโดยเคร่งครัด"
    # A rule may have a long name: ให้ถือปฏิบัติตามระเบียบ…ว่าด้วย… พ.ศ. … โดยเคร่งครัด.
    r"|(?<!เพื่อ)ให้(?:ยึด)?ถือปฏิบัติตาม(?:ระเบียบ|ข้อบังคับ|หลักเกณฑ์|แนวทาง|มาตรการ)"
    r"[ก-๎0-9๐-๙. ]{0,150}?โดยเคร่งครัด"
    r"|(?<!เพื่อ)ให้(?:ผู้(?:ที่)?(?:เกี่ยวข้อง|มีรายชื่อ|ได้รับ)|ข้าราชการ|เจ้าหน้าที่|พนักงาน|บุคลากร|ทุก)[ก-๎]{0,60}?"
    r"(?<!การ)ถือปฏิบัติโดยเคร่งครัด"
)
_FOLLOW_NOTICE = toneless_shape(
    r"ประกาศ(?:มา)?(?:ให้|เพื่อ)(?:โปรด)?[ก-๎0-9๐-๙() ]{0,120}?"
    r"ทราบ(?:โดยทั่วกัน)?(?: ?และ|เพื่อ)(?:ยึด)?ถือ(?:เป็น)?ปฏิบัติ"
)
# Minutes charge somebody in each item: ให้อำเภอทดลองดำเนินการ….
_CHARGES = (
    r"(?:(?<!ได้)(?<!เพื่อ)(?<!ที่)(?<!ซึ่ง)ให้(?!บริการ|ความ|การ|เกิด)|มอบ(?:หมาย)?(?:ให้)?)[ก-๎. ]{0,90}?"
)
# … though not what those are to do whom somebody is to tell.
_CHARGES_ITSELF = _CHARGES.replace("[ก-๎. ]", "(?:(?!แจ้ง)[ก-๎. ])")
# What a meeting resolved, in the column of its rows.
_RESOLVED = r"มติ(?:ที่ประชุม)? ?:? ?"
# Who is told in turn: the offices below, and those of one calling whom the matter touches.
_BELOW = (
    "องค์กร|หน่วยงาน|อำเภอ|ส่วนราชการ|เทศบาล|โรง|สถาน|กำนัน|ผู้ใหญ่บ้าน|เกษตรกร|บุคลากร|สมาชิก"
    "|ผู้(?:รับผิดชอบ|เกี่ยวข้อง|ปฏิบัติงาน)"
)
# จึงขอประกาศให้เจ้าของป้าย…ดำเนินการ ดังต่อไปนี้.
_TOLD_BY_NOTICE = toneless_shape(r"ประกาศให้[ก-๎ฯ ]{2,120}?ดำเนินการ ?ดัง(?:ต่อไป)?นี้")
# What only the text of one kind of letter asks.
IN_KIND = {
    "สรุปมติที่ประชุม": (
        # … and nothing beside it: รับทราบ และให้ทุกฝ่ายถือปฏิบัติ asks for what is then said.
        ("ทราบ", toneless_shape(rf"{_RESOLVED}รับทราบ(?! ?(?:และ|ให้|โดย|มอบ))")),
        (
            "แจ้งเวียน",
            toneless_shape(
                r"(?:^|[0-9๐-๙)] )แจ้ง(?=องค์กร|หน่วยงาน|อำเภอ|จังหวัด|ส่วนราชการ|เทศบาล)"
                rf"|{_CHARGES}(?:แจ้งเวียน|เวียนแจ้ง|แจ้ง(?={_BELOW}))"
            ),
        ),
        (
            "ดำเนินการ",
            toneless_shape(
                rf"(?:^|[0-9๐-๙)] )ดำเนินการ|{_CHARGES}(?:(?<!ที่)|(?<=พื้นที่))"
                r"(?:(?<!การ)|(?<=วิชาการ)|(?<=ราชการ)|(?<=อำนวยการ)|(?<=กรรมการ))"
                r"(?<!ผล)(?<!ผู้)(?<!ได้)(?<!จะ)ดำเนินการ"
                # What is to be done may be told by its own word.
                rf"|{_CHARGES}(?<!การ)(?<!ผล)(?<!ผู้)(?<!ได้)(?<!จะ)(?<!ที่)"
                r"(?:สำรวจ|จัดทำ(?!รายงาน)|ตรวจสอบ|วิเคราะห์|ซ่อม|ปรับปรุง|แก้ไข|ติดตั้ง|จัดกิจกรรม|ค้นหา|คัดกรอง)"
                rf"|{_RESOLVED}(?:ให้)?เร่ง(?:รัด)?"
                r"(?!(?:การ)?(?:จัด)?(?:ส่ง(?!เสริม)|รายงาน|แจ้ง|ประชาสัมพันธ์|สรุป|ตอบ))[ก-๎]"
            ),
        ),
        ("ถือปฏิบัติ", toneless_shape(rf"{_CHARGES_ITSELF}(?<!การ)ถือปฏิบัติ")),
        (
            "รายงาน",
            toneless_shape(rf"{_CHARGES}(?<!การ)(?<!ใน)รายงาน(?!การประชุม|ตัว|ประจำปี|ทางการ|การเงิน)"),
        ),
        (
            "ประชาสัมพันธ์",
            toneless_shape(
                rf"{_CHARGES}(?:(?<!ฝ่าย)(?<!งาน)(?<!กลุ่ม)ประชาสัมพันธ์(?!จังหวัด)|{said.ALOUD})"
            ),
        ),
    ),
    "คำสั่ง": (
        ("ดำเนินการ", _CHARGED),
        ("ถือปฏิบัติ", _FOLLOW_ORDER),
        ("ประชาสัมพันธ์", _CHARGED_TO_SPREAD),
        ("รายงาน", _ALL_REPORT),
    ),
    "ประกาศ": (("ถือปฏิบัติ", _FOLLOW_NOTICE), ("ดำเนินการ", _TOLD_BY_NOTICE)),
    "โทรสารในราชการ": (("ดำเนินการ", _ORDERED),),
}
