"""The files of rosters: bytes of CSV, packages of XLSX, each within its bounds, to rows of cells."""
