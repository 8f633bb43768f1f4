"""A saved web page → its printed units: NORMLEX pages of every type, and other pages of the ILO."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.clean import clean_text
from pipeline.errors import ReadFailure
from pipeline.gazetteers.furniture import Furniture, load_furniture
from pipeline.read.compose import Printed
from pipeline.read.html_blocks import print_blocks
from pipeline.read.obstacles import refuse_obstacles
from pipeline.read.reading import Reading
from pipeline.read.text_encoding import decode_bytes
from pipeline.vocabulary import MediaType

READER = "html@1"
DEEPEST = 3_000

_SAVED_FROM = (
    re.compile(r"saved from url=\(\d+\)\s*(\S+)"),
    re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)"),
    re.compile(r"Mirrored from (\S+) by HTTrack"),
)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_UNCLOSED = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody",
     "tfoot", "col", "area", "base", "source", "track", "wbr", "param", "embed", "path", "use", "html", "body", "head"}
)  # fmt: skip
_WEB = re.compile(r"https?://[^\s\"'<>]+$")
_BANNERLIKE = re.compile(r"(?i)\bf\?p=|_ID[:=]")


def read_html(content: bytes, declared: str | None = None) -> Reading:
    """Return the units of a web page; refuse challenges, logins, errors, frames and empty shells."""
    markup = decode_bytes(content, declared)
    _refuse_nesting(markup)
    tree = LexborHTMLParser(markup)
    furniture = load_furniture()
    units = _print_page(tree.body, furniture)
    title = _page_title(tree)
    refuse_obstacles(_unprinted_words(tree, title), units)
    return Reading(units, MediaType.HTML, READER, address=find_address(tree, markup), title=title)


def _refuse_nesting(markup: str) -> None:
    """Refuse elements within elements beyond all reason: no parser gets through them in time."""
    depth = 0
    for closing, name in _TAG.findall(markup):
        if name.lower() not in _UNCLOSED:
            depth = max(depth - 1, 0) if closing else depth + 1
            if depth > DEEPEST:
                raise ReadFailure(f"the page nests its elements more than {DEEPEST} deep: save it again")


def find_address(tree: LexborHTMLParser, markup: str) -> str | None:
    """Return the address the page was saved from; one that names a comment or a page before a general one."""
    found = [match.group(1) for pattern in _SAVED_FROM if (match := pattern.search(markup[:20_000]))]
    for selector, attribute in (
        ("link[rel=canonical]", "href"),
        ("meta[property='og:url']", "content"),
        ("base[href]", "href"),
    ):
        node = tree.css_first(selector)
        found.append((node.attributes.get(attribute) or "") if node else "")
    addresses = [address.strip() for address in found if _WEB.match(address.strip())]
    telling = [address for address in addresses if _BANNERLIKE.search(address)]
    return next(iter(telling + addresses), None)


def _print_page(body: LexborNode | None, furniture: Furniture) -> tuple[Printed, ...]:
    if body is None:
        return ()
    return tuple(print_blocks(body, furniture))


def _page_title(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("title")
    return " ".join(clean_text(node.text()).split()) or None if node else None


def _unprinted_words(tree: LexborHTMLParser, title: str | None) -> str:
    """Return what betrays a page that is not the text: its title, its words without scripts, its frames."""
    hidden = [node.text() for node in tree.css("noscript")]
    frames = [f"<frame> {node.attributes.get('src') or ''}" for node in tree.css("iframe, frame")]
    return "\n".join([title or "", *hidden, *frames])
