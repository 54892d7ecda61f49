"""E-mails about what patients sent: written down with it, mailed later by a worker.

`outbox` writes what is to be mailed, `sending` mails it, `sweeping` finds what a crash
left. What patients wrote is never read here, but for the address that they gave.
"""
