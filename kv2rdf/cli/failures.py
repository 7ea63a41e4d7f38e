"""The errors of the command line itself, with their exit statuses."""

import click


class Interruption(click.ClickException):
    """An interruption by the user, which ends the program with exit status 130."""

    exit_code = 130


class Failure(click.ClickException):
    """An error that ends the program with exit status 2."""

    exit_code = 2
