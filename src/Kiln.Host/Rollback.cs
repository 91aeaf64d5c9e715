using Kiln.Contracts;
using Kiln.Contracts.Releases;
using Kiln.Host.Diagnostics;
using Kiln.Host.Models;
using Kiln.Host.Publishing;
using Kiln.Host.Requests;
using Kiln.Host.Store;

namespace Kiln.Host;

/// <summary>Ships a model as it was released (<c>KilnVersion</c>), from the store: without its data, without a training, and without a change to the lock.</summary>
sealed class Rollback(Request request, Output output, ArtifactStore store, Publisher publisher)
{
    /// <summary>What code that was compiled for another one could not load, or not call.</summary>
    static readonly string[] Compiled = ["definition", "task", "label", "classes", "inputs", "outputs"];

    /// <exception cref="BuildException">There is no such release, the code is not the released one's, or the store does not have it.</exception>
    /// <returns>The files that ship.</returns>
    public IReadOnlyList<string> Run(ModelPlan plan)
    {
        var released = plan.Lock?.Released ?? [];
        if (released.FirstOrDefault(release => release.Version == request.Version) is not { } release)
            throw new BuildException(plan.Lock is null ? request.Project : plan.LockPath, 0, 0, Ids.ModelNotToBeHad,
                $"'{plan.Name}' was never released as {request.Version}{(released.Count == 0 ? "" : $", but as {string.Join(", ", released.Select(other => other.Version))}")}; correct KilnVersion");
        if (ContentComparison.Compare(release.Content, plan.Content(null, null)).FirstOrDefault(difference => Compiled.Contains(difference.Fact)) is { } other)
            throw NotToBeHad(plan, $"its code is not that of the release ({other}); check out the commit of that release and build there");
        if (store.FindReleased(plan, release) is not { } model)
            throw NotToBeHad(plan, $"{store.Absence}; set KilnStorePath to the store that it was released to, or check out the commit of that release and build where its data are");
        output.Show($"{plan.Name} {release.Version}: as it was released, because KilnVersion says so; the lock stays as it is");
        return publisher.Ship(plan, model.Onnx, model.Manifest, released);
    }

    BuildException NotToBeHad(ModelPlan plan, string why)
    {
        var location = plan.Definition.Location;
        return new(Path.GetFullPath(location.File, request.Directory), location.Line, location.Column, Ids.ModelNotToBeHad,
            $"release {request.Version} of '{plan.Name}' cannot be shipped: {why}");
    }
}
