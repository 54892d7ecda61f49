"""From submissions to a file: the same for the desk and the command."""
