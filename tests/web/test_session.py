"""Coming in and going out; only addresses of this very site are returned to."""

from datetime import timedelta

import pytest

from saraban import clock
from saraban.desk import _passwords
from saraban.desk.signing_in import MOST_FAILURES
from saraban.records import Person, Post
from saraban.web.session import same_site
from tests.make import register

PASSWORD = "a long and good one"


@pytest.fixture
def with_password(cast):
    """The district's clerk, with a password."""
    _passwords.use_memory_cost(64)
    Person.update(password_hash=_passwords.hash_password(PASSWORD)).where(
        Person.id == cast.district_a.clerk.person_id
    ).execute()
    return "clerk.district_a"


def test_the_right_password_opens_the_page_one_was_going_to(client, with_password):
    answer = client.post(
        "/sign-in?next=/letters?q%3D5765", data={"sign_in": with_password, "password": PASSWORD}
    )

    assert (answer.status_code, answer.location) == (303, "/letters?q=5765")
    assert client.get("/letters").status_code == 200


def test_a_wrong_password_is_said_in_the_same_words_as_an_unknown_name(client, with_password):
    wrong = client.post("/sign-in", data={"sign_in": with_password, "password": "wrong"})
    unknown = client.post("/sign-in", data={"sign_in": "who.else", "password": "wrong"})

    for answer in (wrong, unknown):
        assert answer.status_code == 422
        assert "ชื่อเข้าระบบหรือรหัสผ่านไม่ถูกต้อง" in answer.text


def test_the_name_typed_stays_and_the_password_does_not(client, with_password):
    answer = client.post("/sign-in", data={"sign_in": with_password, "password": "wrong"})

    assert f'value="{with_password}"' in answer.text
    assert 'value="wrong"' not in answer.text


def test_after_too_many_guesses_even_the_right_password_has_to_wait(client, with_password):
    for _ in range(MOST_FAILURES):
        client.post("/sign-in", data={"sign_in": with_password, "password": "wrong"})

    answer = client.post("/sign-in", data={"sign_in": with_password, "password": PASSWORD})

    assert answer.status_code == 422
    assert "โปรดรอ ๑๕ นาที" in answer.text


def test_an_expired_session_leads_back_to_where_one_was(client):
    answer = client.get("/letters?q=5765")

    assert (answer.status_code, answer.location) == (303, "/sign-in?next=/letters?q%3D5765")


def test_a_session_ends_with_the_password_it_began_with(client, cast, sign_in_as):
    sign_in_as(cast.district_a.clerk)
    Person.update(session_mark="another").where(
        Person.id == cast.district_a.clerk.person_id
    ).execute()

    answer = client.get("/")

    assert answer.status_code == 303
    assert "หมดเวลาใช้งาน" in client.get(answer.location).text


def test_a_session_ends_with_the_post(client, cast, sign_in_as):
    sign_in_as(cast.district_a.clerk)
    Post.update(valid_to=clock.today() - timedelta(days=1)).where(
        Post.person == cast.district_a.clerk.person_id
    ).execute()

    assert client.get("/").status_code == 303


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("/letters?q=1", "/letters?q=1"),
        ("http://localhost/letters", "/letters"),
        ("https://elsewhere.example/letters", "/"),
        ("//elsewhere.example", "/"),
        ("/\\elsewhere.example", "/"),
        ("\\\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("http:/letters", "/"),
        ("/letters\r\nSet-Cookie: a=b", "/"),
        ("", "/"),
        (None, "/"),
    ],
)
def test_only_addresses_of_this_very_site_are_returned_to(app, target, place):
    with app.test_request_context():
        assert same_site(target) == place


def test_somebody_with_two_posts_chooses_whom_to_act_for(client, cast, sign_in_as):
    person = sign_in_as(cast.district_a.clerk)
    Post.create(
        person=cast.district_a.clerk.person_id,
        unit=cast.tambon_mun.unit,
        role="clerk",
        valid_from=clock.today(),
    )
    register(cast.tambon_mun.clerk, subject="เรื่องของเทศบาล")

    answer = person.post("/settings/unit", data={"unit_id": cast.tambon_mun.unit.id})

    assert answer.status_code == 303
    assert "เรื่องของเทศบาล" in person.get("/letters").text


def test_nobody_acts_for_a_unit_without_a_post_there(cast, sign_in_as):
    person = sign_in_as(cast.district_a.clerk)

    answer = person.post("/settings/unit", data={"unit_id": cast.province.unit.id})

    assert answer.status_code == 422


def test_language_and_digits_are_kept_with_the_person(cast, sign_in_as):
    clerk = sign_in_as(cast.district_a.clerk)

    clerk.post("/settings/choices", data={"language": "en", "digits": "arabic"})

    kept = Person.get_by_id(cast.district_a.clerk.person_id)
    assert (kept.language, kept.digits) == ("en", "arabic")
    assert '<html lang="en"' in clerk.get("/settings").text


def test_a_password_typed_differently_twice_is_not_taken(cast, sign_in_as):
    clerk = sign_in_as(cast.district_a.clerk)
    before = Person.get_by_id(cast.district_a.clerk.person_id).password_hash

    answer = clerk.post(
        "/settings/password",
        data={"current": PASSWORD, "password": "one long password", "again": "another one"},
    )

    assert answer.status_code == 422
    assert "ไม่ตรงกับรหัสผ่านใหม่" in answer.text
    assert Person.get_by_id(cast.district_a.clerk.person_id).password_hash == before


def test_a_new_password_keeps_this_session_and_ends_others(client, app, cast, with_password):
    other = app.test_client()
    for browser in (client, other):
        browser.post("/sign-in", data={"sign_in": with_password, "password": PASSWORD})

    answer = client.post(
        "/settings/password",
        data={"current": PASSWORD, "password": "quite a new one", "again": "quite a new one"},
    )

    assert answer.status_code == 303
    assert client.get("/settings").status_code == 200
    assert other.get("/settings").status_code == 303
