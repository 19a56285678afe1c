"""Who may do what: one table, read by the desk and by every query; tested as a truth table."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is in a unit. An auditor and an administrator reach the whole branch."""

    CLERK = "clerk"
    OFFICER = "officer"
    EXECUTIVE = "executive"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


THAI_ROLE = {
    Role.CLERK: "เจ้าหน้าที่สารบรรณ",
    Role.OFFICER: "เจ้าของเรื่อง",
    Role.EXECUTIVE: "ผู้บริหาร",
    Role.AUDITOR: "ผู้ตรวจสอบ",
    Role.ADMINISTRATOR: "ผู้ดูแลระบบ",
}


class Act(StrEnum):
    """Everything a person may ask of the desk or of a query."""

    SEE_DESK = "see_desk"
    SEE_LETTER = "see_letter"
    SEE_REGISTER = "see_register"
    SEE_CASCADE = "see_cascade"
    SEE_UNITS = "see_units"
    SEE_PEOPLE = "see_people"
    SEE_AUDIT = "see_audit"
    OPEN_BOOK = "open_book"
    REGISTER_RECEIVED = "register_received"
    PASS_INSIDE = "pass_inside"  # noqa: S105 - no password
    VOID_ENTRY = "void_entry"
    SEE_INTAKE = "see_intake"
    BRING_FILE = "bring_file"
    WATCH_FOLDER = "watch_folder"
    SEE_ACCURACY = "see_accuracy"
    ISSUE_LETTER = "issue_letter"
    DISPATCH = "dispatch"
    CONFIRM_CITATION = "confirm_citation"
    SEE_DRAFT = "see_draft"
    WRITE_DRAFT = "write_draft"
    SIGN_OFF_DRAFT = "sign_off_draft"
    KEEP_LETTERHEAD = "keep_letterhead"
    ACKNOWLEDGE = "acknowledge"
    REPORT = "report"
    MANAGE_UNITS = "manage_units"
    MANAGE_PEOPLE = "manage_people"


_DESK = frozenset({Role.CLERK, Role.OFFICER, Role.EXECUTIVE})
_READERS = _DESK | {Role.AUDITOR}
_KEEPERS = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})

# act: (who may, where the subject's unit must lie: in the actor's own unit, or in its branch)
TABLE: dict[Act, tuple[frozenset[Role], frozenset[Role]]] = {
    Act.SEE_DESK: (_DESK, frozenset()),
    Act.SEE_LETTER: (_READERS, frozenset({Role.AUDITOR})),
    Act.SEE_REGISTER: (_READERS, frozenset({Role.AUDITOR})),
    Act.SEE_CASCADE: (_READERS, frozenset({Role.AUDITOR})),
    Act.SEE_UNITS: (frozenset(Role), frozenset(Role)),
    Act.SEE_PEOPLE: (frozenset({Role.ADMINISTRATOR}), frozenset({Role.ADMINISTRATOR})),
    Act.SEE_AUDIT: (frozenset({Role.AUDITOR}), frozenset({Role.AUDITOR})),
    Act.OPEN_BOOK: (frozenset({Role.CLERK}), frozenset()),
    Act.REGISTER_RECEIVED: (frozenset({Role.CLERK}), frozenset()),
    Act.PASS_INSIDE: (frozenset({Role.CLERK, Role.EXECUTIVE}), frozenset()),
    Act.VOID_ENTRY: (frozenset({Role.CLERK}), frozenset()),
    Act.SEE_INTAKE: (frozenset({Role.CLERK}), frozenset()),
    Act.BRING_FILE: (frozenset({Role.CLERK}), frozenset()),
    # Whoever names a folder of the server reads what lies in it: that is the machine's keeper.
    Act.WATCH_FOLDER: (frozenset({Role.ADMINISTRATOR}), frozenset({Role.ADMINISTRATOR})),
    Act.SEE_ACCURACY: (_READERS | {Role.ADMINISTRATOR}, _KEEPERS),
    Act.ISSUE_LETTER: (frozenset({Role.CLERK}), frozenset()),
    Act.DISPATCH: (frozenset({Role.CLERK}), frozenset()),
    Act.CONFIRM_CITATION: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.SEE_DRAFT: (_DESK, frozenset()),
    Act.WRITE_DRAFT: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.SIGN_OFF_DRAFT: (frozenset({Role.EXECUTIVE}), frozenset()),
    Act.KEEP_LETTERHEAD: (frozenset({Role.CLERK}), frozenset()),
    Act.ACKNOWLEDGE: (_DESK, frozenset()),
    Act.REPORT: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.MANAGE_UNITS: (frozenset({Role.ADMINISTRATOR}), frozenset({Role.ADMINISTRATOR})),
    Act.MANAGE_PEOPLE: (frozenset({Role.ADMINISTRATOR}), frozenset({Role.ADMINISTRATOR})),
}


@dataclass(frozen=True)
class Actor:
    """Somebody acting for one unit now: the roles they hold there today.

    unit_path is the unit's path ("/1/5/83/"), whose prefix is the branch it heads.
    person_id None is the system clerk, who may do what needs no person.
    """

    person_id: int | None
    name: str
    unit_id: int
    unit_path: str
    roles: frozenset[Role]


def may(actor: Actor, act: Act, *, subject_path: str | None = None) -> bool:
    """Whether the actor may do the act on something that belongs to the unit at subject_path.

    Without subject_path the question is whether the actor may do it at home at all.
    """
    at_home, in_branch = TABLE[act]
    if subject_path is None or subject_path == actor.unit_path:
        return bool(actor.roles & at_home)
    if subject_path.startswith(actor.unit_path):
        return bool(actor.roles & in_branch)
    return False


def who_may(act: Act) -> str:
    """The roles that may, in Thai, for a refusal's message."""
    return " ".join(THAI_ROLE[role] for role in Role if role in TABLE[act][0])
