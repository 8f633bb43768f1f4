"""Web pages: NORMLEX pages in their chrome, other pages of the ILO, and pages that are no text. Sentences are invented."""

import pytest

from pipeline.errors import ReadFailure
from pipeline.read.html import read_html
from pipeline.read.mhtml import read_mhtml
from pipeline.vocabulary import BlockKind, MediaType

HEADING, PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH
FURNITURE, FOOTNOTE, TABLE = BlockKind.FURNITURE, BlockKind.FOOTNOTE, BlockKind.TABLE

HEADER = "Observation (CEACR) - adopted 2021, published 110th ILC session (2022)"
TITLE = "Labour Inspection Convention, 1947 (No. 81) - Nowhere (Ratification: 1963)"
BODY = "The Committee notes the report of the Government of Nowhere and asks it how many inspectors it has."
ADDRESS = "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:13100:0::NO::P13100_COMMENT_ID:1234567"

PAGE = f"""<!DOCTYPE html>
<!-- saved from url=(0093){ADDRESS} -->
<html><head><meta charset="utf-8"><title>Comments</title><link rel="canonical" href="https://normlex.ilo.org/dyn/x">
<style>p {{ color: red }}</style><script>var text = "The Government";</script></head>
<body><form><input type="hidden" value="13100">
<header class="t-Header"><nav role="navigation"><ul><li>Home</li><li>Applying and promoting standards</li></ul></nav></header>
<table width="100%"><tr><td colspan="2">ILO-en-strap</td></tr><tr><td>
<table role="presentation"><tr><td><a href="#">NORMLEX Home</a> &gt; <a href="#">Country profiles</a> &gt; Comments</td></tr>
<tr><td>&nbsp;</td><td><h3>{HEADER}</h3>
<p><b>{TITLE}</b><br><br>Other comments on C081</p><div>Observation<ol><li><a href="#">2017</a></li><li>2014</li></ol></div>
<p>Display in: <a>French</a> - <a>Spanish</a><a>[View all]</a></p>
<p><i>Article 3(2) of the Convention.</i> <b>Further duties.</b> The Committee
notes&nbsp;the <span style="display: none">hidden</span>reply<sup><a href="#_ftn1">1</a></sup> of the 2<sup>nd</sup> of May.</p>
<p>Repetition<br />{BODY}</p>
<p><b>Conclusions of the Committee</b></p>
<ul><li>to send a list of offices;</li><li>to send its law.</li></ul>
<table border="1"><caption>Visits</caption><tr><th>Year</th><th>Visits</th></tr><tr><td>2019</td><td>1&#8239;212</td></tr></table>
<p id="ftn1" class="footnote"><sup>1</sup> Its letter of 2 May.</p>
</td></tr></table></td></tr></table></form>
<footer>© Copyright and permissions 1996-2024 International Labour Organization (ILO) | Privacy policy | Disclaimer</footer>
</body></html>"""


def read(page: str) -> list[tuple[BlockKind, str]]:
    return [(unit.kind, unit.text) for unit in read_html(page.encode()).units]


def body(content: str) -> str:
    return f"<html><body>{content}<p>{BODY}</p></body></html>"


def test_a_saved_comment_page_block_by_block():
    assert read(PAGE) == [
        (FURNITURE, "Home"),
        (FURNITURE, "Applying and promoting standards"),
        (FURNITURE, "ILO-en-strap"),
        (FURNITURE, "NORMLEX Home > Country profiles > Comments"),
        (HEADING, HEADER),
        (PARAGRAPH, TITLE),
        (PARAGRAPH, "Other comments on C081"),
        (PARAGRAPH, "Observation"),
        (PARAGRAPH, "2017"),
        (PARAGRAPH, "2014"),
        (FURNITURE, "Display in: French - Spanish[View all]"),
        (PARAGRAPH, "Article 3(2) of the Convention. Further duties. The Committee notes the reply of the 2nd of May."),
        (PARAGRAPH, "Repetition"),
        (PARAGRAPH, BODY),
        (HEADING, "Conclusions of the Committee"),
        (PARAGRAPH, "to send a list of offices;"),
        (PARAGRAPH, "to send its law."),
        (PARAGRAPH, "Visits"),
        (TABLE, "Year\tVisits\n2019\t1 212"),
        (FOOTNOTE, "1 Its letter of 2 May."),
        (FURNITURE, "© Copyright and permissions 1996-2024 International Labour Organization (ILO) | Privacy policy | Disclaimer"),
    ]


