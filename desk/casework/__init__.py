"""The screens of one submission; the rules are in `submissions.casework`."""
