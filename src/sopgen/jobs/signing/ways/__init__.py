"""The ways to sign: the official's own key (PAdES, CMS), and BSrE's service."""
