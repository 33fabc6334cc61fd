"""The heads of other forms than that of Permenpan RB 35/2012."""
