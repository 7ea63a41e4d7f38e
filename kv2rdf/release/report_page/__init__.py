"""The report as a web page, in Dutch and in English."""
