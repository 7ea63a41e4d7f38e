"""Which person, party or office a printed name means."""
