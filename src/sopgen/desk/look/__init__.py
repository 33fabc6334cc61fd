"""Rupa: the sizes and distances of what is printed, by the rupa.yaml of each template folder."""
