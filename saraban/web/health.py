"""Whether the program and its database are well, for whoever watches over them."""

from flask import Blueprint, Response, current_app, jsonify

from saraban.queries.connection import connected, is_current, ping

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def healthz() -> tuple[Response, int]:
    """200 when the database answers and its tables are of today's shape, else 503."""
    url = current_app.config["SARABAN"].database_url
    engine = "postgres" if url.startswith("postgresql:") else "sqlite"
    try:
        with connected():
            ping()
            is_ready = is_current()
    except Exception:
        current_app.logger.exception("healthz: the database does not answer")
        return jsonify(status="unwell", database=engine, reason="database does not answer"), 503
    if not is_ready:
        return jsonify(status="unwell", database=engine, reason="migrations are missing"), 503
    return jsonify(status="ok", database=engine), 200
