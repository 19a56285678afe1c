"""Where the receiver's own officers begin to write on a letter: เรียน ผอ., - เพื่อโปรดทราบ, ทราบ."""

import re

_MOST = 70
_TO_OWN_HEAD = re.compile(
    r"^(?:กราบ)?เรียน ?(?:ผอ|ผู้|คณบดี|หัวหน้า|นายก|นายอำเภอ|ปลัด|รอง|ท่าน|อธิการ|อธิบดี|ผบ|ผกก|ผช|นพ\.|ครูใหญ่"
    r"|ประธาน|เลขา|สสจ|สสอ|ศึกษา|ท้องถิ่น|กำนัน|สาธารณสุข|หน\.|ทุกฝ่าย|ทุกกลุ่ม)"
)
_NOTED = re.compile(
    r"^(?:[-–•] ?|[(\[] ?[/xX✓✔√]? ?[)\]] ?|[0-9๐-๙][.)] ?)?"
    r"(?:เพื่อ(?:โปรด)?(?:ทราบ|พิจารณา|ดำเนิน)|เห็น(?:ควร|ชอบ)|ทราบ(?:$|[ /.…])|อนุมัติ(?:$|[ /.…])"
    r"|อนุญาต(?:$|[ /.…])|มอบ(?!อำนาจ)|แจ้ง(?:$|[ก-๎ ]{0,12}ทราบ)|ดำเนินการ(?:$|[ /.…]|ตาม)"
    r"|ชอบ(?:$|[ /.…]))"
)


def is_to_own_head(text: str) -> bool:
    """Whether a line under a letter submits it to the head of the office that received it."""
    return len(text) <= _MOST and _TO_OWN_HEAD.match(text) is not None


def is_endorsement(text: str) -> bool:
    """Whether a line in the foot of a letter is a receiver's note or order and not the sender's."""
    return is_to_own_head(text) or is_noted(text)


def is_noted(text: str) -> bool:
    """Whether a line is such a note or order: - เพื่อโปรดทราบ, เห็นชอบ, มอบ ผอ.กอง."""
    return len(text) <= _MOST and _NOTED.match(text) is not None
