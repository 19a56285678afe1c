"""Opening an office: the skeleton, the code, and who is first."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from saraban.desk import office, signing_in
from saraban.errors import (
    AlreadySetUp,
    DatabaseUnusable,
    PasswordTooWeak,
    SarabanError,
    WrongFirstRunCode,
)
from saraban.queries.actors import actor_for
from saraban.records import AuditEvent, Person, Unit, UnitVersion
from saraban.records.database import connected
from saraban.rules.permissions import Role
from tests.make import at

PASSWORD = "ต้นไม้ริมน้ำ"


def first(code: str, sign_in: str = "somsri", password: str = PASSWORD) -> int:
    return office.make_first_administrator(
        code=code, sign_in=sign_in, name_th="นางสมศรี ตัวอย่าง", password=password, at=at()
    )


@pytest.fixture
def opened(database: str) -> str:
    office.open_office(at())
    return database


def test_the_skeleton_is_the_country_down_to_its_districts(opened: str) -> None:
    kinds = Counter(unit.kind for unit in Unit.select())

    assert kinds["country"] == kinds["bangkok"] == 1
    assert (kinds["ministry"], kinds["province"], kinds["district"]) == (20, 76, 928)
    assert UnitVersion.select().count() == Unit.select().count()


def test_a_province_lies_below_the_interior_with_its_letters_and_its_stamp(opened: str) -> None:
    tak = Unit.get(Unit.dopa_code == "63")
    mae_sot = Unit.get(Unit.dopa_code == "6306")

    assert (tak.name_th, tak.short_name_th, tak.code_letters) == ("จังหวัดตาก", "จ.ตาก", "ตก")
    assert (tak.registry_name, tak.parent.code_letters) == ("ศาลากลางจังหวัดตาก", "มท")
    assert (mae_sot.name_th, mae_sot.short_name_th) == ("อำเภอแม่สอด", "อ.แม่สอด")
    assert (mae_sot.province_id, mae_sot.district_id) == (tak.id, mae_sot.id)
    assert mae_sot.path == f"{tak.path}{mae_sot.id}/"


def test_bangkok_stands_for_itself(opened: str) -> None:
    bangkok = Unit.get(Unit.kind == "bangkok")

    assert bangkok.parent.kind == "country"
    assert Unit.select().where(Unit.parent == bangkok).count() == 50
    assert Unit.get(Unit.dopa_code == "1001").name_th == "เขตพระนคร"


def test_opening_twice_plants_once(opened: str) -> None:
    before = (Unit.select().count(), AuditEvent.select().count())

    assert office.open_office(at()) is False
    assert (Unit.select().count(), AuditEvent.select().count()) == before


def test_two_processes_opening_at_once_plant_once(database: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(_open_in_thread, range(2)))

    assert sorted(answers) == [False, True]
    assert Unit.select().where(Unit.kind == "country").count() == 1


def _open_in_thread(_number: int) -> bool:
    with connected():
        return office.open_office(at())


def test_the_system_clerk_stands_at_the_top(opened: str) -> None:
    system = office.system_actor()

    assert (system.person_id, system.name, system.unit_path) == (None, "ระบบสารบรรณ", "/1/")
    assert system.roles == frozenset(Role)


def test_nobody_acts_for_an_office_that_was_never_opened(database: str) -> None:
    with pytest.raises(DatabaseUnusable):
        office.system_actor()


def test_the_code_makes_one_administrator_of_everything(opened: str) -> None:
    code = office.first_run_code(at())

    person_id = first(code.lower().replace("-", " "))

    actor = actor_for(person_id=person_id, unit_id=None, at=at())
    assert (actor.roles, actor.unit_path) == ({Role.ADMINISTRATOR}, "/1/")
    assert signing_in.sign_in(sign_in="somsri", password=PASSWORD, at=at()).person_id == person_id
    assert office.first_run_code(at()) is None
    with pytest.raises(AlreadySetUp):
        first(code, "second")


def test_a_new_code_voids_the_one_before(opened: str) -> None:
    old, new = office.first_run_code(at()), office.first_run_code(at())

    with pytest.raises(WrongFirstRunCode):
        first(old)

    assert first(new)


def test_no_code_was_ever_given_out_so_none_is_right(opened: str) -> None:
    with pytest.raises(WrongFirstRunCode):
        first("")


def test_a_refused_field_leaves_the_code_good(opened: str) -> None:
    code = office.first_run_code(at())
    with pytest.raises(PasswordTooWeak):
        first(code, password="short")
    with pytest.raises(SarabanError):
        first(code, "ชื่อไทย")

    assert first(code)


def test_of_two_at_once_one_becomes_administrator(opened: str) -> None:
    code = office.first_run_code(at())

    def attempt(sign_in: str) -> bool:
        with connected():
            try:
                return bool(first(code, sign_in))
            except (AlreadySetUp, WrongFirstRunCode):
                return False

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(attempt, ["somsri", "somsak"]))

    assert sorted(answers) == [False, True]
    assert Person.select().count() == 1
