"""A campaign: draw mutants of the package, and run the tests that mirror each changed module.

    python -m tests.campaigns.mutate_constants 40 20261128 kv2rdf/linking kv2rdf/sources

The arguments are the number of mutants, the seed of the draw, and folders or modules. For each
mutant, one line says whether a test failed (killed) or not (survived). Only copies of the
repository are changed. A mutant whose tests take longer than the time limit counts as killed.
"""

import argparse
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.campaigns.mutants import Mutant, mutants

ROOT = Path(__file__).parent.parent.parent
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "output", "__pycache__", ".*_cache")
_PYTEST = (
    *("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"),
    *("-m", "not corpus and not long and not cluster"),
)


def drawn(count: int, seed: int, folders: Sequence[Path]) -> list[tuple[Path, Mutant]]:
    """Return ``count`` mutants of the modules in ``folders``, drawn by the seed, sorted."""
    modules = sorted({module for folder in folders for module in _modules(folder)})
    population = [
        (module, mutant)
        for module in modules
        for mutant in mutants((ROOT / module).read_text("utf-8"))
    ]
    chosen = random.Random(seed).sample(population, min(count, len(population)))
    return sorted(chosen)


def mirrored_tests(module: Path) -> tuple[str, ...]:
    """Return the tests of a module, the nearest first: its own, those of its room, the goldens."""
    _, room, *folders = module.with_suffix("").parts
    folder = Path("tests", room, *folders[:-1])
    own = (folder / f"test_{module.stem}.py", folder, Path("tests", room))
    others = (Path("tests", f"test_{room}.py"), Path("tests/test_golden.py"))
    return tuple(dict.fromkeys(str(path) for path in (*own, *others) if (ROOT / path).exists()))


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if the tests fail without a change, else 0."""
    options = _options(arguments)
    chosen = drawn(options.count, options.seed, options.folders)
    sys.stdout.write(f"seed {options.seed}: {len(chosen)} mutants\n")
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copies = [Path(folder, str(number)) for number in range(options.processes)]
        for copy in copies:
            shutil.copytree(ROOT, copy, ignore=_LEFT_OUT)
        targets = sorted({target for module, _ in chosen for target in mirrored_tests(module)})
        for copy in copies:
            if not _has_passed(copy, targets, None, os.environ):
                sys.stdout.write(f"the tests fail without a change: {' '.join(targets)}\n")
                return 1
        survived = 0
        for line, has_survived in _outcomes(chosen, copies, options.limit):
            survived += has_survived
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(chosen) - survived} killed, {survived} survived\n")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Change the package, and see which tests fail.")
    parser.add_argument("count", type=int, help="how many mutants to draw")
    parser.add_argument("seed", type=int, help="the seed of the draw")
    parser.add_argument("folders", type=Path, nargs="+", help="such as kv2rdf/linking")
    parser.add_argument("--processes", type=int, default=1, help="how many tests run at a time")
    parser.add_argument("--limit", type=int, default=300, help="seconds for the tests of a mutant")
    return parser.parse_args(arguments)


def _modules(folder: Path) -> Iterator[Path]:
    path = ROOT / folder
    found = path.rglob("*.py") if path.is_dir() else (path,)
    return (module.relative_to(ROOT) for module in found)


def _outcomes(
    chosen: Sequence[tuple[Path, Mutant]], copies: Sequence[Path], limit: int
) -> Iterator[tuple[str, bool]]:
    """Yield a line for each mutant, and whether it survived, in the order of ``chosen``."""
    free: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for copy in copies:
        free.put(copy)

    def outcome(drawn_mutant: tuple[Path, Mutant]) -> tuple[str, bool]:
        module, mutant = drawn_mutant
        copy = free.get()
        try:
            has_survived = _has_survived(copy, module, mutant, limit)
        finally:
            free.put(copy)
        line = (ROOT / module).read_text("utf-8").count("\n", 0, mutant.start) + 1
        word = "survived" if has_survived else "killed  "
        return f"{word} {module}:{line}: {mutant.old!r} -> {mutant.new!r}", has_survived

    with ThreadPoolExecutor(len(copies)) as threads:
        yield from threads.map(outcome, chosen)


def _has_survived(copy: Path, module: Path, mutant: Mutant, limit: int) -> bool:
    """Whether the tests pass with a mutant in a copy, which is then as it was.

    No bytecode is kept, since that of a mutant could be taken for that of the next.
    """
    file = copy / module
    source, status = file.read_text("utf-8"), file.stat()
    file.write_text(mutant.applied_to(source), "utf-8")
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return _has_passed(copy, mirrored_tests(module), limit, environment)
    finally:
        file.write_text(source, "utf-8")
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _has_passed(
    copy: Path, targets: Sequence[str], limit: int | None, environment: Mapping[str, str]
) -> bool:
    command = (sys.executable, *_PYTEST, *targets)
    own = {**environment, "PYTHONPATH": str(copy)}
    try:
        finished = subprocess.run(
            command, cwd=copy, env=own, capture_output=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return finished.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
