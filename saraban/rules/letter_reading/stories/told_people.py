"""Whom a story names with its letter: who sent it, whom it went to, who signed, whom to ask."""

import re

from saraban.rules.letter_reading.draft import Contact, Found, Signatory
from saraban.rules.letter_reading.foot.contact import phone_in
from saraban.rules.letter_reading.foot.emails import email_in
from saraban.rules.letter_reading.foot.posts import posts_of
from saraban.rules.letter_reading.lines.office_of_post import office_of_post
from saraban.rules.letter_reading.lines.office_words import ACTING, POST_STARTS, is_post, is_unit
from saraban.rules.letter_reading.stories.prose import Story

_SENDS = r"(?:ทำ|มี|ออก|ส่ง|ร่อน|เวียน|แจ้ง(?:เวียน)?|ลงนามใน)(?:หนังสือ|บันทึกข้อความ|โทรสาร|วิทยุ|คำสั่ง|ประกาศ)"
_SENDER = re.compile(
    r"(?:(?<![ก-๎])|(?<=ล่าสุด))(?P<unit>(?:กระทรวง|กรม|สำนัก|จังหวัด|อำเภอ|เทศบาล|องค์การ|มหาวิทยาลัย|คณะ|กอง|ศูนย์|โรงพยาบาล"
    r"|โรงเรียน|สถาบัน|ตำรวจภูธร|กรุงเทพมหานคร|ที่ทำการ|[ก-ฮ]{2,5}\.)[ก-๎. 0-9๐-๙]{0,60}?)"
    rf"[ ]?(?:ก็|จึง|ได้|เร่ง|ล่าสุด|โดย)*{_SENDS}"
)
_OF_OFFICE = re.compile(
    r"หนังสือ(?:ราชการ|เวียน)?ของ ?(?P<unit>[ก-๎. 0-9๐-๙]{4,80}?)"
    r"(?=$|\n|[“”\"]| (?:ประทับ|ลง|ถึง|ส่ง|เรื่อง|ที่|ชั้น|ด่วน|ซึ่ง|เนื้อ|มี|โดย|ระบุ|ความ))"
)
# As a page of circulars tells whom, or a letter run on: เรื่อง … เรียน ผู้ว่าราชการจังหวัด.
_GREETS = rf"เรียน (?={POST_STARTS}|ทุก)"
# Where a story goes on behind a name or a subject.
GOES_ON = (
    r"(?:ใน)?เรื่อง|โดย|ความว่า|(?:และ|โดย)?ระบุ|มี(?:เนื้อหา|ใจความ|สาระ)"
    r"|(?:ส่ง|เรียน|แจ้ง|เวียน)?(?:ไป)?ถึง|(?:แจ้ง|ส่ง|เวียน)?ไปยัง|ลงนาม|ลงชื่อ|ซึ่ง|ลงวันที่|ลง "
    r"|เมื่อวันที่|ใจความ|ทั้งนี้|พร้อม|เพื่อ(?:แจ้ง|ให้|กำชับ|ขอ|สั่ง)|กำชับ|สั่ง|ขอให้|หลัง|ชั้นความเร็ว"
    r"|สอบถาม|ติดต่อ|ผู้สื่อข่าว|ด้าน|ขณะที่|ส่วน"
    rf"|{_GREETS}|ท้าย|เนื้อหา"
)
# Where the text of a letter run on begins behind whom it greets.
_BODY_OPENS = "ด้วย|เนื่อง|อนุสนธิ|อ้างถึง|สิ่งที่ส่งมา"
_TO = re.compile(
    r"(?:(?:ส่ง|เรียน|แจ้ง|เวียน|มี|ทำ|หนังสือ)?(?:ไป)?ถึง|ไปยัง"
    rf"|(?<= ){_GREETS}"
    r"|แจ้ง(?:เวียน)?(?=ผู้ว่าราชการ|นายอำเภอ|หัวหน้า|ทุก|ผู้อำนวยการ|นายก|ท้องถิ่น))"
    r" ?(?P<whom>[ก-๎. /,0-9๐-๙]{4,200}?)"
    rf"(?=$|\n|[\"“(]| (?:{GOES_ON}|ให้|ว่า|ด่วน|แล้ว|ตาม|ที่ |{_BODY_OPENS})|(?:เพื่อ|กำชับ|สั่งการ|ขอให้))"
)
_LETTERS_OF_NUMBER = re.compile(r"[ก-ฮ]{2}\.?")
_ANYBODY = ("ทุก", "เจ้าของ", "ประชาชน", "เจ้าอาวาส", "เกษตรกร", "ผู้")
_NAME = (
    r"(?P<name>(?:นางสาว|นาง|นาย(?!ก|อำเภอ)|น\.ส\.|ดร\.|(?:ผศ|รศ|ศ)\. ?|นพ\.|พญ\.|ภก\.|ทพ\."
    r"|ม\.ล\.|ม\.ร\.ว\.|(?:ว่าที่ ?)?(?:พล|พัน|ร้อย|นาวา|เรือ|จ่า|สิบ)[ก-๎]{2,10} ?"
    r"|(?:ว่าที่ ?)?(?:[พรนจสด]|พล)\.[ก-ฮ]\.(?:[ก-ฮ]\.)? ?)"
    r"[ก-๎.]{2,30} [ก-๎]{2,30}(?: ณ [ก-๎]{2,20})?)"
)
_POSTS = (
    r"(?P<posts>(?:(?!เปิดเผย|กล่าว|ระบุ|เมื่อวันที่| ว่า|สัมภาษณ์|ชี้แจง|รายงาน|พร้อม)[ก-๎. 0-9๐-๙]){3,200}?)"
)
_SIGNED = (
    re.compile(
        rf"(?:ลงนาม|ลงชื่อ|เซ็นชื่อ)(?:กำกับ)?(?:โดย)?[ “\"]*{_NAME}[”\"]*,? ?"
        rf"(?:(?:ใน)?(?:ตำแหน่ง|ฐานะ))? ?{_POSTS}"
        rf"(?=$|\n|[\"“”,(]| (?:{GOES_ON}|ให้|และ|แจ้ง|ใน))"
    ),
    re.compile(
        rf"{_NAME},? (?:(?:ใน)?(?:ตำแหน่ง|ฐานะ) ?)?{_POSTS} ?(?:ก็|จึง|ได้|เป็นผู้)*"
        rf"(?:ลงนาม|ลงชื่อ|เซ็น|{_SENDS}|(?:มี|ออก)คำสั่ง)"
    ),
    # As it is printed under the signature, in brackets.
    re.compile(
        rf"(?:ลงนาม|ลงชื่อ|เซ็น)[^\n]{{0,90}}\({_NAME}\) ?{_POSTS}"
        r"(?=$|\n|[\"“”,(]| (?!ปฏิบัติ|รักษา|ผู้))"
    ),
)
# The telephone that a teller found under the letter: เบอร์ที่ให้ไว้ท้ายหนังสือ ๐ ๒๐๐๐ ๐๐๐๐.
_PHONE_TOLD = re.compile(r"(?:เบอร์|หมายเลข)[ก-๎ ]{0,30}หนังสือ[ :]*(?=[0-9๐-๙])")
_ASK_HERE = re.compile(
    r"(?:สอบถาม|ติดต่อ|ประสาน|เจ้าของเรื่อง|ผู้รับผิดชอบ)[ก-๎ ]{0,40}?(?:ได้ที่|ที่|เป็น|คือ|กับ|ไปยัง|[:：]) ?"
    r"(?P<section>(?:ฝ่าย|กลุ่ม|กอง|สำนัก|งาน|ศูนย์|ส่วน|แผนก|กรม)[^\n“”\"]{2,80}?)? ?,? ?"
    r"(?:หมายเลข|เบอร์)?(?=โทร)"
)


