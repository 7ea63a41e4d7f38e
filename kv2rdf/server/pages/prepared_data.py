"""The data from the store that is computed before readers request the pages that need it."""

from kv2rdf.query.open_release import Release
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.pages.aanhangsel_numbers import aanhangsel_numbers
from kv2rdf.server.pages.addressee_counts import addressee_counts
from kv2rdf.server.pages.case_calendar import case_calendar
from kv2rdf.server.pages.citing_cases import citation_links
from kv2rdf.server.pages.concept_lists import concept_lists
from kv2rdf.server.pages.figures.release_figures import FIGURES, figure_rows
from kv2rdf.server.pages.gaps.release_gaps import release_gaps
from kv2rdf.server.pages.home_page import home_facts
from kv2rdf.server.pages.listed_things import listed_things
from kv2rdf.server.pages.matching_things import things_by_name
from kv2rdf.server.pages.person_list import linked_cases, person_years
from kv2rdf.server.pages.release_rules import known_rules
from kv2rdf.server.pages.thing_cases import read_long_lists
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from kv2rdf.server.pages.thing_years import question_counts
from kv2rdf.server.pages.vocabulary_terms import vocabulary_terms


def read_page_data(release: Release) -> None:
    """Compute what searches, the home page, lists of cases and the pages of cases need.

    Raises ReleaseError if the release cannot be read.
    """
    home_facts(release)
    aanhangsel_numbers(release)
    for language in LANGUAGES:
        things_by_name(release, language)
    known_rules(release, LANGUAGES[0])
    citation_links(release, "")


def read_later_data(release: Release) -> None:
    """Compute what figures, gaps and lists need, such as the list of all persons.

    Raises ReleaseError if the release cannot be read.
    """
    release_gaps(release)
    case_calendar(release)
    addressee_counts(release)
    question_counts(release)
    for figure in FIGURES.values():
        figure_rows(release, figure)
    read_long_lists(release)
    for kind, found in THING_KINDS.items():
        if found.things is not None:
            listed_things(release, kind, LANGUAGES[0])
    person_years(release)
    linked_cases(release)
    concept_lists(release)
    vocabulary_terms(release)
