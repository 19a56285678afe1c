"""The letters and number blocks that stand at the head of letter numbers, as facts.

The text of annex 1 of the Rule was not available in full: the tables are reconstructed from
letters in use and from public lists that agree with each other. Never resolve a sender from
letters alone: ตร is Trat, and the police number their internal letters with it too.
Source: Rule of 2526, clause 11.1 and annex 1; unconfirmed where a note says so.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MinistryFact:
    """A ministry, or a body beside the ministries, and its letters.

    valid_from and valid_to bound the time in which letters of its own number were written;
    null means since before, or until after, what we know of. is_ministry is False for the
    police, who answer to the prime minister.
    """

    letters: str
    name_th: str
    name_en: str
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    is_ministry: bool = True


@dataclass(frozen=True)
class DepartmentFact:
    """A department, and the first two digits of its owner numbers within its ministry."""

    ministry_letters: str
    block: str
    name_th: str
    short_name_th: str
    name_en: str
    note: str = ""


# DOPA province code: letters. All 77 differ from each other and from every ministry's.
# กท (10) is what letters of Bangkok carry, one source; กทม is only the everyday abbreviation.
PROVINCE_LETTERS: dict[str, str] = {
    "10": "กท", "11": "สป", "12": "นบ", "13": "ปท", "14": "อย", "15": "อท", "16": "ลบ",
    "17": "สห", "18": "ชน", "19": "สบ", "20": "ชบ", "21": "รย", "22": "จบ", "23": "ตร",
    "24": "ฉช", "25": "ปจ", "26": "นย", "27": "สก", "30": "นม", "31": "บร", "32": "สร",
    "33": "ศก", "34": "อบ", "35": "ยส", "36": "ชย", "37": "อจ", "38": "บก", "39": "นภ",
    "40": "ขก", "41": "อด", "42": "ลย", "43": "นค", "44": "มค", "45": "รอ", "46": "กส",
    "47": "สน", "48": "นพ", "49": "มห", "50": "ชม", "51": "ลพ", "52": "ลป", "53": "อต",
    "54": "พร", "55": "นน", "56": "พย", "57": "ชร", "58": "มส", "60": "นว", "61": "อน",
    "62": "กพ", "63": "ตก", "64": "สท", "65": "พล", "66": "พจ", "67": "พช", "70": "รบ",
    "71": "กจ", "72": "สพ", "73": "นฐ", "74": "สค", "75": "สส", "76": "พบ", "77": "ปข",
    "80": "นศ", "81": "กบ", "82": "พง", "83": "ภก", "84": "สฎ", "85": "รน", "86": "ชพ",
    "90": "สข", "91": "สต", "92": "ตง", "93": "พท", "94": "ปน", "95": "ยล", "96": "นธ",
}  # fmt: skip

MINISTRIES = (
    MinistryFact("นร", "สำนักนายกรัฐมนตรี", "Office of the Prime Minister"),
    MinistryFact("กห", "กระทรวงกลาโหม", "Ministry of Defence"),
    MinistryFact("กค", "กระทรวงการคลัง", "Ministry of Finance"),
    MinistryFact("กต", "กระทรวงการต่างประเทศ", "Ministry of Foreign Affairs"),
    MinistryFact("กก", "กระทรวงการท่องเที่ยวและกีฬา", "Ministry of Tourism and Sports"),
    MinistryFact(
        "พม",
        "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
        "Ministry of Social Development and Human Security",
    ),
    MinistryFact(
        "อว",
        "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม",
        "Ministry of Higher Education, Science, Research and Innovation",
        note="took over วท; the day it began is unconfirmed",
        valid_from=date(2019, 5, 2),
    ),
    MinistryFact("กษ", "กระทรวงเกษตรและสหกรณ์", "Ministry of Agriculture and Cooperatives"),
    MinistryFact("คค", "กระทรวงคมนาคม", "Ministry of Transport"),
    MinistryFact(
        "ดศ",
        "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",
        "Ministry of Digital Economy and Society",
        note="took over ทก; letters from one source, the day it began is unconfirmed",
        valid_from=date(2016, 9, 16),
    ),
    MinistryFact(
        "ทส",
        "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
        "Ministry of Natural Resources and Environment",
    ),
    MinistryFact("พน", "กระทรวงพลังงาน", "Ministry of Energy"),
    MinistryFact("พณ", "กระทรวงพาณิชย์", "Ministry of Commerce"),
    MinistryFact("มท", "กระทรวงมหาดไทย", "Ministry of Interior"),
    MinistryFact("ยธ", "กระทรวงยุติธรรม", "Ministry of Justice", note="one source"),
    MinistryFact("รง", "กระทรวงแรงงาน", "Ministry of Labour", note="one source"),
    MinistryFact("วธ", "กระทรวงวัฒนธรรม", "Ministry of Culture", note="one source"),
    MinistryFact("ศธ", "กระทรวงศึกษาธิการ", "Ministry of Education"),
    MinistryFact("สธ", "กระทรวงสาธารณสุข", "Ministry of Public Health"),
    MinistryFact("อก", "กระทรวงอุตสาหกรรม", "Ministry of Industry", note="one source"),
    MinistryFact(
        "ตช",
        "สำนักงานตำรวจแห่งชาติ",
        "Royal Thai Police",
        note="one source; police-internal numbers are written ตร, which is also Trat",
        is_ministry=False,
    ),
)

# Letters that old letters still carry, and the ministry that took over.
FORMER_LETTERS = {"ทก": "ดศ", "วท": "อว"}

# Of bodies outside the ministries: the election and the anti-corruption commission, auditors,
# prosecutors, courts of justice and administrative courts, parliament, Buddhism's office. Common
# knowledge, unconfirmed for each until it is seen on a letter: good for reading a scan by only.
OUTSIDE_LETTERS = frozenset({"ลต", "ปช", "ตผ", "อส", "ศย", "ศป", "สผ", "สว", "พศ"})

# Every pair of letters that annex 1 gives to a province or a ministry.
CODE_LETTERS = frozenset(
    {*PROVINCE_LETTERS.values(), *FORMER_LETTERS, *(fact.letters for fact in MINISTRIES)}
)

DEPARTMENTS = (
    DepartmentFact(
        "นร", "01", "สำนักงานปลัดสำนักนายกรัฐมนตรี", "สปน.",
        "Office of the Permanent Secretary, Prime Minister's Office",
    ),
    DepartmentFact(
        "นร", "05", "สำนักเลขาธิการคณะรัฐมนตรี", "สลค.", "Secretariat of the Cabinet"
    ),
    DepartmentFact(
        "นร", "10", "สำนักงานคณะกรรมการข้าราชการพลเรือน", "สำนักงาน ก.พ.",
        "Office of the Civil Service Commission",
    ),
    DepartmentFact("กค", "04", "กรมบัญชีกลาง", "บก.", "Comptroller General's Department"),
    DepartmentFact(
        "มท", "02", "สำนักงานปลัดกระทรวงมหาดไทย", "สป.มท.",
        "Office of the Permanent Secretary for Interior",
    ),
    DepartmentFact("มท", "03", "กรมการปกครอง", "ปค.", "Department of Provincial Administration"),
    DepartmentFact("มท", "04", "กรมการพัฒนาชุมชน", "พช.", "Community Development Department"),
    DepartmentFact(
        "มท", "05", "กรมที่ดิน", "ทด.", "Department of Lands", note="block unconfirmed"
    ),
    DepartmentFact(
        "มท", "06", "กรมป้องกันและบรรเทาสาธารณภัย", "ปภ.",
        "Department of Disaster Prevention and Mitigation",
    ),
    DepartmentFact(
        "มท", "07", "กรมโยธาธิการและผังเมือง", "ยผ.",
        "Department of Public Works and Town and Country Planning", note="block unconfirmed",
    ),
    DepartmentFact(
        "มท", "08", "กรมส่งเสริมการปกครองท้องถิ่น", "สถ.", "Department of Local Administration"
    ),
    DepartmentFact(
        "ทส", "03", "กรมควบคุมมลพิษ", "คพ.", "Pollution Control Department",
        note="block unconfirmed",
    ),
    DepartmentFact(
        "ศธ", "04", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", "สพฐ.",
        "Office of the Basic Education Commission", note="owner numbers have five digits",
    ),
    DepartmentFact(
        "ศธ", "06", "สำนักงานคณะกรรมการการอาชีวศึกษา", "สอศ.",
        "Office of the Vocational Education Commission",
    ),
    DepartmentFact(
        "สธ", "02", "สำนักงานปลัดกระทรวงสาธารณสุข", "สป.สธ.",
        "Office of the Permanent Secretary for Public Health",
    ),
)  # fmt: skip
