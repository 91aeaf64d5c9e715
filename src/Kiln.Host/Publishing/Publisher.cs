using Kiln.Contracts.Expectations;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Cache;
using Kiln.Host.Files;
using Kiln.Host.Incremental;
using Kiln.Host.Models;
using Kiln.Host.Requests;

namespace Kiln.Host.Publishing;

/// <summary>
/// Puts models that passed their gates where the build picks them up. Every file is written beside and renamed, and one that would not
/// change is not touched.
/// </summary>
sealed class Publisher(Request request, LockFile locks, Releases releases, ReleaseChanges since)
{
    readonly string _models = Path.Combine(request.Output, "models");
    readonly List<string> _published = [];
    readonly List<(string Version, string Lock)> _released = [];

    /// <summary>What the next build must find, or it asks the host again.</summary>
    public IReadOnlyList<string> Published => _published;

    /// <summary>Every released version of the published models, with the lock that holds it.</summary>
    public IReadOnlyList<(string Version, string Lock)> Released => _released;

    /// <param name="changes">What changed since the last release; after a new one nothing did.</param>
    /// <param name="slices">What gates hold in each value of a column.</param>
    /// <param name="expectations">How the model does against its expectations.</param>
    /// <returns>The files that ship, and every version that the lock says was released.</returns>
    public (IReadOnlyList<string> Files, IReadOnlyList<Release> Released) Publish(
        ModelPlan plan, TrainedModel model, SinceRelease? changes, IReadOnlyList<SlicedMetric> slices, IReadOnlyList<MeasuredExpectation> expectations)
    {
        var released = releases.Record(plan, model);
        if (released.Count != (plan.Lock?.Released.Count ?? 0))
            changes = since.Since(plan, model, released);
        // First, because it is what a locked build may refuse.
        locks.Write(plan, Lock(plan, model, changes, slices, expectations, released) with { Schema = SchemaReference.OfLock(request, plan.LockPath) ?? plan.Lock?.Schema });
        return (Ship(plan, model.Onnx, Manifest.Write(plan, model), released), released);
    }

    /// <summary>Ships the model that the lock names, and leaves the lock as it is: nothing was read that it could be written from.</summary>
    public (IReadOnlyList<string> Files, IReadOnlyList<Release> Released) PublishLocked(ModelPlan plan, TrainedModel model) =>
        (Ship(plan, model.Onnx, Manifest.Write(plan, model), plan.Lock!.Released), plan.Lock.Released);

    /// <summary>Ships a model and leaves its lock as it is.</summary>
    /// <param name="released">Every version that the lock says was released.</param>
    /// <returns>The files that ship.</returns>
    public IReadOnlyList<string> Ship(ModelPlan plan, byte[] model, byte[] facts, IReadOnlyList<Release> released)
    {
        var (onnx, manifest) = Artifacts(plan.Definition.Type);
        AtomicFile.WriteIfChanged(onnx, model, request.Temporary);
        AtomicFile.WriteIfChanged(manifest, facts, request.Temporary);
        _released.AddRange(released.Select(release => (release.Version, plan.LockPath)));
        _published.AddRange([onnx, manifest, plan.LockPath, plan.Dataset.Contract]);
        if (plan.Tuning is not null)
            _published.Add(plan.TuningPath);
        return [onnx, manifest];
    }

    /// <summary>A model whose class is gone must not be shipped any longer.</summary>
    /// <param name="types">The full names of the classes that there are.</param>
    public void Prune(IEnumerable<string> types)
    {
        if (!Directory.Exists(_models))
            return;
        var keep = types.SelectMany(type => new[] { Artifacts(type).Onnx, Artifacts(type).Manifest }).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(_models).Where(file => !keep.Contains(file)))
            File.Delete(file);
    }

    (string Onnx, string Manifest) Artifacts(string type)
    {
        var path = Path.Combine(_models, ModelFileName.Format(type));
        return (path + ".onnx", path + ".model.json");
    }

    /// <summary>The lock that stands for that model.</summary>
    public static ModelLock Lock(
        ModelPlan plan, TrainedModel model, SinceRelease? changes, IReadOnlyList<SlicedMetric> slices, IReadOnlyList<MeasuredExpectation> expectations,
        IReadOnlyList<Release> released) => new()
    {
        Model = plan.Name,
        Version = plan.Version,
        Definition = plan.DefinitionFingerprint,
        Contract = plan.ContractFingerprint,
        Tool = Tool.Version,
        References = plan.References,
        Tuning = plan.Tuning?.Chosen?.Fingerprint,
        Dataset = plan.Dataset.Name,
        DataHash = plan.Data.Hash,
        Partitions = plan.NotedPartitions,
        Split = plan.Data.Split,
        TrainingRows = model.TrainingRows,
        HeldOutRows = model.HeldOutRows,
        Boosting = model.Boosting,
        Threshold = model.Threshold,
        Metrics = model.Metrics,
        Slices = slices,
        Expectations = expectations,
        Artifact = model.OnnxHash,
        SinceRelease = changes,
        Released = released,
    };
}
