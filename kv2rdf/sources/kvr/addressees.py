"""The ministers and state secretaries to whom the questions of a KVR document are addressed."""

import re
from collections.abc import Sequence

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.heading_pieces import MINISTRY_START, RANK
from kv2rdf.sources.kvr.paper_in_progress import KvrRemark
from kv2rdf.sources.markup.xml_node import Node

_MISSPELLED_RANK = r"[Mm]inster|[Ss]taats{0,3}secretaris|secretaris(?=[ ]van\b)"
_ADDRESSEE = re.compile(
    rf"""
    (?: (?: [^?]{{0,99}} [ ] )? aan[ ] )??                 # "(ABC) aan "
    (?P<office>
        (?: de[ ]beide[ ] | de[ ] | het[ ] | beide[ ] )?
        (?: (?: {RANK.replace(" ", "[ ]")} | {_MISSPELLED_RANK} ) [-– ]?(?:s(?:en)?)? (?![^\W\d_])
          | {MINISTRY_START.replace(" ", "[ ]")} )
        .*?
    )
    (?: [ ] (?: van[ ](?:het[ ]lid|de[ ]leden|de[ ]heer|mevrouw)
              | in[ ]aanvulling[ ]op | inzake | naar[ ]aanleiding[ ]van | op[ ]\d )
        \b .* )?
    """,
    re.VERBOSE,
)
"""An office, possibly between other words of the heading, such as names or the subject."""


def read_addressees(elements: Sequence[Node]) -> tuple[tuple[Mention, ...], tuple[KvrRemark, ...]]:
    """Return the addressees in ``vraagt-aan`` elements, and remarks on elements that name none.

    In the source, these elements contain the words after the first "aan" in the heading. If this
    "aan" is the end of a name, as in "Van der Laan (D66) aan de minister", the office begins after
    the next "aan". If the heading names no addressee, the element contains other words of the
    heading or of a question ("grens", from "aan grensovergangen"). Words are treated as an
    addressee only if they begin like the name of an office or of a ministry. All words of the
    source are kept, either as the printed form of an addressee or in a remark.
    """
    addressees: list[Mention] = []
    remarks: list[KvrRemark] = []
    for element in elements:
        printed = element.only_attributes().only_text
        if found := _ADDRESSEE.fullmatch(printed):
            addressees.append(Mention(printed=printed, office=found["office"]))
        elif printed:
            remarks.append(
                KvrRemark(
                    rule=FindingRule.TEXT_IN_ADDRESSEE,
                    location="vraagdata/vraagt-aan",
                    about=PartKind.QUESTION,
                    text=printed,
                )
            )
    return tuple(addressees), tuple(remarks)
