"""The fields of the blank task order: what they are called, and where its files are among those made."""

ACTIVITIES = ("A", "B", "C")
LINES = [
    "Nomor Sprin",
    "Nomor Sprin (2)",
    "Nomor Sprin (3)",
    "Nomor Sprin 20",
    "Tugas mulai tanggal",
    "Tugas mulai tanggal s.d.",
    "Pukul",
    "WITA bertempat di",
    "Pada tanggal",
    "Tembusan 1",
    "Tembusan 2",
]
CELLS = [f"{head} {row}" for row in range(1, 6) for head in ("Nama", "Pangkat/NRP", "Jabatan", "Ket")]
LABELS = [*LINES[:4], *CELLS, *LINES[4:]]


def isian(made: dict[str, bytes], activity: str, ending: str) -> bytes:
    return made[f"forms/surat-perintah-tugas-{activity}-isian.{ending}"]


def blangko(plain: dict[str, bytes], activity: str, ending: str) -> bytes:
    return plain[f"forms/surat-perintah-tugas-{activity}.{ending}"]


def name_of(label: str) -> str:
    return label.replace(".", "")
