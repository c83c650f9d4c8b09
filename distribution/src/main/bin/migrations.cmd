@echo off
rem Runs the migrations program: finds a JDK, and hands over.
setlocal
set "jar=%~dp0..\lib\migrations-app.jar"
if not exist "%jar%" (
    echo migrations: cannot read "%jar%" 1>&2
    exit /b 1
)
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j" == "" set "java=%%~$PATH:j"
if not defined java goto missing
set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1" ^| findstr /c:" version "') do if not defined version set "version=%%~v"
for /f "delims=.-+" %%f in ("%version%") do set "feature=%%f"
if not defined feature goto missing
if %feature% lss 17 goto missing
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -jar "%jar%" %*
exit /b %errorlevel%

:missing
echo migrations: needs a JDK of version 17 or later; looked at JAVA_HOME and at java on PATH. 1>&2
echo Install one, or set JAVA_HOME. 1>&2
exit /b 2
