"""Old SOPs as workbooks: cells, and shapes drawn over them."""
