"""An office's register of numbers as its working folder has it: found, begun, compared with the letters, rebuilt."""
