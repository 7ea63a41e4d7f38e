"""The number of certain askers if a user supplies a roster that lists nearly all members."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Role
from kv2rdf.model.register import Register
from kv2rdf.reference.register_files import copy_seeds, read_seeds
from kv2rdf.reference.shipped_folders import folder
from tests.papers import person_matcher, real_seeds
from tests.requirements import ROSTER
from tests.roster_tables import LICENCE, SOURCE, write_roster_tables

pytestmark = pytest.mark.roster


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The register of seeds/ with the roster."""
    to = tmp_path_factory.mktemp("roster")
    write_roster_tables(ROSTER, to / "brought")
    copy_seeds(folder("seeds"), to / "seeds", to / "brought")
    return read_seeds(to / "seeds").register


def test_the_roster_is_added_to_the_register(known: Register) -> None:
    ours = real_seeds().register
    assert len(known.persons) > len(ours.persons) + 200
    licences = {source.name: source.licence for source in known.brought_sources}
    assert licences[SOURCE] == LICENCE


def test_the_roster_makes_more_askers_certain(known: Register) -> None:
    with_roster = PersonMatcher.of(known)
    counts: Counter[str] = Counter()
    for name, party, day in mentions(ROSTER / "nameforms_kvr.csv"):
        mention = Mention(printed=name, name=name, party=party or None)
        for what, matcher in (("without", person_matcher()), ("with", with_roster)):
            (found,) = matcher.participants(Role.ASKER, [mention], day, Chamber.TK)
            counts[what] += found.person is not None
    assert counts["with"] > 1.3 * counts["without"]


def mentions(path: Path) -> list[tuple[str, str, date]]:
    """Return the names and parties in the roster's list, each with the first date of its use."""
    heading, *lines = path.read_text(encoding="utf-8").splitlines()
    assert heading.startswith("name,party,first_day,")
    rows = (line.split(",")[:3] for line in lines if '"' not in line.split(",", 1)[0])
    return [(name, party, date.fromisoformat(day)) for name, party, day in rows]
