"""Where the links of public pages lead, and whether they lead anywhere."""
