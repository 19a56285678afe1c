"""The addressee line as the posts and offices it names."""

import re

from saraban.rules.letter_reading.heading.postal_address import without_postal_address
from saraban.rules.letter_reading.lines.office_words import (
    PRESIDED,
    STATE_ENTERPRISE,
    is_post,
    is_titled,
)
from saraban.rules.letter_reading.lines.toneless import tones_optional

_POSTS = (
    "ผู้ว่า|นายอำเภอ|นายแพทย์(?=สาธารณสุข)|"
    f"นายก(?={PRESIDED})|"
    "ผู้อำนวยการ|ผอ\\.|สสอ|สสจ|หัวหน้า|อธิบดี|ปลัด|คณบดี|เลขาธิการ|ประธาน|ผู้บัญชาการ|อธิการบดี"
    "|ท้องถิ่น|สาธารณสุขอำเภอ|ศึกษาธิการ|เกษตร|(?:หุ้นส่วน)?ผู้จัดการ|ผู้กำกับ|ผู้บังคับ|รองผู้|รองอธิ|รองปลัด|ผู้ตรวจ|กำนัน|ผู้ใหญ่"
    "|พัฒนาการ"
    "|เจ้าคณะ|เจ้าอาวาส|ราชเลขา|รัฐมนตรี|เจ้ากรม|แม่ทัพ|สมุห|ปศุสัตว์|ประมง|ขนส่งจังหวัด|คลังจังหวัด|ผู้พิพากษา|อัยการ|ผู้แทน|เจ้าหน้าที่"
    "|ครูใหญ่|อนุกรรมการ"
    "|อาจารย์ใหญ่|พนักงาน|ที่ปรึกษา|ผู้ช่วย|คณะกรรมการ|กรรมการ|เทศบาล|องค์การบริหาร|สำนักงาน(?!เขต)|ที่ทำการปกครอง"
    "|ผู้เชี่ยวชาญ"
    "|ผู้ประสาน|ผู้ประกอบการ|แพทย์ประจำตำบล|สารวัตรกำนัน|สัสดี|สรรพากร|สรรพสามิต"
    "|(?:ที่ดิน|อุตสาหกรรม|พาณิชย์|แรงงาน|วัฒนธรรม|ประชาสัมพันธ์|สถิติ|จัดหางาน|พลังงาน|ยุติธรรม|ประกันสังคม"
    "|ปฏิรูปที่ดิน|ท่องเที่ยวและกีฬา|สวัสดิการและคุ้มครองแรงงาน|พัฒนาสังคมและความมั่นคงของมนุษย์"
    "|โยธาธิการและผังเมือง|ป้องกันและบรรเทาสาธารณภัย)จังหวัด"
    "|(?<!เกษตรและ)สหกรณ์จังหวัด|ธนารักษ์พื้นที่|เจ้าพนักงาน(?=ที่ดิน|สาธารณสุข)|เลขานุการ(?=กรม|กระทรวง|ศาล|สำนัก)|ผกก\\."
    "|สหกรณ์(?=การ|ออม|เครดิต|โค|ผู้|ร้าน|ทุก|นิคม|ประมง|บริการ)|ป่าไม้"
    "|ผู้บริหาร|ผบ[ก-ฮ]{0,2}\\.|ภ\\.[0-9๐-๙]|ผอ|รอง ?ผบ|โรงพยาบาล|โรงเรียน|ทุก(?:กอง|สำนัก|กลุ่ม)"
)
# Who are told together with posts, but do not part a phrase by a blank alone.
_PEOPLE = (
    "ศึกษานิเทศก์|นักศึกษา|นักเรียน|บุคลากร|ข้าราชการ|ครู|ลูกจ้าง|ประชาชน|สมาชิก|คณาจารย์|นิสิต|ผู้|คณะผู้บริหาร"
    f"|{STATE_ENTERPRISE}|สำนักงานเขตพื้นที่"
)
# An office by its short name: สภ.ต. ในสังกัด. One letter is a place: จ.เลย และ จ.น่าน.
_SHORT_NAME = r"[ก-ฮ]{2,4}\.(?:[ก-ฮ]{1,3}\.)?"
# To all of a kind, in brackets: (เวียนกระทรวง ทบวง กรม จังหวัด).
_CIRCULATED = re.compile(r"^\(เวียน(?:ไปยัง|ถึง)? ?(?P<whom>[^()]+)\)$")
# The offices of the state by their kinds: กระทรวง ทบวง กรม จังหวัด มหาวิทยาลัย.
_BY_KIND = re.compile(r"^กระทรวง,? ทบวง,? (?:และ)?กรม(?=[ ,]|$)")
_OF_ONE_KIND = re.compile(
    r"^(?P<kind>กระทรวง|กรม|กอง|สำนัก(?!งาน)|จังหวัด|อำเภอ|มหาวิทยาลัย|วิทยาลัย|คณะ)[ก-๎].* และ ?(?P=kind)"
)
# Places of one kind and nothing else: จังหวัดตาก จังหวัดน่าน.
_PLACES = re.compile(r"(?P<kind>จังหวัด|อำเภอ)[ก-๎]+(?: (?:และ ?)?(?P=kind)[ก-๎]+)+")
# What stands in brackets is one with what is before it: blanks and words for "and" are put by.
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PUT_BY = (("และ", "\x00"), (" ", "\x01"), (",", "\x02"), ("/", "\x03"))
# A slash parts two posts that are both whole: ผู้อำนวยการ/ครูใหญ่โรงเรียน is the head of one school.
_SLASH = re.compile(rf" ?/ ?(?=ผกก\.|สว\.|หน\.|{_POSTS})")
# Two posts of one person, at one place: ผู้ว่าราชการจังหวัดตาก/ผู้อำนวยการ…จังหวัดตาก.
_SAME_PLACE = re.compile(r"[^/]*(?P<place>(?:จังหวัด|อำเภอ)[ก-๎]{2,}) ?/ ?[^/]*(?P=place)")
# Set apart by blanks, behind all of one kind: นอภ.ทุกอำเภอ / นายก อบจ.ทดสอบ.
_SLASH_APART = " / "
_SHORT_POST = re.compile(r"[ก-ฮ]{2,4}\.")
_HALF_POST = re.compile(
    r"(?:รอง|ผู้ช่วย)?(?:ผู้อำนวยการ|หัวหน้า|ครูใหญ่|อาจารย์ใหญ่|ประธาน(?:กรรมการ)?|กรรมการ|ผู้จัดการ|เลขาธิการ|ผู้แทน"
    r"|ปลัด|นายก|พนักงาน|เจ้าหน้าที่|ผอ\.?)"
)
_INSTITUTION = re.compile("โรงพยาบาล|โรงเรียน|เทศบาล|องค์การบริหารส่วน|สำนักงาน")
_ACADEMIC = re.compile("^(?:ผู้ช่วย|รอง)?ศาสตราจารย์ ?")
_MONK = re.compile(r"พระ(?:ครู|มหา|ราช|เทพ|ธรรม|อธิการ|ปลัด|สมุห์|ใบฎีกา)[ก-๎]{3,}")
_PERSON = re.compile(r"^(?:คุณ|ท่าน)?[ก-๎.]+ ?[ก-๎.]+ [ก-๎]+$")
_AND = tones_optional(
    rf" ?,? ?และ ?(?={_POSTS})| และ ?(?={_PEOPLE}|{_SHORT_NAME})| ?, ?(?={_POSTS})| ?, (?=[ก-ฮ])"
)
_BLANK = tones_optional(rf" (?={_POSTS})")
# Behind all of a kind another kind follows, whatever it is.
_EACH = (
    "แห่ง",
    "จังหวัด",
    "อำเภอ",
    "ตำบล",
    "เขต",
    "ภาค",
    "กอง",
    "สำนัก",
    "ศูนย์",
    "ฝ่าย",
    "หน่วย",
    "กลุ่ม",
    "งาน",
    "โรงเรียน",
    "สถานี",
    "คณะ",
    "สถาบัน",
    "หมู่บ้าน",
    "คน",
    "ท่าน",
)
_NAMED_KIND = "สำนักงานเขต|มหาวิทยาลัย|วิทยาลัย|สถาบัน|สมาคม|บริษัท|ธนาคาร|ศูนย์"
_BEHIND_EACH = re.compile(
    "|".join(f"(?<=ทุก{kind})(?: ?และ ?| (?={_NAMED_KIND}))" for kind in _EACH)
)
_OF_ALL = re.compile(rf"ทุก(?:{'|'.join(_EACH)})$")
_ENUMERATOR = re.compile(
    r"(?:^|\s)(?:\(?[0-9๐-๙]{1,2}[.)]) ?(?=[ก-ฮเ-ไ])|(?:^|\s)[-•] (?=[ก-ฮเ-ไ])"
)
# A post that goes on after the blank: ผู้ว่าราชการจังหวัด ทุกจังหวัด, คณบดี ผ่านหัวหน้า.
_OPEN_END = re.compile(
    r"(?:(?:^| )รอง|ฯพณฯ|ผ่าน|[/(]|ของ|ในสังกัด|(?<!ทุก)คณะ|ประจำ|แทน|ตำแหน่ง|และ|หรือ)$"
)


