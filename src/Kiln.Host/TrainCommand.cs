using Kiln.Host.Cache;
using Kiln.Host.Data.Violations;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Files;
using Kiln.Host.Gates;
using Kiln.Host.Incremental;
using Kiln.Host.Leaks;
using Kiln.Host.Models;
using Kiln.Host.Natives;
using Kiln.Host.NewData;
using Kiln.Host.Pipelines;
using Kiln.Host.Publishing;
using Kiln.Host.Reports;
using Kiln.Host.Requests;
using Kiln.Host.Training;
using Kiln.Host.Training.Trials;

namespace Kiln.Host;

/// <summary>Brings every model of a project up to date: trains what changed, holds it against its gates, publishes what passed.</summary>
/// <param name="hashes">Of the inputs, as far as they were asked for.</param>
sealed class TrainCommand(Request request, Output output, InputHashes hashes)
{
    readonly CacheFolder _kept = new(request, output);
    readonly OwnPipeline _ownPipeline = new(request, output);
    readonly RowReader _rows = new(output.Report, new(request.Directory, request.Output, request.Temporary));
    readonly NewDataCheck _newData = new(output.Report);
    bool? _hasOnnxRuntime;

    string ReportPath => Path.Combine(request.Output, "report.md");

    public void Run()
    {
        var started = DateTime.UtcNow;
        var definitions = AssemblyDefinitions.Texts(request.Assembly);
        if (!request.Always && !request.Releases && !request.Tunes && LastRun.Holds(request, definitions, hashes))
        {
            output.Explain("nothing to do: definitions, data, contracts, locks and models are as the last build left them");
            Stamp.Renew(request, started);
            return;
        }
        UpdateAll(definitions, started);
    }

    void UpdateAll(IReadOnlyList<string> definitions, DateTime started)
    {
        var models = AssemblyDefinitions.Read(definitions);
        var plans = _rows.Plans = new PlanReader(request, output, hashes, Identify).Read(models);
        foreach (var folder in plans.Select(plan => Path.GetDirectoryName(plan.LockPath)!).Append(request.Temporary).Distinct())
            TemporaryFile.Sweep(folder);
        var releases = new Releases(request, output, new(_kept, _rows), _rows);
        var publisher = new Publisher(request, new(request, output), releases);
        var reports = new List<ModelReport>();
        // The other models and datasets of the project are not to suffer from one of them.
        foreach (var plan in plans)
            output.Try(() => reports.Add(Update(plan, releases, publisher)));
        foreach (var dataset in request.Datasets.ExceptBy(models.Select(model => model.Dataset), dataset => dataset.Name))
            output.Try(() => Verify(dataset));
        publisher.Prune(models.Select(model => model.Type));
        AtomicFile.WriteIfChanged(ReportPath, MarkdownReport.Write(reports), request.Temporary);
        if (output.HasErrors)
            return;
        var used = plans.SelectMany(plan => plan.References).Select(reference => reference.Assembly).ToHashSet();
        string[] left =
        [
            .. publisher.Published, ReportPath,
            .. request.References.Where(reference => !reference.IsPackage && used.Contains(reference.Name)).Select(reference => reference.Path),
        ];
        Stamp.Write(request, left, started);
        LastRun.Write(request, definitions, left, hashes);
        KnownReleases.Write(request, publisher.Released);
    }

    /// <summary>A dataset that has no model yet, or none in this project.</summary>
    void Verify(Dataset dataset)
    {
        var verified = new VerifiedData(_kept, hashes);
        if (verified.Holds(dataset))
            return;
        _rows.Verify(dataset);
        if (hashes.Hold([dataset.Contract, .. dataset.Files]))
            verified.Add(dataset);
    }

