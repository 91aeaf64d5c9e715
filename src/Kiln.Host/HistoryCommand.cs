using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Packages;
using Kiln.Host.Reports;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>
/// Which version of a model was in which version of the package, and who uses that. It is read from the packages themselves: a lock that said it
/// would have to change when it is packed, which is done by locked builds, of a release that never changes.
/// </summary>
sealed class HistoryCommand(Request request, Output output)
{
    public void Run()
    {
        var packages = KnownPackages.Find(request.Package, request.PackageRoot, request.PackageOutput);
        var uses = PackageUses.Find(PackageUses.Root(request.Directory), request.Package);
        var text = new StringBuilder($"# History of {MarkdownText.Escape(request.Package)}\n");
        foreach (var model in ChosenModels.Of(AssemblyDefinitions.Read(AssemblyDefinitions.Texts(request.Assembly)), request))
            Append(text, model, new LockReading(request, output).Read(DuplicateModels.LockPath(model, request.Directory)), packages, uses);
        foreach (var (project, version) in uses.Where(use => !packages.Any(package => IsVersion(package, use.Version))))
            text.Append($"\n- {MarkdownText.Escape($"{project} uses package {version}")}, which is not on this machine: restore it, or put it into the package output folder\n");
        AtomicFile.WriteIfChanged(Path.Combine(request.Output, "history.md"), text.ToString(), request.Temporary);
    }

    static void Append(StringBuilder text, ModelDefinition model, ModelLock? locked, IReadOnlyList<PackageFile> packages, IReadOnlyList<(string Project, string Version)> uses)
    {
        text.Append($"\n## {model.Name}\n\n");
        var released = locked?.Released ?? [];
        var packed = packages.SelectMany(package => package.Models.Where(other => other.Type == model.Type).Select(other => (Package: package, Model: other))).ToList();
        string[] versions = [.. released.Select(release => release.Version).Concat(packed.Select(other => other.Model.Version)).Distinct().OrderByDescending(SemanticVersion.Parse)];
        if (versions.Length == 0)
        {
            text.Append("Nothing was released or packed: dotnet build -t:KilnRelease, then dotnet pack\n");
            return;
        }
        MarkdownTable.Write(text, ["version", "released", "commit", "in package", "used by"], versions.Select(Row), ..0);

        string[] Row(string version)
        {
            var release = released.FirstOrDefault(release => release.Version == version);
            var holding = packed.Where(other => other.Model.Version == version).ToList();
            var users = uses.Where(use => holding.Exists(other => IsVersion(other.Package, use.Version))).Select(use => $"{use.Project} ({use.Version})");
            return
            [
                version, release is null ? "no" : release.Provenance?.Date ?? "yes", release?.Provenance?.Commit?[..Math.Min(8, release.Provenance.Commit.Length)] ?? "",
                string.Join(", ", holding.Select(other => other.Package.Version + Note(other.Model))), string.Join(", ", users),
            ];

            string Note(PackedModel other) => release is null ? " (not released)" : other.Difference(release) is { } difference ? $" (not as released: {difference})" : "";
        }
    }

    static bool IsVersion(PackageFile package, string version) => string.Equals(package.Version, version, StringComparison.OrdinalIgnoreCase);
}
