"""The members of archives, which the audit finds independently by their raw headers."""
