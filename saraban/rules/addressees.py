"""An addressee phrase read as groups of units; what it does not understand it refuses.

Addressees are posts ("นายอำเภอ ทุกอำเภอ") and ทุก is relative to the sender. The groups are
evaluated by a query on the day of the letter; nothing here knows which units exist.
"""

import re
from dataclasses import replace

from saraban.errors import UnreadablePhrase
from saraban.rules.addressee_groups import Area, Group, group_words
from saraban.rules.addressee_heads import (
    ANY_UNIT,
    DISTRICT,
    DISTRICT_OFFICE,
    HEADS,
    IN_MINISTRIES,
    IN_PLACES,
    LISTED_BY_NAME,
    OFFICE,
    PROVINCE,
    Head,
)
from saraban.rules.addressee_line import (
    KEEP,
    LIST,
    excepted_parts,
    one_spelling,
    parts_of,
    shown,
    without_exception,
)
from saraban.rules.units import INNER_KINDS, LOCAL_KINDS, UnitKind

__all__ = ["Area", "Group", "group_words", "parse_phrase"]

# สุไหงโก-ลก, จ.ป.ร. and กม.5 are names too.
_NAME = re.compile("[ก-ฮเ-ไ](?:[ก-์_]+(?:[.-][ก-์0-9_]+)*|(?:\\.[ก-ฮ])+)\\.?")
_BETWEEN_NAMES = re.compile(" ?, ?(?:และ)? ?| ?และ ?| ")
# A name with these in it swallowed the words of another group, or a condition.
_NOT_IN_A_NAME = re.compile(
    "ทุก|ยกเว้น|สังกัด|หัวหน้า|ผู้ว่าราชการ|นายกเทศ|นายกองค์|นายอำเภอ|ปลัดกระทรวง|ปลัดจังหวัด|เทศบาล|องค์ก|ท้องถิ่น"
)
_IN_A_MINISTRY = re.compile(" ?(?:ที่)?(?:ใน)?สังกัด(?P<ministry>กระทรวง[ก-์_]+|สำนักนายกรัฐมนตรี)?$")
_IN_A_PLACE = re.compile(
    " ?(?:ภายใน|ใน)(?=เขต|พื้นที่|จังหวัด|อำเภอ)(?:เขต)?(?:พื้นที่)?(?:รับผิดชอบ)?"
    "(?:(?P<level>จังหวัด|อำเภอ)(?P<name>[ก-์-]+)?(?P<province> จังหวัด[ก-์]+)?)?$"
)
_PLACE_OF_A_NAME = re.compile(" (?P<place>(?:อำเภอ[ก-์-]+)?(?: ?จังหวัด[ก-์]+)?)$")

_CENTRAL = frozenset(
    {UnitKind.COUNTRY, UnitKind.MINISTRY, UnitKind.DEPARTMENT, UnitKind.STATE_ENTERPRISE}
)
_ABOVE_DISTRICTS = _CENTRAL | {UnitKind.PROVINCE, UnitKind.PROVINCIAL_OFFICE}
_NATIONAL = _CENTRAL | {UnitKind.PROVINCE, UnitKind.BANGKOK, UnitKind.PATTAYA}
_IN_DISTRICTS = (LOCAL_KINDS - {UnitKind.PAO}) | DISTRICT_OFFICE
_DISTRICT_SENDERS = DISTRICT | DISTRICT_OFFICE


def parse_phrase(phrase: str, *, sender_kind: UnitKind) -> tuple[Group, ...]:
    """The groups an addressee phrase means for a sender of this kind, in its order.

    sender_kind is that of the unit whose number the letter carries, not of a division in it.
    ในสังกัด… covers the departments and state enterprises listed right before it as well, and
    ใน with a place the local bodies right before it. Whether a named unit exists is the
    query's to find, for those taken out as well. Raises UnreadablePhrase with the part that
    cannot be read.
    Source: unconfirmed (practice; Rule on Saraban Work B.E. 2526 asks only for a post).
    """
    listed, exception = without_exception(one_spelling(phrase))
    read = [group for part in parts_of(listed) for group in _read_part(part, sender_kind)]
    groups = _covered(read)
    for head, group in groups:
        if head is not None and head.needs_ministry and group.area is not Area.SENDER_MINISTRY:
            raise UnreadablePhrase(text=head.words)
    if exception is not None:
        groups = _without(groups, exception)
    return tuple(group for _, group in groups)


_Read = tuple[Head | None, Group]


