"""The process that opens other people's files: python -m saraban.jobs.reading_child

Says {"ready"} once its libraries are loaded. One JSON object a line in, {"path", "name"}; for
each, lines out: {"page", "of"} after each page, then {"reading"} or {"trouble"}. It may run out of
memory, hang or be killed: whoever asked (jobs.reader) sees its end and starts another. Warm from
file to file, because the libraries take longer to load than a letter to be read.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import IO, Any

from saraban.errors import SarabanError
from saraban.jobs.parent import end_with_parent
from saraban.paper.reading import read_content

GIBIBYTE = 1024**3
# Well above what a page needs (350 MB all in all), well below what would harm the machine.
MOST_MEMORY = 3 * GIBIBYTE


def main() -> None:
    """Answer until nobody asks any more."""
    end_with_parent(signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    answers = _own_output()
    _say(answers, {"ready": True})
    for line in sys.stdin:
        asked = json.loads(line)
        _say(answers, _answer(asked["path"], asked["name"], answers))


def _answer(path: str, name: str, answers: IO[str]) -> dict[str, Any]:
    try:
        content = Path(path).read_bytes()
        reading = read_content(
            content, name, on_page=lambda page, of: _say(answers, {"page": page, "of": of})
        )
    except SarabanError as refusal:
        return {"trouble": refusal.text_th}
    except MemoryError:
        return {"trouble": "ไฟล์นี้ใช้หน่วยความจำมากเกินไป จึงหยุดอ่านไว้ ต้นฉบับยังอยู่ครบ"}
    except OSError as error:
        return {"trouble": f"เปิดไฟล์ที่เก็บไว้ไม่ได้: {error.strerror}"}
    return {"reading": reading}


def _own_output() -> IO[str]:
    """Standard output for answers alone: what a library prints goes to standard error."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "w", encoding="utf-8")


def _say(answers: IO[str], told: dict[str, Any]) -> None:
    answers.write(json.dumps(told, ensure_ascii=False) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
