"""Naskah: what the screen asks beside the edition that is written: which there are, the laws, the open reasons."""
