"""`make serve`: everything from an empty folder to a running clinic. On a server the
same, without the demo; see docs/operators.md."""

import hashlib
import json
import os
import socket
import sys
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections

from clinicsite.supervisor import Supervisor
from home.demo.accounts import ACCOUNTS_FILE
from home.models import HomePage


def check_port_is_free(host: str, port: int) -> None:
    """Raises CommandError, in words that help, if nothing can listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} on {host} cannot be used ({error.strerror}). "
                f"Choose another, for example: make serve PORT={port + 1}"
            ) from error


def static_fingerprint() -> str:
    """A digest that changes when a static file or the package it is from does."""
    digest = hashlib.sha256(version("wagtail").encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


class Command(BaseCommand):
    """Migrate, load the demo clinic into an empty site, and serve."""

    help = "Set everything up and serve the site; an empty site gets the demo clinic."

    def add_arguments(self, parser):
        """Whether an empty site stays empty."""
        parser.add_argument(
            "--without-demo", action="store_true", help="Leave an empty site empty."
        )

    def handle(self, *args, without_demo, **options):
        """Serve until stopped. Raises CommandError if the port is taken."""
        host = os.environ.get("HOST", "127.0.0.1")
        port = int(os.environ.get("PORT", "8000"))
        check_port_is_free(host, port)
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        settings.MEDIA_ROOT.mkdir(exist_ok=True)
        call_command("migrate", verbosity=0)
        if not without_demo and not HomePage.objects.filter(numchild__gt=0).exists():
            self.stdout.write("Loading the demo clinic …")
            call_command("load_demo", verbosity=0)
        self.collect_static_files()
        call_command("audit_pages", verbosity=0)
        self.print_addresses()
        supervisor = Supervisor(
            server=self.server_command(host, port),
            worker=[sys.executable, "-m", "django", "send_notifications"],
        )
        connections.close_all()
        sys.exit(supervisor.run())

    def collect_static_files(self) -> None:
        """Collect and compress the static files, if any has changed."""
        stamp = settings.STATIC_ROOT / ".fingerprint"
        fingerprint = static_fingerprint()
        if stamp.exists() and stamp.read_text() == fingerprint:
            return
        self.stdout.write("Preparing static files …")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(fingerprint)

    def print_addresses(self) -> None:
        """Say where the site is and who can log in."""
        lines = [
            "",
            f"  The clinic:  {settings.SITE_URL}/",
            f"  The admin:   {settings.SITE_URL}/admin/",
        ]
        if ACCOUNTS_FILE.exists():
            lines.append(f"  Accounts (from {ACCOUNTS_FILE}):")
            for name, password in json.loads(ACCOUNTS_FILE.read_text()).items():
                lines.append(f"    {name:<10} {password}")
        lines += ["", "  Stop with Ctrl+C.", ""]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()

    def server_command(self, host: str, port: int) -> list[str]:
        """Granian with one worker process, as SQLite and the caches like it."""
        return [
            sys.executable,
            "-m",
            "granian",
            "--interface=wsgi",
            f"--host={host}",
            f"--port={port}",
            "--workers=1",
            "--blocking-threads=4",
            "--respawn-failed-workers",
            f"--static-path-route={settings.MEDIA_URL.rstrip('/')}",
            f"--static-path-mount={settings.MEDIA_ROOT}",
            "--log-level=warning",
            "clinicsite.wsgi:application",
        ]
