using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Packages;
using Kiln.Host.Publishing;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>Before the models of a library are packed: what version the package gets from them, and whether they are what their versions were released as.</summary>
sealed class PackCommand(Request request, Output output)
{
    public void Run()
    {
        var definitions = AssemblyDefinitions.Read(AssemblyDefinitions.Texts(request.Assembly));
        if (request.Locked)
            foreach (var definition in definitions)
                output.Try(() => CheckReleased(definition));
        if (request.PackageVersion.Length > 0)
            AtomicFile.WriteIfChanged(Path.Combine(request.Output, "package.version"), Built(Chosen(definitions)).Version, request.Temporary);
    }

    /// <summary>What lies there may be of an earlier build: what is packed is held against the lock, not what would be built.</summary>
    void CheckReleased(ModelDefinition definition)
    {
        var path = DuplicateModels.LockPath(definition, request.Directory);
        var model = Built(definition);
        var version = SemanticVersion.Parse(model.Version);
        var release = new LockReading(request, output).Read(path)?.Released.FirstOrDefault(release => SemanticVersion.Parse(release.Version)?.CompareTo(version) == 0);
        if (release is null || model.Difference(release) is not { } difference)
            return;
        var (line, column) = LockPlace.Find(path, "version");
        throw new BuildException(path, line, column, Ids.ReleasedOtherwise,
            $"what would be packed as version {model.Version} of '{model.Name}' is not what was released as that ({difference}), and what is released never changes; "
            + "build again before packing, or raise Version and release it (-t:KilnRelease -p:KilnBump=true)");
    }

    PackedModel Built(ModelDefinition definition)
    {
        var manifest = Path.Combine(request.Output, "models", ModelFileName.Format(definition.Type) + PackedModel.Ending);
        return (File.Exists(manifest) ? PackedModel.Read(File.ReadAllBytes(manifest)) : null)
            ?? throw new BuildException(Path.GetFullPath(definition.Location.File, request.Directory), definition.Location.Line, definition.Location.Column, Ids.NothingTrainedYet,
                $"there is no model of '{definition.Name}' to pack; build this configuration before packing");
    }

    ModelDefinition Chosen(IReadOnlyList<ModelDefinition> definitions)
    {
        var names = string.Join(", ", definitions.Select(definition => definition.Name));
        var asked = request.PackageVersion;
        if (definitions.Count == 0)
            throw Refuse($"KilnPackageVersion is '{asked}', but this project declares no model whose version a package could have");
        if (string.Equals(asked, "true", StringComparison.OrdinalIgnoreCase))
            return definitions.Count == 1 ? definitions[0]
                : throw Refuse($"KilnPackageVersion is '{asked}', but this project has the models {names}; say whose version the package has: KilnPackageVersion={definitions[0].Name}");
        return definitions.FirstOrDefault(definition => definition.Name == asked || definition.Type == asked)
            ?? throw Refuse($"KilnPackageVersion names '{asked}', which is no model of this project{Nearest.Hint(asked, definitions.Select(definition => definition.Name))}; use one of {names}, or true if there is only one");
    }

    BuildException Refuse(string what) => new(request.Project, 0, 0, Ids.UnknownTrainMode, what);
}
