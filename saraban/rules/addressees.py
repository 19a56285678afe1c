"""An addressee phrase read as groups of units; what it does not understand it refuses.

Addressees are posts ("นายอำเภอ ทุกอำเภอ") and ทุก is relative to the sender. The groups are
evaluated by a query on the day of the letter; nothing here knows which units exist.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from saraban.errors import UnreadablePhrase
from saraban.rules.units import LOCAL_KINDS, THAI_UNIT_KIND, UnitKind
from saraban.thai.text import clean_line


class Area(StrEnum):
    """Where the units of a group lie, seen from the sender."""

    COUNTRY = "country"
    SENDER_PROVINCE = "sender_province"
    SENDER_DISTRICT = "sender_district"
    SENDER_MINISTRY = "sender_ministry"


@dataclass(frozen=True)
class Group:
    """The units of these kinds in this area, or the one of them called `named`.

    named and excepted are full Thai names ("เทศบาลนครแม่สอด"). within is the full name of the
    ministry or province that the phrase says the members lie under; it is more exact than
    the area, which whoever evaluates the group may then leave aside.
    """

    kinds: frozenset[UnitKind]
    area: Area
    named: str | None
    excepted: tuple[str, ...]
    within: str | None = None


@dataclass(frozen=True)
class _Head:
    """Words a group begins with. `naming` is what a unit's name begins with, after them.

    every: what may follow ทุก besides แห่ง. stands_alone: the words name one unit already.
    """

    words: str
    kinds: frozenset[UnitKind]
    naming: str = ""
    every: str = ""
    stands_alone: bool = False


def _local_heads(words: str, kind: UnitKind) -> tuple[_Head, ...]:
    """The head's post and the unit's own name, for one kind of local body or municipality."""
    name = THAI_UNIT_KIND[kind]
    every = name if name.startswith("องค์การ") else f"{name}|เทศบาล"
    return tuple(_Head(start, frozenset({kind}), name, every) for start in (words, name))


_PROVINCE = frozenset({UnitKind.PROVINCE})
_DISTRICT = frozenset({UnitKind.DISTRICT})
_DEPARTMENT = frozenset({UnitKind.DEPARTMENT})
_ENTERPRISE = frozenset({UnitKind.STATE_ENTERPRISE})
_OFFICE = frozenset({UnitKind.PROVINCIAL_OFFICE})
_MUNICIPAL = frozenset({UnitKind.CITY_MUN, UnitKind.TOWN_MUN, UnitKind.TAMBON_MUN})
_LOCAL_EVERY = "องค์กรปกครองส่วนท้องถิ่น"

_POSTS = (
    _Head("ผู้ว่าราชการจังหวัด", _PROVINCE, "จังหวัด", "จังหวัด"),
    _Head("ผู้ว่าราชการกรุงเทพมหานคร", frozenset({UnitKind.BANGKOK}), "กรุงเทพมหานคร", "", True),
    _Head("ปลัดกระทรวง", frozenset({UnitKind.MINISTRY}), "กระทรวง", "กระทรวง"),
    _Head("ปลัดสำนักนายกรัฐมนตรี", frozenset({UnitKind.MINISTRY}), "สำนักนายกรัฐมนตรี", "", True),
    _Head("หัวหน้าส่วนราชการระดับกรม", _DEPARTMENT, "", "กรม|ส่วนราชการ"),
    _Head("อธิบดีกรม", _DEPARTMENT, "กรม", "กรม"),
    _Head("อธิบดี", _DEPARTMENT, "", "กรม"),
    _Head("หัวหน้าหน่วยงานรัฐวิสาหกิจ", _ENTERPRISE, "", "หน่วยงาน|รัฐวิสาหกิจ"),
    _Head("หัวหน้ารัฐวิสาหกิจ", _ENTERPRISE, "", "หน่วยงาน|รัฐวิสาหกิจ"),
    _Head("หัวหน้าส่วนราชการประจำจังหวัด", _OFFICE, "", "ส่วนราชการ|หน่วยงาน"),
    _Head("นายอำเภอ", _DISTRICT, "อำเภอ", "อำเภอ"),
    *_local_heads("นายกเทศมนตรีนคร", UnitKind.CITY_MUN),
    *_local_heads("นายกเทศมนตรีเมือง", UnitKind.TOWN_MUN),
    *_local_heads("นายกเทศมนตรีตำบล", UnitKind.TAMBON_MUN),
    *_local_heads("นายกองค์การบริหารส่วนจังหวัด", UnitKind.PAO),
    *_local_heads("นายกองค์การบริหารส่วนตำบล", UnitKind.TAO),
    _Head("นายกเทศมนตรี", _MUNICIPAL, "", "เทศบาล"),
    _Head("เทศบาล", _MUNICIPAL, "", "เทศบาล"),
    _Head("นายกเมืองพัทยา", frozenset({UnitKind.PATTAYA}), "เมืองพัทยา", "", True),
    _Head("เมืองพัทยา", frozenset({UnitKind.PATTAYA}), "เมืองพัทยา", "", True),
    _Head("กรุงเทพมหานคร", frozenset({UnitKind.BANGKOK}), "กรุงเทพมหานคร", "", True),
    _Head("นายกองค์กรปกครองส่วนท้องถิ่น", LOCAL_KINDS, "", _LOCAL_EVERY),
    _Head("ผู้บริหารองค์กรปกครองส่วนท้องถิ่น", LOCAL_KINDS, "", _LOCAL_EVERY),
    _Head("องค์กรปกครองส่วนท้องถิ่น", LOCAL_KINDS, "", _LOCAL_EVERY),
)
# After a blank alone these two say where the unit before them lies, so they begin a group
# only after และ, a comma, or at the start.
_PLACES = (
    _Head("จังหวัด", _PROVINCE, "จังหวัด", "จังหวัด"),
    _Head("อำเภอ", _DISTRICT, "อำเภอ", "อำเภอ"),
)
_HEADS = tuple(sorted((*_POSTS, *_PLACES), key=lambda head: -len(head.words)))

_AND = "(?:และ|รวมทั้ง|ตลอดจน)"
_ANY_HEAD = "(?=" + "|".join(head.words for head in _HEADS) + ")"
_HEAD_OF_A_GROUP = "(?=" + "|".join(head.words for head in _HEADS if head not in _PLACES) + ")"
_BETWEEN_GROUPS = re.compile(
    rf" ?, ?{_AND}? ?{_ANY_HEAD}| ?{_AND} ?{_ANY_HEAD}| {_HEAD_OF_A_GROUP}"
)
_BETWEEN_EXCEPTED = re.compile(rf" ?, ?{_AND}? ?| ?{_AND} ?{_ANY_HEAD}| {_ANY_HEAD}")
_EXCEPT = re.compile(r" ?\( ?ยกเว้น ?(?P<inside>[^()]*)\) ?| ?ยกเว้น ?(?P<rest>[^()]*)$")
_LEAD = re.compile("(?:เรียน|ถึง) ?")
# Blanks inside fixed words; นครนายก is a province and no post.
_STRAY_BLANK = re.compile(
    "(?<=นายก)(?<!นครนายก) (?=องค์|เทศ|เมือง)|(?<=ผู้ว่าราชการ) (?=จังหวัด|กรุง)"
    "|(?<=ส่วนราชการ) (?=ระดับ|ประจำ)|(?<=หน่วยงาน) (?=รัฐวิสาหกิจ)|(?<=สังกัด) (?=กระทรวง|สำนัก)"
)
# The one name with blanks in it, guarded while blanks part the groups.
_SPACED_NAME = "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"
_GUARDED_NAME = _SPACED_NAME.replace(" ", "_")

_NAME = re.compile("[ก-ฮเ-ไ][ก-์_]+")
# A name with these in it swallowed the words of another group, or a condition.
_NOT_IN_A_NAME = re.compile(
    "ทุก|ยกเว้น|สังกัด|หัวหน้า|ผู้ว่าราชการ|นายกเทศ|นายกองค์|นายอำเภอ|ปลัดกระทรวง|ปลัดจังหวัด|เทศบาล|องค์ก"
)
_IN_A_MINISTRY = re.compile(" ?(?:ที่)?(?:ใน)?สังกัด(?P<ministry>กระทรวง[ก-์_]+|สำนักนายกรัฐมนตรี)?$")
_IN_A_PLACE = re.compile(
    " ?(?:ภายใน|ใน)(?=เขต|พื้นที่|จังหวัด|อำเภอ)(?:เขต)?(?:พื้นที่)?(?:รับผิดชอบ)?"
    "(?:(?P<level>จังหวัด|อำเภอ)(?P<name>[ก-์]+)?)?$"
)
_PROVINCE_OF_A_NAME = re.compile(" (?P<province>จังหวัด[ก-์]+)$")

_CENTRAL = frozenset(
    {UnitKind.COUNTRY, UnitKind.MINISTRY, UnitKind.DEPARTMENT, UnitKind.STATE_ENTERPRISE}
)
_ABOVE_DISTRICTS = _CENTRAL | {UnitKind.PROVINCE, UnitKind.PROVINCIAL_OFFICE}
_NATIONAL = _CENTRAL | {UnitKind.PROVINCE, UnitKind.BANGKOK, UnitKind.PATTAYA}
_IN_MINISTRIES = _DEPARTMENT | _ENTERPRISE
_IN_PLACES = LOCAL_KINDS | _DISTRICT | _OFFICE


def parse_phrase(phrase: str, *, sender_kind: UnitKind) -> tuple[Group, ...]:
    """The groups an addressee phrase means for a sender of this kind, in its order.

    sender_kind is that of the unit whose number the letter carries, not of a division in it.
    ในสังกัด… covers the departments and state enterprises listed right before it as well, and
    ใน with a province the local bodies right before it. Whether a named unit exists is the
    query's to find. Raises UnreadablePhrase with the part that cannot be read.
    Source: unconfirmed (practice; Rule on Saraban Work B.E. 2526 asks only for a post).
    """
    line = _STRAY_BLANK.sub("", clean_line(phrase)).replace(_SPACED_NAME, _GUARDED_NAME)
    line = line[lead.end() :] if (lead := _LEAD.match(line)) else line
    exception = _EXCEPT.search(line)
    listed = line
    if exception:
        # Joined by a blank, so that what follows the brackets is still read.
        listed = f"{line[: exception.start()]} {line[exception.end() :]}".strip()
    groups = _covered([_read_group(part, sender_kind) for part in _BETWEEN_GROUPS.split(listed)])
    if exception:
        groups = _without(groups, exception["inside"] or exception["rest"] or "")
    return tuple(groups)


def group_words(group: Group) -> str:
    """What a group means in Thai words, for the person who is about to send."""
    if group.named is not None:
        return group.named + (f" {group.within}" if group.within else "")
    words = f"{_kind_words(group.kinds)}ทุกแห่ง"
    if group.area is Area.SENDER_MINISTRY and group.within:
        words += f"ในสังกัด{group.within}"
    else:
        words += f"ใน{group.within}" if group.within else _AREA_WORDS[group.area]
    if group.kinds == _PROVINCE:
        words += " ไม่รวมกรุงเทพมหานคร"
    if group.excepted:
        words += f" ยกเว้น {' '.join(group.excepted)}"
    return words


_AREA_WORDS = {
    Area.COUNTRY: "ทั่วประเทศ",
    Area.SENDER_PROVINCE: "ในจังหวัดของผู้ส่ง",
    Area.SENDER_DISTRICT: "ในอำเภอของผู้ส่ง",
    Area.SENDER_MINISTRY: "ในกระทรวงของผู้ส่ง",
}


def _kind_words(kinds: frozenset[UnitKind]) -> str:
    if kinds == LOCAL_KINDS:
        return "องค์กรปกครองส่วนท้องถิ่น"
    if kinds == _MUNICIPAL:
        return "เทศบาล"
    return "และ".join(THAI_UNIT_KIND[kind] for kind in UnitKind if kind in kinds)


def _read_group(part: str, sender_kind: UnitKind) -> Group:
    """One group: its head words, then a name or ทุก…, then where the units lie."""
    head, rest = _head_of(part)
    every = re.search(f" ?ทุก ?(?:แห่ง{f'|{head.every}' if head.every else ''})", rest)
    if every:
        rest = f"{rest[: every.start()]}{rest[every.end() :]}"
    if head.kinds <= _IN_MINISTRIES and not head.naming:
        group, rest = _read_ministry(head, rest)
    elif head.kinds <= _IN_PLACES and not head.stands_alone:
        group, rest = _read_place(head, rest, sender_kind)
    else:
        group = Group(head.kinds, _area(head.kinds, sender_kind), None, ())
    if rest or head.stands_alone:
        named = _name(head, rest)
        if named is None or every:
            raise UnreadablePhrase(text=_shown(rest or part))
        return replace(group, area=_area_of_one(head.kinds, sender_kind), named=named)
    if not every and not _means_all_by_itself(head, sender_kind):
        raise UnreadablePhrase(text=_shown(part))
    return group


def _head_of(part: str) -> tuple[_Head, str]:
    head = next((head for head in _HEADS if part.startswith(head.words)), None)
    if head is None:
        raise UnreadablePhrase(text=_shown(part))
    return head, part[len(head.words) :]


def _read_ministry(head: _Head, rest: str) -> tuple[Group, str]:
    found = _IN_A_MINISTRY.search(rest)
    if not found:
        return Group(head.kinds, Area.COUNTRY, None, ()), rest
    ministry = found["ministry"].replace("_", " ") if found["ministry"] else None
    return Group(head.kinds, Area.SENDER_MINISTRY, None, (), ministry), rest[: found.start()]


def _read_place(head: _Head, rest: str, sender_kind: UnitKind) -> tuple[Group, str]:
    """The group in its area, and what is left of rest before the words for the place."""
    group = Group(head.kinds, _area(head.kinds, sender_kind), None, ())
    if found := _PROVINCE_OF_A_NAME.search(rest):
        return replace(group, within=found["province"]), rest[: found.start()]
    if head.kinds == _OFFICE and (name := _NAME.fullmatch(rest)) and not _IN_A_PLACE.match(rest):
        # หัวหน้าส่วนราชการประจำจังหวัดตาก: the offices of that province, not one of that name.
        if _NOT_IN_A_NAME.search(name[0]):
            raise UnreadablePhrase(text=_shown(head.words + rest))
        return replace(group, within=f"จังหวัด{name[0]}"), ""
    found = _IN_A_PLACE.search(rest)
    if not found:
        return group, rest
    left = rest[: found.start()]
    if not found["level"]:
        return group, left
    if found["level"] == "จังหวัด" and found["name"]:
        return replace(group, within=f"จังหวัด{found['name']}"), left
    if found["level"] == "จังหวัด" and group.area is Area.SENDER_PROVINCE:
        return group, left
    if found["level"] == "อำเภอ" and not found["name"] and group.area is Area.SENDER_DISTRICT:
        return group, left
    # A district's name alone may mean several, and ในจังหวัด from the centre means none.
    raise UnreadablePhrase(text=_shown(head.words + rest))


def _name(head: _Head, rest: str) -> str | None:
    """The full name of the one unit meant, or None when rest is no name."""
    if head.stands_alone:
        return None if rest else head.naming
    if not head.naming or not _NAME.fullmatch(rest) or _NOT_IN_A_NAME.search(rest):
        return None
    if "และ" in rest and head.naming not in ("กรม", "กระทรวง"):
        return None
    return head.naming + rest.replace("_", " ")


def _area(kinds: frozenset[UnitKind], sender_kind: UnitKind) -> Area:
    """Where ทุก reaches for this sender."""
    if kinds <= _NATIONAL or sender_kind in _CENTRAL:
        return Area.COUNTRY
    if sender_kind is UnitKind.DISTRICT and kinds <= LOCAL_KINDS and kinds != {UnitKind.PAO}:
        return Area.SENDER_DISTRICT
    return Area.SENDER_PROVINCE


def _area_of_one(kinds: frozenset[UnitKind], sender_kind: UnitKind) -> Area:
    """Where a named unit is looked for: a district may write to a town outside it."""
    is_national = kinds <= _NATIONAL or sender_kind in _CENTRAL
    return Area.COUNTRY if is_national else Area.SENDER_PROVINCE


def _means_all_by_itself(head: _Head, sender_kind: UnitKind) -> bool:
    """Whether the head words without ทุก and without a name are a group and no slip.

    From below, ผู้ว่าราชการจังหวัด or นายอำเภอ alone more likely means the sender's own.
    """
    if head.kinds <= _PROVINCE | {UnitKind.MINISTRY}:
        return sender_kind in _CENTRAL
    if head.kinds == _DISTRICT:
        return sender_kind in _ABOVE_DISTRICTS
    return not head.words.startswith("อธิบดี")


def _covered(groups: list[Group]) -> list[Group]:
    """The groups with each qualifier spread over the groups of its family right before it."""
    covered: list[Group] = []
    for group in reversed(groups):
        if covered and _is_open(group) and _is_qualified(covered[-1], group):
            group = replace(group, area=covered[-1].area, within=covered[-1].within)
        covered.append(group)
    return covered[::-1]


def _is_open(group: Group) -> bool:
    return (group.named, group.within) == (None, None) and group.area is not Area.SENDER_MINISTRY


def _is_qualified(after: Group, group: Group) -> bool:
    """Whether `after` says where its units lie, and `group` before it can mean the same."""
    if after.named is not None:
        return False
    if after.area is Area.SENDER_MINISTRY:
        return group.kinds <= _IN_MINISTRIES
    return after.within is not None and after.kinds | group.kinds <= LOCAL_KINDS


def _without(groups: list[Group], exception: str) -> list[Group]:
    """The groups less the units an exception names, each taken from the groups of its kind."""
    for part in _BETWEEN_EXCEPTED.split(exception.strip()):
        head, rest = _head_of(part.strip())
        named = _name(head, rest)
        # ทุกจังหวัด never has Bangkok in it; saying so once more does no harm.
        kinds = _PROVINCE if head.kinds == {UnitKind.BANGKOK} else head.kinds
        is_meant = [group.named is None and bool(group.kinds & kinds) for group in groups]
        if named is None or not any(is_meant):
            raise UnreadablePhrase(text=_shown(part))
        groups = [
            replace(group, excepted=(*group.excepted, named)) if meant else group
            for group, meant in zip(groups, is_meant, strict=True)
        ]
    return groups


def _shown(part: str) -> str:
    return part.replace("_", " ").strip()
