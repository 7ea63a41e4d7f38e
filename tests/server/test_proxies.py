"""The server behind the proxies of docs/operate.md, with the files on that page."""

import json
import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import requests

from tests.conftest import ROOT
from tests.server.clients import running_server

FILES = ROOT / "docs" / "operate"
BACKEND = "127.0.0.1:8000"

NGINX = """
daemon off;
user root;  # in containers, tests run as root, and the folders are theirs
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
{location}
    }}
}}
"""


def nginx(folder: Path, port: int, backend: str) -> list[str]:
    """Write the configuration of nginx, and return the command that runs it."""
    location = (FILES / "nginx.conf").read_text().replace(BACKEND, backend)
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port, location=location))
    return ["nginx", "-c", str(config), "-p", str(folder), "-e", str(folder / "error.log")]


def caddy(folder: Path, port: int, backend: str) -> list[str]:
    """Write the configuration of Caddy, and return the command that runs it."""
    site = (FILES / "Caddyfile").read_text().replace(BACKEND, backend)
    config = folder / "Caddyfile"
    own = "{\n\tadmin off\n\tauto_https off\n}\n"
    config.write_text(own + site.replace("example.org", f"http://127.0.0.1:{port}"))
    return ["caddy", "run", "--config", str(config), "--adapter", "caddyfile"]


proxies = pytest.mark.parametrize(
    "command",
    [
        pytest.param(nginx, marks=pytest.mark.proxies("nginx")),
        pytest.param(caddy, marks=pytest.mark.proxies("caddy")),
    ],
)


@contextmanager
def running_proxy(
    command: Callable[[Path, int, str], list[str]], folder: Path, backend: str
) -> Iterator[str]:
    """Run a proxy in front of a server. Yield the address of the site, without a slash."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    words = command(folder, port, backend)
    with subprocess.Popen(
        words,
        env={**os.environ, "HOME": str(folder)},  # Caddy keeps its configuration there
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            _wait_until_open(port, process)
            yield f"http://127.0.0.1:{port}/kamervragen"
        finally:
            process.terminate()


def _wait_until_open(port: int, process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.02)
        else:
            return
    assert process.stderr is not None
    pytest.fail(process.stderr.read().decode())


@pytest.mark.long
@proxies
def test_a_site_below_a_path_works_behind_a_proxy(
    command: Callable[[Path, int, str], list[str]], seed_release: Path, tmp_path: Path
) -> None:
    words = (seed_release, "--root-path", "/kamervragen")
    with running_server(*words) as (address, _):
        backend = address.removeprefix("http://").partition("/")[0]
        with running_proxy(command, tmp_path, backend) as site:
            dump = requests.get(f"{site}/data/catalogue.ttl", timeout=10)
            assert dump.content == (seed_release / "catalogue.ttl").read_bytes()
            again = {"If-None-Match": dump.headers["ETag"]}
            same = requests.get(f"{site}/data/catalogue.ttl", headers=again, timeout=10)
            assert same.status_code == 304
            listed = requests.get(f"{site}/sitemap.xml", timeout=10).text
            of_year, about_all = sorted(re.findall("<loc>(.*)</loc>", listed))
            assert of_year == f"{site}/sitemap/2022.xml"
            assert about_all == f"{site}/sitemap/overzicht.xml"
            assert f"<loc>{site}/nl/zaak/2022Z00634</loc>" in requests.get(of_year, timeout=10).text
            manifest = json.loads(requests.get(f"{site}/reconcile", timeout=10).text)
            assert manifest["view"]["url"].startswith(f"{site}/reconcile/view")
            too_long = requests.post(
                f"{site}/reconcile", data={"queries": "x" * 1_100_000}, timeout=10
            )
            assert too_long.status_code == 413


@pytest.mark.proxies("systemd-analyze")
def test_the_unit_is_valid(tmp_path: Path) -> None:
    unit = (FILES / "kv2rdf.service").read_text()
    file = tmp_path / "kv2rdf.service"
    file.write_text(unit.replace("/srv/kv2rdf/bin/kv2rdf", "/bin/true"))
    words = ["systemd-analyze", "verify", "--man=no", str(file)]
    verified = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
