"""Every refusal becomes a page here, once: its words, its status, and a way on."""

import secrets
from http import HTTPStatus

from flask import Flask, current_app, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from saraban.errors import (
    Conflict,
    DatabaseUnusable,
    FileDamaged,
    InvalidInput,
    NotFound,
    Refused,
    SarabanError,
    SignInFailed,
    StorageFull,
)
from saraban.settings import MEBIBYTE
from saraban.web.session import me, place_to_return_to
from saraban.web.words import in_digits, said

# The first family that fits; a refusal of no family is a plain 400.
STATUS_OF: tuple[tuple[type[SarabanError], int], ...] = (
    (NotFound, 404),
    (Refused, 403),
    (SignInFailed, 403),
    (Conflict, 409),
    (InvalidInput, 422),
    (FileDamaged, 500),
    (DatabaseUnusable, 503),
    (StorageFull, 507),
)

Answer = tuple[str, int]


def hang_error_pages(app: Flask) -> None:
    """Tie the pages of refusals and failures to the application."""
    app.register_error_handler(SarabanError, refused)
    app.register_error_handler(CSRFError, form_not_ours)
    app.register_error_handler(RequestEntityTooLarge, too_large)
    app.register_error_handler(HTTPException, by_protocol)
    app.register_error_handler(Exception, failed)


def refused(error: SarabanError) -> Answer:
    """A refusal that no form took: in its own words, with its family's status."""
    status = next((status for family, status in STATUS_OF if isinstance(error, family)), 400)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        current_app.logger.error("%s on %s: %s", error.code, request.path, error)
    titles = {404: _("ไม่พบ"), 403: _("ทำรายการนี้ไม่ได้"), 409: _("ขัดกับข้อมูลที่มีอยู่")}
    hints = {
        404: _("อาจถูกย้าย พิมพ์ที่อยู่ผิด หรือไม่ได้ส่งถึงหน่วยของคุณ ลองค้นด้วยเลขที่หรือเรื่อง"),
        403: _("หากคุณมีหลายตำแหน่ง ลองเปลี่ยนหน่วยที่ปฏิบัติงานแทนที่มุมบน"),
        409: _("เปิดหน้านั้นใหม่เพื่อดูข้อมูลล่าสุด แล้วลองอีกครั้ง"),
    }
    title = titles.get(status, _("ทำรายการนี้ไม่ได้"))
    return _error_page(title, said(error), hints.get(status, ""), status)


def form_not_ours(error: CSRFError) -> Answer:
    """A form without its token, with a forged one, or one that outlived its session."""
    if me() is None:
        return (
            render_template("errors/session_over.html", next=place_to_return_to()),
            400,
        )
    return _error_page(
        _("ส่งแบบฟอร์มนี้ไม่ได้"),
        _("แบบฟอร์มนี้หมดอายุ หรือไม่ได้มาจากหน้าของระบบ จึงยังไม่มีอะไรถูกบันทึก"),
        _("กดย้อนกลับ สิ่งที่พิมพ์ยังอยู่ โหลดหน้าใหม่แล้วส่งอีกครั้ง"),
        400,
    )


def too_large(error: RequestEntityTooLarge) -> Answer:
    """More bytes than one request may carry."""
    most = in_digits(current_app.config["SARABAN"].max_upload_bytes // MEBIBYTE)
    return _error_page(
        _("ไฟล์ใหญ่เกินไป"),
        _("ส่งได้ครั้งละไม่เกิน %(most)s เมกะไบต์รวมทุกไฟล์ ครั้งนี้จึงยังไม่มีอะไรถูกบันทึก", most=most),
        _("กดย้อนกลับ สิ่งที่พิมพ์ยังอยู่ เลือกไฟล์ที่เล็กลง หรือแบ่งส่งทีละไฟล์"),
        413,
    )


def by_protocol(error: HTTPException) -> Answer | HTTPException:
    """What the web server itself refuses: no such page, not this way."""
    status = error.code or 500
    if status < HTTPStatus.BAD_REQUEST:
        return error
    words = {
        404: (_("ไม่พบหน้านี้"), _("ไม่มีหน้าที่อยู่นี้ในระบบ"), _("ตรวจที่อยู่ หรือไปที่โต๊ะงาน")),
        405: (_("เปิดหน้านี้แบบนี้ไม่ได้"), _("ที่อยู่นี้ใช้ส่งแบบฟอร์มเท่านั้น"), _("ไปที่โต๊ะงานแล้วเริ่มใหม่")),
    }
    title, message, hint = words.get(
        status, (_("คำขอใช้ไม่ได้"), _("ระบบอ่านคำขอนี้ไม่ได้ จึงยังไม่มีอะไรถูกบันทึก"), _("กดย้อนกลับแล้วลองใหม่"))
    )
    return _error_page(title, message, hint, status)


def failed(error: Exception) -> Answer:
    """A fault of ours: a reference number that stands in the log as well."""
    reference = secrets.token_hex(4)
    current_app.logger.exception("failure %s on %s %s", reference, request.method, request.path)
    try:
        return render_template("errors/failure.html", reference=reference), 500
    except Exception:
        current_app.logger.exception("failure %s: its page failed too", reference)
        return f"ระบบขัดข้อง เลขอ้างอิง {reference}", 500


def _error_page(title: str, message: str, hint: str, status: int) -> Answer:
    # Signed-out people and signed-in ones get the same words in different frames.
    frame = "layout/plain.html" if me() is None else "layout/page.html"
    return (
        render_template(
            "errors/refusal.html", frame=frame, title=title, message=message, hint=hint
        ),
        status,
    )
