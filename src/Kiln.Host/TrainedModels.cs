using Kiln.Contracts;
using Kiln.Contracts.Releases;
using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Leaks;
using Kiln.Host.Models;
using Kiln.Host.Natives;
using Kiln.Host.Pipelines;
using Kiln.Host.Publishing;
using Kiln.Host.Requests;
using Kiln.Host.Slices;
using Kiln.Host.Store;
using Kiln.Host.Training;

namespace Kiln.Host;

/// <summary>The model of a plan: from the cache, else from the store, else trained.</summary>
sealed class TrainedModels(Request request, Output output, CacheFolder kept, ArtifactStore store, RowReader rows)
{
    readonly ModelCache _cache = new(kept);
    readonly WarningCache _warnings = new(kept, request.Directory);
    readonly OwnPipeline _ownPipeline = new(request, output);
    bool? _hasOnnxRuntime;

    /// <returns>With why it was, or was not, trained.</returns>
    /// <exception cref="BuildException">It cannot be had.</exception>
    public (TrainedModel Model, string Reason) Get(ModelPlan plan)
    {
        var fresh = request.Always && plan.HasData;
        if (!request.Locked && LockedModelCheck.WrongData(plan) is { } edited)
            output.Report(edited);
        string? refusal = "KilnTrain is always";
        if (!fresh && LockedModelCheck.FindCached(_cache, plan, out refusal) is { } cached)
        {
            if (plan.HasData && !request.Releases)
                store.AddIfMissing(plan, cached);
            foreach (var warning in _warnings.Find(plan, cached))
                output.Recall(warning);
            return (cached, TrainingReason.WhyCached(plan));
        }
        if (!fresh && store.Find(plan) is { } stored)
            return Keep(stored);
        if (!plan.HasData)
            throw new AbsentData(request).NotToBeHad(plan,
                $"and the cache does not have the locked artifact {Difference.Short(plan.Lock!.Artifact)}, and {store.Absence}; set KilnStorePath to the store of who trained it, or put the data in place");
        var reason = refusal ?? TrainingReason.WhyTrain(plan);
        output.Explain($"{plan.Name}: training, because {reason} (key {plan.Key})");
        ParentWatch.Start(request.Parent);
        TrainedModel? made = null;
        using var lease = fresh ? null : store.Claim(plan, out made);
        return made is not null ? Keep(made) : (Train(plan), $"trained, because {reason}");

        (TrainedModel, string) Keep(TrainedModel model)
        {
            _cache.Add(plan.Key, model);
            return (model, TrainingReason.WhyFetched(plan));
        }
    }

    /// <summary>A released model is always in the store, whether it was trained now or long ago.</summary>
    /// <exception cref="BuildException">The store does not take it.</exception>
    public void Release(ModelPlan plan, TrainedModel model)
    {
        store.Release(plan, model);
        _cache.AddReleased(model.Onnx);
    }

    /// <summary>The ONNX file of a release, from the cache, else from the store, with why there is none where it is null.</summary>
    public (byte[]? Onnx, string Absence) FindReleased(ModelPlan plan, Release release)
    {
        var hash = release.Content.Artifact!;
        if (_cache.FindReleased(hash) is { } kept)
            return (kept, "");
        if (store.FindArtifact(plan, hash) is not { } stored)
            return (null, $"its model is not in the cache, and {store.Absence}");
        _cache.AddReleased(stored);
        return (stored, "");
    }

    TrainedModel Train(ModelPlan plan)
    {
        if (request.Threads > request.UsableThreads)
            output.Explain($"{request.Threads} threads were asked for and there are {request.UsableThreads} cores, so training uses those");
        var read = rows.Read(plan);
        var warnings = new List<Diagnostic>();
        if (LabelTexts.Missing(plan, read.Table) is { } unlabelled)
            Warn(unlabelled);
        var trained = new ModelTrainer(request.Directory, request.UsableThreads, _ownPipeline, HasOnnxRuntime()).Train(plan, read);
        trained = new LeakChecks(Warn, TimeProvider.System, request.UsableThreads).Run(plan, read, trained);
        trained = new WeakSliceCheck(Warn, request.Directory).Run(plan, read, trained);
        trained = trained with { Classified = [.. plan.Contract.Classified] };
        _cache.Add(plan.Key, trained);
        _warnings.Put(plan, trained, warnings);
        store.Add(plan, trained);
        if (LockedModelCheck.Problem(plan, trained) is { } problem && !request.Locked)
            output.Report(problem);
        return trained;

        void Warn(Diagnostic warning)
        {
            warnings.Add(warning);
            output.Report(warning);
        }
    }

    /// <summary>Where there is none, that is said once for all models.</summary>
    bool HasOnnxRuntime()
    {
        if (_hasOnnxRuntime is null)
        {
            var problem = NativeLibraries.OnnxRuntimeProblem(request.Project, request.Locked);
            if (problem is { IsWarning: false })
                throw new BuildException(problem);
            if (problem is not null)
                output.Report(problem);
            _hasOnnxRuntime = problem is null;
        }
        return _hasOnnxRuntime.Value;
    }
}
