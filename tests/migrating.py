"""Databases made by the migrations, as a clinic makes its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATABASE = "db.sqlite3"


def migrate(data_dir: Path, *target: str) -> None:
    """Bring the database in this folder to the target, or to the newest state."""
    ours = {
        "DATA_DIR": str(data_dir),
        "DATABASE_URL": f"sqlite:///{data_dir / DATABASE}",
        "DJANGO_SETTINGS_MODULE": "clinicsite.settings.dev",
    }
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0", *target]
    subprocess.run(command, cwd=ROOT, env=os.environ | ours, check=True)
