"""What the forms say that follow a task order: report, attendance, minutes, agreement, monitoring."""
