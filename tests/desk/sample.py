"""What the tests of letters paste: a block of twelve people as a clerk copies it, clean and with slips."""

WHO = (
    ("Budi", "Bripka."),
    ("Sitti", "AIPDA"),
    ("Rahmat", "bripka"),
    ("Dewi", "Briptu"),
    ("Andi", "Brigpol"),
    ("Yusuf", "Aiptu"),
    ("Hasan", "Bripda"),
    ("Nurul", "Bripka"),
    ("Agus", "Briptu"),
    ("Ridwan", "Bripda"),
    ("Fitri", "Aipda"),
    ("Joko", "Bripka"),
)
POST = "Ba Unit Binpolmas"
PEOPLE = [[f"{name} Contoh", rank, str(80010000 + n), POST, "", ""] for n, (name, rank) in enumerate(WHO, 1)]
CLEAN = "\n".join(
    [
        "DAFTAR NAMA PERSONEL\t\t\t\t\t",
        "SATBINMAS\t\t\t\t\t",
        "\t\t\t\t\t",
        "No\tNama\tPangkat\tNRP\tJabatan\tKet",
        *(f"{n}\t{name}  \t{rank}\t{nrp}\t{post}\t" for n, (name, rank, nrp, post, *_) in enumerate(PEOPLE, 1)),
        "\t\t\t\t\t",
        "Jumlah\t12 orang\t\t\t\t",
        "\t\t\t\tGorontalo, 27 November 2026\t",
        "\t\t\t\tKASAT BINMAS\t",
        "",
    ]
)
SLIPS = CLEAN.replace("Bripka.", "Bribka.").replace("80010003", "4010003").replace("80010008", "80010007")
