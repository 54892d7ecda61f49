"""The screens on which staff answer one submission; rules are in `forms.casework`."""
