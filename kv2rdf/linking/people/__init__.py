"""The person, party or office that a printed name refers to."""
