"""Every route has a row in the access table, and everybody gets what stands there."""

import pytest

from saraban.desk.filing import attach
from saraban.desk.reservations import reserve_numbers
from saraban.records import LetterFile, Person, Post, RegisterEntry, ReportDuty
from saraban.rules.permissions import Role
from tests.drafted import write
from tests.make import picture
from tests.owed import owe_everything
from tests.readings import INVITATION, bring_read, sample
from tests.stories.circular import on
from tests.web.access_table import ROLES, TABLE


@pytest.fixture
def addresses(client, story, cast):
    """The words that stand for things in the table's addresses."""
    letter = story.province_letter
    attach(actor=cast.province.clerk, at=on(16, 6), letter_uid=letter, files=[picture()])
    # Nobody of those who ask: their post is ended on the way.
    somebody = cast.tao.officer
    entry = RegisterEntry.get(
        RegisterEntry.unit == cast.district_a.unit, RegisterEntry.register == "receive"
    )
    kept = reserve_numbers(
        actor=cast.district_a.clerk, at=on(16, 6), register="send", owner_text="ใคร",
        reason="ประชุม", expires_on=on(17, 6).date(),
    )  # fmt: skip
    owe_everything(cast.province.clerk, cast.district_a.officer, letter)
    return {
        "duty": ReportDuty.get().uid,
        "reservation": kept.uid,
        "letter": letter,
        "file": LetterFile.get().file_id,
        "entry": entry.uid,
        "intake": bring_read(cast.district_a.clerk, sample(INVITATION)),
        "draft": write(cast.district_a),
        "unit": cast.district_a.unit.uid,
        "person": Person.get_by_id(somebody.person_id).uid,
        "post": Post.get(Post.person == somebody.person_id).id,
    }


@pytest.fixture
def people(cast):
    troupe = cast.district_a
    return {
        "nobody": None,
        "clerk": troupe.clerk,
        "officer": troupe.officer,
        "executive": troupe.executive,
        "auditor": cast.auditor,
        "administrator": cast.administrator,
    }


def test_every_route_has_a_row(app):
    routes = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }

    assert routes - {(row.endpoint, row.method) for row in TABLE} == set()


def test_every_row_is_a_route(app):
    routes = {
        (rule.endpoint, method) for rule in app.url_map.iter_rules() for method in rule.methods
    }

    assert {(row.endpoint, row.method) for row in TABLE} - routes == set()


def test_the_table_has_every_role():
    assert set(ROLES) - {"nobody"} == {role.value for role in Role}


@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_what_the_table_says(role, people, addresses, client, sign_in_as):
    found, told = {}, {}
    for row in TABLE:
        # Anew for each row: one of them signs out.
        if people[role] is not None:
            sign_in_as(people[role])
        with client.open(row.path.format(**addresses), method=row.method) as answer:
            found[row.method, row.path] = answer.status_code
        told[row.method, row.path] = row.statuses[ROLES.index(role)]

    assert found == told