def test_what_the_page_says_of_itself():
    reading = read_html(PAGE.encode())
    assert reading.address == ADDRESS
    assert reading.title == "Comments"
    assert next(unit.level for unit in reading.units if unit.text == HEADER) == 3


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://www.ilo.org/news/1">', "https://www.ilo.org/news/1"),
        ('<meta property="og:url" content="https://www.ilo.org/news/2">', "https://www.ilo.org/news/2"),
        ("<!--\n Page saved with SingleFile \n url: https://www.ilo.org/news/3 \n-->", "https://www.ilo.org/news/3"),
        ('<link rel="canonical" href="/relative"><base href="https://www.ilo.org/b/">', "https://www.ilo.org/b/"),
        ('<link rel="canonical" href="file:///C:/page.html">', None),
        ("", None),
    ],
)
def test_addresses(head: str, address: str | None):
    assert read_html(f"<html><head>{head}</head><body><p>{BODY}</p></body></html>".encode()).address == address


@pytest.mark.parametrize(
    ("content", "blocks"),
    [
        ("one<br>two<br/><br>three", ["one", "two", "three"]),
        ("<div>outer<div>inner</div>after</div>", ["outer", "inner", "after"]),
        ("<p>a <span>b</span><em>c</em></p>", ["a bc"]),
        ("<span style='display:block'>first</span><span>second</span>", ["first", "second"]),
        ("<p>hard\nwrapped\n   text</p>", ["hard wrapped text"]),
        ("<dl><dt>term</dt><dd>meaning</dd></dl>", ["term", "meaning"]),
        ("<p>seen<!-- not seen --><script>1</script></p><p hidden>no</p><p style='visibility:hidden'>no</p>", ["seen"]),
        ("<select><option>French</option></select><p>seen</p>", ["seen"]),
        ("<table><tr><td>one cell</td></tr><tr><td>another</td></tr></table>", ["one cell", "another"]),
        ("<p>n<sup>o</sup> 87, 1<sup>er</sup> mai, 10<sup>2</sup></p>", ["no 87, 1er mai, 102"]),
        ("<p>of the law.<sup>12</sup> It adds</p>", ["of the law. It adds"]),
        ("<li>1. 409. The Committee examined it</li>", ["1. 409. The Committee examined it"]),
        ("<pre>one line of text\nanother line</pre>", ["one line of text", "another line"]),
    ],
)
def test_blocks(content: str, blocks: list[str]):
    assert [text for _, text in read(body(content))][:-1] == blocks


def test_a_table_with_the_header_of_a_comment_is_layout():
    row = f"<tr><td>1</td><td>{HEADER}</td></tr>"
    assert TABLE not in [kind for kind, _ in read(body(f"<table>{row}{row}</table>"))]


def test_a_table_of_long_texts_is_layout():
    row = f"<tr><td>{BODY * 5}</td><td>{BODY * 5}</td></tr>"
    assert [kind for kind, _ in read(body(f"<table>{row}{row}</table>"))][:-1] == [PARAGRAPH] * 4


def test_an_article_page_of_the_office():
    page = f"""<html><body><a class="skip-link">Skip to main content</a>
    <header class="site-header"><div>International Labour Organization</div><div>Topics</div></header>
    <main><article><header><h1>Nowhere opens two offices</h1><p>12 May 2021</p></header><p>{BODY}</p></article></main>
    <div class="cookie-banner">We use cookies</div></body></html>"""
    assert [text for kind, text in read(page) if kind is not FURNITURE] == ["Nowhere opens two offices", "12 May 2021", BODY]


def test_a_page_wrapped_in_an_element_called_menu_is_no_chrome():
    assert (PARAGRAPH, BODY) in read(f"<html><body><div class='menu'><p>{BODY}</p><p>{BODY}</p></div></body></html>")


