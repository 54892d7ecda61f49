"""The site on a clinic's server, set up as docs/operators.md says, behind nginx."""

import os
import re
import shutil
import socket
import sqlite3
import ssl
import subprocess
import time

import pytest
import requests
from bs4 import BeautifulSoup

from tests.migrating import DATABASE
from tests.serving import ROOT, Server, free_port

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
OPENSSL = shutil.which("openssl")
PATIENCE = 20
PASSWORD = "a-long-word-for-a-test"
# As patients know it; the ports are the test's own affair.
ADDRESS = "https://localhost"

pytestmark = pytest.mark.skipif(
    not (NGINX and OPENSSL), reason="needs nginx and openssl, as on a server"
)

# What a package's own configuration sets, in a folder of the test's.
AROUND = """
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/unused;
    uwsgi_temp_path {folder}/unused;
    scgi_temp_path {folder}/unused;
    {servers}
}}
"""


def documented(kind):
    """The block of this kind in the guide for operators that is the site's own."""
    text = (ROOT / "docs/operators.md").read_text()
    return re.search(rf"```{kind}\n(.*?)```", text, re.DOTALL)[1]


class Nginx:
    """nginx with the guide's configuration, on ports and in a folder of its own."""

    def __init__(self, folder, backend):
        self.folder = folder
        self.backend = backend
        self.http, self.https = free_port(), free_port()
        self.address = f"{ADDRESS}:{self.https}"
        self.certificate = folder / "certificate.pem"
        self.session = requests.Session()
        # Else a machine's own certificates stand in for ours.
        self.session.trust_env = False
        self.session.verify = str(self.certificate)

    def __enter__(self):
        subprocess.run(
            [
                *(OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes"),
                *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
                *("-keyout", self.folder / "key.pem", "-out", self.certificate),
            ],
            check=True,
            capture_output=True,
        )
        configuration = self.folder / "nginx.conf"
        configuration.write_text(
            AROUND.format(folder=self.folder, servers=self.servers())
        )
        self.process = subprocess.Popen(
            [NGINX, "-c", configuration, "-e", self.folder / "error.log"]
        )
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                self.get("/robots.txt")
            except requests.ConnectionError:
                time.sleep(0.1)
            else:
                return self
        raise AssertionError((self.folder / "error.log").read_text())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(PATIENCE)

    def servers(self):
        """The guide's servers, moved to here."""
        moved = documented("nginx")
        for there, here in {
            "listen 80;": f"listen 127.0.0.1:{self.http};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.https} ssl http2;",
            "/etc/ssl/clinic.example.pem": str(self.certificate),
            "/etc/ssl/private/clinic.example.key": str(self.folder / "key.pem"),
            "clinic.example": "localhost",
            "/var/log/nginx/clinicsite.log": str(self.folder / "site.log"),
            "127.0.0.1:8000": f"127.0.0.1:{self.backend}",
        }.items():
            assert there in moved
            moved = moved.replace(there, here)
        return moved

    def get(self, path, **options):
        """The answer to a GET over HTTPS."""
        return self.session.get(self.address + path, timeout=30, **options)


class ProductionServer(Server):
    """The guide's `ExecStart`, with the guide's settings."""

    def command(self):
        """The command with its environment, as arguments of subprocess."""
        command = super().command()
        program = re.search(r"ExecStart=\S+/python (.*)", documented("ini"))[1]
        return command | {"args": [command["args"][0], *program.split()]}

    def get(self, path, **headers):
        """The response to a GET, as nginx would ask for it."""
        return super().get(path, **headers | {"X-Forwarded-Proto": "https"})


@pytest.fixture(scope="module")
def clinic(migrated, tmp_path_factory):
    """A new clinic's site, with an account, behind nginx."""
    folder = tmp_path_factory.mktemp("server")
    data_dir = folder / "data"
    data_dir.mkdir()
    shutil.copyfile(migrated, data_dir / DATABASE)
    server = ProductionServer(data_dir)
    nginx = Nginx(folder, server.port)
    server.environment = {
        "DJANGO_SETTINGS_MODULE": "clinicsite.settings.production",
        "SITE_URL": ADDRESS,
        "SECRET_KEY": "0123456789" * 6,
        "BEHIND_PROXY": "1",
        "EMAIL_URL": "smtp+tls://localhost:9",
    }
    with server, nginx:
        account = server.command()
        account["env"]["DJANGO_SUPERUSER_PASSWORD"] = PASSWORD
        account["args"][1:] = [
            *("manage.py", "createsuperuser", "--noinput"),
            *("--username=boss", "--email=boss@clinic.example"),
        ]
        subprocess.run(**account, check=True, capture_output=True)
        yield nginx


def test_a_new_clinic_is_empty_and_knows_its_own_address(clinic):
    page = BeautifulSoup(clinic.get("/").text, "html.parser")
    assert page.find("link", rel="canonical")["href"] == f"{ADDRESS}/"
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in clinic.get("/robots.txt").text
    with sqlite3.connect(clinic.folder / "data" / DATABASE) as database:
        people = database.execute("SELECT username FROM auth_user").fetchall()
    assert people == [("boss",)]


def test_everything_is_answered_over_https_alone(clinic):
    plain = requests.get(
        f"http://localhost:{clinic.http}/about/", timeout=30, allow_redirects=False
    )
    assert plain.status_code == 301
    assert plain.headers["Location"] == f"{ADDRESS}/about/"
    answer = clinic.get("/", allow_redirects=False)
    assert answer.status_code == 200
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert answer.headers["Content-Encoding"] == "gzip"


def test_a_page_and_its_files_come_over_one_connection(clinic):
    trusting = ssl.create_default_context(cafile=clinic.certificate)
    trusting.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("localhost", clinic.https), PATIENCE) as line,
        trusting.wrap_socket(line, server_hostname="localhost") as connection,
    ):
        assert connection.selected_alpn_protocol() == "h2"


def test_staff_log_in_and_see_the_admin_in_its_own_look(clinic):
    page = clinic.get("/admin/login/")
    sent = BeautifulSoup(page.text, "html.parser").find("form")
    token = sent.find("input", {"name": "csrfmiddlewaretoken"})["value"]
    logged_in = clinic.session.post(
        page.url,
        {"username": "boss", "password": PASSWORD, "csrfmiddlewaretoken": token},
        headers={"Referer": page.url},
        timeout=30,
    )
    assert "First steps" in logged_in.text
    assert {each.name for each in clinic.session.cookies} == {
        "__Host-sessionid",
        "__Host-csrftoken",
    }
    sheet = BeautifulSoup(logged_in.text, "html.parser").find("link", rel="stylesheet")
    assert clinic.get(sheet["href"]).status_code == 200


def test_what_patients_send_needs_no_file_and_leaves_no_address(clinic):
    # From now on, nginx could not write a body down.
    shutil.rmtree(clinic.folder / "bodies")
    words = "My pain began in the corner house. " * 50_000
    answer = clinic.session.post(f"{clinic.address}/", {"q": words}, timeout=30)
    assert answer.status_code < 500
    assert clinic.get("/no-such-page/").status_code == 404
    logs = list(clinic.folder.glob("*.log"))
    assert logs
    assert not [path for path in logs if "127.0.0.1" in path.read_text()]
