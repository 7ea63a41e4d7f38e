"""A symbolic link that leads back to itself, as an argument of each command."""

from pathlib import Path

import pytest

from tests.cli.commands import SEED, run


@pytest.mark.parametrize(
    "words",
    [
        ("build", "{loop}", "--out", "{out}"),
        ("build", SEED, "--out", "{loop}"),
        ("verify", "{loop}"),
        ("tables", "{loop}", "--output", "{out}"),
        ("tables", "{release}", "--output", "{loop}"),
        ("audit", "{loop}", SEED),
        ("query", "--release", "{loop}", "ASK {{}}"),
        ("search", "--release", "{loop}", "doxing"),
        ("show", "--release", "{loop}", "2022Z00634"),
        ("link", "wikidata", "{loop}", "--output", "{out}"),
        ("link", "wikidata", "{release}", "--output", "{loop}"),
        ("upload", "{loop}", "--to", "memory://folder"),
        ("check", "{loop}"),
    ],
    ids=lambda words: " ".join(map(str, words[:3])).replace(str(SEED), "seed"),
)
def test_a_link_that_leads_back_to_itself_is_an_error(
    tmp_path: Path, seed_release: Path, words: tuple[str | Path, ...]
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    paths = {"loop": loop, "out": tmp_path / "out", "release": seed_release}
    result = run(*(str(word).format(**paths) for word in words))
    assert result.exit_code == 2, result.output
    assert result.stderr.splitlines()[-1].startswith("Error: ")
    assert not (tmp_path / "out").exists()
