"""What need not be made again: editions whose outputs stand as they would come out, told without reading a spec."""
