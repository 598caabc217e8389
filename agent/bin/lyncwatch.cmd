@echo off
rem Starts Lyncwatch: finds a JDK, builds on first use and after changes, runs the agent.
rem   LYNCWATCH_JAVA_HOME  the JDK to use       LYNCWATCH_JAVA_OPTS  further options for the JVM
rem Exits with 3 if it cannot. Delayed expansion stays off: it would take the exclamation marks out of arguments.
setlocal EnableExtensions DisableDelayedExpansion

set "least=25"
for %%I in ("%~dp0..") do set "agent=%%~fI"
for %%I in ("%agent%\..") do set "root=%%~fI"
set "target=%agent%\app\target"
set "jar=%target%\lyncwatch.jar"
set "cache=%target%\lyncwatch.aot"
set "options=@"%agent%\bin\lyncwatch.jvm""
set "training=reasons --output json"

call :find_jdk
if not defined jdk call :say needs JDK %least% or newer and found none: install it, for example Eclipse Temurin from https://adoptium.net, or set LYNCWATCH_JAVA_HOME
if not defined jdk exit /b 3
if defined LYNCWATCH_JAVA_HOME if not "%jdk%"=="%LYNCWATCH_JAVA_HOME%" call :say LYNCWATCH_JAVA_HOME is passed over: there is no JDK %least% or newer in it

set "why="
set "failed="
call :look_for_changes
if defined stale call :prepare
if defined failed exit /b 3
if not exist "%jar%" call :say is not built yet, and %why%
if not exist "%jar%" exit /b 3
if defined why call :say runs as it was built, older than its sources: %why%

set "cached="
if exist "%cache%" set "cached="-XX:AOTCache=%cache%""
"%jdk%\bin\java.exe" %options% %LYNCWATCH_JAVA_OPTS% %cached% "-Dlyncwatch.command=%~f0" -jar "%jar%" %*
exit /b %ERRORLEVEL%


:say
>&2 echo lyncwatch: %*
exit /b 0


rem The first folder with a JDK that is new enough, in jdk.
:find_jdk
set "jdk="
if defined LYNCWATCH_JAVA_HOME call :try_jdk "%LYNCWATCH_JAVA_HOME%"
if not defined jdk if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for %%I in (java.exe) do set "java=%%~$PATH:I"
if not defined jdk if defined java call :try_jdk_of "%java%"
for %%V in ("Eclipse Adoptium" Java Microsoft Zulu "Amazon Corretto" BellSoft Semeru) do call :try_vendor "%ProgramFiles%\%%~V"
for %%V in ("Eclipse Adoptium" Java Microsoft Zulu "Amazon Corretto" BellSoft Semeru) do call :try_vendor "%LOCALAPPDATA%\Programs\%%~V"
exit /b 0


:try_jdk_of
for %%I in ("%~dp1..") do call :try_jdk "%%~fI"
exit /b 0


:try_vendor
if not exist "%~1\" exit /b 0
pushd "%~1"
for /d %%D in (*) do call :try_jdk "%%~fD"
popd
exit /b 0


rem The release file of a JDK tells its version without starting it.
:try_jdk
if defined jdk exit /b 0
if not exist "%~1\bin\java.exe" exit /b 1
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "found="
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set "found=%%~B"
if not defined found exit /b 1
for /f "delims=.-+_ " %%M in ("%found%") do set "found=%%M"
if %found% LSS %least% exit /b 1
set "jdk=%~1"
exit /b 0


rem Sets stale if there is no jar or a source is newer. Batch files cannot compare times; where PowerShell cannot be
rem asked either, what was built is taken as it is.
:look_for_changes
set "stale="
if not exist "%jar%" set "stale=1"
if defined stale exit /b 0
powershell -NoLogo -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:jar).LastWriteTimeUtc; $sources = 'pom.xml', 'agent/app/pom.xml', 'agent/discovery/pom.xml', 'agent/lab/pom.xml', 'agent/app/src/main', 'agent/discovery/src/main', 'agent/lab/src/main' | ForEach-Object { Get-Item -LiteralPath (Join-Path $env:root $_); Get-ChildItem -LiteralPath (Join-Path $env:root $_) -Recurse -Force }; if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 10 }" >nul 2>nul
if %ERRORLEVEL% EQU 10 set "stale=1"
exit /b 0


rem Builds, or says in why it could not; sets failed if it tried and failed.
:prepare
set "maven="
for %%I in (mvn.cmd mvn.bat mvn.exe) do if not defined maven if not "%%~$PATH:I"=="" set "maven=%%~$PATH:I"
if not defined maven set "why=building it needs Maven 3.8.7 or newer: install it"
if not defined maven exit /b 0
if not exist "%target%\" mkdir "%target%" 2>nul
call :try_to_write 2>nul
if defined why exit /b 0
call :say building once, which takes some minutes ...
set "waited=0"

rem One builds, the others wait for it. What is printed into a file keeps others from opening it for writing, until the
rem printing ends. Inside there is no one to talk to, so what came of it is told afterwards.
:wait_for_lock
set "held="
call :try_to_lock 2>nul
if defined failed goto build_failed
if defined held exit /b 0
set /a waited+=1
if %waited% GEQ 1800 goto waited_in_vain
rem Waits a second; timeout would want a console.
ping -n 2 127.0.0.1 >nul
goto wait_for_lock

:build_failed
>&2 type "%target%\build.log"
call :say the build failed, see above; end a running agent first, as Windows keeps its files from being replaced
exit /b 0

:waited_in_vain
call :say another build did not end within half an hour
set "failed=1"
exit /b 0


:try_to_write
set "why=this user may not write to agent\app\target"
rem Others may try at the same moment, and must not delete this one's file.
set "trial=%target%\.writable-%RANDOM%-%RANDOM%"
echo yes>"%trial%"
if not exist "%trial%" exit /b 0
del "%trial%"
set "why="
exit /b 0


:try_to_lock
call :build_under_lock >"%target%\.build-lock"
exit /b 0


:build_under_lock
set "held=1"
call :look_for_changes
if defined stale call :build
exit /b 0


:build
del /q "%jar%" "%target%\lib\lyncwatch-*.jar" 2>nul
pushd "%root%"
setlocal
set "JAVA_HOME=%jdk%"
set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
call "%maven%" -B -ntp -q -Dstyle.color=never -pl agent/app -am package -DskipTests >"%target%\build.log" 2>&1
endlocal & set "result=%ERRORLEVEL%"
popd
if not "%result%"=="0" set "failed=1"
if not defined failed call :train
exit /b 0


rem A cache of loaded and linked classes, which makes the start quicker. Nothing depends on it.
:train
del /q "%cache%" "%cache%.conf" 2>nul
"%jdk%\bin\java.exe" %options% -XX:AOTMode=record "-XX:AOTConfiguration=%cache%.conf" -jar "%jar%" %training% >nul 2>nul
if %ERRORLEVEL% EQU 0 "%jdk%\bin\java.exe" %options% -XX:AOTMode=create "-XX:AOTConfiguration=%cache%.conf" "-XX:AOTCache=%cache%" -jar "%jar%" %training% >nul 2>nul
if %ERRORLEVEL% NEQ 0 del /q "%cache%" 2>nul
del /q "%cache%.conf" 2>nul
exit /b 0
