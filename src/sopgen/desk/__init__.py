"""The desk: sopgen in the browser, for who knows Word and Excel. It asks the jobs, as the command line does."""
