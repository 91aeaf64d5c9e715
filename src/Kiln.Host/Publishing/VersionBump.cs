using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Requests;

namespace Kiln.Host.Publishing;

/// <summary>Writes the version that is due into the source, in place of the literal that the compiler saw there, and changes nothing else of the file.</summary>
sealed class VersionBump(Request request, Output output)
{
    /// <exception cref="BuildException">A higher version is due and cannot be written.</exception>
    public void Raise(ModelPlan plan, VersionVerdict verdict)
    {
        if (verdict is not { Problem: not null, Lowest: { } due })
            return;
        var (attribute, change) = (plan.Definition.Location, $"Version of '{plan.Name}': {plan.Version} → {due}");
        if (request.Locked)
            throw At(attribute, Ids.LockedBuild, $"the build is locked and may not change {change}; {LockedBuild.WhatToDo}");
        if (plan.Definition.VersionLiteral is not { } literal)
            throw At(attribute, Ids.VersionNotRaised,
                $"a build cannot change {change}, because it is no plain string literal in [Model]; write \"{due}\" where it is declared");
        var path = Path.GetFullPath(literal.File, request.Directory);
        var source = File.ReadAllBytes(path);
        if (SourceText.Replace(source, literal.Line, literal.Column, $"\"{plan.Version}\"", $"\"{due}\"") is not { } raised)
            throw At(literal, Ids.VersionNotRaised, $"a build cannot change {change}, because \"{plan.Version}\" is not here any more; build again, or write \"{due}\"");
        AtomicFile.WriteIfChanged(path, raised, request.Temporary);
        output.Show($"{change} in {Path.GetRelativePath(request.Directory, path)}");
    }

    BuildException At(Location place, string id, string message) => new(Path.GetFullPath(place.File, request.Directory), place.Line, place.Column, id, message);
}
