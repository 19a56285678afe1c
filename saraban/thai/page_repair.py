"""What the text of one page needs beyond repair: a page tells it, a piece of it cannot."""

from collections.abc import Callable

from saraban.thai.broken_words import (
    has_broken_words,
    with_common_words_whole,
    with_words_whole,
)
from saraban.thai.displaced import (
    has_glued_late_marks,
    has_late_marks,
    with_glued_marks_back,
    with_marks_back,
)
from saraban.thai.text import (
    has_blanks_behind_sara_am,
    has_lost_some_sara_am,
    has_split_sara_am,
    sara_am_restored,
    with_blanks_behind_sara_am_closed,
    with_circles,
    with_sara_am_restored,
    words_with_sara_am,
)


def mender_of(page: str) -> Callable[[str], str]:
    """What puts a piece of the page with this repaired text right."""
    has_lost_circles = with_sara_am_restored(page) != page
    is_split = has_split_sara_am(page)
    has_lost_some = has_lost_some_sara_am(page)
    has_marks_late = has_late_marks(page)
    has_glued_marks = has_glued_late_marks(page)
    has_blanks_behind = has_blanks_behind_sara_am(page)
    has_blanks_inside = has_broken_words(page)

    def mend(text: str) -> str:
        text = with_circles(text) if is_split else text
        if has_lost_circles:
            text = sara_am_restored(text)
        elif has_lost_some:
            text = words_with_sara_am(text)
        text = with_marks_back(text) if has_marks_late else text
        text = with_glued_marks_back(text) if has_glued_marks else text
        text = with_blanks_behind_sara_am_closed(text) if has_blanks_behind else text
        is_torn = " า" in text
        text = with_words_whole(text) if has_blanks_inside else with_common_words_whole(text)
        return words_with_sara_am(text) if is_torn else text

    return mend
