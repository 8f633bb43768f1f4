"""Web pages as NORMLEX serves them: the words of a page inside tables, scripts, crumbs and footers."""

from dataclasses import dataclass
from html import escape

_CRUMBS = {
    "en": ("NORMLEX Home", "Country profiles", "Comments", "All Comments"),
    "fr": ("NORMLEX Page d'accueil", "Profils par pays", "Commentaires", "Tous les commentaires"),
    "es": ("Página de entrada NORMLEX", "Perfiles por país", "Comentarios", "Todos los comentarios"),
    "de": ("NORMLEX Home", "Country profiles", "Comments", "All Comments"),
}
_DISPLAY = {
    "en": ("Display in: ", "View all"), "fr": ("Afficher en : ", "Tout voir"),
    "es": ("Visualizar en: ", "Visualizar todo"), "de": ("DISPLAYIN", "Alle anzeigen"),
}  # fmt: skip
_LANGUAGES = {
    "en": {"en": "English", "fr": "French", "es": "Spanish"},
    "fr": {"en": "Anglais", "fr": "Francais", "es": "Espagnol"},
    "es": {"en": "Inglés", "fr": "Francés", "es": "Español"},
    "de": {"en": "English", "fr": "French", "es": "Spanish"},
}
FOOTER = "© Copyright and permissions 1996-2024 International Labour Organization (ILO) | Privacy policy | Disclaimer"


@dataclass(frozen=True, slots=True)
class WebPage:
    """What stands on one page: interface language, page type and its ids, header lines, and the body's HTML."""

    interface: str
    page: int
    items: str
    header: tuple[str, ...]
    body: str
    body_language: str = "en"
    others: tuple[str, tuple[int, ...]] = ("", ())


def render_page(page: WebPage) -> bytes:
    """Return the page as it would be saved."""
    address = f"https://normlex.ilo.org/dyn/nrmlx_{page.interface}/f?p=NORMLEXPUB:{page.page}:0::NO::{page.items}"
    return _PAGE.format(
        language=page.interface, address=escape(address), crumbs=_crumbs(page), header=_header(page),
        others=_others(page), display=_display(page), body=page.body, footer=FOOTER, page=page.page,
    ).encode()  # fmt: skip


def paragraphs(*texts: str) -> str:
    """Return texts as paragraphs; what is before "|" is the run-in heading, in italics."""
    return "\n".join(f"<p>{_run_in(text)}</p>" for text in texts)


def _run_in(text: str) -> str:
    heading, bar, rest = text.partition("|")
    return f"<i>{escape(heading)}</i> {escape(rest)}" if bar else escape(text)


def _crumbs(page: WebPage) -> str:
    home, profiles, comments, every = _CRUMBS[page.interface]
    last = f"<a href='#'>{comments}</a> &gt; {every}" if page.page == 13101 else comments
    return f"<a href='f?p=NORMLEXPUB:1'>{home}</a> &gt; <a href='#'>{profiles}</a> &gt;&nbsp; &gt; {last}"


def _header(page: WebPage) -> str:
    return "\n".join(f"<h3>{escape(line)}</h3>" for line in page.header)


def _others(page: WebPage) -> str:
    label, years = page.others
    if not label:
        return ""
    link = "f?p=NORMLEXPUB:13100:0::NO::P13100_COMMENT_ID:"
    listed = "".join(f"<li><a href='{link}{year}'>{year}</a></li>" for year in years)
    kind, _, heading = label.partition("@")
    return f"<div class='cmntOther'><b>{escape(heading)}</b><p>{escape(kind)}</p><ol>{listed}</ol></div>"


def _display(page: WebPage) -> str:
    label, every = _DISPLAY[page.interface]
    names = _LANGUAGES[page.interface]
    links = " - ".join(f"<a href='#'>{name}</a>" for key, name in names.items() if key != page.body_language)
    return f"{label}{links}<a href='#'>{every}</a>"


_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>Comments</title>
<!-- An invented page, made to test software: nothing here was said by any body of the ILO. -->
<link rel="canonical" href="{address}">
<link rel="stylesheet" href="/i/css/apex_5_0.css">
<script src="/i/libraries/jquery/2.2.3/jquery.min.js"></script>
<script>
var apex_img_dir = "/i/"; function popUp2(url, name) {{ window.open(url, name, "width=600"); }}
</script>
<style>td.tbl-body {{ vertical-align: top }} .cmntOther {{ float: right }}</style>
</head>
<body class="page-{page}">
<noscript>This page needs JavaScript.</noscript>
<form action="wwv_flow.accept" method="post" id="wwvFlowForm">
<input type="hidden" name="p_flow_id" value="1000"><input type="hidden" name="p_flow_step_id" value="{page}">
<table role="presentation" width="100%" cellpadding="0"><tbody><tr><td>
<div id="ilo-header"><a href="https://www.ilo.org"><img src="/i/ilo.png" alt="ILO-en-strap"></a>
<ul class="nav"><li><a href="#">NORMLEX</a></li></ul>
<h1>Information System on International Labour Standards</h1></div>
</td></tr><tr><td><table role="presentation"><tbody><tr>
<td class="left-menu"><ul><li><a href="#">Search</a></li>
<li><a href="#">User guide</a></li><li><a href="#">Glossary</a></li></ul></td>
<td class="tbl-body" width="80%"><div class="breadcrumb">{crumbs}</div>
<table role="presentation" class="formlayout"><tbody><tr><td>
<div class="cmntHead">
{header}
</div>
{others}
<div class="cmntDisplay">{display}</div>
<div class="cmntBody">
{body}
</div>
</td></tr></tbody></table>
</td></tr></tbody></table>
</td></tr><tr><td><div id="footer"><p>{footer}</p></div></td></tr></tbody></table>
</form>
<script>(function(){{ var _gaq = []; _gaq.push(["_trackPageview"]); }})();</script>
</body>
</html>
"""