OBSTACLES = [
    ("<title>Just a moment...</title><body><noscript>Enable JavaScript and cookies to continue</noscript>", "check for robots"),
    ("<html><body>Request unsuccessful. Incapsula incident ID: 123-456</body></html>", "check for robots"),
    ('<html><body><iframe src="/_Incapsula_Resource?SWUDNSAI=31"></iframe></body></html>', "check for robots"),
    ("<html><body><h1>Access Denied</h1><p>You don't have permission to access this server.</p>", "access was refused"),
    ("<html><body><p>ORA-01403: no data found</p><p>Error processing request.</p>", "error message"),
    ("<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1>", "no such page"),
    ("<html><body><p>Your session has expired. Click here to start again.</p>", "login"),
    ("<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>", "scripts"),
    ("<html><frameset cols='20,80'><frame src='a.htm'><frame src='b.htm'></frameset></html>", "frames"),
    ("<html><body><nav>Home</nav><div class='breadcrumb'>NORMLEX Home</div><div id='main'></div></body></html>", "no text"),
    ("<html></html>", "no text"),
    ("<html><body>" + "<div>" * 20_000 + BODY, "nests"),
]


@pytest.mark.parametrize(("page", "reason"), OBSTACLES)
def test_pages_that_stand_in_the_way_are_refused_with_what_to_do(page: str, reason: str):
    with pytest.raises(ReadFailure, match=reason):
        read_html(page.encode())


def test_a_comment_that_speaks_of_access_denied_is_read():
    page = body(f"<h3>{HEADER}</h3><p>The inspectors met with access denied to two mines in Nowhere.</p>")
    assert any("access denied" in text for _, text in read(page))


def test_a_comment_without_text_in_this_language_is_read():
    page = f"<html><body><h3>{HEADER}</h3><p>No disponible en español.</p></body></html>"
    assert [text for _, text in read(page)] == [HEADER, "No disponible en español."]


WORDS = "La Comisión toma nota de la memoria del Gobierno – “muy breve” – y le pide más información sobre los niños."


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", ""),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "windows-1252"),
        ("cp1252", "utf-8"),
        ("cp1252", ""),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-8"),
        ("utf-8-sig", "iso-8859-1"),
    ],
)
def test_encodings_are_told_from_the_bytes_and_the_declaration(encoding: str, declared: str):
    page = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={declared}'></head><body><p>{WORDS}</p>"
    assert read_html(page.encode(encoding)).units[0].text == WORDS


MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: {ADDRESS}
Subject: Comments
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Boundary--"

------Boundary--
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: {ADDRESS}

<!DOCTYPE html><html><head><meta http-equiv=3D"Content-Type" content=3D"text/h=
tml; charset=3DUTF-8"></head><body><h3>{HEADER}</h3><p>Caf=C3=A9. {BODY}</p></body></html>
------Boundary--
Content-Type: text/html
Content-Location: cid:frame-2@mhtml.blink

<html><body><p>An advertisement in a frame.</p></body></html>
------Boundary--
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://normlex.ilo.org/logo.png

iVBORw0KGgo=
------Boundary----
"""


def test_a_page_saved_with_its_parts():
    reading = read_mhtml(MHTML.replace("\n", "\r\n").encode())
    assert [unit.text for unit in reading.units] == [HEADER, f"Café. {BODY}"]
    assert reading.address == ADDRESS
    assert reading.media_type is MediaType.MHTML


def test_a_page_that_explorer_saved_has_its_address_at_its_part_and_says_its_charset_there():
    mhtml = (
        'From: "Saved by Windows Internet Explorer 9"\r\nSubject: x\r\nMIME-Version: 1.0\r\n'
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        'Content-Type: text/html; charset="Windows-1252"\r\nContent-Transfer-Encoding: quoted-printable\r\n'
        f"Content-Location: {ADDRESS.replace('=', '=')}\r\n\r\n<html><body><p>Ni=F1os. {BODY}</p></body></html>\r\n--b--\r\n"
    )
    reading = read_mhtml(mhtml.encode())
    assert [unit.text for unit in reading.units] == [f"Niños. {BODY}"]
    assert reading.address == ADDRESS


def test_a_saved_page_without_a_page_is_refused():
    with pytest.raises(ReadFailure, match="no web page inside"):
        read_mhtml(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--")
