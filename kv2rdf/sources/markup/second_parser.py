"""The check that a second XML parser can read a document.

libxml2 accepts some documents that other parsers refuse, for example because a name contains
letters that have been allowed only since the fifth edition of XML 1.0. The audit uses Expat, and
must be able to read every published document.
"""

from xml.parsers import expat

from kv2rdf.errors import ReadError


def check_by_second_parser(document: str, xml: bytes) -> None:
    """Raise ReadError if Expat cannot read a document.

    The caller must already have checked that the document type contains no declarations.
    """
    try:
        expat.ParserCreate().Parse(xml, True)  # noqa: FBT003 - the name differs between versions
    except expat.ExpatError as error:
        problem = expat.ErrorString(error.code)
        raise ReadError(document, f"line {error.lineno}", f"broken XML: {problem}") from error
    except (ValueError, LookupError) as error:
        raise ReadError(document, "encoding", f"is not read: {error}") from error
