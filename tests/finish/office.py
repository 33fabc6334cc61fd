"""LibreOffice accepts or rejects all tracked changes for real, and prints what is left."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

ACCEPT, REJECT, SHOW = "AcceptAllTrackedChanges", "RejectAllTrackedChanges", "-"
TIMEOUT_S = 240
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(list As String)
  On Error Goto Done
  Dim line As String
  Open list For Input As #1
  Do While Not Eof(1)
    Line Input #1, line
    Print_one(Split(line, "|"))
  Loop
Done:
  If Err Then
    Open list + ".fault" For Output As #2
    Print #2, Error
    Close #2
  End If
  StarDesktop.terminate()
End Sub

Sub Print_one(job)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim document As Object
  document = StarDesktop.loadComponentFromURL(job(1), "_blank", 0, hidden())
  Dim dispatcher As Object
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  If job(0) &lt;&gt; "-" Then
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + job(0), "", 0, Array())
  End If
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "writer_pdf_Export"
  document.storeToURL(job(2), saved())
  document.close(True)
End Sub
</script:module>
"""


def printed(jobs: Mapping[tuple[str, str], bytes], folder: Path) -> dict[tuple[str, str], bytes]:
    """Return the PDF of each job (a name, and what is done with the changes) as LibreOffice makes it."""
    profile = folder / "profile"
    start = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    # The first start fills the profile, with an empty module of this name.
    subprocess.run([*start, "--terminate_after_init"], capture_output=True, timeout=TIMEOUT_S, check=False)
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(MACRO, encoding="utf-8")
    lines, made = [], {}
    for n, ((name, command), docx) in enumerate(jobs.items()):
        source, made[name, command] = folder / f"{n}.docx", folder / f"{n}.pdf"
        source.write_bytes(docx)
        lines.append(f"{command}|{source.as_uri()}|{made[name, command].as_uri()}")
    listed = folder / "jobs.txt"
    listed.write_text("\n".join(lines), encoding="utf-8")
    macro = f'macro:///Standard.Module1.Settle("{listed}")'
    subprocess.run([*start, macro], capture_output=True, timeout=TIMEOUT_S, check=False)
    fault = listed.with_suffix(".txt.fault")
    assert not fault.exists(), fault.read_text("utf-8")
    return {key: path.read_bytes() for key, path in made.items()}
