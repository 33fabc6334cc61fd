"""A register as sopgen made it before offices stood in its keys, to be brought to the form of now."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sopgen.register.database import connect, transaction

FORM_1 = """
CREATE TABLE penghitung (tahun INTEGER NOT NULL, terakhir INTEGER NOT NULL, PRIMARY KEY (tahun));
CREATE TABLE nomor (
  tahun INTEGER NOT NULL, urut INTEGER NOT NULL, nomor VARCHAR(200) NOT NULL, keadaan VARCHAR(20) NOT NULL,
  kunci VARCHAR(64), perihal TEXT NOT NULL, tanggal DATE, alasan TEXT NOT NULL, sidik VARCHAR(64) NOT NULL,
  PRIMARY KEY (tahun, urut), UNIQUE (kunci)
);
CREATE TABLE personel (
  id INTEGER NOT NULL, tahun INTEGER NOT NULL, urut INTEGER NOT NULL, orang VARCHAR(200) NOT NULL,
  tanggal DATE NOT NULL, PRIMARY KEY (id), UNIQUE (tahun, urut, orang)
);
CREATE INDEX ix_personel_orang ON personel (orang);
INSERT INTO penghitung VALUES (2025, 7), (2026, 4);
INSERT INTO nomor VALUES
  (2025, 7, 'Sprin/7/XII/2025', 'terbit', 'k7', 'lama', '2025-12-30', '', 'd7'),
  (2026, 1, 'Sprin/1/I/2026', 'terbit', 'k1', 'satu', '2026-01-05', '', 'd1'),
  (2026, 2, 'Sprin/2/I/2026', 'batal', NULL, 'dua', '2026-01-06', 'salah', ''),
  (2026, 3, 'Sprin/3/..../2026', 'dicadangkan', NULL, 'blangko', NULL, '', ''),
  (2026, 4, 'Sprin/4/II/2026', 'diberikan', 'k4', 'empat', '2026-02-01', '', '');
INSERT INTO personel VALUES (1, 2026, 1, '00000001', '2026-01-05'), (2, 2026, 4, '00000001', '2026-02-01');
"""


def write_v1(path: Path) -> None:
    """Write a register of form 1 with numbers in every state."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as made:
        made.executescript(f"PRAGMA journal_mode=WAL;{FORM_1}")


def write_v1_on_server(url: str) -> None:
    """Write the same register into a PostgreSQL that holds nothing else, as SQLAlchemy made it there."""
    engine = connect(url, "rw")
    with transaction(engine) as connection:
        for statement in ("DROP SCHEMA public CASCADE", "CREATE SCHEMA public", *FORM_1.split(";\n")):
            if statement.strip():
                connection.exec_driver_sql(statement.replace("id INTEGER NOT NULL", "id SERIAL NOT NULL"))
    engine.dispose()
