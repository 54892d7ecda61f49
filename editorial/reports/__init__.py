"""The reports about pages, under Reports in the admin."""
