"""The confinement of a worker process.

A worker may not open connections, start programs, or open files outside a given folder. The kernel
enforces this, even if a query exploits the SPARQL engine. Two features of Linux are used. A filter
for system calls (seccomp) refuses new sockets and programs, and Landlock refuses all files except
those below a given folder. The process cannot undo either. Neither feature needs privileges or
another program. The numbers in this module are from the header files of the kernel:
linux/seccomp.h, linux/filter.h, linux/audit.h and linux/landlock.h.
"""

import ctypes
import errno
import os
import platform
import resource
import struct
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
_PLACE_OF_NUMBER, _PLACE_OF_MACHINE = 0, 4
_FIRST_X32 = 0x40000000
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION, _BELOW_FOLDER = 1, 1
_READ_FILE_OR_FOLDER = 0b1100
_FILE_RIGHTS = MappingProxyType({1: 13, 2: 14, 3: 15, 4: 15, 5: 16})
"""The number of file access rights in each version of Landlock. Later versions have at least 16."""


class _Machine(NamedTuple):
    """A processor architecture, with the numbers of the system calls that are refused.

    The refused calls are socket, connect, execve, execveat and io_uring_setup. ``number`` is the
    number of the architecture in linux/audit.h.
    """

    number: int
    refused: tuple[int, ...]


_MACHINES = MappingProxyType(
    {
        "x86_64": _Machine(0xC000003E, (41, 42, 59, 322, 425)),
        "aarch64": _Machine(0xC00000B7, (198, 203, 221, 281, 425)),
    }
)


PROTECTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "landlock": "opening files outside the release",
        "seccomp": "opening connections and starting programs",
    }
)
"""The protections, each with the actions that it prevents."""


def confine_process(folder: Path) -> tuple[str, ...]:
    """Forbid this process to open connections, start programs, or open files outside ``folder``.

    Writing to files is also forbidden. Return the names of the protections in force: those of
    ``PROTECTIONS`` that this system provides.
    """
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform != "linux":
        return ()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return ()
    locks = (("landlock", _restrict_files(libc, folder)), ("seccomp", _filter_calls(libc)))
    return tuple(name for name, holds in locks if holds)


def _filter_calls(libc: ctypes.CDLL) -> bool:
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    calls = machine.refused
    steps = [
        (_LOAD, 0, 0, _PLACE_OF_MACHINE),
        (_JUMP_IF_EQUAL, 0, len(calls) + 3, machine.number),
        (_LOAD, 0, 0, _PLACE_OF_NUMBER),
        (_JUMP_IF_AT_LEAST, len(calls) + 1, 0, _FIRST_X32),
        *((_JUMP_IF_EQUAL, len(calls) - place, 0, call) for place, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HP", len(steps), ctypes.addressof(code))
    return bool(libc.prctl(_SECCOMP, _FILTER, program, 0, 0) == 0)


def _restrict_files(libc: ctypes.CDLL, folder: Path) -> bool:
    version = libc.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    handled = struct.pack("Q", (1 << _FILE_RIGHTS.get(version, 16)) - 1)
    rules = libc.syscall(_CREATE_RULESET, handled, len(handled), 0)
    if rules < 0:
        return False
    place = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("=Qi", _READ_FILE_OR_FOLDER, place)
        return bool(
            libc.syscall(_ADD_RULE, rules, _BELOW_FOLDER, rule, 0) == 0
            and libc.syscall(_RESTRICT_SELF, rules, 0) == 0
        )
    finally:
        os.close(place)
        os.close(rules)
