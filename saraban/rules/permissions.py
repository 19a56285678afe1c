"""Who may do what: one table, read by the desk and by every query; tested as a truth table."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saraban.errors import Refused


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
    KEEP_BOOKS = "keep_books"
    RESERVE_NUMBERS = "reserve_numbers"
    KEEP_HOLIDAYS = "keep_holidays"
    REGISTER_RECEIVED = "register_received"
    MERGE_LETTERS = "merge_letters"
    PASS_INSIDE = "pass_inside"  # noqa: S105 - no password
    VOID_ENTRY = "void_entry"
    PRINT_BOOK = "print_book"
    CLOSE_DAY = "close_day"
    STORE_LETTERS = "store_letters"
    SEE_INTAKE = "see_intake"
    BRING_FILE = "bring_file"
    WATCH_FOLDER = "watch_folder"
    SEE_ACCURACY = "see_accuracy"
    ISSUE_LETTER = "issue_letter"
    DISPATCH = "dispatch"
    CHASE = "chase"
    SEE_MAIL = "see_mail"
    KEEP_UNIT_GROUPS = "keep_unit_groups"
    CONFIRM_CITATION = "confirm_citation"
    SEE_DRAFT = "see_draft"
    WRITE_DRAFT = "write_draft"
    SIGN_OFF_DRAFT = "sign_off_draft"
    KEEP_LETTERHEAD = "keep_letterhead"
    ACKNOWLEDGE = "acknowledge"
    SEND_BACK = "send_back"
    RECALL = "recall"
    GIVE_LINK = "give_link"
    REPORT = "report"
    SEE_DUTY = "see_duty"
    KEEP_DUTY = "keep_duty"
    REVIEW_REPORT = "review_report"
    BUILD_FORM = "build_form"
    HAND_OVER = "hand_over"
    SETTLE_RELAY = "settle_relay"
    PROPOSE = "propose"
    COMMENT = "comment"
    ORDER = "order"
    FINISH_ORDER = "finish_order"
    KEEP_USUAL_ORDERS = "keep_usual_orders"
    KEEP_ACTING = "keep_acting"
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
    Act.KEEP_BOOKS: (frozenset({Role.CLERK}), frozenset()),
    Act.RESERVE_NUMBERS: (frozenset({Role.CLERK}), frozenset()),
    # One table for the whole installation, as the days are the same for all of it.
    Act.KEEP_HOLIDAYS: (frozenset({Role.ADMINISTRATOR}), frozenset({Role.ADMINISTRATOR})),
    Act.REGISTER_RECEIVED: (frozenset({Role.CLERK}), frozenset()),
    Act.MERGE_LETTERS: (frozenset({Role.CLERK}), frozenset()),
    Act.PASS_INSIDE: (frozenset({Role.CLERK, Role.EXECUTIVE}), frozenset()),
    Act.VOID_ENTRY: (frozenset({Role.CLERK}), frozenset()),
    Act.PRINT_BOOK: (_READERS, frozenset({Role.AUDITOR})),
    Act.CLOSE_DAY: (frozenset({Role.CLERK}), frozenset()),
    Act.STORE_LETTERS: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.SEE_INTAKE: (frozenset({Role.CLERK}), frozenset()),
    Act.BRING_FILE: (frozenset({Role.CLERK}), frozenset()),
    # Whoever names a folder of the server reads what lies in it: that is the machine's keeper.
    Act.WATCH_FOLDER: (frozenset({Role.ADMINISTRATOR}), frozenset({Role.ADMINISTRATOR})),
    Act.SEE_ACCURACY: (_READERS | {Role.ADMINISTRATOR}, _KEEPERS),
    Act.ISSUE_LETTER: (frozenset({Role.CLERK}), frozenset()),
    Act.DISPATCH: (frozenset({Role.CLERK}), frozenset()),
    Act.CHASE: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.SEE_MAIL: (_DESK, frozenset()),
    Act.KEEP_UNIT_GROUPS: (frozenset({Role.CLERK}), frozenset()),
    Act.CONFIRM_CITATION: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.SEE_DRAFT: (_DESK, frozenset()),
    Act.WRITE_DRAFT: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.SIGN_OFF_DRAFT: (frozenset({Role.EXECUTIVE}), frozenset()),
    Act.KEEP_LETTERHEAD: (frozenset({Role.CLERK}), frozenset()),
    Act.ACKNOWLEDGE: (_DESK, frozenset()),
    Act.SEND_BACK: (frozenset({Role.CLERK}), frozenset()),
    Act.RECALL: (frozenset({Role.CLERK}), frozenset()),
    Act.GIVE_LINK: (frozenset({Role.CLERK}), frozenset()),
    Act.REPORT: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.SEE_DUTY: (_READERS, frozenset({Role.AUDITOR})),
    Act.KEEP_DUTY: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.REVIEW_REPORT: (_DESK, frozenset()),
    Act.BUILD_FORM: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.HAND_OVER: (_DESK, frozenset()),
    Act.SETTLE_RELAY: (_DESK, frozenset()),
    Act.PROPOSE: (frozenset({Role.CLERK, Role.OFFICER}), frozenset()),
    Act.COMMENT: (_DESK, frozenset()),
    Act.ORDER: (frozenset({Role.EXECUTIVE}), frozenset()),
    Act.FINISH_ORDER: (_DESK, frozenset()),
    Act.KEEP_USUAL_ORDERS: (frozenset({Role.CLERK, Role.EXECUTIVE}), frozenset()),
    # An executive for their own posts, an administrator for any in the branch.
    Act.KEEP_ACTING: (
        frozenset({Role.EXECUTIVE, Role.ADMINISTRATOR}),
        frozenset({Role.ADMINISTRATOR}),
    ),
    Act.MANAGE_UNITS: (frozenset({Role.ADMINISTRATOR}), frozenset({Role.ADMINISTRATOR})),
    Act.MANAGE_PEOPLE: (frozenset({Role.ADMINISTRATOR}), frozenset({Role.ADMINISTRATOR})),
}


class Manner(StrEnum):
    """In which authority one person does what belongs to another's post.

    Three different ones: for an absent or missing holder, by the holder's own delegation, and in
    a post that has no holder. Source: State Administration Act 2534, sections 38 and 41 to 50
    (the first two); unconfirmed for each kind of local body.
    """

    ACTING_FOR = "acting_for"
    ON_BEHALF = "on_behalf"
    ACTING_IN = "acting_in"


THAI_MANNER = {
    Manner.ACTING_FOR: "รักษาราชการแทน",
    Manner.ON_BEHALF: "ปฏิบัติราชการแทน",
    Manner.ACTING_IN: "รักษาการในตำแหน่ง",
}


@dataclass(frozen=True)
class Acting:
    """Another's post in which somebody acts, from valid_from until before valid_to.

    own_name and own_post are the acting person's, principal_name that of the post's holder.
    """

    own_name: str
    own_post: str
    manner: Manner
    post_title: str
    principal_id: int
    principal_name: str
    valid_from: date
    valid_to: date

    @property
    def words(self) -> str:
        """Both on one line: "นาย ก. รักษาราชการแทน นายกเทศมนตรี"."""
        return acting_words(self.own_name, self.manner, self.post_title)

    def is_valid_on(self, day: date) -> bool:
        """Whether the power is there on that day."""
        return self.valid_from <= day < self.valid_to


def acting_words(name: str, manner: Manner, post_title: str) -> str:
    """A person and the post they act in, as it stands on what they did."""
    return f"{name} {THAI_MANNER[manner]} {post_title}"


@dataclass(frozen=True)
class Actor:
    """Somebody acting for one unit now: the roles they hold there today.

    unit_path is the unit's path ("/1/5/83/"), whose prefix is the branch it heads.
    person_id None is the system clerk, who may do what needs no person. Who acts in another's
    post has that post's role alone, and a name that tells both.
    """

    person_id: int | None
    name: str
    unit_id: int
    unit_path: str
    roles: frozenset[Role]
    acting: Acting | None = None


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


def require(actor: Actor, act: Act, *, subject_path: str | None = None) -> None:
    """Refused, naming who may, unless the actor may do the act."""
    if not may(actor, act, subject_path=subject_path):
        raise Refused(act=act.value, who_may=who_may(act))
