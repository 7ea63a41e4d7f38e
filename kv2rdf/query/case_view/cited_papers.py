"""The names of the papers and cases that a text cites."""

import re

from kv2rdf.reference.page_words import PageWords

_REPLY = re.compile(r"/eli/nl/(?:tk|ek)/ah/(\d{4})(\d{4})/([^/#]+)")
_QUESTIONS = re.compile(r"/eli/nl/(?:tk|ek)/(?:kv|zaak)/([^/#]+)")


def cited_paper(address: str, words: PageWords) -> str:
    """Return the name of a cited paper, part or case, or its address if it has no name."""
    if found := _REPLY.search(address):
        first, last, number = found.groups()
        return words.text("appendix", session=f"{first}–{last}", number=number)
    if found := _QUESTIONS.search(address):
        return words.text("page_of_case", number=found[1])
    return address