def _read_part(part: str, sender_kind: UnitKind) -> list[_Read]:
    """One head's groups: its words, then names or ทุก…, then where the units lie."""
    if LIST in part:
        return [_read_list(part, sender_kind)]
    head, rest = _head_of(part)
    every = re.search(f" ?ทุก ?(?:แห่ง{f'|{head.every}' if head.every else ''})", rest)
    if every:
        rest = f"{rest[: every.start()]}{rest[every.end() :]}"
    if head.kinds <= IN_MINISTRIES and not head.naming:
        group, rest = _read_ministry(head, rest)
    elif head.kinds <= IN_PLACES and not head.stands_alone:
        group, rest = _read_place(head, rest, sender_kind)
    else:
        group = Group(head.kinds, _area(head.kinds, sender_kind), None, ())
    if rest or head.stands_alone:
        named = _names(head, rest)
        if not named or every:
            raise UnreadablePhrase(text=shown(rest or part))
        area = _area_of_one(head.kinds, sender_kind)
        return [(head, replace(group, area=area, named=name)) for name in named]
    if not every and not _means_all_by_itself(head, sender_kind):
        raise UnreadablePhrase(text=shown(part))
    return [(head, replace(group, office=head.naming if head.by_name else None))]


def _read_list(part: str, sender_kind: UnitKind) -> _Read:
    """A group whose members a list beside the letter tells: of one kind, or of any."""
    words, _, behind = part.partition(LIST)
    words = words.strip()
    if behind.strip():
        raise UnreadablePhrase(text=shown(part))
    if words in ANY_UNIT:
        return None, Group(frozenset(UnitKind), Area.COUNTRY, None, (), by_list=True)
    head, rest = _head_of(words)
    if rest or head.stands_alone:
        raise UnreadablePhrase(text=shown(part))
    office = head.naming if head.by_name else None
    area = _area(head.kinds, sender_kind) if head.kinds <= INNER_KINDS else Area.COUNTRY
    return None, Group(head.kinds, area, None, (), None, office, by_list=True)


def _head_of(part: str) -> tuple[Head, str]:
    head = next((head for head in HEADS if part.startswith(head.words)), None)
    if head is None:
        raise UnreadablePhrase(text=shown(part))
    return head, part[len(head.words) :]


def _read_ministry(head: Head, rest: str) -> tuple[Group, str]:
    found = _IN_A_MINISTRY.search(rest)
    if not found:
        return Group(head.kinds, Area.COUNTRY, None, ()), rest
    ministry = found["ministry"].replace(KEEP, " ") if found["ministry"] else None
    return Group(head.kinds, Area.SENDER_MINISTRY, None, (), ministry), rest[: found.start()]


def _read_place(head: Head, rest: str, sender_kind: UnitKind) -> tuple[Group, str]:
    """The group in its area, and what is left of rest before the words for the place."""
    group = Group(head.kinds, _area(head.kinds, sender_kind), None, ())
    found = _IN_A_PLACE.search(rest)
    behind = None if found else _PLACE_OF_A_NAME.search(rest)
    if behind and behind["place"]:
        return replace(group, within=behind["place"]), rest[: behind.start()]
    is_bare = head.kinds == OFFICE and not head.naming
    if is_bare and _NAME.fullmatch(rest) and not _IN_A_PLACE.match(rest):
        # หัวหน้าส่วนราชการประจำจังหวัดตาก: the offices of that province, not one of that name.
        if _NOT_IN_A_NAME.search(rest):
            raise UnreadablePhrase(text=shown(head.words + rest))
        return replace(group, within=f"จังหวัด{rest}"), ""
    if not found:
        return group, rest
    left = rest[: found.start()]
    if not found["level"]:
        return group, left
    if found["name"]:
        return replace(group, within=_place_words(found, head, rest)), left
    if found["level"] == "จังหวัด" and group.area is Area.SENDER_PROVINCE:
        return group, left
    if found["level"] == "อำเภอ" and group.area is Area.SENDER_DISTRICT:
        return group, left
    # ในจังหวัด from the centre means none.
    raise UnreadablePhrase(text=shown(head.words + rest))


def _place_words(found: "re.Match[str]", head: Head, rest: str) -> str:
    is_twice = found["level"] == "จังหวัด" and found["province"] is not None
    if is_twice or _NOT_IN_A_NAME.search(found["name"]):
        raise UnreadablePhrase(text=shown(head.words + rest))
    return f"{found['level']}{found['name']}{found['province'] or ''}"


def _names(head: Head, rest: str) -> list[str]:
    """The full names of the units meant, one after the other; [] when rest is no name."""
    if head.stands_alone:
        return [] if rest else [head.naming]
    if not head.naming:
        return []
    is_list = head.kinds <= LISTED_BY_NAME or head.kinds == OFFICE
    typed = _BETWEEN_NAMES.split(rest) if is_list else [rest]
    if not all(typed):  # a subdistrict is called และ
        typed = [rest]
    if not all(_is_name(name) for name in typed):
        return []
    return [head.naming + name.replace(KEEP, " ") for name in typed]