def addressees_of(text: str) -> list[str]:
    """The posts and offices a salutation names, each as printed."""
    line = re.sub(r"[.…_]{3,}", " ", text)
    line = re.sub(r"\s+", " ", line).strip(" ,:").removesuffix("..")
    line = without_postal_address(line)
    line = re.sub("(?:นะ)?(?:ค่ะ|คะ|ครับ)$", "", line)
    if circulated := _CIRCULATED.match(line):
        return [whom for whom in re.split(r",? (?:และ ?)?", circulated["whom"].strip()) if whom]
    parts: list[str] = []
    for item in _ENUMERATOR.split(_IN_BRACKETS.sub(_with_signs_put_by, line)):
        for one in _by_slash_apart(item):
            parts += _split(one)
    for sign, mark in _PUT_BY:
        parts = [part.replace(mark, sign) for part in parts]
    return [part for part in (part.strip(" ,:") for part in parts) if part]


def _with_signs_put_by(bracket: re.Match[str]) -> str:
    text = bracket[0]
    for sign, mark in _PUT_BY:
        text = text.replace(sign, mark)
    return text


def _split(item: str) -> list[str]:
    if _BY_KIND.match(item):
        return re.split(r",? (?:และ ?)?(?=[ก-ฮเ-ไ])(?!ทุก|ในสังกัด|\()", item)
    if same := _PLACES.fullmatch(item) or _OF_ONE_KIND.match(item):
        return re.split(rf",? (?:และ ?)?(?={same['kind']})", item)
    pieces: list[str] = []
    for piece in _BEHIND_EACH.split(item):
        for part in filter(None, (one for of in _AND.split(piece) for one in _by_slash(of))):
            if (
                pieces
                and (same := _INSTITUTION.match(part))
                and _runs_on(pieces[-1], same[0], item)
            ):
                pieces[-1] = item[item.find(pieces[-1]) : item.find(part) + len(part)]
            else:
                pieces.append(part)
    parts: list[str] = []
    for piece in pieces:
        for part in _BLANK.split(piece):
            if parts and part and piece is not part and _belongs_to(parts[-1], part, piece):
                parts[-1] += f" {part}"
            else:
                parts.append(part)
    return parts


