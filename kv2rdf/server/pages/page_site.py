"""The facts that every page needs, such as its language, its menu and the base of its links."""

import re
from dataclasses import dataclass
from datetime import date

from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference.page_words import PageWords

_CASE = re.compile(r"/eli/nl/(tk|ek)/zaak/([^/#]+)")
_PAPER = re.compile(r"/eli/nl/(tk|ek)/ah/(\d{8})/([^/#]+)")
_THING = re.compile(r"/id/(persoon|naamvorm|partij|fractie|ministerie|ambt|medium)/([^/#]+)")
_TOPIC = re.compile(r"/id/(thema|rubriek)/([^/#]+)")
_MINISTRY = re.compile(r"https://identifier\.overheid\.nl/tooi/id/ministerie/(\w+)")
_PART = re.compile(
    r"/eli/nl/(?:tk|ek)/(?:kv/[^/]+|ah/[^/]+/[^/]+)/((?:set/\d+/)?(?:vraag|antwoord)/[^/#]+)\Z"
)
_TERM = re.compile(rf"{re.escape(HOME)}/def#(\w+)")
_GROUP_END = re.compile(r"-(?:tk|ek)$")
_SECTIONS = (
    ("persoon", "section_persons"),
    ("fractie", "section_parties"),
    ("ministerie", "section_ministries"),
    ("onderwerp", "section_topics"),
    ("jaar", "section_years"),
    ("cijfers", "section_figures"),
    ("data", "section_data"),
)

_LICENCES = {"http://creativecommons.org/publicdomain/zero/1.0/": "CC0 1.0"}


def part_anchor(address: str) -> str | None:
    """Return the anchor of a question or answer on the page of its case, such as "vraag-5".

    ``address`` is a whole address, or only the path. Return None for the address of anything else.
    """
    found = _PART.search(address)
    return found[1].replace("/", "-") if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSite:
    """The facts that every page needs. ``base`` is the base URL of the addresses in the release.

    ``root`` is the path that every link begins with. It is empty unless a proxy serves the pages
    below a path. ``version`` is the version of the release, and ``day`` is the date of its data
    (YYYY-MM-DD). ``path`` is the path of the page after the language, such as "zaak/2022Z00634".
    ``query`` is the query string of the address with its question mark, or "" if there is none.
    ``licence`` is the address of the licence of the data.
    """

    language: str
    base: str
    root: str
    version: str
    day: str
    licence: str
    path: str = ""
    query: str = ""

    @property
    def words(self) -> PageWords:
        """The fixed words of pages, in the language of this page."""
        return PageWords(self.language)

    @property
    def data_day(self) -> date:
        """The date of the data."""
        return date.fromisoformat(self.day)

    @property
    def licence_name(self) -> str:
        """The name of the licence or, if only its address is known, the address."""
        return _LICENCES.get(self.licence, self.licence)

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The sections in the menu: the path of each, and the key of its name."""
        return _SECTIONS

    @property
    def other_language(self) -> str:
        """The other language, to which a reader can switch."""
        return "en" if self.language == "nl" else "nl"

    def link(self, path: str, language: str | None = None) -> str:
        """Return the link to a page.

        ``path`` is its path after the language: "zaak/2022Z00634". The link is to the page in
        ``language`` or, if that is None, in the language of this page.
        """
        return f"{self.root}/{language or self.language}/{path}"

    def asset(self, name: str) -> str:
        """Return the link to a file of the program, such as the style sheet."""
        return f"{self.root}/assets/{name}"

    def thing_link(self, address: str | None) -> str | None:
        """Return the link to the page of an entity, or None if it has no page."""
        path = self.thing_path(address or "")
        return self.link(path) if path else None

    def address_link(self, address: str) -> str | None:
        """Return the link for an address: to a page or document on this server, or to another site.

        Return None if it is not an address on the web.
        """
        if page := self.thing_link(address):
            return page
        for base in (self.base, HOME):
            if address.startswith(f"{base}/"):
                return self.root + address.removeprefix(base)
        return address if address.startswith(("http://", "https://")) else None

    def thing_path(self, address: str) -> str | None:
        """Return the path, without the language, of an entity's page, or None if it has no page."""
        for pattern, section in ((_MINISTRY, "ministerie"), (_TERM, "begrippen")):
            if found := pattern.fullmatch(address):
                return f"{section}/{found[1]}"
        own = address.removeprefix(self.base)
        if own == address:
            return None
        if found := _CASE.fullmatch(own):
            return f"zaak/{found[2]}"
        if found := _PAPER.fullmatch(own):
            return f"zaak/ah-{found[1]}-{found[2]}-{found[3]}"
        if found := _TOPIC.fullmatch(own):
            return f"onderwerp/{found[1]}/{found[2]}"
        if found := _THING.fullmatch(own):
            kind, key = found.groups()
            if kind in ("partij", "fractie"):
                return f"fractie/{_GROUP_END.sub('', key) if kind == 'fractie' else key}"
            return f"{kind}/{key}"
        return None
