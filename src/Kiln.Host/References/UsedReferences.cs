using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host.Requests;

namespace Kiln.Host.References;

/// <summary>What a pipeline uses outside of its own project: of projects the code it reaches, of packages the version.</summary>
static class UsedReferences
{
    public static IReadOnlyList<LockedReference> Find(PipelineDefinition pipeline, IReadOnlyList<Reference> references)
    {
        var known = references.Where(reference => !ProjectContext.IsShared(reference.Name))
            .DistinctBy(reference => reference.Name)
            .ToDictionary(reference => reference.Name);
        var uses = pipeline.Uses.Select(use => use.Split('|', 2))
            .Where(use => known.ContainsKey(use[0]))
            .ToLookup(use => use[0], use => use[1]);
        if (uses.Count == 0)
            return [];
        var projects = new Dictionary<string, CodeFile>();
        try
        {
            foreach (var reference in known.Values.Where(reference => !reference.IsPackage && Path.GetExtension(reference.Path) == ".dll"))
                if (CodeFile.Open(reference.Path) is { } project)
                    projects.Add(reference.Name, project);
            var code = new ReachedCode(projects);
            foreach (var used in uses.Where(used => projects.ContainsKey(used.Key)))
                foreach (var id in used)
                    code.Add(projects[used.Key], id);
            var packages = uses.Select(used => used.Key).Concat(code.Named).Distinct()
                .Where(name => known.TryGetValue(name, out var reference) && reference.IsPackage);
            return [.. code.Hashes.Select(hash => new LockedReference(hash.Key, hash.Value))
                .Concat(packages.Select(name => new LockedReference(name, known[name].Package)))
                .OrderBy(reference => reference.Assembly, StringComparer.Ordinal)];
        }
        finally
        {
            foreach (var project in projects.Values)
                project.Dispose();
        }
    }
}
