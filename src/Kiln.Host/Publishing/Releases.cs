using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Releases;
using Kiln.Host.Baselines;
using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Incremental;
using Kiln.Host.Models;
using Kiln.Host.Requests;

namespace Kiln.Host.Publishing;

/// <summary>Records versions as released. What is recorded is handed on as it is for ever.</summary>
/// <param name="keep">Puts a model where releases are kept, before one is recorded.</param>
sealed class Releases(Request request, Output output, BaselineCache baselines, RowReader rows, Action<ModelPlan, TrainedModel> keep)
{
    /// <summary>What the lock is to say was released: what it says already, and in a release the model's version.</summary>
    /// <exception cref="BuildException">The version was released before, as something else.</exception>
    public IReadOnlyList<Release> Record(ModelPlan plan, TrainedModel model)
    {
        var released = plan.Lock?.Released ?? [];
        if (!request.Releases)
            return released;
        var content = plan.Content(model.OnnxHash, model.Threshold);
        var version = SemanticVersion.Parse(plan.Version);
        // Build metadata makes no other version: 1.0.0+a after 1.0.0 would be a second model of one version.
        var before = released.FirstOrDefault(release => SemanticVersion.Parse(release.Version)?.CompareTo(version) == 0);
        if (before is not null)
            ThrowIfOther(plan, before, content);
        keep(plan, model);
        if (before is not null)
        {
            output.Show($"{plan.Name} {before.Version} was already released with the same content: nothing to record");
            return released;
        }
        if (!request.Locked)
            output.Show($"{plan.Name} {plan.Version} released: commit {Path.GetRelativePath(request.Directory, plan.LockPath)}");
        var release = new Release
        {
            Version = plan.Version,
            Provenance = Provenance(plan, model),
            Content = content,
            Metrics = model.Metrics,
            Gates = [.. plan.Definition.Gates.Select(declared => declared.Gate)],
            Expectations = [.. plan.Definition.Expectations.Select(declared => declared.Expectation).OrderBy(expectation => expectation.ToString(), StringComparer.Ordinal)],
            Predictions = request.ReleaseRows ? PredictionSample.Take(plan, model.Onnx, rows.Read(plan)) : [],
            Baseline = baselines.Measure(plan, model.Onnx).Baseline,
        };
        return [.. released, release];
    }

    ReleaseProvenance Provenance(ModelPlan plan, TrainedModel model) => new(
        request.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        request.Commit.Length > 0 ? request.Commit : null,
        request.ReleasedBy.Length > 0 ? request.ReleasedBy : null,
        Tool.Version,
        plan.NotedPartitions is { Count: <= ReleaseProvenance.MostPartitions } partitions
            ? [.. partitions.Select(partition => KeyValuePair.Create(partition.Name, partition.Rows))] : [],
        model.TrainingRows,
        model.HeldOutRows);

    void ThrowIfOther(ModelPlan plan, Release before, ReleaseContent now)
    {
        var differences = ContentComparison.Compare(before.Content, now);
        if (differences.Count == 0)
            return;
        var location = plan.Definition.Location;
        throw new BuildException(Path.GetFullPath(location.File, request.Directory), location.Line, location.Column, Ids.ReleasedOtherwise,
            $"version {plan.Version} of '{plan.Name}' was already released with different content ({string.Join("; ", differences)}), "
            + "and what is released never changes; give this one a higher Version");
    }
}
