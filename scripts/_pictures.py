"""The pictures of scripts/pictures: a demo of its own, the main pages, at desk and phone width."""

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which

import pypdfium2
from playwright.sync_api import Page, sync_playwright

PORT = 8765
HOME = f"http://127.0.0.1:{PORT}"
TARGET = Path("saraban/static/pictures")
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 740}
CHROMIUM = {
    "executable_path": which("chromium") or which("google-chrome"),
    "args": ["--no-sandbox", "--disable-gpu"],
}


def main() -> None:
    """Serve a demo, sign in as its people, and keep one picture a page."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        command = ["scripts/serve", "--demo", "--port", str(PORT), "--data", data]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            try:
                take_all(password_of(server))
            finally:
                server.terminate()
                server.communicate()  # lets it say that it stopped


def password_of(server: "subprocess.Popen[str]") -> str:
    """The password the demo printed, once it also said that it is ready."""
    password = ""
    for line in server.stdout or ():
        if found := re.search(r"password\): (\S+)", line):
            password = found[1]
        if line.startswith("Saraban is at"):
            return password
    sys.exit("pictures: the demo did not start")


def take_all(password: str) -> None:
    with sync_playwright() as playwright, playwright.chromium.launch(**CHROMIUM) as browser:
        for width, ending in ((DESK, ""), (PHONE, "-phone")):
            page = browser.new_page(viewport=width, locale="th-TH")
            sign_in(page, "clerk.maeramat", password)
            take(page, "/", f"desk{ending}")
            page.goto(f"{HOME}/letters?q=5765")
            page.locator("main a[href^='/letters/0']").first.click()
            take(page, page.url.removeprefix(HOME), f"letter{ending}")
            take(page, f"{page.url.removeprefix(HOME)}/reissue", f"reissue{ending}")
            page.close()
            page = browser.new_page(viewport=width, locale="th-TH")
            sign_in(page, "auditor.moi", password)
            take(page, "/audit", f"audit{ending}")
            page.goto(f"{HOME}/letters?q=5765")
            page.locator("main a[href^='/letters/0']").first.click()
            take(page, f"{page.url.removeprefix(HOME)}/cascade?tab=table", f"cascade-table{ending}")
            page.close()
            page = browser.new_page(viewport=width, locale="th-TH")
            sign_in(page, "clerk.tak", password)
            take(page, "/registers/receive?year=2565", f"register{ending}")
            take(page, "/letters/new", f"new{ending}")
            if not ending:
                bring(page)
            take(page, "/intake/next", f"review{ending}")
            page.goto(f"{HOME}/letters?q=5765")
            page.locator("main a[href^='/letters/0']").first.click()
            take(page, f"{page.url.removeprefix(HOME)}/cascade", f"cascade{ending}")
            take(page, "/duties/kept", f"duties{ending}")
            page.get_by_role("link", name="ประจำสัปดาห์").first.click()
            take(page, f"{page.url.removeprefix(HOME)}/grid", f"duty-grid{ending}")
            page.close()
            page = browser.new_page(viewport=width, locale="th-TH")
            # Its event was told and never reported: the one thing of the demo that is still owed.
            sign_in(page, "clerk.tao.nongbuanuea", password)
            page.goto(f"{HOME}/duties")
            page.locator("main a[href$='/answer']").first.click()
            take(page, page.url.removeprefix(HOME), f"duty-answer{ending}")
            page.close()


def bring(page: Page) -> None:
    """Drop a scan of the demo's own making, and wait until it is read."""
    page.goto(f"{HOME}/letters?q=5765")
    page.locator("main a[href^='/letters/0']").first.click()
    address = page.locator("main a[href*='/files/']").first.get_attribute("href")
    content = page.request.get(f"{HOME}{address}").body()
    page.goto(f"{HOME}/intake")
    scan = {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": as_scan(content)}
    page.set_input_files("#drop-form [name=files]", scan)
    page.wait_for_url("**/intake/*/0", timeout=120_000)


def as_scan(pdf: bytes) -> bytes:
    """The first page of a PDF as a scanner gives it, without the code at its foot."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].render(scale=200 / 72).to_pil().convert("L")
    document.close()
    page.paste(255, (page.width // 2, page.height - 260, page.width, page.height))
    out = io.BytesIO()
    page.save(out, "PDF", resolution=200)
    return out.getvalue()


def sign_in(page: Page, name: str, password: str) -> None:
    page.goto(f"{HOME}/sign-in")
    page.fill("[name=sign_in]", name)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)


def take(page: Page, path: str, name: str) -> None:
    page.goto(f"{HOME}{path}", wait_until="networkidle")
    page.screenshot(path=TARGET / f"{name}.png")
    print(f"pictures: {name}.png")


if __name__ == "__main__":
    main()
