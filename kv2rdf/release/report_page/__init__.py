"""The page of a report for people, in Dutch and in English."""
