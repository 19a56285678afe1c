"""People of a branch: added, appointed, ended; their names stay."""

import pytest

from saraban import clock
from saraban.records import Person, Post
from tests.cast import Cast
from tests.web.conftest import SignIn


@pytest.fixture
def administrator(cast: Cast, sign_in_as: SignIn):
    return sign_in_as(cast.administrator)


def uid_of(sign_in: str) -> str:
    return str(Person.get(Person.sign_in == sign_in).uid)


def test_the_list_is_searched_by_name_sign_in_and_unit(cast: Cast, administrator):
    assert "clerk.city" in administrator.get("/people?q=clerk.city").text
    assert "clerk.city" in administrator.get("/people?q=นครแม่สอด").text
    assert "ไม่มีผู้ใช้ที่" in administrator.get("/people?q=ไม่มีใคร").text


def test_somebody_new_is_added_and_then_appointed(cast: Cast, administrator):
    page = administrator.post(
        f"/people/add?unit={cast.city.unit.uid}",
        data={"name_th": "นางสาวใหม่ มาก", "sign_in": "mai.m", "password": "ยาวพอสำหรับใช้งาน"},
        follow_redirects=True,
    )
    assert "เทศบาลนครแม่สอด" in page.text

    page = administrator.post(
        f"/people/{uid_of('mai.m')}/appoint",
        data={"unit": "เทศบาลนครแม่สอด", "role": "clerk", "valid_from": "1 ต.ค. 2565"},
        follow_redirects=True,
    )

    assert "เจ้าหน้าที่สารบรรณ" in page.text
    assert Post.select().join(Person).where(Person.sign_in == "mai.m").count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sign_in": "clerk.city"}, "มีผู้ใช้ชื่อเข้าระบบ"),
        ({"password": "สั้น"}, "รหัสผ่านสั้นเกินไป"),
        ({"name_th": ""}, "โปรดกรอกช่องนี้"),
    ],
)
def test_a_refused_person_keeps_what_was_typed(
    cast: Cast, administrator, changes: dict[str, str], words: str
):
    form = {"name_th": "นายก ข", "sign_in": "kor.k", "password": "ยาวพอสำหรับใช้งาน"}
    page = administrator.post("/people/add", data={**form, **changes})

    assert page.status_code == 422
    assert words in page.text


def test_a_post_ends_today_and_stays_in_the_past(cast: Cast, administrator):
    post = Post.get(Post.person == cast.city.clerk.person_id)
    page = administrator.post(
        f"/people/{uid_of('clerk.city')}/posts/{post.id}/end", follow_redirects=True
    )

    assert '<li class="past">' in page.text
    assert Post.get_by_id(post.id).valid_to == clock.today()


def test_a_person_is_put_out_for_good(cast: Cast, administrator):
    page = administrator.post(f"/people/{uid_of('clerk.city')}/deactivate", follow_redirects=True)

    assert "ปิดการเข้าระบบแล้ว" in page.text
    assert "แต่งตั้ง</h2>" not in page.text


def test_a_password_is_set_anew(cast: Cast, administrator):
    before = Person.get(Person.sign_in == "clerk.city").password_hash
    address = f"/people/{uid_of('clerk.city')}/password"

    refused = administrator.post(address, data={"password": "1"})
    administrator.post(address, data={"password": "รหัสใหม่ที่ยาวพอ"})

    assert refused.status_code == 422
    assert Person.get(Person.sign_in == "clerk.city").password_hash != before


def test_who_is_no_administrator_sees_no_people(cast: Cast, sign_in_as: SignIn):
    clerk = sign_in_as(cast.city.clerk)

    assert clerk.get("/people").status_code == 403
    assert clerk.get(f"/people/{uid_of('clerk.city')}").status_code == 403
    assert clerk.post("/people/add", data={}).status_code == 403
