namespace Kiln.Host.Requests;

/// <summary>A build that may write neither contract nor lock, as on a build server.</summary>
static class LockedBuild
{
    public const string WhatToDo = "run dotnet build -p:KilnLocked=false on a developer's machine, review and commit what it writes";
}
