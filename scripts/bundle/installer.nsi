; The installer of the Windows bundle. Defined from outside: VERSION, FOLDER (the bundle), TARGET (the .exe to write),
; PICTURE (at the left of its first and last page).
; A 64-bit one, as the program is; it also runs where there is no 32-bit part of Windows.
Target amd64-unicode
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave off

!include MUI2.nsh
!define NAME "sopgen – SOP & Surat Perintah"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\sopgen"

; An & in a name on a window underlines the next letter unless it is doubled.
Name "${NAME}" "sopgen – SOP && Surat Perintah"
OutFile "${TARGET}"
; One fixed place: the uninstaller deletes only what lies there, never a folder that the user chose.
InstallDir "$LOCALAPPDATA\Programs\sopgen"
BrandingText "sopgen ${VERSION}"

!define MUI_ICON "${FOLDER}/program/sopgen.ico"
!define MUI_UNICON "${FOLDER}/program/sopgen.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\sopgen.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Jalankan sopgen"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_WELCOMEPAGE_TITLE "sopgen ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "sopgen dipasang untuk Anda sendiri, tanpa hak administrator, di:$\r$\n$INSTDIR$\r$\n$\r$\n\
SOP dan surat Anda tidak disentuh: semuanya ada di folder kerja Anda. Versi lama diganti.$\r$\n$\r$\nTekan Instal \
untuk mulai."
!define MUI_FINISHPAGE_TITLE "sopgen terpasang"
!define MUI_FINISHPAGE_TEXT "sopgen ada di menu Start dan di desktop. Datanya disimpan di folder kerja yang Anda pilih."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

; Deletes the program and nothing else: a file that somebody put beside it stays, and its folder with it.
!macro DeleteProgram
  RMDir /r "$INSTDIR\program"
  Delete "$INSTDIR\sopgen.exe"
  Delete "$INSTDIR\sopgen.cmd"
  Delete "$INSTDIR\sopgen.pth"
  Delete "$INSTDIR\python313.dll"
  Delete "$INSTDIR\python313._pth"
  Delete "$INSTDIR\vcruntime140.dll"
  Delete "$INSTDIR\BACA-SAYA.txt"
!macroend

; A program that runs can not be replaced: its library is asked first, before anything is deleted.
!macro AskToClose
  again:
  IfFileExists "$INSTDIR\program\python313.dll" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\program\python313.dll" a
  IfErrors 0 close
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "sopgen masih berjalan. Tutup dulu sopgen, lalu coba lagi." /SD IDCANCEL IDRETRY again
  Abort
  close:
  FileClose $0
  free:
!macroend

Section
  SetShellVarContext current
  !insertmacro AskToClose
  !insertmacro DeleteProgram
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\hapus-sopgen.exe"
  ; What a shortcut starts begins in the user's documents, not in the folder of the program.
  SetOutPath "$DOCUMENTS"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\sopgen.exe" "" "$INSTDIR\program\sopgen.ico"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\sopgen.exe" "" "$INSTDIR\program\sopgen.ico"
  CreateShortcut "$SMPROGRAMS\sopgen – baris perintah.lnk" "$SYSDIR\cmd.exe" '/k "set PATH=$INSTDIR;%PATH%"' "$INSTDIR\program\sopgen.ico"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\program\sopgen.ico"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\hapus-sopgen.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\hapus-sopgen.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  SetShellVarContext current
  !insertmacro AskToClose
  !insertmacro DeleteProgram
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$SMPROGRAMS\sopgen – baris perintah.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  RMDir /r "$LOCALAPPDATA\sopgen\pyc"
  RMDir "$LOCALAPPDATA\sopgen"
  Delete "$INSTDIR\hapus-sopgen.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
