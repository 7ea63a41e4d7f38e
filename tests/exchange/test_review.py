"""The diff of the rows that are added to a table."""

from kv2rdf.exchange.additions.review import diff
from tests.every_case import every_case


@every_case("end", ["\u2028", "\x85", "\x0b", "\x1d"])
def test_a_diff_counts_lines_as_other_programs_do(end: str) -> None:
    old = f"key,name\na,een{end}twee\n"
    assert diff("persons.csv", old, f"{old}b,drie{end}vier\n") == (
        f"--- a/persons.csv\n+++ b/persons.csv\n@@ -2,0 +3 @@\n+b,drie{end}vier\n"
    )
