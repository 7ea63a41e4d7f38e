"""The entry point of the command line: ``kv2rdf`` or ``python -m kv2rdf``."""

import os
import signal
import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line.

    If Ctrl-C is pressed, the program prints one line and exits, even while modules are being
    loaded. A command handles Ctrl-C itself if it has to clean up.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # nohup ignores it
        signal.signal(signal.SIGINT, lambda _number, _frame: _end())
    _fill_closed_streams()
    from kv2rdf.cli import cli  # noqa: PLC0415 - slow to load, and Ctrl-C may come meanwhile

    try:
        cli(prog_name="kv2rdf")
    finally:
        # The work is done. Python restores the default action of the signal while it exits.
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end() -> None:
    try:
        os.write(2, b"Error: interrupted\n")
    finally:
        os._exit(_INTERRUPTED)


def _fill_closed_streams() -> None:
    """Open the null device in place of each closed standard stream.

    Otherwise, the next file to be opened would get the file descriptor of the stream, and messages
    that a library writes to standard error would be written to that file. A command still refuses
    to run without standard output.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdin = sys.stdin or os.fdopen(0)
    sys.stderr = sys.stderr or os.fdopen(2, "w")


if __name__ == "__main__":
    main()
