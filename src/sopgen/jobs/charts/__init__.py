"""The drawings of an edition: asked for, drawn, kept."""
