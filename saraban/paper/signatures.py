"""Digital signatures in a copy: they sealed the original's bytes, so a changed copy claims none."""

import pikepdf
from pikepdf import Name

# The signature's value, what it locks, and the names by which a form would find it.
_CLAIMS = ("/V", "/FT", "/T", "/Parent", "/Lock", "/SV", "/Ff", "/MK", "/AA", "/A")


def without_signatures(document: pikepdf.Pdf) -> None:
    """Turn signature fields into mere pictures of themselves; the pages look as before.

    A reader would otherwise warn that the letter was tampered with, of a copy that only bears
    our stamp. Whoever wants the proof opens the original.
    """
    form = document.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return
    is_signed = False
    for page in document.pages:
        notes = page.obj.get("/Annots")
        for note in notes if isinstance(notes, pikepdf.Array) else ():
            if _is_signature(note):
                is_signed = True
                note[Name.Subtype] = Name.Stamp
                for claim in _CLAIMS:
                    if claim in note:
                        del note[claim]
    if not is_signed:
        return
    fields = form.get("/Fields")
    if isinstance(fields, pikepdf.Array):
        form[Name.Fields] = pikepdf.Array([one for one in fields if not _was_signature(one)])
    for holder, key in ((form, "/SigFlags"), (document.Root, "/Perms"), (document.Root, "/DSS")):
        if key in holder:
            del holder[key]


def _is_signature(note: pikepdf.Object) -> bool:
    if not isinstance(note, pikepdf.Dictionary) or note.get("/Subtype") != Name.Widget:
        return False
    parent = note.get("/Parent")
    above = parent.get("/FT") if isinstance(parent, pikepdf.Dictionary) else None
    return Name.Sig in (note.get("/FT"), above)


def _was_signature(field: pikepdf.Object) -> bool:
    """A field of its own for a signature, or a widget that just became a picture."""
    if not isinstance(field, pikepdf.Dictionary):
        return False
    return field.get("/FT") == Name.Sig or field.get("/Subtype") == Name.Stamp