    ModelReport Update(ModelPlan plan, Releases releases, Publisher publisher)
    {
        var versions = new VersionDiagnostics(request, output);
        new KnownReleases(request, output).Check(plan);
        versions.BeforeTraining(plan);
        Tune(plan);
        var (model, reason) = FindOrTrain(plan);
        var changes = releases.Changes(plan, model, plan.Lock?.Released ?? []);
        var gates = new GateCheck(request.Directory, request.Releases).Check(plan.Definition, model.Measurements, model.HeldOutRows, changes).ToList();
        foreach (var diagnostic in gates.Concat(DefinedCheck.Check(plan.Definition, model.Measurements, model.HeldOutRows, request.Directory)))
            output.Report(diagnostic);
        if (SkillCheck.Check(plan.Definition, model.Measurements, model.HeldOutRows, request.Directory) is { } skill)
            output.Report(skill);
        if (CoverageCheck.Check(plan.Definition, plan.Shape, model.Measurements, model.HeldOutRows, request.Directory) is { } coverage)
            output.Report(coverage);
        var missed = gates.Exists(diagnostic => !diagnostic.IsWarning);
        var due = versions.AfterTraining(plan, model.OnnxHash, model.Threshold);
        if (!missed)
            publisher.Publish(plan, model, changes);
        var report = new ModelReport(plan, model, reason, due, changes, missed);
        // A release follows a build, which has said all this where there was anything to say.
        Action<string> say = request.Releases && reason == TrainingReason.UpToDate ? output.Explain : output.Say;
        foreach (var line in ConsoleReport.Lines(report))
            say(line);
        return report;
    }

    void Tune(ModelPlan plan)
    {
        var tuner = new ModelTuner(request, output, _rows);
        if (!tuner.IsDue(plan))
            return;
        ParentWatch.Start(request.Parent);
        tuner.Run(plan);
    }

    (TrainedModel Model, string Reason) FindOrTrain(ModelPlan plan)
    {
        if (!request.Locked && LockedModelCheck.WrongData(plan) is { } edited)
            output.Report(edited);
        var cache = new ModelCache(_kept);
        string? refusal = "KilnTrain is always";
        if (!request.Always && LockedModelCheck.FindCached(cache, plan, out refusal) is { } cached)
            return (cached, TrainingReason.WhyCached(plan));
        var reason = refusal ?? TrainingReason.WhyTrain(plan);
        output.Explain($"{plan.Name}: training, because {reason} (key {plan.Key})");
        ParentWatch.Start(request.Parent);
        if (request.Threads > request.UsableThreads)
            output.Explain($"{request.Threads} threads were asked for and there are {request.UsableThreads} cores, so training uses those");
        var rows = _rows.Read(plan);
        if (LabelTexts.Missing(plan, rows.Table) is { } unlabelled)
            output.Report(unlabelled);
        var trained = new ModelTrainer(request.Directory, request.UsableThreads, _ownPipeline, HasOnnxRuntime()).Train(plan, rows);
        trained = new LeakChecks(output.Report, TimeProvider.System, request.UsableThreads).Run(plan, rows, trained);
        cache.Add(plan.Key, trained);
        if (LockedModelCheck.Problem(plan, trained) is { } problem && !request.Locked)
            output.Report(problem);
        return (trained, $"trained, because {reason}");
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

    /// <summary>What is released is sealed for ever, so its rows are read; so are those that the lock does not know, to be held against what it knows.</summary>
    PlanData Identify(ModelPlan plan)
    {
        var identities = new IdentityCache(_kept);
        if (!request.Releases && identities.Find(plan) is { } known && NewDataCheck.IsKnown(plan, known))
            return known;
        var rows = ReadRows(plan);
        var all = _rows.ReadAll(plan);
        var data = DataIdentity.Describe(plan, rows, all);
        _newData.Check(plan, all, data);
        if (hashes.Hold([plan.Dataset.Contract, .. plan.Dataset.Files]))
            identities.Add(plan, data);
        return data;
    }

    /// <summary>A unit that changed puts values out of their bounds: what is different about the new rows stands beside what breaks the contract.</summary>
    ModelRows ReadRows(ModelPlan plan)
    {
        try
        {
            return _rows.Read(plan);
        }
        catch (ContractViolationException e)
        {
            throw new BuildException([.. e.Diagnostics, .. NewDataCheck.Explain(plan, e.Legible)]);
        }
    }
}
