"""Files of the office that are written at the desk as an edition is: the unit, the looks."""