def issuer_told(
    story: Story, unit: str, at: int, signed: Found[Signatory] | None
) -> Found[str] | None:
    """The office between the word for the letter and its number; else who is told to send it.

    Else the office that the signatory, or the principal, is the head of.
    """
    if is_unit(unit) and not _LETTERS_OF_NUMBER.fullmatch(unit):
        start = story.told.rfind(unit, 0, at)
        return Found(unit, story.text.spans(start, start + len(unit)), 0.8)
    for shape in (_SENDER, _OF_OFFICE):
        for found in shape.finditer(story.told):
            if is_unit(found["unit"]):
                spans = story.text.spans(*found.span("unit"))
                return Found(found["unit"].strip(), spans, 0.75)
    if signed is None:
        return None
    head = ACTING.sub("", signed.value.acting_for or signed.value.position or "").strip()
    office = office_of_post(head)
    return Found(office, signed.spans, 0.7) if office else None


def whom_told(story: Story, at: int, within: tuple[int, int]) -> Found[str] | None:
    """Whom the story says the letter went to; near its number first."""
    for first, last in ((at, within[1]), within, (0, len(story.told))):
        for found in _TO.finditer(story.told, first, last):
            whom = found["whom"].strip(" ,")
            if is_post(whom) or is_unit(whom) or whom.startswith(_ANYBODY):
                return Found(whom, story.text.spans(*found.span("whom")), 0.7)
    return None


def signatory_told(story: Story, within: tuple[int, int]) -> Found[Signatory] | None:
    """Who the story says signed, with the post and for whom."""
    for first, last in (within, (0, len(story.told))):
        for shape in _SIGNED:
            for found in shape.finditer(story.told, first, last):
                posts = re.split(" ในฐานะ", found["posts"])[0].strip(" ,")
                if not is_post(posts):
                    continue
                position, acting_for = posts_of([posts])
                signatory = Signatory(found["name"].strip(), position, acting_for)
                return Found(signatory, story.text.spans(*found.span()), 0.7)
    return None


def contact_told(story: Story) -> Found[Contact] | None:
    """Whom to ask, in the story or the letter it quotes, and where the answer goes."""
    text = story.text.text
    asking = _ASK_HERE.search(text)
    phone = phone_in(text[asking.end() :]) if asking else None
    section = asking["section"].strip() if asking and asking["section"] else None
    spans = story.text.spans(*asking.span()) if asking else ()
    if phone is None and (told := _PHONE_TOLD.search(text)):
        phone = phone_in(f"โทร. {text[told.end() :]}")
        spans = (*spans, *story.text.spans(told.start(), told.end() + len(phone or "")))
    email = None
    for start, end in story.quotes or ((0, len(text)),):
        if email is None and (found := email_in(text[start:end])):
            email, at = found
            spans = (*spans, *story.text.spans(start + at, start + at + len(email)))
    if not (phone or section or email):
        return None
    return Found(Contact(section, phone, email), spans, 0.7)
