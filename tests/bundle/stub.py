"""A library of Windows without code, whose one function is that of another library."""

import struct
from typing import Final

# Where the only section begins in memory, and in the file.
BEGIN, IN_FILE = 0x1000, 512
AMD64: Final = 0x8664
LIBRARY: Final = 0x2022
READ_ONLY: Final = 0x40000040


def forwarding(name: str, function: str, to: str) -> bytes:
    """Return a 64-bit DLL called `name` whose `function` is `to`, as in `advapi32.SystemFunction036`."""
    section = _exports(name.encode() + b"\0", function.encode() + b"\0", to.encode() + b"\0")
    header = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40) + b"PE\0\0"
    header += struct.pack("<HHIIIHH", AMD64, 1, 0, 0, 0, 0xF0, LIBRARY)
    header += struct.pack("<HBBIIIII", 0x20B, 14, 0, 0, IN_FILE, 0, 0, 0)
    header += struct.pack("<QIIHHHHHHI", 0x180000000, BEGIN, IN_FILE, 6, 0, 0, 0, 6, 0, 0)
    header += struct.pack("<IIIHH", 2 * BEGIN, IN_FILE, 0, 2, 0x160)
    header += struct.pack("<QQQQII", 0x100000, BEGIN, 0x100000, BEGIN, 0, 16)
    header += struct.pack("<II", BEGIN, len(section)) + bytes(8 * 15)
    header += b".rdata\0\0" + struct.pack("<IIIIIIHHI", len(section), BEGIN, IN_FILE, IN_FILE, 0, 0, 0, 0, READ_ONLY)
    return header.ljust(IN_FILE, b"\0") + section.ljust(IN_FILE, b"\0")


def _exports(name: bytes, function: bytes, to: bytes) -> bytes:
    """Return the section: the directory, its three tables of one line each, and the names."""
    addresses, names, numbers, texts = (BEGIN + 40 + 4 * line for line in range(4))
    directory = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, texts, 1, 1, 1, addresses, names, numbers)
    tables = struct.pack("<III", texts + len(name) + len(function), texts + len(name), 0)
    return directory + tables + name + function + to
