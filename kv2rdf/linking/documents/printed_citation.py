"""The citation of a paper by its place in the Aanhangsel, as publications of the parliament do."""

from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Paper

_CHAMBERS = {Chamber.EK: "I", Chamber.TK: "II"}


def printed_citation(paper: Paper) -> str | None:
    """Return the citation of a paper, or None if it has no number in the Aanhangsel.

    An example is "Aanhangsel Handelingen II 1994/95, nr. 481, p. 981-982". The pages are left out
    if they are not known.
    """
    number = paper.annex_number
    if number is None:
        return None
    first, _, last = number.session_year.partition("-")
    session = f"{first}/{last if last.endswith('00') else last[2:]}"
    reprint = " (herdruk)" if paper.edition else ""
    pages = f", p. {paper.pages}" if paper.pages else ""
    place = f"{_CHAMBERS[paper.chamber]} {session}, nr. {number.number}"
    return f"Aanhangsel Handelingen {place}{reprint}{pages}"
