"""From a sample's lines to the bytes of a file of its kind."""

import re
from collections.abc import Callable
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from html import escape
from quopri import encodestring

from benchmarks.generator.normlex import WebPage, render_page
from benchmarks.generator.typeset import BODY, CHAPTER, COUNTRY, LIST, QUOTED, SUBTITLE, TITLE, Style, Typesetter
from benchmarks.samples.scan import print_scan
from benchmarks.samples.source import Line, Sample
from benchmarks.samples.word import print_docx

_STYLES = {"@C": CHAPTER, "#1": COUNTRY, "#2": TITLE, "#3": SUBTITLE, ">": QUOTED,
           "[": Style(font="Times-Italic", align="left")}  # fmt: skip
_TAGS = {"#1": "h4", "#2": "h4", "#3": "h5", ">": "blockquote", "[": "p"}
_COUNTED = re.compile(r"^\d+\. (\d+\. .*)$")


def print_pdf(sample: Sample) -> bytes:
    """Return a report's PDF."""
    setter = Typesetter()
    for line in sample.lines:
        if line.mark == "---":
            setter.new_page()
        elif line.mark == "@H":
            setter.head = line.text
        elif line.mark == "|":
            cells = tuple(cell.strip() for cell in line.text.split("|"))
            setter.set_row(cells, LIST, tuple(170.0 * number for number in range(len(cells))))
        else:
            notes = (line.note,) if line.note else ()
            setter.set_text(line.text, _STYLES.get(line.mark, BODY), line.heading, notes)
    return setter.draw(f"{sample.name} (invented)")


def print_web(sample: Sample) -> bytes:
    """Return a web page as NORMLEX would serve it."""
    options = sample.options
    header = tuple(line.text for line in sample.lines if line.mark == "@T")
    others = next((line.text for line in sample.lines if line.mark == "@O"), "|")
    label, _, years = others.partition("|")
    body = "\n".join(_element(line) for line in sample.lines if line.mark[:1] != "@")
    numbers = tuple(int(year) for year in years.split(",") if year)
    return render_page(
        WebPage(options["interface"], int(options["page"]), options["items"], header, body, options["language"],
                (label, numbers))
    )  # fmt: skip


def print_mhtml(sample: Sample) -> bytes:
    """Return the page as Chrome saves it: one file with the page and its style sheet."""
    address = f"https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:13100:0::NO::{sample.options['items']}"
    whole = MIMEMultipart("related", boundary="----MultipartBoundary--invented----", type="text/html")
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = address
    whole["Subject"] = "Comments"
    for kind, where, content in (
        ("html", address, print_web(sample)),
        ("css", "cid:css-1@mhtml.blink", b"td.tbl-body { vertical-align: top }"),
    ):
        part = MIMENonMultipart("text", kind)
        part["Content-Transfer-Encoding"] = "quoted-printable"
        part["Content-Location"] = where
        part.set_payload(encodestring(content).decode("ascii"))
        whole.attach(part)
    return whole.as_bytes(policy=compat32.clone(linesep="\r\n"))


def print_text(sample: Sample) -> bytes:
    """Return a plain text file, hard-wrapped as copied from a page."""
    return "\n\n".join(_plain(line) for line in sample.lines).encode() + b"\n"


def print_latin1(sample: Sample) -> bytes:
    """Return a plain text file in the encoding of old Windows programs."""
    return "\r\n\r\n".join(_plain(line) for line in sample.lines).encode("cp1252")


PRINTERS: dict[str, tuple[str, Callable[[Sample], bytes]]] = {
    "report": ("pdf", print_pdf),
    "web": ("html", print_web),
    "mhtml": ("mhtml", print_mhtml),
    "text": ("txt", print_text),
    "latin1": ("txt", print_latin1),
    "docx": ("docx", print_docx),
    "scan": ("pdf", print_scan),
}


def _element(line: Line) -> str:
    counted = _COUNTED.match(line.text)
    if counted:
        return f"<ol><li>{escape(counted[1])}</li></ol>"
    if line.mark == "-" or line.text.startswith("("):
        return f"<ul><li>{escape(line.text)}</li></ul>"
    tag = _TAGS.get(line.mark, "p")
    return f"<{tag}>{f'<i>{escape(line.heading)}</i> ' if line.heading else ''}{escape(line.text)}</{tag}>"


def _plain(line: Line) -> str:
    return f"{line.heading} {line.text}".strip()
