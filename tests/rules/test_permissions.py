"""The permission table as a truth table."""

import pytest

from saraban.errors import Refused
from saraban.rules.permissions import TABLE, Act, Actor, Role, may, require, who_may

DESK = {Role.CLERK, Role.OFFICER, Role.EXECUTIVE}
AT_HOME = {
    Act.SEE_DESK: DESK,
    Act.SEE_LETTER: DESK | {Role.AUDITOR},
    Act.SEE_REGISTER: DESK | {Role.AUDITOR},
    Act.SEE_CASCADE: DESK | {Role.AUDITOR},
    Act.SEE_UNITS: set(Role),
    Act.SEE_PEOPLE: {Role.ADMINISTRATOR},
    Act.SEE_AUDIT: {Role.AUDITOR},
    Act.OPEN_BOOK: {Role.CLERK},
    Act.KEEP_BOOKS: {Role.CLERK},
    Act.RESERVE_NUMBERS: {Role.CLERK},
    Act.KEEP_HOLIDAYS: {Role.ADMINISTRATOR},
    Act.REGISTER_RECEIVED: {Role.CLERK},
    Act.MERGE_LETTERS: {Role.CLERK},
    Act.PASS_INSIDE: {Role.CLERK, Role.EXECUTIVE},
    Act.VOID_ENTRY: {Role.CLERK},
    Act.PRINT_BOOK: {Role.CLERK, Role.OFFICER, Role.EXECUTIVE, Role.AUDITOR},
    Act.CLOSE_DAY: {Role.CLERK},
    Act.STORE_LETTERS: {Role.CLERK, Role.OFFICER},
    Act.SEE_INTAKE: {Role.CLERK},
    Act.BRING_FILE: {Role.CLERK},
    Act.WATCH_FOLDER: {Role.ADMINISTRATOR},
    Act.SEE_ACCURACY: DESK | {Role.AUDITOR, Role.ADMINISTRATOR},
    Act.ISSUE_LETTER: {Role.CLERK},
    Act.DISPATCH: {Role.CLERK},
    Act.CHASE: {Role.CLERK, Role.OFFICER},
    Act.SEE_MAIL: DESK,
    Act.CONFIRM_CITATION: {Role.CLERK, Role.OFFICER},
    Act.SEE_DRAFT: DESK,
    Act.WRITE_DRAFT: {Role.CLERK, Role.OFFICER},
    Act.SIGN_OFF_DRAFT: {Role.EXECUTIVE},
    Act.KEEP_LETTERHEAD: {Role.CLERK},
    Act.KEEP_UNIT_GROUPS: {Role.CLERK},
    Act.ACKNOWLEDGE: DESK,
    Act.SEND_BACK: {Role.CLERK},
    Act.RECALL: {Role.CLERK},
    Act.GIVE_LINK: {Role.CLERK},
    Act.REPORT: {Role.CLERK, Role.OFFICER},
    Act.SEE_DUTY: DESK | {Role.AUDITOR},
    Act.KEEP_DUTY: {Role.CLERK, Role.OFFICER},
    Act.REVIEW_REPORT: DESK,
    Act.BUILD_FORM: {Role.CLERK, Role.OFFICER},
    Act.HAND_OVER: DESK,
    Act.SETTLE_RELAY: DESK,
    Act.PROPOSE: {Role.CLERK, Role.OFFICER},
    Act.COMMENT: DESK,
    Act.ORDER: {Role.EXECUTIVE},
    Act.FINISH_ORDER: DESK,
    Act.KEEP_USUAL_ORDERS: {Role.CLERK, Role.EXECUTIVE},
    Act.KEEP_ACTING: {Role.EXECUTIVE, Role.ADMINISTRATOR},
    Act.MANAGE_UNITS: {Role.ADMINISTRATOR},
    Act.MANAGE_PEOPLE: {Role.ADMINISTRATOR},
}
IN_THE_BRANCH = {
    Act.SEE_LETTER: {Role.AUDITOR},
    Act.SEE_REGISTER: {Role.AUDITOR},
    Act.PRINT_BOOK: {Role.AUDITOR},
    Act.SEE_CASCADE: {Role.AUDITOR},
    Act.SEE_DUTY: {Role.AUDITOR},
    Act.SEE_UNITS: set(Role),
    Act.SEE_PEOPLE: {Role.ADMINISTRATOR},
    Act.SEE_AUDIT: {Role.AUDITOR},
    Act.KEEP_HOLIDAYS: {Role.ADMINISTRATOR},
    Act.WATCH_FOLDER: {Role.ADMINISTRATOR},
    Act.SEE_ACCURACY: {Role.AUDITOR, Role.ADMINISTRATOR},
    Act.KEEP_ACTING: {Role.ADMINISTRATOR},
    Act.MANAGE_UNITS: {Role.ADMINISTRATOR},
    Act.MANAGE_PEOPLE: {Role.ADMINISTRATOR},
}


def actor(role: Role) -> Actor:
    return Actor(1, "ใคร", 83, "/1/5/83/", frozenset({role}))


def test_every_act_stands_in_the_table() -> None:
    assert set(TABLE) == set(Act) == set(AT_HOME)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("act", list(Act))
def test_at_home(act: Act, role: Role) -> None:
    assert may(actor(role), act) is (role in AT_HOME[act])
    assert may(actor(role), act, subject_path="/1/5/83/") is (role in AT_HOME[act])


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("act", list(Act))
def test_in_the_branch_below(act: Act, role: Role) -> None:
    assert may(actor(role), act, subject_path="/1/5/83/7/") is (role in IN_THE_BRANCH.get(act, ()))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("path", ["/1/5/", "/1/5/8/", "/1/5/831/", "/2/"])
def test_nobody_reaches_above_or_beside_their_branch(act: Act, role: Role, path: str) -> None:
    assert not may(actor(role), act, subject_path=path)


def test_several_roles_add_up() -> None:
    both = Actor(1, "ใคร", 83, "/1/5/83/", frozenset({Role.CLERK, Role.AUDITOR}))

    assert may(both, Act.REGISTER_RECEIVED)
    assert may(both, Act.SEE_AUDIT)


def test_a_refusal_can_name_who_may() -> None:
    assert who_may(Act.REPORT) == "เจ้าหน้าที่สารบรรณ เจ้าของเรื่อง"


def test_who_may_not_is_refused_and_told_who_may() -> None:
    require(actor(Role.CLERK), Act.REPORT)

    with pytest.raises(Refused, match="เจ้าหน้าที่สารบรรณ เจ้าของเรื่อง"):
        require(actor(Role.AUDITOR), Act.REPORT)


def test_who_may_at_home_is_refused_elsewhere() -> None:
    with pytest.raises(Refused):
        require(actor(Role.CLERK), Act.REPORT, subject_path="/2/")
