"""Words by which a line is known: the name of an office, a post, a person, an address."""

import re

from saraban.rules.letter_reading.lines.toneless import toneless, toneless_shape, tones_optional
from saraban.thai.digits import to_arabic

_UNIT_STARTS = (
    "กระทรวง|กรม|ส[ำา]นัก|กอง|ศูนย์|มหาวิทยาลัย|คณะ|สถาบัน|วิทยาลัย|โรงเรียน|โรงพยาบาล|เทศบาล"
    "|องค์การ|องค์กร|จังหวัด|อำเภอ|ที่ว่าการ|ที่ทำการ|ศาลากลาง|สถานี|ธนาคาร|การ(?:ไฟฟ้า|ประปา|รถไฟ"
    "|เคหะ|ท่าเรือ|กีฬา|ทาง|ท่องเที่ยว|นิคม)|กรุงเทพมหานคร|สภา|ศาล|สมาคม|มูลนิธิ|บริษัท|ฝ่าย|กลุ่ม|งาน"
    "|หน่วย|แผนก|ภาควิชา|ส่วน|บัณฑิตวิทยาลัย|ราชวิทยาลัย|ตำรวจ|เมืองพัทยา|ราชบัณฑิต|สาขา|โครงการ"
    "|สหกรณ์|วัด|ชมรม|เขต|ที่ดินจังหวัด|ด่าน|เรือนจำ|ไปรษณีย์|ทัณฑสถาน|ขนส่งจังหวัด|คลังจังหวัด|พาณิชย์จังหวัด"
    "|โทรสาร|Ministry|Department|Office|University|Embassy|Faculty|Institute|นิติบุคคล|คลัง|ที่ดิน"
    "|ฝ่ายเลขานุการ|รัฐสภา|เนติบัณฑิต|แขวงทางหลวง|แขวงการทาง|อุทยาน|บ้านพักเด็ก|มณฑลทหาร|ห้องสมุด|หอ(?:สมุด|จดหมายเหตุ)|พิพิธภัณฑ์|ท่าอากาศยาน|ห้องปฏิบัติการ|กองทัพ|กองพล|ค่าย"
)
_SHORT_UNITS = r"[ก-ฮ]{1,5}\.(?: ?[ก-ฮ]{1,6}\.)*(?: ?[ก-๎ ]{0,30})(?:เขต ?[0-9๐-๙]{1,2})?"
UNIT = toneless_shape(rf"(?:{_UNIT_STARTS})|{_SHORT_UNITS}$|สท[ก-ฮ]\.?$")

# What a president presides over; otherwise นายก opens the name of a man: นายกมล.
PRESIDED = "รัฐ|เทศ|องค์|อบต|อบจ|สภา|สมาคม|สมาพันธ์|เมืองพัทยา|กิตติมศักดิ์|สโมสร|เหล่า|พุทธ|ท[ตมน]\\.|[ ]|$"
_POST_STARTS = (
    "ผบ[ก-ฮ]?\\.|ผกก\\.|สว\\.|ผช\\.|หน\\.|นอ\\.|ผวจ|อัครราชทูต|เอกอัคร|กงสุล|เจ้าคณะ|เจ้าอาวาส"
    "|Permanent |Director|Minister|Ambassador|Secretary|President|Dean|ผู้|รอง|"
    f"นายก(?={PRESIDED})|"
    "นายอำเภอ"
    "|นายแพทย์(?:สาธารณสุข|เชี่ยวชาญ|ทรงคุณวุฒิ|ชำนาญ)|นายทะเบียน|นายช่าง|ปลัด"
    "|อธิบดี|อธิการ|คณบดี|เลขา|หัวหน้า|ผอ\\.?|ประธาน|กรรมการ|ที่ปรึกษา|ท้องถิ่น(?:จังหวัด|อำเภอ)"
    "|สาธารณสุข(?:จังหวัด|อำเภอ)|สสอ\\.?|สสจ\\.?|ศึกษาธิการ|เกษตร(?:จังหวัด|อำเภอ)|พัฒนาการ|ขนส่งจังหวัด"
    "|คลังจังหวัด"
    "|ศึกษานิเทศก์|สาธารณสุขนิเทศก์|จ่าจังหวัด|เสมียนตรา|ป้องกันจังหวัด|เหรัญญิก|ภัณฑารักษ์|มัณฑนากร"
    "|(?:นายสัตว|สัตว|ทันต)แพทย์(?:ปฏิบัติ|ชำนาญ|เชี่ยวชาญ|อาวุโส)"
    "|นิติกร|นักวิชาการ|นักวิเคราะห์|นักจัดการ|นักทรัพยากร|นักพัฒนา|นักบริหาร|นัก|เจ้าหน้าที่|เจ้าพนักงาน|เจ้ากรม|วิศวกร"
    "|รัฐมนตรี|ครู|อาจารย์|กำนัน|แม่ทัพ|จเร|สารวัตร|อัยการ|ราชเลขา|ประมง|ปศุสัตว์|สรรพากร|สรรพสามิต"
    "|อุตสาหกรรมจังหวัด|พาณิชย์จังหวัด|แรงงานจังหวัด|ประชาสัมพันธ์จังหวัด|วัฒนธรรมจังหวัด|คลัง|เภสัชกร|พยาบาล"
    "|บรรณารักษ์|ช่าง|พนักงาน|สัสดี|ที่ดินจังหวัด|จัดหางานจังหวัด|โยธาธิการ|สมาชิก|ศาสตราจารย์|บุคลากร|สถาปนิก|แพทย์"
)
POST = toneless_shape(rf"(?:\(\s*)?(?:{_POST_STARTS})")