def _is_name(text: str) -> bool:
    is_place = text.startswith(("จังหวัด", "อำเภอ", "ตำบล"))
    return bool(_NAME.fullmatch(text)) and not is_place and not _NOT_IN_A_NAME.search(text)


def _area(kinds: frozenset[UnitKind], sender_kind: UnitKind) -> Area:
    """Where ทุก reaches for this sender."""
    if kinds <= INNER_KINDS:
        return Area.SENDER_AGENCY
    if kinds <= _NATIONAL or sender_kind in _CENTRAL:
        return Area.COUNTRY
    is_below = kinds <= _IN_DISTRICTS or kinds == LOCAL_KINDS
    if sender_kind in _DISTRICT_SENDERS and is_below:
        return Area.SENDER_DISTRICT
    return Area.SENDER_PROVINCE


def _area_of_one(kinds: frozenset[UnitKind], sender_kind: UnitKind) -> Area:
    """Where a named unit is looked for: a district may write to a town outside it."""
    if kinds <= INNER_KINDS:
        return Area.SENDER_AGENCY
    is_national = kinds <= _NATIONAL or sender_kind in _CENTRAL
    return Area.COUNTRY if is_national else Area.SENDER_PROVINCE


def _means_all_by_itself(head: Head, sender_kind: UnitKind) -> bool:
    """Whether the head words without ทุก and without a name are a group and no slip.

    From below, ผู้ว่าราชการจังหวัด or นายอำเภอ alone more likely means the sender's own; an office
    of the province alone is that of the sender's own province, which the centre has none of.
    """
    if head.kinds <= PROVINCE | {UnitKind.MINISTRY}:
        return sender_kind in _CENTRAL
    if head.kinds == DISTRICT:
        return sender_kind in _ABOVE_DISTRICTS
    if head.kinds == OFFICE and head.by_name:
        return sender_kind not in _CENTRAL
    if head.kinds <= INNER_KINDS:
        return False
    return not head.words.startswith("อธิบดี")


def _covered(groups: list[_Read]) -> list[_Read]:
    """The groups with each qualifier spread over the groups of its family right before it."""
    covered: list[_Read] = []
    for head, group in reversed(groups):
        if covered and _is_open(group) and _is_qualified(covered[-1][1], group):
            after = covered[-1][1]
            group = replace(group, area=after.area, within=after.within)
        covered.append((head, group))
    return covered[::-1]


def _is_open(group: Group) -> bool:
    is_plain = (group.named, group.within) == (None, None) and not group.by_list
    return is_plain and group.area is not Area.SENDER_MINISTRY


def _is_qualified(after: Group, group: Group) -> bool:
    """Whether `after` says where its units lie, and `group` before it can mean the same."""
    if after.named is not None or after.by_list:
        return False
    if after.area is Area.SENDER_MINISTRY:
        return group.kinds <= IN_MINISTRIES
    return after.within is not None and after.kinds | group.kinds <= LOCAL_KINDS


def _without(groups: list[_Read], exception: str) -> list[_Read]:
    """The groups less what an exception names: units of their kinds, or a whole kind of them."""
    for part in excepted_parts(exception):
        head, rest = _excepted_head(part, groups)
        rest = re.sub(" ?ทุก ?แห่ง$", "", rest)
        # ทุกจังหวัด never has Bangkok in it; saying so once more does no harm.
        kinds = PROVINCE if head.kinds == {UnitKind.BANGKOK} else head.kinds
        is_meant = [group.named is None and bool(group.kinds & kinds) for _, group in groups]
        named = _names(head, rest)
        if not any(is_meant) or (rest and not named):
            raise UnreadablePhrase(text=shown(part))
        groups = [
            (of, _less(group, head, named, part)) if meant else (of, group)
            for (of, group), meant in zip(groups, is_meant, strict=True)
        ]
    return groups


def _excepted_head(part: str, groups: list[_Read]) -> tuple[Head, str]:
    """The head of an excepted part; a bare name is one of the only group there is."""
    is_bare = bool(part) and not any(part.startswith(head.words) for head in HEADS)
    heads = {head for head, group in groups if head is not None and group.named is None}
    if is_bare and len(heads) == 1 and (only := heads.pop()).naming:
        return only, part
    return _head_of(part)


def _less(group: Group, head: Head, named: list[str], part: str) -> Group:
    if named:
        return replace(group, excepted=(*group.excepted, *named))
    left = group.kinds - head.kinds
    if not left or head.by_name:
        raise UnreadablePhrase(text=shown(part))
    return replace(group, kinds=left)
