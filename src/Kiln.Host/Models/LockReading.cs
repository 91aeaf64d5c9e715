using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Models;

/// <summary>
/// Reads the lock beside a model. One that a merge left with conflicts is taken with what both sides released; this build writes the rest.
/// </summary>
sealed class LockReading(Request request, Output output)
{
    /// <returns>Null when there is none.</returns>
    /// <exception cref="BuildException">The lock cannot be read; it is never taken for a missing one.</exception>
    public ModelLock? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        try
        {
            if (MergedLock.Read(text, out var line) is not { } merged)
                return LockJson.Read(text);
            if (request.Locked)
                throw new BuildException(path, line, 1, Ids.LockUnreadable, $"the lock has merge conflicts, and a locked build does not repair them; {LockedBuild.WhatToDo}");
            output.Report(new(path, line, 1, Ids.LockUnreadable,
                "the lock had merge conflicts; the build keeps the released versions of both sides and writes the rest again: review and commit it",
                IsWarning: true));
            return merged;
        }
        catch (ReleasedTwiceException e)
        {
            throw new BuildException(path, e.Line, 1, Ids.LockUnreadable, e.Describe(Path.GetFileName(path)));
        }
        catch (NewerFormatException e)
        {
            throw new BuildException(path, e.Line, e.Column, Ids.LockUnreadable,
                $"the lock was written by a newer Kiln: {e.Message}; update the package Kiln to the version that wrote it, or a later one");
        }
        catch (JsonFormatException e)
        {
            throw new BuildException(path, e.Line, e.Column, Ids.LockUnreadable,
                $"the lock cannot be read: {e.Message}; restore it from version control (what it says of released versions exists nowhere else)");
        }
    }
}
