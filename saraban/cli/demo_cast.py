"""The demo's units and people: the true skeleton, and sample bodies and invented names below it.

The 66 small local bodies of Tak are samples: as many of each kind in each district as there
really are, named after subdistricts of the geothai package (data CC BY 4.0), with addresses
that reach nobody. All persons are invented.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from saraban.clock import BANGKOK
from saraban.desk import demo, directory
from saraban.desk.directory import UnitDetails
from saraban.queries.actors import actor_for
from saraban.queries.unit_list import UnitRowLine, units_of
from saraban.rules.permissions import Actor, Role
from saraban.rules.unit_files import english_name, full_name, short_name
from saraban.rules.units import UnitKind, head_position

OPENING = datetime(2022, 1, 4, 8, 30, tzinfo=BANGKOK)
# People hold their posts from that day on.
OPENED = OPENING.replace(hour=16)
TAK = "63"
MAE_SOT, MUEANG_TAK = "6306", "6301"

STATE_ENTERPRISES = (
    ("การไฟฟ้านครหลวง", "กฟน."),
    ("การไฟฟ้าส่วนภูมิภาค", "กฟภ."),
    ("การประปานครหลวง", "กปน."),
    ("การประปาส่วนภูมิภาค", "กปภ."),
    ("องค์การตลาด", "อต."),
    ("องค์การจัดการน้ำเสีย", "อจน."),
)

# district: how many tambon municipalities and subdistrict organisations it has. The province's
# own organisation, the city and the town are added to these.
BODIES = {
    "6301": (2, 8), "6302": (2, 6), "6303": (1, 6), "6304": (3, 5), "6305": (1, 6),
    "6306": (3, 8), "6307": (1, 5), "6308": (3, 2), "6309": (1, 3),
}  # fmt: skip

_FIRST_NAMES = (
    "นายสมชาย", "นางสาวกานดา", "นายวิชัย", "นางมาลี", "นายประเสริฐ", "นางสาวพิมพ์ใจ", "นายธนา",
    "นางสุดา", "นายอำนาจ", "นางสาวชุติมา", "นายบุญมี", "นางรัตนา", "นายกิตติ", "นางสาวอรทัย",
    "นายสุรชัย", "นางวันเพ็ญ", "นายเอกชัย", "นางสาวปราณี", "นายณรงค์", "นางจันทร์เพ็ญ",
)  # fmt: skip
_SURNAMES = ("ตัวอย่าง", "สาธิต", "สมมุติ", "ทดลอง", "จำลอง", "ฝึกหัด", "นามสมมติ", "แบบอย่าง")
_TITLES = {
    Role.CLERK: "เจ้าพนักงานธุรการ",
    Role.OFFICER: "เจ้าหน้าที่เจ้าของเรื่อง",
    Role.AUDITOR: "ผู้ตรวจราชการ",
    Role.ADMINISTRATOR: "ผู้ดูแลระบบ",
}


@dataclass(frozen=True)
class Played:
    """A unit of the demo. tag ends the sign-in names of its people: "clerk.TAG"."""

    tag: str
    uid: str
    kind: str
    name_th: str


class Stage:
    """The units by tag, and their people as actors at any moment of the story."""

    def __init__(self, system: Actor) -> None:
        self.system = system
        self.units: dict[str, Played] = {}
        self.bodies_of: dict[str, list[str]] = {}
        self.district_tags: dict[str, str] = {}
        self.person_ids: dict[str, int] = {}
        self.tree = {
            (line.dopa_code or line.name_th): line for line in units_of(actor=system, on=_today())
        }

    def build(self, password: str) -> None:
        """Add what the skeleton lacks, then everybody."""
        self._add_central_units()
        self._add_tak()
        for code in BODIES:
            self._add_bodies(code)
        # Last, so that everybody else keeps their invented name. The seed's table calls it ปก.
        self._add(
            "dopatak",
            self.units["tak"].uid,
            UnitKind.PROVINCIAL_OFFICE,
            "ที่ทำการปกครองจังหวัดตาก",
            "ปก.",
            code_letters="ตก",
            owner_number="0018",
        )
        self.person_ids = demo.add_people(
            actor=self.system,
            at=OPENING.replace(hour=9),
            people=list(self._people()),
            password=password,
            valid_from=OPENING.date(),
        )

    def actor(self, tag: str, at: datetime, role: Role = Role.CLERK) -> Actor:
        """The unit's person of that role, the clerk where it has no other."""
        person_id = self.person_ids.get(f"{role.value}.{tag}") or self.person_ids[f"clerk.{tag}"]
        found = actor_for(person_id=person_id, unit_id=None, at=at)
        if found is None:
            raise LookupError(f"nobody plays {role.value}.{tag}")
        return found

    def _add_central_units(self) -> None:
        ministry = self._known("moi", "กระทรวงมหาดไทย")
        self._describe(ministry, owner_number="0229", postal_address="ถนนอัษฎางค์ กรุงเทพฯ ๑๐๒๐๐")
        department = self._known("dla", "กรมส่งเสริมการปกครองท้องถิ่น")
        self._describe(
            department,
            owner_number="0801.4",
            postal_address="ถนนนครราชสีมา เขตดุสิต กรุงเทพฯ ๑๐๓๐๐",
        )
        for name, short in STATE_ENTERPRISES:
            self._add(None, ministry.uid, UnitKind.STATE_ENTERPRISE, name, short)
        secretariat = self._add(
            "secretariat", department.uid, UnitKind.DIVISION, "สำนักงานเลขาธิการกรม", "สลก.สถ."
        )
        self._add("workgroup", secretariat, UnitKind.SECTION, "กลุ่มงานสังคมและสุขภาพ", "กง.สังคมฯ")

    def _add_tak(self) -> None:
        province = self._known("tak", TAK)
        self._describe(province, owner_number="0023.3", postal_address="ถนนพหลโยธิน ตก ๖๓๐๐๐")
        office = self._add(
            "dlatak", province.uid, UnitKind.PROVINCIAL_OFFICE,
            "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตาก", "สถจ.ตาก",
            code_letters="ตก", owner_number="0023",
        )  # fmt: skip
        # The stamp gives only the short name; the long one is ours.
        self._add("section", office, UnitKind.SECTION, "กลุ่มงานส่งเสริมและสนับสนุน", "กง.สส.")
        for code in BODIES:
            district = self._known(_slug(self.tree[code].name_th, code), code)
            self.district_tags[code] = district.tag
            self._describe(
                district,
                owner_number=f"{code[2:]}18",
                postal_address=f"{district.name_th} จังหวัดตาก",
            )
        for tag, kind, base, code, dla_code in (
            ("paotak", UnitKind.PAO, "ตาก", MUEANG_TAK, "02630101"),
            ("taktown", UnitKind.TOWN_MUN, "ตาก", MUEANG_TAK, "04630102"),
            ("maesotcity", UnitKind.CITY_MUN, "แม่สอด", MAE_SOT, "03630601"),
        ):
            self._add(
                tag, province.uid, kind, full_name(kind, base), short_name(kind, base),
                dla_code=dla_code, district_uid=self.tree[code].uid,
            )  # fmt: skip

    def _add_bodies(self, code: str) -> None:
        """The district's sample bodies: municipalities first, then the organisations."""
        mun_count, tao_count = BODIES[code]
        places = _places(code)
        kinds = [UnitKind.TAMBON_MUN] * mun_count + [UnitKind.TAO] * tao_count
        self.bodies_of[code] = []
        for number, kind in enumerate(kinds):
            # Where the district has more bodies than subdistricts, two of them share a name.
            name, name_en = places[number % len(places)]
            slug = "".join(letter for letter in name_en.lower() if letter.isalpha())
            tag = f"{'mun' if kind is UnitKind.TAMBON_MUN else 'tao'}.{slug}"
            if tag in self.units:
                tag += f".{self.district_tags[code]}"
            self._add(
                tag, self.tree[code].uid, kind, full_name(kind, name), short_name(kind, name),
                name_en=english_name(kind, name_en), is_sample=True,
            )  # fmt: skip
            self.bodies_of[code].append(tag)

    def _known(self, tag: str, key: str) -> Played:
        line: UnitRowLine = self.tree[key]
        self.units[tag] = Played(tag, line.uid, line.kind, line.name_th)
        return self.units[tag]

    def _describe(self, unit: Played, **details: str) -> None:
        directory.change_details(
            actor=self.system, at=OPENING, unit_uid=unit.uid, details=UnitDetails(**details)
        )

    def _add(
        self,
        tag: str | None,
        parent_uid: str,
        kind: UnitKind,
        name: str,
        short: str,
        *,
        dla_code: str | None = None,
        district_uid: str | None = None,
        is_sample: bool = False,
        **details: str,
    ) -> str:
        address = f"saraban.{tag}@example.go.th" if tag else ""
        uid = directory.add_unit(
            actor=self.system,
            at=OPENING,
            parent_uid=parent_uid,
            kind=kind.value,
            name_th=name,
            short_name_th=short,
            details=UnitDetails(**details),
            dla_code=dla_code,
            district_uid=district_uid,
            saraban_address=address,
            is_sample=is_sample,
        )
        if tag:
            self.units[tag] = Played(tag, uid, kind.value, name)
        return uid

    def _people(self) -> Iterator[demo.DemoPerson]:
        """Clerk, officer and executive of each office; a clerk of each small body, with an
        officer in every third; an auditor and an administrator."""
        names = _invented_names()
        small = [tag for tags in self.bodies_of.values() for tag in tags]
        for tag, unit in self.units.items():
            roles: tuple[Role, ...] = (Role.CLERK, Role.OFFICER, Role.EXECUTIVE)
            if tag in small:
                roles = roles[: 2 if small.index(tag) % 3 == 0 else 1]
            for role in roles:
                title = _TITLES.get(role) or head_position(UnitKind(unit.kind), unit.name_th)
                yield demo.DemoPerson(f"{role.value}.{tag}", next(names), unit.uid, role, title)
        for sign_in, role, uid in (
            ("auditor.moi", Role.AUDITOR, self.units["moi"].uid),
            ("admin", Role.ADMINISTRATOR, self.tree["ประเทศไทย"].uid),
        ):
            yield demo.DemoPerson(sign_in, next(names), uid, role, _TITLES[role])


def _today() -> date:
    return OPENING.date()


def _invented_names() -> Iterator[str]:
    """Names without a repeat: 160 of them, then numbered ones."""
    round_number = 0
    while True:
        for shift in range(len(_SURNAMES)):
            for place, first in enumerate(_FIRST_NAMES):
                surname = _SURNAMES[(place + shift) % len(_SURNAMES)]
                yield f"{first} {surname}" + (f" ({round_number})" if round_number else "")
        round_number += 1


def _slug(name_th: str, code: str) -> str:
    """The district's English name as a tag: "maesot"."""
    import geothai  # noqa: PLC0415 - 20 ms and 1 MB, for the demo only

    named = {district.code: district.name_en for district in geothai.districts(TAK)}
    return "".join(letter for letter in named[code].lower() if letter.isalpha()) or name_th


def _places(code: str) -> list[tuple[str, str]]:
    """Subdistricts to name bodies after, without those the city and the town lie in."""
    import geothai  # noqa: PLC0415 - the same

    found = [(place.name_th, place.name_en) for place in geothai.subdistricts(code)]
    return found[1:] if code in (MAE_SOT, MUEANG_TAK) else found
