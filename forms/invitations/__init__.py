"""Invitations: codes that staff print for a visit, and the way from one to a form."""
