"""The worker that reads files taken in, kept running beside the server."""

import subprocess
import sys
import threading
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "flask", "--app", "wsgi", "intake", "work", "--with-parent"]
SECONDS_BEFORE_ANOTHER = 5
SECONDS_TO_END = 20


class ReadingWorker:
    """Starts the worker, and starts it again should it end by itself."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.process = subprocess.Popen(COMMAND, cwd=PROJECT)
        threading.Thread(target=self._keep_running, daemon=True).start()

    def _keep_running(self) -> None:
        while not self.stop.is_set():
            self.process.wait()
            if not self.stop.wait(SECONDS_BEFORE_ANOTHER):
                self.process = subprocess.Popen(COMMAND, cwd=PROJECT)

    def end(self) -> None:
        """Tell it to stop; it gives back the file it is reading."""
        self.stop.set()
        self.process.terminate()
        try:
            self.process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.process.kill()
