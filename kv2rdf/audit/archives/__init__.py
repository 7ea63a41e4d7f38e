"""The members of archives, found by the audit itself from their raw headers."""