# The word before a telephone's number; โทรทัศน์, โทรทรรศน์ and โทรคมนาคม are none.
TELEPHONE = r"โทร(?!ทัศน|ทรรศน|คมนาคม|มาตร|เลข)"
ACTING = tones_optional(
    # Off a scan its middle may be misread: ปฏิบัติราชฏภารแทน.
    r"(?:ป[ฏฎ]ิบัติราช[ก-ฮ][ก-ฮะ-ฺ]{1,5}แทน|ปฏิบัติการแทน|รักษาราชการแทน|รักษาการในตำแหน่ง|รักษาการแทน"
    r"|รักษาการ(?=$|\s)"
    r"|ทำการแทน|ปฏิบัติหน้าที่แทน|กระทำการแทน|ปฏิบัติงานแทน|ปรท\.|รรท\."
    r"|^(?:Acting )?[Ff]or(?: the)?(?= [A-Z]))"
)

_TITLES = (
    rf"นาย(?!ก(?:{PRESIDED})|อำเภอ|แพทย์สาธารณสุข|ทะเบียน"
    r"|ช่าง(?:โยธา|ไฟฟ้า|เครื่อง|สำรวจ|รังวัด|เทคนิค|ใหญ่|ตรวจ|เขต|แขวง|ชล|[ ]|$))"
    r"|น\.พ\.|ทพญ\.|ภก\.|ภญ\.|สพ\.ญ|น\.สพ|[พจส]\.[จสต]\.[อทต]|ส\.[อทต]\.|ด\.ต\.|น\.[ตท]\.|ม\.จ\."
    r"|นางสาว|นาง|น\.ส\.|ดร\.|ศ\.|รศ\.|ผศ\.|ศาสตราจารย์|รองศาสตราจารย์"
    r"|ผู้ช่วยศาสตราจารย์|อาจารย์|พล[.ตอรเ]|พลตำรวจ|พลเอก|พลโท|พลตรี|พันเอก|พันโท|พันตรี|พันตำรวจ|พ\.ต|พ\.อ"
    r"|พ\.ท"
    r"|ร้อย|ร\.[ตทอ]|ว่าที่|ม\.ร\.ว|ม\.ล\.|หม่อม|คุณหญิง|ท่านผู้หญิง|จ่า|ดาบ|สิบ|นาวา|เรือ|น\.อ\.|พระ|นพ\."
    r"|พญ\.|ทพ\."
    r"|Mr|Mrs|Ms|Dr|Prof|Assoc\. Prof|Asst\. Prof|ทันตแพทย์|สัตวแพทย์|เภสัชกร|แพทย์หญิง|นายแพทย์"
)
TITLED = toneless_shape(rf"(?:{_TITLES})")
RANK_LINE = re.compile(
    r"^(?:ลงชื่อ|\(ลงชื่อ\)|ลงนาม)?[ .…_]*((?:ว่าที่ ?)?(?:พล|พัน|ร้อย|นาวา|เรือ|ดาบ|จ่า|สิบ|ม\.ร\.ว|ม\.ล"
    r"|หม่อม|[พรนจสด]\.[ก-ฮ]\.)[ก-๎. ]{0,22})$"
)
# The printed name under a signature, in brackets and nothing else on the line.
SIGNED_NAME = re.compile(
    r"^(?P<before>(?:\(?(?:ลงชื่อ|ลงนาม)\)?)?[ .…_/]*(?P<rank>[ก-๎. ]{0,24}?) ?)"
    r"\( ?(?P<name>[^()0-9๐-๙]{3,70}?) ?\)[ .|'`~,_-]*(?P<after>.*)$"
)
# A name and nothing else: its title or rank, a first and a last name.
NAME_ALONE = re.compile(
    rf"(?:ลงชื่อ|\(ลงชื่อ\))?[ .…]*(?:{_TITLES})[ก-๎. ]{{2,30}} [ก-๎]{{2,25}}(?: ณ [ก-๎]{{2,20}})?"
)
BLANK_NAME = re.compile(r"^\([ .…_]{4,}\)$")

