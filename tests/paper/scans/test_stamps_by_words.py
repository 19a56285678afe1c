"""Stamps without a frame are known by their labels under one another."""

import numpy as np

from saraban.paper.places.text_lines import LineCut
from saraban.paper.scans.stamps_by_words import rows_by_labels, stamps_by_words

NOTHING = np.full((30, 100), 255, np.uint8)


def cut(left: int, top: int, *, width: int = 200) -> LineCut:
    return LineCut(NOTHING, (left, top - 8, left + width, top + 38), (top, top + 30))


def test_labels_at_one_edge_make_a_stamp_with_its_office():
    cuts = [
        cut(1700, 100, width=300),
        cut(1700, 160),
        cut(1950, 160),
        cut(1705, 220),
        cut(100, 220),
    ]
    texts = ["เทศบาลตำบลบ้านดอน", "เลขรับ", "412", "วันที 3 มี.ค. 65", "เรื่อง ขอเชิญประชุม"]

    assert stamps_by_words(cuts, texts) == [[0, 1, 2, 3]]


def test_a_day_at_another_edge_is_the_letter_s_own():
    cuts = [cut(1700, 160), cut(900, 220)]

    assert stamps_by_words(cuts, ["เลขรับ", "วันที่ 3 มีนาคม 2565"]) == []


def test_a_sentence_about_receiving_is_no_stamp():
    cuts = [cut(300, 160, width=1500), cut(300, 220)]
    texts = ["รับเลขที่หนังสือจากกรมแล้วให้รายงานผลตามแบบที่กำหนดโดยด่วนต่อไป", "วันที่ 3 มีนาคม"]

    assert stamps_by_words(cuts, texts) == []


def test_a_memos_telephone_over_its_own_day_is_no_stamp():
    cuts = [cut(1700, 160, width=90), cut(1800, 160), cut(1700, 220)]
    texts = ["วัที่", "โทร. ๑๑๒๗", "วันที่ ๓๐ กันยายน ๒๕๕๙"]

    assert stamps_by_words(cuts, texts) == []
    assert stamps_by_words(cuts, ["รับที่", "๑๑๒๗", texts[2]]) == [[0, 1, 2]]


def test_writing_that_stands_off_its_label_is_on_the_label_s_row():
    cuts = [cut(1720, 100), cut(1950, 140), cut(1700, 160), cut(1700, 220), cut(1950, 238)]
    texts = ["กองคลัง", "412", "เลขรับ", "วันที่", "3/3/65"]

    assert rows_by_labels(cuts, texts) == [[0], [2, 1], [3, 4]]
