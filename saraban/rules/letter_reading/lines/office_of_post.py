"""The office that a post heads: จังหวัดตาก for ผู้ว่าราชการจังหวัดตาก or ผวจ.ตาก.

Forms and news tell the sender by who signs; the letter comes from the office.
"""

import re

from saraban.rules.letter_reading.lines.office_words import is_unit
from saraban.rules.units import OFFICE_POSTS

_HEADS = (
    (re.compile(r"(?:ผู้ว่าราชการ(?:จังหวัด)|ผวจ\.) ?"), "จังหวัด"),
    (re.compile(r"(?:นายอำเภอ|นอ\.) ?"), "อำเภอ"),
    (re.compile(r"นายกเทศมนตรี"), "เทศบาล"),
    (re.compile(r"นายก(?=องค์การ|เมืองพัทยา|สมาคม)"), ""),
    (re.compile(r"ผู้ว่าราชการ(?=กรุงเทพ)"), ""),
    (re.compile(r"(?:อธิบดี|อธิการบดี|คณบดี|ปลัด(?=กระทรวง)|ผู้อำนวยการ|หัวหน้า) ?"), ""),
    (re.compile(r"(?:ผอ|หน|ผกก|สวญ?|ผบ[ก-ฮ]{0,2})\. ?"), ""),
    (re.compile(r"เลขาธิการ(?=คณะกรรมการ|สภา)"), "สำนักงาน"),
    (re.compile(r"(?:ผู้บังคับการ|ผู้บัญชาการ|ผู้กำกับการ)(?=ตำรวจ|สถานี|กอง|สำนัก)"), ""),
)


def office_of_post(post: str) -> str | None:
    """The office whose head the post is; None for a deputy or a post that tells none."""
    for office, (_, head) in OFFICE_POSTS.items():
        if post.startswith(head) and (place := post.removeprefix(head).strip()):
            return f"{office}{place}"
    for head_shape, office in _HEADS:
        if found := head_shape.match(post):
            name = f"{office}{post[found.end() :]}".strip()
            return name if is_unit(name) and name != office else None
    return None