ADDRESS = re.compile(
    r"(?:^|(?<=\s))(?:เลขที่ ?[0-9]|(?<!ที่ )(?<!ที )(?<!เขต )[0-9]+(?:/[0-9]+)? "
    r"|หมู่(?:ที่?|ท)? ?[0-9]|ม\.[0-9 ]|ถนน"
    r"|ถ\. ?[ก-ฮเ-ไ]|ซอย|ตำบล|ต\. ?[ก-ฮเ-ไ]|แขวง(?!ทาง|การทาง)|ค่าย(?!เยาวชน)"
    r"|อำเภอ(?! ?[ก-๎]+$)|อ\. ?[ก-ฮเ-ไ]|เขต(?! ?[0-9]|พื้นที่|การ)|จังหวัด|จ\. ?[ก-ฮเ-ไ]|กทม|กรุงเทพ(?:ฯ"
    r"|มหานคร ?1)|กท\.? ?[0-9]"
    r"|ทำเนียบรัฐบาล|อาคาร|ตู้ ?ปณ|ศูนย์ราชการ|ชั้น|[ก-ฮ]{2}\.? ?[0-9]{5}|[0-9]{5}(?:$|\s)|โทร|Tel|www"
    r"|http|(?:[A-Z][a-z]+ )+(?:Avenue|Ave\.|Road|Rd\.|Street)\b|Bangkok(?:,? [0-9]|$))"
    # Off a picture the number of the house may be glued to the office before it.
    r"|(?<=[ก-๎])[0-9]{1,4}(?:/[0-9]{1,4})? ?(?=หมู่|ถนน|ซอย|อาคาร|ถ\.|ม\.)"
)

# Offices that are none without the name of their place, and that place.
_NEEDS_PLACE = re.compile(r"(?:องค์การบริหารส่วน|เทศบาล)$")
_PLACE = re.compile(r"(?:ตำบล|จังหวัด|เมือง|นคร)[ก-๎]+")
# A bureau that a line broke before its province, which then stands alone; with more of an
# address beside it the line is one.
_BUREAU = re.compile(r"^สำนักงาน(?!.*(?:จังหวัด|กระทรวง|คณะกรรมการ|ศาล(?!า)|กรม|อำเภอ|เลขา))[ก-๎]{5,}$")
_PROVINCE_ALONE = re.compile(r"จังหวัด[ก-๎]{2,20}$")
# And one of schools before the name and number of its area: …ประถมศึกษา | ทดสอบ เขต ๒.
_OF_SCHOOLS = re.compile(r"เขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา)$")
_AREA = re.compile(
    r"(?!ถนน|อำเภอ|ตำบล|จังหวัด|ศาลากลาง|แขวง|เลขที่|ซอย|หมู่)"
    r"(?:[ก-๎]{3,20}(?: ?เขต ?[0-9๐-๙]{1,2})?|เขต ?[0-9๐-๙]{1,2})$"
)


def is_unit(text: str) -> bool:
    """Whether the text opens like the name of an office or of a part of one."""
    return UNIT.match(toneless(text)) is not None


def is_post(text: str) -> bool:
    """Whether the text opens like a post somebody holds."""
    return POST.match(toneless(text)) is not None


def is_titled(text: str) -> bool:
    """Whether the text opens with a title or a rank, as a person's name does."""
    return TITLED.match(toneless(text)) is not None


def without_address(text: str) -> str:
    """The text before the first sign of an address."""
    found = ADDRESS.search(to_arabic(text))
    return text[: found.start()].strip(" ,") if found else text


def place_of_broken_office(office: str, below: str) -> str:
    """What a line broke off: ตำบลหนองนา under องค์การบริหารส่วน; "" for an office that is whole."""
    for needs, shape in (
        (_NEEDS_PLACE, _PLACE),
        (_BUREAU, _PROVINCE_ALONE),
        (_OF_SCHOOLS, _AREA),
    ):
        if needs.search(office) and (place := shape.match(below)):
            return place[0]
    return ""
