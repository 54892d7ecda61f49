#!/usr/bin/env python
"""Run Clinicsite's commands, with the development settings unless told otherwise."""

import os
import sys

from django.core.management import execute_from_command_line

# Reads .env, in which a server names its settings.
import clinicsite.settings.environment  # noqa: F401

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinicsite.settings.dev")
    execute_from_command_line(sys.argv)
