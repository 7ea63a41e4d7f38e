"""The members of archives, which the audit finds by raw headers, independently of the readers."""
