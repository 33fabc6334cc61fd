"""Rules over acts: what a step says, makes and needs beside the shape of the flow."""
