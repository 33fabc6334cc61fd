@echo off
rem sopgen untuk baris perintah: sopgen.cmd build, sopgen.cmd check, ...
setlocal
if not defined SOPGEN_LANG set SOPGEN_LANG=id
"%~dp0program\python.exe" -X utf8 -m sopgen %*
exit /b %errorlevel%
