"""The members of archives, which the audit finds by raw headers, without code of the readers."""
