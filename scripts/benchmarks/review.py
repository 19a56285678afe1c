"""Opening a letter to review among 100,000: duplicates by text and number, and the hints."""

from collections.abc import Iterator
from datetime import date

from saraban.desk.filing import NewFile
from saraban.desk.intake import receive_file
from saraban.desk.intake_reading import claim_next, keep_reading
from saraban.paper.reading import read_content
from saraban.queries.reading_to_review import reading_to_review
from saraban.records import file_store
from saraban.records.database import database, write_transaction
from saraban.rules.fingerprint import PLACES
from scripts.benchmarks.many_letters import add_letters
from scripts.benchmarks.measuring import Result, plain_result, seconds
from scripts.benchmarks.offices import NOW, add_country, clerk_of, new_office

LETTERS = 100_000
MOST_MS = 150.0
TIMES = 15

# One band in twenty is shared by all letters of one of fifty offices, as their common words are.
_BANDS = """
    INSERT INTO sketch_band (band, letter_sketch_id)
    SELECT b.i * 281474976710656
           + CASE WHEN (s.id + b.i) / 20 * 20 = s.id + b.i THEN s.id - s.id / 50 * 50
                  ELSE CAST(s.id AS BIGINT) * 1000003 + b.i END, s.id
    FROM letter_sketch AS s, (WITH RECURSIVE n (i) AS (
        SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {last}) SELECT i FROM n) AS b
"""
# A hundred senders with a thousand circulars each.
_SENDERS = """
    UPDATE letter SET
    printed_key = 'มท 0' || (200 + id - id / 100 * 100) || '/ว ' || (id / 100),
    search_text = 'มท0' || (200 + id - id / 100 * 100) || '/ว' || (id / 100) || '|การรายงานกิจกรรม'
"""
TEXT = """ที่ มท ๐๒๑๑/ว ๙๙

                                             กรมตัวอย่าง ถนนราชดำเนิน

                      ๑๖ มิถุนายน ๒๕๖๕

เรื่อง  การรายงานกิจกรรมอาสาพัฒนา ครั้งที่ ๑

เรียน  ผู้ว่าราชการจังหวัด

     ด้วยกรมตัวอย่างได้กำหนดให้หน่วยงานในสังกัดจัดกิจกรรมอาสาพัฒนาแหล่งน้ำและที่สาธารณะในพื้นที่
และรายงานจำนวนผู้เข้าร่วมพร้อมภาพถ่ายทุกเดือน จึงขอให้รายงานผลภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕

     จึงเรียนมาเพื่อโปรดทราบและดำเนินการต่อไป

                      ขอแสดงความนับถือ

                   (นายตัวอย่าง ทดสอบระบบ)
                     อธิบดีกรมตัวอย่าง
"""


def measure(engine: str) -> Iterator[Result]:
    """The query behind the review page, for a letter whose sender has a thousand others."""
    with new_office(engine):
        unit = add_country(1, 0, 0).provinces[0]
        add_letters(unit, LETTERS, engine)
        with write_transaction():
            database.execute_sql(_SENDERS)
            if engine == "sqlite":  # whose index is kept up when a letter comes, and none changes
                database.execute_sql("INSERT INTO letter_search(letter_search) VALUES ('rebuild')")
            database.execute_sql(
                "INSERT INTO letter_sketch (letter_id, sketch) SELECT id, '' FROM letter"
            )
            database.execute_sql(_BANDS.format(last=PLACES // 3 - 1))
        # Rows that were changed leave their old selves behind until somebody cleans up.
        database.execute_sql("VACUUM ANALYZE" if engine == "postgres" else "ANALYZE")
        clerk = clerk_of(unit)
        file = NewFile("หนังสือ.txt", TEXT.encode(), "text/plain")
        uid = receive_file(actor=clerk, at=NOW, file=file).intake_uid
        claim = claim_next(at=NOW, worker="bench")
        assert claim is not None
        reading = read_content(file_store.read(claim.sha256), claim.name)
        keep_reading(at=NOW, claim=claim, reading=reading)
        found = reading_to_review(clerk, uid, 0, today=date(2022, 6, 17))
        assert found.duplicates, "the letter of this number is among the many"
        times = sorted(
            seconds(lambda: reading_to_review(clerk, uid, 0, today=date(2022, 6, 17)))
            for _ in range(TIMES)
        )
        name = f"a letter to review among {LETTERS:,}"
        yield plain_result(name, engine, times[TIMES // 2] * 1000, unit="ms", most=MOST_MS)
