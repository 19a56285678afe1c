"""Work list, calendar and lists of duties, alone and among a whole country's expected reports.

Part of `duties`. The pages are those of one local unit and of a province's executive; what comes
beside theirs is owed by all other units, and none of it is a reason for these pages to be slower.
"""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from saraban.app import create_app
from saraban.records import Delivery, Person, Post, Unit
from saraban.records.database import database, is_postgres, write_transaction
from saraban.rules.permissions import Role
from saraban.rules.when_text import when_as_text
from saraban.rules.whens import FixedDay
from saraban.settings import Settings
from scripts.benchmarks import fan_out
from scripts.benchmarks.duty_rollup import DUTY, EXPECTED, OWING, PERIOD, first_number, tidy
from scripts.benchmarks.measuring import Result, plain_result, ratio_result, seconds
from scripts.benchmarks.offices import NOW, add_country, clerk_of, new_office

UNITS, PROVINCES, WEEKS, OWN_DUTIES, OTHER_DUTIES, OTHER_WEEKS = 7850, 77, 52, 3, 8, 12
MOST_MS, MOST_GROWTH = 300.0, 1.5
ROUNDS = 15
_MONTH = "/duties/calendar?view=month&on=2022-06-16"
UNIT_PAGES = {
    "unit's work list": "/duties",
    "unit's month": _MONTH,
    "unit's handing over": "/duties/hand-over",
    "unit's reminders": "/reminders",
}
PROVINCE_PAGES = {
    "province's month of those below": f"{_MONTH}&whose=below",
    "province's kept duties": "/duties/kept",
    "province's overview of all duties": "/duties/overview",
}


def measure(engine: str) -> Iterator[Result]:
    """Each page while only its own duties are there, and after the others came."""
    with new_office(engine) as url, tempfile.TemporaryDirectory() as folder:
        country = add_country(PROVINCES, 0, UNITS)
        fan_out.issue(
            actor=clerk_of(country.ministry),
            at=NOW,
            draft=fan_out.DRAFT,
            code_letters="มท",
            owner_number="0229",
            is_circular=True,
            addressees=fan_out.Addressees(fan_out.PHRASE),
        )
        province, unit = country.provinces[0], Unit.get_by_id(country.local_ids[0])
        settings = Settings(data_dir=Path(folder), database_url=url, secret_key="bench")  # noqa: S106 - the bench's own
        pages = [
            *((_browser(settings, unit, Role.CLERK), *one) for one in UNIT_PAGES.items()),
            *(
                (_browser(settings, province, Role.EXECUTIVE), *one)
                for one in PROVINCE_PAGES.items()
            ),
        ]
        for _ in range(OWN_DUTIES):
            _add(province.id, WEEKS, f"kind = 'tao' AND province_id = {province.id}")
        tidy()
        alone = {name: _page(browser, address) for browser, name, address in pages}
        for _ in range(OTHER_DUTIES):
            _add(country.ministry.id, OTHER_WEEKS, f"kind = 'tao' AND id <> {unit.id}")
        tidy()
        for browser, name, address in pages:
            took = _page(browser, address)
            yield plain_result(f"{name}, among others'", engine, took, unit="ms", most=MOST_MS)
            yield ratio_result(
                f"{name}, beside alone", engine, (took, alone[name]), unit="ms", most=MOST_GROWTH
            )


def _browser(settings: Settings, unit: Unit, role: Role) -> FlaskClient:
    """A browser in which a new person of the unit has signed in."""
    name = f"bench-{Person.select().count()}"
    person = Person.create(sign_in=name, name_th="ผู้วัด", password_hash="!")  # noqa: S106 - no password fits it
    Post.create(person=person, unit=unit, role=role.value, valid_from=date(2020, 1, 1))
    browser = create_app(settings).test_client()
    with browser.session_transaction() as session:
        session["_user_id"] = f"{person.id}:{person.session_mark}"
        session["_fresh"] = True
    return browser


def _page(browser: FlaskClient, address: str) -> float:
    """Milliseconds of a page, once it was asked for: the quickest, which others disturbed least."""

    def ask() -> None:
        answer = browser.get(address)
        assert answer.status_code == 200, (address, answer.status)

    ask()
    return min(seconds(ask) for _ in range(ROUNDS)) * 1000


def _add(keeper_id: int, weeks: int, owing: str) -> None:
    """One duty of the keeper, owed by the units for which the condition holds."""
    false = "FALSE" if is_postgres() else "0"
    number = first_number("SELECT COUNT(*) FROM report_duty")
    letter_id = Delivery.get().letter_id
    facts: dict[str, Any] = {"number": number, "unit": keeper_id, "letter": letter_id}
    with write_transaction():
        duty = first_number(DUTY.format(false=false, units=UNITS, **facts))
        database.execute_sql(
            f"UPDATE report_duty SET name = 'รายงานเรื่องที่ {number}', "  # noqa: S608 - ours
            f"when_text = '{when_as_text(FixedDay(date(2022, 6, 30)))}' WHERE id = {duty}"
        )
        database.execute_sql(OWING.format(duty=duty).replace("kind = 'tao'", owing))
        for week in range(1, weeks + 1):
            due = f"2022-{(week - 1) // 4 % 12 + 1:02}-{(week - 1) % 4 * 7 + 1:02}"
            tenth = f"((id + {week}) - (id + {week}) / 10 * 10)"
            told = {"duty": duty, "number": week, "due": due, "false": false, "tenth": tenth}
            period = first_number(PERIOD.format(**told))
            database.execute_sql(
                EXPECTED.format(period=period, **told).replace("kind = 'tao'", owing)
            )
