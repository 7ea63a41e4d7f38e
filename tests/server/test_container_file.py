"""The container file, which agrees with docs/operate.md and the settings of the project."""

import json
import re
import shlex
import tomllib

from click import Context

from kv2rdf.cli import cli
from kv2rdf.cli.serve import serve_command
from tests.conftest import ROOT

NAME = "docs/operate/Containerfile"
PAGE = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8").replace("\\\n", "")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def instructions(word: str) -> list[str]:
    """Return the arguments of all instructions with a name, such as "COPY"."""
    text = (ROOT / NAME).read_text(encoding="utf-8")
    return re.findall(rf"^{word} (.*)$", text, re.MULTILINE)


def documented(command: str) -> list[str]:
    """Return the words of the command on the page that begins with ``command``."""
    (line,) = re.findall(rf"^    ({command} .*)$", PAGE, re.MULTILINE)
    return shlex.split(line)


def option(words: list[str], name: str) -> str:
    """Return the value of an option of a command."""
    return words[words.index(name) + 1]


def test_the_image_has_a_python_that_the_project_supports() -> None:
    (version,) = {re.split("[:-]", base.partition(" AS ")[0])[1] for base in instructions("FROM")}
    assert f"Programming Language :: Python :: {version}" in SETTINGS["project"]["classifiers"]


def test_the_image_is_made_from_all_that_the_package_contains_and_from_nothing_else() -> None:
    copied = [c.split()[:-1] for c in instructions("COPY") if not c.startswith("--from")]
    names = {name for sources in copied for name in sources}
    build = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]
    project = SETTINGS["project"]
    assert {*build["packages"], *build["force-include"]} <= names
    assert {project["readme"], *project["license-files"], "pyproject.toml"} <= names
    assert all((ROOT / name).exists() for name in names)
    assert len(names) == len(build["packages"]) + len(build["force-include"]) + 4


def test_the_image_installs_a_set_of_packages_that_exists() -> None:
    (install,) = re.findall(r"'/source\[(\w+)\]'", "".join(instructions("RUN")))
    assert install in SETTINGS["project"]["optional-dependencies"]


def test_the_server_does_not_run_as_root() -> None:
    (user,) = instructions("USER")
    assert re.fullmatch(r"(\d+):\1", user)
    assert user not in ("0:0", "1000:1000")
    assert f"runs under user ID {user.partition(':')[0]}" in PAGE


def test_the_port_and_the_options_are_those_of_the_page() -> None:
    (entry,), (port,) = instructions("ENTRYPOINT"), instructions("EXPOSE")
    words = documented("podman run")
    program, command, *fixed = json.loads(entry)
    assert (program.rpartition("/")[2], command) == ("kv2rdf", "serve")
    given = words[words.index("kv2rdf") + 1 :]
    parent = Context(cli, **cli.context_settings)
    found = serve_command.make_context(command, [*fixed, *given], parent).params
    assert (str(found["port"]), found["host"]) == (port, "0.0.0.0")
    assert option(words, "--publish") == f"127.0.0.1:{port}:{port}"
    inside = option(words, "--volume").split(":")[1]
    assert str(found["release"]).startswith(f"{inside}/")
    assert option(words, "--volume").endswith(":ro")


def test_the_container_of_the_page_has_no_rights_and_a_read_only_file_system() -> None:
    words = documented("podman run")
    assert "--read-only" in words
    assert option(words, "--cap-drop") == "all"
    assert option(words, "--security-opt") == "no-new-privileges"
    assert option(words, "--tmpfs") == "/tmp"


def test_the_build_of_the_page_names_the_file_and_the_image_that_is_run() -> None:
    build = documented("podman build")
    assert option(build, "-f") == NAME
    assert option(build, "-t") in documented("podman run")
