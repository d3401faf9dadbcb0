# Run once as an administrator, in the folder of the program. The guide: docs/guide/ja/operations.md.
param(
  [string]$Program = (Resolve-Path "$PSScriptRoot\..\..").Path,
  [string]$Data = "$env:ProgramData\azukari"
)
$ErrorActionPreference = 'Stop'
$settings = Join-Path $Data 'azukari.env'
New-Item -ItemType Directory -Force -Path $Data, (Join-Path $Data 'log') | Out-Null
if (-not (Test-Path $settings)) {
  # A backslash before another letter would be read as a sign of its own.
  $folder = $Data -replace '\\', '/'
  Set-Content -Encoding ascii -Path $settings -Value "AZUKARI_DATA=$folder/data", "AZUKARI_LOG_DIR=$folder/log"
}

# LOCAL SERVICE has no password, may change nothing of the system, and is there before anybody signs in.
icacls $Data /inheritance:r /grant '*S-1-5-19:(OI)(CI)M' '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null
$principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-19' -LogonType ServiceAccount -RunLevel Limited

$node = Join-Path $Program 'node_modules\node\bin\node.exe'
$main = Join-Path $Program 'apps\api\dist\main.js'
$arguments = "--conditions=azukari-built --max-semi-space-size=8 --heap-growing-percent=15 --env-file=`"$settings`" `"$main`""
$action = New-ScheduledTaskAction -Execute $node -Argument $arguments -WorkingDirectory $Program

# A task that ended is not begun again by itself: it is asked for every minute, and while it runs nothing happens.
$start = New-ScheduledTaskTrigger -AtStartup
$again = New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes 1)
$rules = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -StartWhenAvailable -Priority 4
Register-ScheduledTask -Force -TaskName 'Azukari' -Action $action -Trigger $start, $again -Settings $rules -Principal $principal | Out-Null

# While it sleeps nobody can record anything.
powercfg /change standby-timeout-ac 0
powercfg /change hibernate-timeout-ac 0
Start-ScheduledTask -TaskName 'Azukari'
