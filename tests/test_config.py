"""Settings from the environment, and the secret key that is made once."""

import re
import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from config import PROJECT_DIR, UnusableSetting, load_settings, read_or_make_key
from saraban.settings import MailSecurity, MailServer, Settings


def test_an_empty_environment_gives_the_folder_data_and_sqlite(tmp_path, monkeypatch):
    monkeypatch.setattr("config.PROJECT_DIR", tmp_path)

    settings = load_settings({})

    assert PROJECT_DIR.joinpath("wsgi.py").exists()
    assert settings.data_dir == tmp_path / "data"
    assert settings.database_url == f"sqlite:///{tmp_path}/data/saraban.db"
    assert settings.max_upload_bytes == Settings.max_upload_bytes
    assert settings.is_secure_cookie is False
    assert settings.mail is None


def test_every_variable_is_heard(tmp_path):
    settings = load_settings(
        {
            "SARABAN_DATA": str(tmp_path / "office"),
            "SARABAN_DATABASE_URL": "postgresql://saraban@127.0.0.1/saraban",
            "SARABAN_MAX_UPLOAD_MIB": "5",
            "SARABAN_MAX_EVIDENCE_MIB": "90",
            "SARABAN_UPLOAD_CHUNK_KIB": "256",
            "SARABAN_SECURE_COOKIE": "yes",
            "SARABAN_PUBLIC_ADDRESS": "https://saraban.example.go.th/",
            "SARABAN_MAIL_HOST": "mail.example.go.th",
            "SARABAN_MAIL_PORT": "465",
            "SARABAN_MAIL_SECURITY": "tls",
            "SARABAN_MAIL_SENDER": "saraban@example.go.th",
            "SARABAN_MAIL_USER": "saraban",
            "SARABAN_MAIL_PASSWORD": "only for tests",
            "SARABAN_LINK_DAYS": "14",
            "SARABAN_PERIOD_HORIZON_DAYS": "31",
            "SARABAN_DIGEST_HOUR": "7",
            "SARABAN_BOUNCES_DIR": "/var/mail/saraban",
        }
    )

    assert settings.data_dir == tmp_path / "office"
    assert settings.database_url == "postgresql://saraban@127.0.0.1/saraban"
    assert settings.max_upload_bytes == 5 * 1024 * 1024
    assert settings.max_evidence_bytes == 90 * 1024 * 1024
    assert settings.upload_chunk_bytes == 256 * 1024
    assert settings.is_secure_cookie is True
    assert settings.public_address == "https://saraban.example.go.th"
    assert settings.link_days == 14
    assert settings.period_horizon_days == 31
    assert settings.digest_hour == 7
    assert settings.bounces_dir == Path("/var/mail/saraban")
    assert settings.mail == MailServer(
        "mail.example.go.th", 465, "saraban@example.go.th", MailSecurity.TLS, "saraban",
        "only for tests",
    )  # fmt: skip
    assert "only for tests" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SARABAN_MAIL_PORT", "smtp"),
        ("SARABAN_MAIL_SECURITY", "ssl"),
        ("SARABAN_MAIL_SENDER", "saraban"),
    ],
)
def test_an_unusable_word_about_mail_ends_with_one_line_that_names_it(name, value, tmp_path):
    good = {
        "SARABAN_DATA": str(tmp_path),
        "SARABAN_MAIL_HOST": "mail.example.go.th",
        "SARABAN_MAIL_SENDER": "saraban@example.go.th",
    }
    with pytest.raises(UnusableSetting, match=rf"^{name} must .+$"):
        load_settings(good | {name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SARABAN_DATABASE_URL", "mysql://host/saraban"),
        ("SARABAN_MAX_UPLOAD_MIB", "0"),
        ("SARABAN_MAX_UPLOAD_MIB", "๕"),
        ("SARABAN_MAX_UPLOAD_MIB", "many"),
        ("SARABAN_MAX_EVIDENCE_MIB", "0"),
        ("SARABAN_UPLOAD_CHUNK_KIB", "0.5"),
        ("SARABAN_SECURE_COOKIE", "perhaps"),
        ("SARABAN_DIGEST_HOUR", "24"),
        ("SARABAN_LINK_DAYS", "0"),
        ("SARABAN_PERIOD_HORIZON_DAYS", "6"),
        ("SARABAN_PERIOD_HORIZON_DAYS", "a month"),
        ("SARABAN_LINK_DAYS", "400"),
        ("SARABAN_LINK_DAYS", "a month"),
        ("SARABAN_PUBLIC_ADDRESS", "saraban.example.go.th"),
        ("SARABAN_PUBLIC_ADDRESS", "https://example.go.th/saraban"),
    ],
)
def test_an_unusable_value_ends_with_one_line_that_names_it(name, value, tmp_path):
    with pytest.raises(UnusableSetting, match=rf"^{name} must .+$"):
        load_settings({"SARABAN_DATA": str(tmp_path), name: value})


def test_a_data_folder_that_cannot_be_made_ends_with_one_line(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.touch()

    with pytest.raises(UnusableSetting, match=re.escape(str(in_the_way))):
        load_settings({"SARABAN_DATA": str(in_the_way)})


def test_the_secret_key_stays_and_only_its_owner_reads_it(tmp_path):
    environ = {"SARABAN_DATA": str(tmp_path / "office")}

    first = load_settings(environ).secret_key

    kept = tmp_path / "office" / "secret-key"
    assert load_settings(environ).secret_key == first == kept.read_text()
    assert len(first) >= 48
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_processes_that_start_at_once_agree_on_one_key(tmp_path):
    path = tmp_path / "secret-key"

    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as processes:
        keys = set(processes.map(read_or_make_key, [path] * 16))

    assert keys == {path.read_text()}
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_key_is_refused(tmp_path):
    (tmp_path / "secret-key").touch()

    with pytest.raises(UnusableSetting, match="is empty"):
        read_or_make_key(tmp_path / "secret-key")
