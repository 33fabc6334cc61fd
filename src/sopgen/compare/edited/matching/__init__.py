"""Which text of the edited document is which of the issued one."""
