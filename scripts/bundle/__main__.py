"""`make bundle`: write dist/windows/: the folder, the ZIP, and the installer where makensis is there."""

import sys
from pathlib import Path
from typing import Final

from scripts.bundle import installer
from scripts.bundle.archive import NAME, write_folder, write_zip
from scripts.bundle.assemble import ROOT, bundle
from scripts.bundle.authenticode import NotSigned
from scripts.bundle.fetch import NotFetched, NotPinned
from scripts.bundle.licences import Unlicensed

from sopgen import VERSION

OUT: Final = ROOT / "dist" / "windows"


def main() -> None:
    try:
        files = bundle(VERSION)
    except (NotFetched, NotPinned, NotSigned, Unlicensed) as error:
        sys.exit(f"no bundle: {error}")
    OUT.mkdir(parents=True, exist_ok=True)
    write_folder(files, OUT / NAME)
    archive = OUT / f"sopgen-{VERSION}-windows.zip"
    write_zip(files, archive)
    _tell(archive)
    setup = installer.build(OUT / NAME, OUT, VERSION)
    if setup is None:
        print("no installer: makensis is missing (apt install nsis)")
    else:
        _tell(setup)


def _tell(path: Path) -> None:
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()
