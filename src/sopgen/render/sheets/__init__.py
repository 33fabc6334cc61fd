"""Tables to workbooks that Excel and LibreOffice open and print."""
