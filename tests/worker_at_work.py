"""A reading worker in a process of its own: python -m tests.worker_at_work URL FILES LEASE_SECONDS

Reads what waits until somebody ends it.
"""

import sys
from datetime import timedelta
from pathlib import Path
from threading import Event

from saraban.jobs.worker import work
from saraban.records import file_store, upload_store
from saraban.records.database import bind

if __name__ == "__main__":
    bind(sys.argv[1])
    file_store.use_folder(Path(sys.argv[2]))
    upload_store.use_folder(Path(sys.argv[2]) / "uploads")
    work(Event(), lease=timedelta(seconds=float(sys.argv[3])))
