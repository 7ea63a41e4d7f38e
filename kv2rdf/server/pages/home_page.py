"""The home page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from kv2rdf.charts.line_chart import CHART_SIZES, LineChart, line_chart
from kv2rdf.model.dossier import State
from kv2rdf.query.case_view.case_days import case_badges
from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.query.open_release import Release
from kv2rdf.reference.page_words import PageWords
from kv2rdf.server.pages.case_outline import ShownPart, case_outline
from kv2rdf.server.pages.case_rows import CaseRow, case_rows, longest_wait
from kv2rdf.server.pages.case_totals import CaseTotals, all_case_totals
from kv2rdf.server.pages.data_limits import missing_sentence, year_limits
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.pages.listed_things import ListedThing, listed_things
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.page_title import split_title
from kv2rdf.server.pages.question_groups import question_groups
from kv2rdf.server.pages.year_chart import late_chart
from kv2rdf.server.per_release import PerRelease

_NEWEST, _EXAMPLES = 5, 10
_WORDS = range(40, 121)


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """The facts on the home page that do not depend on the language.

    ``example`` is the number of the case from which a question is shown. ``longest`` is the case
    that waited longest for its answer.

    ``medium`` is the medium that the most cases cite, or None.

    ``searches`` are words that readers may search for, and that occur in the release.
    """

    counts: CaseTotals
    newest: tuple[CaseRow, ...]
    example: str | None
    longest: CaseRow | None
    medium: ListedThing | None
    searches: tuple[str, ...]


def home_html(release: Release, site: PageSite) -> str:
    """Return the home page. Raises ReleaseError if the release cannot be read."""
    facts = home_facts(release)
    case = release.case_view(facts.example, site.language) if facts.example else None
    pair = _first_pair(case, site) if case else None
    return page_html(
        site,
        "home.html.j2",
        facts=facts,
        charts=_charts(facts.counts),
        late=late_chart(facts.counts, site),
        missing=missing_sentence(release, site),
        limits=year_limits(release, site),
        case=case,
        title=split_title(case.title) if case else None,
        badges=case_badges(case, site.words, site.data_day) if case else (),
        question=_lines(pair[0]) if pair else (),
        answer=_lines(pair[1]) if pair else (),
    )


def home_facts(release: Release) -> HomeFacts:
    """Return the facts on the home page of a release. They are computed once for each release.

    Raises ReleaseError if the release cannot be read.
    """
    return _FACTS.value(release)


def _facts(release: Release) -> HomeFacts:
    cases = listed_cases(release)
    answered = (case for case, facts in cases.items() if facts.state == State.ANSWERED)
    examples = case_rows(release, islice(answered, _EXAMPLES))
    words = PageWords("nl").text("example_searches").split()  # the texts are in Dutch
    return HomeFacts(
        counts=all_case_totals(release),
        newest=case_rows(release, islice(cases, _NEWEST)),
        example=_example(release, [row.number for row in examples]),
        longest=longest_wait(release),
        medium=next(iter(listed_things(release, "medium", "nl")), None),
        searches=tuple(word for word in words if release.texts.found_texts(word, limit=1).total),
    )


_FACTS = PerRelease(_facts, "home")


def _example(release: Release, numbers: Sequence[str]) -> str | None:
    """Return the number of a case that contains a question with an answer, or None.

    ``numbers`` contains the numbers of the cases to choose from. The first case with an answer of a
    suitable length is preferred to other cases.
    """
    others = []
    for number in numbers:
        groups = question_groups(release.case_view(number).parts)
        answers = [g.answers[0] for g in groups if len(g.questions) == len(g.answers) == 1]
        if any(len(answer.text.split()) in _WORDS for answer in answers):
            return number
        others += [number] if answers else []
    return next(iter(others), None)


def _charts(counts: CaseTotals) -> tuple[LineChart, ...]:
    """Return the chart of cases by year, wide and narrow, or () if there are too few years."""
    if len(counts.by_year) < 3:
        return ()
    years = range(min(counts.by_year), max(counts.by_year) + 1)
    lines = {"cases": {year: counts.by_year.get(year, 0) for year in years}}
    return tuple(line_chart(lines, *size) for size in CHART_SIZES)


def _first_pair(case: CaseView, site: PageSite) -> tuple[ShownPart, ShownPart] | None:
    """Return a question with its answer, or None. An answer of a suitable length is preferred."""
    groups = case_outline(case, site).groups
    pairs = [
        (group.questions[0], group.answers[0])
        for group in groups
        if len(group.questions) == len(group.answers) == 1
    ]
    fitting = [pair for pair in pairs if pair[1].words in _WORDS]
    return next(iter(fitting or pairs), None)


def _lines(part: ShownPart) -> tuple[str, ...]:
    """Return the paragraphs of a part as text. Footnote marks are left out."""
    lines = ("".join(p.text for p in line if p.note is None) for line in part.paragraphs)
    return tuple(line for line in lines if line)
