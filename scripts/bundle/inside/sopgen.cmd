@echo off
rem sopgen untuk baris perintah: sopgen.cmd build, sopgen.cmd check, ...
"%~dp0program\python.exe" -X utf8 -m sopgen %*
exit /b %errorlevel%
