"""Files that stand in the way of a run: some must be read all the same, the others refused with a reason."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from benchmarks.generator.normlex import WebPage, paragraphs, render_page

_GERMAN = (
    "Der Ausschuss nimmt den Bericht der Regierung zur Kenntnis und bedauert, dass keine Fortschritte erzielt wurden.",
    "Die Regierung teilt mit, dass sie das Amt um fachliche Hilfe bei der Überarbeitung des Gesetzes gebeten hat.",
    "Die Verhandlungen mit den Sozialpartnern sollen nach ihren Angaben im Herbst des Jahres fortgesetzt werden.",
    "Der Ausschuss ersucht die Regierung, ihm die Zahl der Aufsichtsbeamten und der besuchten Betriebe mitzuteilen.",
    "Er erinnert daran, dass die Hilfe des Amtes den Mitgliedern der Organisation jederzeit zur Verfügung steht.",
)
_CHALLENGE = """<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
<meta http-equiv="refresh" content="375"></head><body><div class="main-wrapper"><h1>normlex.example</h1>
<h2>Checking if the site connection is secure</h2><noscript>Enable JavaScript and cookies to continue</noscript>
<script>(function(){window._cf_chl_opt={cvId:'3',cType:'managed'};})();</script></div></body></html>
"""


def print_german() -> bytes:
    """Return a page in a language that is not read."""
    header = ("Bemerkung", "Übereinkommen (Nr. 81) über die Arbeitsaufsicht, 1947 - Österreich")
    return render_page(WebPage("de", 13100, "P13100_COMMENT_ID:1", header, paragraphs(*_GERMAN)))


def print_challenge() -> bytes:
    """Return the page that a guarded site gives instead of its text."""
    return _CHALLENGE.encode()


def print_encrypted() -> bytes:
    """Return a PDF that asks for a password."""
    stream = BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("secret", "owner", strength=128), invariant=1)
    canvas.drawString(72, 700, "Nobody reads this without the password.")
    canvas.save()
    return stream.getvalue()


def pack(members: dict[str, bytes]) -> bytes:
    """Return a ZIP archive of these files, the same bytes each time."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return stream.getvalue()
