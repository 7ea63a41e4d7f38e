"""A notice that the edition left behind the explanation of a KVR document: found by its heading."""

import re

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.sources.kvr.repairs import reply_among_questions

_NOTICE = re.compile(
    r"(?:(?:Nadere )?[Mm]ededeling )?\b(?P<heading>(?:Nadere m|M)ededeling van [^?]{3,400}?"
    r"\(Ontvangen [^()]*\))"
)


def recovered(paper: Paper) -> Paper:
    """Give a paper whose notice ends its explanation with that notice; any other as it is."""
    explained = paper.explanation
    if explained is None or not (found := _NOTICE.search(explained.text)):
        return paper
    explanation, _ = explained.cut(found.start(), len(explained.text))
    _, notice = explained.cut(0, found.start())
    told = Remark(rule="mededeling-in-toelichting", place="toelichting")
    return replace(
        reply_among_questions.who(paper, found["heading"]),
        kind=PaperKind.NOTICE,
        explanation=explanation,
        notice=notice,
        remarks=(*paper.remarks, told),
    )