def _by_slash_apart(item: str) -> list[str]:
    """The posts between slashes that blanks set apart, the first of them of all of a kind."""
    posts = item.split(_SLASH_APART)
    is_each_post = all(is_post(post) or _SHORT_POST.match(post) for post in posts)
    return posts if is_each_post and "ทุก" in posts[0] else [item]


def _by_slash(part: str) -> list[str]:
    """The posts between slashes, each whole by itself; else the part as it is."""
    if _SAME_PLACE.fullmatch(part):
        return [part]
    posts = _SLASH.split(part)
    is_each_whole = all(is_post(post) and not _HALF_POST.fullmatch(post) for post in posts)
    return posts if is_each_whole else [part]


def _runs_on(before: str, institution: str, item: str) -> bool:
    """ผู้อำนวยการโรงพยาบาลศูนย์และโรงพยาบาลทั่วไป is one post at two kinds of hospitals."""
    return is_post(before) and institution in before and f"{before}และ" in item


def _belongs_to(before: str, part: str, piece: str) -> bool:
    """Whether the part after a blank goes on with the one before it, in the same piece."""
    if before not in piece:
        return False
    if part.startswith("ทุก") and is_post(before) and "ทุก" not in before:
        return True  # ผู้อำนวยการกอง ทุกกอง
    name = _ACADEMIC.sub("", before)
    if _MONK.match(before):
        return True  # พระครู… เจ้าอาวาสวัดทดสอบ ประธานที่ปรึกษา
    is_person = is_titled(name) or name.startswith("คุณ")
    if is_person and not is_post(name) and _PERSON.match(name.strip()):
        return True
    if _OPEN_END.search(before.strip()):
        return True
    if institution := _INSTITUTION.match(part):
        if _OF_ALL.search(before):
            return False  # สำนักงานทดสอบจังหวัด ทุกจังหวัด เทศบาลนคร ทุกแห่ง
        # โรงพยาบาลศูนย์ โรงพยาบาลทั่วไป are two kinds; behind a post it is whose that is.
        return not before.startswith(institution[0])
    return part.startswith("คณะกรรมการ") and before.startswith("ประธาน")
