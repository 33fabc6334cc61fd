"""What a person can ask for, one module or folder a job; both doors call these and nothing below that decides."""
