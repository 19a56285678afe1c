"""A pile registered without a mouse: typed like a spreadsheet, or pasted from one."""

from playwright.sync_api import Page, expect

from saraban.records import Letter, RegisterEntry
from tests.browser.conftest import SignIn
from tests.cast import Cast

CELLS = ("มท ๐๒๑๑/ว {}", "๑๖ มิ.ย. ๒๕๖๕", "สำนักงานปลัดกระทรวง", "นายอำเภอ", "เรื่องที่ {}")


def numbers_in_order() -> list[str | None]:
    query = RegisterEntry.select(RegisterEntry, Letter).join(Letter)
    return [entry.letter.printed_number for entry in query.order_by(RegisterEntry.number)]


def table(page: Page) -> Page:
    """The empty table, ready to be typed into."""
    page.goto("/letters/batch")
    expect(page.locator("[name=lines-0-printed_number]")).to_be_focused()
    return page


def press(page: Page, key: str) -> None:
    """Press one of the page's own keys, once its script is there to hear it."""
    expect(page.locator("html.with-keys")).to_be_attached()
    page.keyboard.press(key)


def test_a_pile_is_typed_row_by_row_and_registered_with_one_key(
    cast: Cast, sign_in: SignIn
) -> None:
    page = table(sign_in(cast.province.clerk))

    for row in range(1, 21):
        for place, cell in enumerate(CELLS):
            # From the second row on, what does not change is a ditto sign.
            page.keyboard.insert_text('"' if row > 1 and place in (1, 2, 3) else cell.format(row))
            page.keyboard.press("Tab" if place < len(CELLS) - 1 else "Enter")
    press(page, "F9")
    page.wait_for_url(lambda url: url.endswith("/1-20"))

    expect(page.locator("main")).to_contain_text("เลขรับ ๑–๒๐")
    assert numbers_in_order() == [f"มท ๐๒๑๑/ว {row}" for row in range(1, 21)]
    assert {letter.issuer_text for letter in Letter.select()} == {"สำนักงานปลัดกระทรวง"}


def test_a_wrong_row_is_mended_where_it_is_and_nothing_else_is_typed_again(
    cast: Cast, sign_in: SignIn
) -> None:
    page = table(sign_in(cast.province.clerk))
    for row, day in ((1, "๑๖ มิ.ย. ๒๕๖๕"), (2, "31 มิ.ย. 2565")):
        for cell in (CELLS[0].format(row), day, *CELLS[2:4], CELLS[4].format(row)):
            page.keyboard.insert_text(cell)
            page.keyboard.press("Tab")
        page.keyboard.press("Tab")
    press(page, "F9")
    expect(page.locator("#error-summary")).to_be_focused()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#lines-1-dated_on")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("๓๐ พ.ค. ๒๕๖๕")
    press(page, "F8")
    expect(page.locator("[role=status]")).to_contain_text("ตรวจแล้ว ๒ ฉบับ")
    assert RegisterEntry.select().count() == 0
    press(page, "F9")
    page.wait_for_url(lambda url: "/1-2" in url)

    assert numbers_in_order() == ["มท ๐๒๑๑/ว 1", "มท ๐๒๑๑/ว 2"]


def test_enter_in_the_table_goes_to_the_next_row_and_registers_nothing(
    cast: Cast, sign_in: SignIn
) -> None:
    page = table(sign_in(cast.province.clerk))

    page.keyboard.insert_text("มท ๐๒๑๑/ว ๑")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")

    expect(page.locator("[name=lines-2-printed_number]")).to_be_focused()
    assert RegisterEntry.select().count() == 0


def test_rows_pasted_into_a_cell_fill_the_table(cast: Cast, sign_in: SignIn) -> None:
    page = table(sign_in(cast.province.clerk))
    copied = "\n".join("\t".join(cell.format(row) for cell in CELLS) for row in (1, 2, 3))

    page.evaluate(
        """text => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        "ที่\tลงวันที่\tจาก\tถึง\tเรื่อง\n" + copied,
    )
    expect(page.locator("[name=lines-2-subject]")).to_have_value("เรื่องที่ 3")
    press(page, "F9")
    page.wait_for_url(lambda url: url.endswith("/1-3"))

    assert numbers_in_order() == ["มท ๐๒๑๑/ว 1", "มท ๐๒๑๑/ว 2", "มท ๐๒๑๑/ว 3"]


def test_without_scripts_enter_looks_and_a_button_registers(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.province.clerk, scripts=False)
    page.goto("/letters/batch")
    for name, cell in zip(
        ("printed_number", "dated_on", "issuer_text", "addressee_text", "subject"),
        CELLS,
        strict=True,
    ):
        page.fill(f"[name=lines-0-{name}]", cell.format(1))

    page.press("[name=lines-0-subject]", "Enter")
    expect(page.locator("[role=status]")).to_contain_text("ตรวจแล้ว ๑ ฉบับ")
    assert RegisterEntry.select().count() == 0
    page.get_by_role("button", name="ลงรับ ๑ ฉบับ").click()
    page.wait_for_url(lambda url: url.endswith("/1-1"))

    assert numbers_in_order() == ["มท ๐๒๑๑/ว 1"]
