using Kiln.Contracts;
using Kiln.Contracts.Locks;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Requests;

namespace Kiln.Host.Publishing;

/// <summary>
/// Writes locks; in a locked build refuses to, and shows what would differ. Where the schema lies is no fact of a model: a lock that names another
/// one, or none because an earlier version of Kiln wrote it, is not written for that alone.
/// </summary>
sealed class LockFile(Request request, Output output)
{
    /// <exception cref="BuildException">The build is locked and the lock is not as it would be written.</exception>
    public void Write(ModelPlan plan, ModelLock now)
    {
        var kept = LockJson.Write(now with { Schema = plan.Lock?.Schema });
        if (request.Locked)
            Hold(plan, now, kept);
        else
            AtomicFile.WriteIfChanged(plan.LockPath, LockJson.Write(now), request.Temporary, alternative: kept);
    }

    void Hold(ModelPlan plan, ModelLock now, string text)
    {
        var path = Path.GetRelativePath(request.Directory, plan.LockPath);
        if (plan.Lock is null)
        {
            var (file, at, column) = plan.Definition.Location;
            throw new BuildException(Path.GetFullPath(file, request.Directory), at, column, Ids.LockedBuild,
                $"the build is locked and may not write the lock of '{plan.Name}': "
                + $"{path}: missing → version {now.Version}, artifact {Difference.Short(now.Artifact)}; {LockedBuild.WhatToDo}");
        }
        var there = File.ReadAllLines(plan.LockPath);
        if (FirstDifference(there, text.TrimEnd('\n').Split('\n')) is not { } line)
            return;
        var differences = LockComparison.Compare(plan.Lock, now);
        foreach (var difference in differences)
            output.Say($"  {path}: {difference}");
        var indent = line < there.Length ? there[line].Length - there[line].TrimStart().Length : 0;
        throw new BuildException(plan.LockPath, line + 1, indent + 1, Ids.LockedBuild,
            $"the build is locked and may not change the lock of '{plan.Name}': {Summary(differences)}; {LockedBuild.WhatToDo}");
    }

    /// <summary>The index of the first line that differs; null when there is none.</summary>
    static int? FirstDifference(string[] there, string[] now)
    {
        for (var i = 0; i < Math.Max(there.Length, now.Length); i++)
            if (i >= there.Length || i >= now.Length || there[i] != now[i])
                return i;
        return null;
    }

    static string Summary(IReadOnlyList<Difference> differences) => differences.Count switch
    {
        0 => "it holds the same facts but is not written as the build writes it",
        1 => $"{differences[0]}",
        _ => $"{differences[0]}, and {differences.Count - 1} more",
    };
}
