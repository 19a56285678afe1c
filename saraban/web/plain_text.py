"""The words of a plain text file, for a page that shows them where a picture would stand."""


def words_of_text(content: bytes) -> str:
    """The text in Unicode, or in the code page of Thai Windows where it is none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp874", errors="replace")
