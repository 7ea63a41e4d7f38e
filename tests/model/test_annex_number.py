"""The number of a paper in the Aanhangsel, and its session."""

from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import AnnexNumber, session_year


def test_the_session_of_a_number_is_written_as_it_is_printed() -> None:
    number = AnnexNumber(session="19992000", number="12")
    assert number.session_year == session_year("19992000") == "1999-2000"


def test_an_identifier_names_the_chamber_the_session_and_the_number() -> None:
    number = AnnexNumber(session="20042005", number="1262")
    assert number.identifier(Chamber.EK) == "ah-ek-20042005-1262"
