; The installer for Windows. Inno Setup 6: https://jrsoftware.org/isinfo.php
;
;   iscc /DVersion=0.1.0 /DEdition=full installers\windows\lentigo.iss
;
; With a certificate, every program of ours and the installer are signed:
;
;   iscc /DSign "/Slentigo=signtool sign /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 /f $qcert.pfx$q $f" ...
;
; Silently:            lentigo-0.1.0-full-windows.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /LOG=install.log
; for this user only:  ... /CURRENTUSER      for all users (as administrator):  ... /ALLUSERS
; away again:          unins000.exe /VERYSILENT      with the user's cases and settings:  ... /DELETEDATA

#ifndef Version
  #error Name the version: /DVersion=0.1.0
#endif
#ifndef Edition
  #define Edition "full"
#endif
#ifndef Source
  #if Edition == "full"
    #define Source "..\..\dist\lentigo"
  #else
    #define Source "..\..\dist\slim\lentigo"
  #endif
#endif

[Setup]
AppId={{8D0B9B7E-6F1C-4E0F-9C55-2F7B8A0C3D41}
AppName=Lentigo
AppVersion={#Version}
AppVerName=Lentigo {#Version} ({#Edition})
AppPublisher=The Lentigo project
AppComments=For research and education; not a diagnosis; not a medical device.
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Lentigo
DefaultGroupName=Lentigo
DisableProgramGroupPage=yes
LicenseFile={#Source}\_internal\LICENSE
OutputDir=..\..\dist\installers
OutputBaseFilename=lentigo-{#Version}-{#Edition}-windows
SetupIconFile=..\..\build\lentigo.ico
UninstallDisplayIcon={app}\lentigo.exe
Compression=lzma2/normal
SolidCompression=yes
LZMANumBlockThreads=2
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
; Per user without asking for rights; /ALLUSERS or the first question installs for all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
; A running Lentigo is asked to end: its files cannot be replaced meanwhile.
CloseApplications=yes
RestartApplications=no
ChangesAssociations=yes
SetupLogging=yes
#ifdef Sign
SignTool=lentigo
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; Files of the version before: a library that is not used any more would be found first.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licences"

[Files]
#ifdef Sign
Source: "{#Source}\lentigo.exe"; DestDir: "{app}"; Flags: ignoreversion signonce
Source: "{#Source}\lentigo-cli.exe"; DestDir: "{app}"; Flags: ignoreversion signonce
Source: "{#Source}\*"; Excludes: "\lentigo.exe,\lentigo-cli.exe"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
#else
Source: "{#Source}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
#endif

[Icons]
Name: "{group}\Lentigo"; Filename: "{app}\lentigo.exe"
Name: "{autodesktop}\Lentigo"; Filename: "{app}\lentigo.exe"; Tasks: desktopicon

[Registry]
; Lentigo is offered under "Open with"; what opens pictures by default stays as it was.
Root: HKA; Subkey: "Software\Classes\Lentigo.Image"; ValueType: string; ValueData: "Picture for Lentigo"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Lentigo.Image\DefaultIcon"; ValueType: string; ValueData: "{app}\lentigo.exe,0"
Root: HKA; Subkey: "Software\Classes\Lentigo.Image\shell\open\command"; ValueType: string; ValueData: """{app}\lentigo.exe"" ""%1"""
#define Offer(str Ending) 'Root: HKA; Subkey: "Software\Classes\' + Ending + '\OpenWithProgids"; ValueType: string; ValueName: "Lentigo.Image"; ValueData: ""; Flags: uninsdeletevalue'
#emit Offer(".jpg")
#emit Offer(".jpeg")
#emit Offer(".png")
#emit Offer(".tif")
#emit Offer(".tiff")
#emit Offer(".bmp")
#emit Offer(".gif")
#emit Offer(".webp")
#emit Offer(".avif")
#emit Offer(".heic")
#emit Offer(".heif")
#emit Offer(".dcm")
#emit Offer(".dicom")
; Packages of an atlas are Lentigo's own kind of file.
Root: HKA; Subkey: "Software\Classes\Lentigo.Package"; ValueType: string; ValueData: "Labelled images for Lentigo"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Lentigo.Package\DefaultIcon"; ValueType: string; ValueData: "{app}\lentigo.exe,0"
Root: HKA; Subkey: "Software\Classes\Lentigo.Package\shell\open\command"; ValueType: string; ValueData: """{app}\lentigo.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.lentigo"; ValueType: string; ValueData: "Lentigo.Package"; Flags: uninsdeletevalue

[Run]
Filename: "{app}\lentigo.exe"; Description: "{cm:LaunchProgram,Lentigo}"; Flags: nowait postinstall skipifsilent

[Code]
var
  SelfTestFailed: Boolean;

procedure TestItself;
var
  Status: Integer;
begin
  if not Exec(ExpandConstant('{app}\lentigo-cli.exe'), 'self-test', '', SW_HIDE, ewWaitUntilTerminated, Status) then
    Status := -1;
  SelfTestFailed := Status <> 0;
  Log('Self-test: ' + IntToStr(Status));
  if SelfTestFailed then
    SuppressibleMsgBox('Lentigo was installed, but its self-test failed: it does not work here as it should. ' +
      'Run "lentigo-cli self-test" in its folder to see why.', mbError, MB_OK, IDOK);
end;

procedure CurStepChanged(CurStep: TSetupStep);
begin
  if CurStep = ssPostInstall then
    TestItself;
end;

{ What software distribution sees; 0 would say that all is well. }
function GetCustomSetupExitCode: Integer;
begin
  if SelfTestFailed then
    Result := 1
  else
    Result := 0;
end;

function AskedToDelete: Boolean;
var
  Index: Integer;
begin
  Result := False;
  for Index := 1 to ParamCount do
    if CompareText(ParamStr(Index), '/DELETEDATA') = 0 then
      Result := True;
  if not Result and not UninstallSilent then
    Result := MsgBox('Delete your cases, atlases and settings as well? They cannot be had back.' + #13#10#13#10 +
      'No: they stay on this computer, for a later installation.', mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES;
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if (CurUninstallStep = usPostUninstall) and AskedToDelete then begin
    DelTree(ExpandConstant('{localappdata}\lentigo'), True, True, True);
    DelTree(ExpandConstant('{userappdata}\Lentigo'), True, True, True);
    RegDeleteKeyIncludingSubkeys(HKCU, 'Software\Lentigo');
  end;
end;
