"""A campaign that draws mutants of the package, and runs the tests of each changed module.

    python -m tests.campaigns.mutate_constants 40 20261128 kv2rdf/linking kv2rdf/sources

The arguments are the number of mutants, the seed of the draw, and folders or modules. For each
mutant, one line states whether a test failed (killed), no test failed (survived), or the tests took
longer than the limit (stopped). Only copies of the repository are changed.
"""

import argparse
import compileall
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
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
    """Return the tests for a module: its own, then those of its room, then the golden cases."""
    _, room, *folders = module.with_suffix("").parts
    folder = Path("tests", room, *folders[:-1])
    own = (folder / f"test_{module.stem}.py", folder, Path("tests", room))
    others = (Path("tests", f"test_{room}.py"), Path("tests/test_golden.py"))
    return tuple(dict.fromkeys(str(path) for path in (*own, *others) if (ROOT / path).exists()))


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if the tests fail without a change, or 0 otherwise."""
    options = _options(arguments)
    chosen = drawn(options.count, options.seed, options.folders)
    sys.stdout.write(f"seed {options.seed}: {len(chosen)} mutants\n")
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copies = [Path(folder, str(number)) for number in range(options.processes)]
        for copy in copies:
            shutil.copytree(ROOT, copy, ignore=_LEFT_OUT)
            compileall.compile_dir(copy / "kv2rdf", quiet=2)
        targets = sorted({target for module, _ in chosen for target in mirrored_tests(module)})
        if not options.unchecked and _outcome(copies[0], targets, None) != "survived":
            sys.stdout.write(f"the tests fail without a change: {' '.join(targets)}\n")
            return 1
        counts: Counter[str] = Counter()
        for outcome, where in _outcomes(chosen, copies, options.limit):
            counts[outcome] += 1
            sys.stdout.write(f"{outcome:8} {where}\n")
            sys.stdout.flush()
    sys.stdout.write(", ".join(f"{n} {outcome}" for outcome, n in sorted(counts.items())) + "\n")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Change the package, and see which tests fail.")
    parser.add_argument("count", type=int, help="how many mutants to draw")
    parser.add_argument("seed", type=int, help="the seed of the draw")
    parser.add_argument("folders", type=Path, nargs="+", help="such as kv2rdf/linking")
    parser.add_argument("--processes", type=int, default=1, help="how many tests run at a time")
    parser.add_argument("--limit", type=int, default=300, help="seconds for the tests of a mutant")
    parser.add_argument(
        "--unchecked", action="store_true", help="do not first run the tests without a change"
    )
    return parser.parse_args(arguments)


def _modules(folder: Path) -> Iterator[Path]:
    path = ROOT / folder
    found = path.rglob("*.py") if path.is_dir() else (path,)
    return (module.relative_to(ROOT) for module in found)


def _outcomes(
    chosen: Sequence[tuple[Path, Mutant]], copies: Sequence[Path], limit: int
) -> Iterator[tuple[str, str]]:
    """Yield the outcome of each mutant and the line that it changes, in the given order."""
    free: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for copy in copies:
        free.put(copy)

    def tested(module_and_mutant: tuple[Path, Mutant]) -> tuple[str, str]:
        module, mutant = module_and_mutant
        copy = free.get()
        try:
            line = (copy / module).read_text("utf-8").count("\n", 0, mutant.start) + 1
            outcome = _outcome_of(copy, module, mutant, limit)
        finally:
            free.put(copy)
        return outcome, f"{module}:{line}: {mutant.old!r} -> {mutant.new!r}"

    with ThreadPoolExecutor(len(copies)) as threads:
        yield from threads.map(tested, chosen)


def _outcome_of(copy: Path, module: Path, mutant: Mutant, limit: int) -> str:
    """Return the outcome of the tests with a mutant in a copy. The copy is restored afterwards."""
    file = copy / module
    source, status = file.read_text("utf-8"), file.stat()
    file.write_text(mutant.applied_to(source), "utf-8")
    try:
        return _outcome(copy, mirrored_tests(module), limit)
    finally:
        file.write_text(source, "utf-8")
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _outcome(copy: Path, targets: Sequence[str], limit: int | None) -> str:
    """Return "survived" if the tests pass in a copy, "killed" if one fails, or else "stopped".

    No bytecode is written, because the bytecode of one mutant could be used for the next.
    """
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    command = (sys.executable, *_PYTEST, *targets)
    try:
        finished = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return "stopped"
    return "killed" if finished.returncode else "survived"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
