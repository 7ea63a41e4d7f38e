"""The members of archives. The audit finds them by their raw headers, without the readers."""
