"""The constants for the terms of the ontology, in kv2rdf/rdf/vocabulary/.

``make generated`` writes them. It runs this module before any module that imports kv2rdf, so that
the code may already use a term for which there is no constant yet.
"""

import keyword
from collections.abc import Iterable, Iterator
from itertools import groupby

from tests.ontology_terms import ROOT, OntologyTerm, borrowed_terms, our_terms

VOCABULARY = ROOT / "kv2rdf" / "rdf" / "vocabulary"
_OUR_HEAD = '''\
# Generated from ontology/kv.ttl: change that, and run `make generated`.
"""Our own classes and properties."""

from typing import Final

from kv2rdf.rdf.vocabulary.namespaces import KV_


class KV:
    """Our own terms, in the order of ontology/kv.ttl."""
'''
_BORROWED_HEAD = '''\
# Generated from ontology/borrowed.ttl: change that, and run `make generated`.
"""The terms that we borrow from other vocabularies, in one class for each vocabulary.

ontology/borrowed.ttl documents how each term is used.
"""

from typing import Final

from kv2rdf.rdf.vocabulary.namespaces import (
'''


def our_code() -> str:
    """Return the text of ``ours.py``."""
    return _OUR_HEAD + "".join(_sections(our_terms()))


def borrowed_code() -> str:
    """Return the text of ``borrowed_terms.py``."""
    vocabularies = [(p, list(terms)) for p, terms in groupby(borrowed_terms(), lambda t: t.prefix)]
    imports = "".join(f"    {name}_,\n" for name in sorted(_class_name(p) for p, _ in vocabularies))
    classes = "".join(line for p, terms in vocabularies for line in _class(p, terms))
    return f"{_BORROWED_HEAD}{imports})\n{classes}"


def _sections(terms: Iterable[OntologyTerm]) -> Iterator[str]:
    for section, members in groupby(terms, lambda term: term.section):
        yield f"\n    # {section}\n"
        yield from map(_constant, members)


def _class(prefix: str, terms: Iterable[OntologyTerm]) -> Iterator[str]:
    first, *others = terms
    yield f'\n\nclass {_class_name(prefix)}:\n    """{first.section}"""\n\n'
    yield from map(_constant, (first, *others))


def _constant(term: OntologyTerm) -> str:
    name = f"{term.name}_" if keyword.iskeyword(term.name) else term.name
    return f'    {name}: Final = {_class_name(term.prefix)}_("{term.name}")\n'


def _class_name(prefix: str) -> str:
    return prefix.upper().replace("-", "")


if __name__ == "__main__":
    (VOCABULARY / "ours.py").write_text(our_code(), encoding="utf-8")
    (VOCABULARY / "borrowed_terms.py").write_text(borrowed_code(), encoding="utf-8")
