"""A saved web page → its printed units: NORMLEX pages of every type, and other pages of the ILO."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.clean import clean_text
from pipeline.errors import ReadFailure
from pipeline.folding import fold
from pipeline.gazetteers.furniture import Furniture, load_furniture, load_obstacles
from pipeline.languages import count_letters
from pipeline.read.compose import Printed
from pipeline.read.html_blocks import print_blocks
from pipeline.read.reading import Reading
from pipeline.read.text_encoding import decode_bytes
from pipeline.vocabulary import BlockKind, MediaType

READER = "html@1"
LETTERS_NEEDED = 20
OBSTACLE_LETTERS = 1_500

_SAVED_FROM = (
    re.compile(r"saved from url=\(\d+\)\s*(\S+)"),
    re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)"),
    re.compile(r"Mirrored from (\S+) by HTTrack"),
)
_WEB = re.compile(r"https?://[^\s\"'<>]+$")
_BANNERLIKE = re.compile(r"(?i)\bf\?p=|_ID[:=]")
_REASONS = {
    "challenge": "the page is a check for robots, not the text: open it in a browser, pass the check and save it again",
    "refused": "the page says that access was refused: open it in a browser and save it again",
    "login": "the page asks for a login or its session has ended: open the address anew and save it again",
    "error": "the page is an error message of its server: save it again later",
    "missing": "the page says that there is no such page: check its address",
    "script": "the page has no text without its scripts: save it from the browser after it has loaded",
}


def read_html(content: bytes, declared: str | None = None) -> Reading:
    """Return the units of a web page; refuse challenges, logins, errors, frames and empty shells."""
    markup = decode_bytes(content, declared)
    tree = LexborHTMLParser(markup)
    furniture = load_furniture()
    units = _print_page(tree.body, furniture)
    title = _page_title(tree)
    _refuse_obstacles(tree, title, units)
    return Reading(units, MediaType.HTML, READER, address=find_address(tree, markup), title=title)


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


def _refuse_obstacles(tree: LexborHTMLParser, title: str | None, units: tuple[Printed, ...]) -> None:
    body = "\n".join(unit.text for unit in units if unit.kind is not BlockKind.FURNITURE)
    letters = count_letters(body[: OBSTACLE_LETTERS * 4])
    if letters < OBSTACLE_LETTERS:
        _refuse_formula(tree, title, units)
    if letters < LETTERS_NEEDED and tree.css_first("frameset, frame, iframe"):
        raise ReadFailure("the page has only frames: open the frame with the text alone and save that")
    if letters < LETTERS_NEEDED:
        raise ReadFailure("the page has no text of its own (navigation or an empty shell): save it after it has loaded")


def _refuse_formula(tree: LexborHTMLParser, title: str | None, units: tuple[Printed, ...]) -> None:
    hidden = " ".join(node.text() for node in tree.css("noscript"))
    frames = " ".join(node.attributes.get("src") or "" for node in tree.css("iframe, frame"))
    printed = fold("\n".join([title or "", *(unit.text for unit in units), hidden, frames]))
    if _says_comment(units):
        return
    for obstacle in load_obstacles():
        if obstacle.form in printed:
            raise ReadFailure(_REASONS[obstacle.key])


def _says_comment(units: tuple[Printed, ...]) -> bool:
    furniture = load_furniture()
    return any(furniture.is_header(unit.text) for unit in units)
