using Kiln.Host.Baselines;
using Kiln.Host.Cache;
using Kiln.Host.Cards;
using Kiln.Host.Data.Violations;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Expectations;
using Kiln.Host.Files;
using Kiln.Host.Findings;
using Kiln.Host.Gates;
using Kiln.Host.Incremental;
using Kiln.Host.Models;
using Kiln.Host.NewData;
using Kiln.Host.Publishing;
using Kiln.Host.Reports;
using Kiln.Host.Reports.Cards;
using Kiln.Host.Reports.Figures;
using Kiln.Host.Reports.Html;
using Kiln.Host.Requests;
using Kiln.Host.Runs;
using Kiln.Host.Slices;
using Kiln.Host.Store;
using Kiln.Host.Training;
using Kiln.Host.Training.Trials;

namespace Kiln.Host;

/// <summary>Brings every model of a project up to date: trains what changed, holds it against its gates, publishes what passed.</summary>
/// <param name="hashes">Of the inputs, as far as they were asked for.</param>
sealed class TrainCommand(Request request, Output output, InputHashes hashes)
{
    readonly CacheFolder _kept = new(request, output);
    readonly RowReader _rows = new(output.Report, new(request.Directory, request.Output, request.Temporary));
    readonly NewDataCheck _newData = new(output.Report);
    readonly HashSet<string> _absent = [];
    readonly RunResults _results = new(request, output);

    string ReportPath => Path.Combine(request.Output, "report.md");

    public void Run()
    {
        var started = DateTime.UtcNow;
        var definitions = AssemblyDefinitions.Texts(request.Assembly);
        if (!request.Always && !request.Releases && !request.Tunes && !request.Bumps && request.Run.Length == 0 && LastRun.Holds(request, definitions, hashes))
        {
            output.Explain("nothing to do: definitions, data, contracts, locks and models are as the last build left them");
            Stamp.Renew(request, started);
            return;
        }
        try
        {
            UpdateAll(definitions, started);
        }
        catch (BuildException e)
        {
            _results.Write(e);
            throw;
        }
    }

    void UpdateAll(IReadOnlyList<string> definitions, DateTime started)
    {
        _results.Delete();
        var models = AssemblyDefinitions.Read(definitions);
        var chosen = ChosenModels.Of(models, request);
        var plans = _rows.Plans = new PlanReader(request, output, hashes, Identify).Read(chosen);
        foreach (var folder in plans.Select(plan => Path.GetDirectoryName(plan.LockPath)!).Append(request.Temporary).Distinct())
            TemporaryFile.Sweep(folder);
        using var store = new ArtifactStore(request, output);
        var trained = new TrainedModels(request, output, _kept, store, _rows);
        var baselines = new BaselineCache(_kept, _rows);
        var figures = new FigureCache(_kept, baselines, _rows);
        var evidences = new EvidenceCache(_kept, baselines, _rows);
        var since = new ReleaseChanges(request, output, baselines, new(_kept), _rows, trained.FindReleased);
        var publisher = new Publisher(request, new(request, output), new(request, output, baselines, _rows, trained.Release), since);
        ModelOutcome[] outcomes = [.. chosen.Select(model => new ModelOutcome(model) { Plan = plans.FirstOrDefault(plan => plan.Definition == model) })];
        // The other models and datasets of the project are not to suffer from one of them.
        foreach (var outcome in outcomes)
            outcome.Errors = [.. output.Errors];
        foreach (var outcome in outcomes.Where(outcome => outcome.Plan is not null))
        {
            var others = output.Errors.Count();
            output.Try(() =>
            {
                if (request.Version.Length > 0)
                    (outcome.Files, outcome.Shipped) = (new Rollback(request, output, store, publisher).Run(outcome.Plan!), request.Version);
                else
                    Update(outcome, outcome.Plan!, trained, evidences, figures, since, publisher);
            });
            outcome.Errors = [.. output.Errors.Skip(others)];
        }
        var isWhole = chosen.Count == models.Count;
        foreach (var dataset in isWhole ? request.Datasets.ExceptBy(models.Select(model => model.Dataset), dataset => dataset.Name) : [])
            output.Try(() => Verify(dataset));
        publisher.Prune(models.Select(model => model.Type));
        AtomicFile.WriteIfChanged(ReportPath, MarkdownReport.Write(outcomes.Select(outcome => outcome.Report).OfType<ModelReport>()), request.Temporary);
        var pages = new HtmlReports(request.Output, request.Temporary)
            .Write([.. outcomes.Where(outcome => outcome.Report is not null).Select(outcome => (outcome.Report!, outcome.Figures))], chosen, isWhole);
        var cards = new CardFiles(request.Output, request.Temporary).Write(outcomes, isWhole);
        if (request.Run.Length > 0)
            new RunFolder(request, output, store).Keep([.. outcomes.Select(outcome => outcome.Report).OfType<ModelReport>().Zip(pages)]);
        _results.Write(outcomes);
        // What was not asked for is left to the next build.
        if (output.HasErrors || !isWhole)
            return;
        var used = plans.SelectMany(plan => plan.References).Select(reference => reference.Assembly).ToHashSet();
        string[] left =
        [
            .. publisher.Published, ReportPath, .. pages, .. cards, .. _results.Paths,
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
        if (request.Fetches || verified.Holds(dataset))
            return;
        if (dataset.IsAbsent)
        {
            output.Say($"{dataset.Name}: not held against its contract, because its data are not on this machine");
            return;
        }
        _rows.Verify(dataset);
        if (hashes.Hold([dataset.Contract, .. dataset.Files]))
            verified.Add(dataset);
    }

    void Update(ModelOutcome outcome, ModelPlan plan, TrainedModels trained, EvidenceCache evidences, FigureCache figures, ReleaseChanges since, Publisher publisher)
    {
        new AbsentData(request).Check(plan);
        var versions = new VersionDiagnostics(request, output);
        new KnownReleases(request, output).Check(plan);
        outcome.Version = VersionDiagnostics.Decide(plan, null, plan.Lock?.Released ?? []);
        versions.BeforeTraining(plan, outcome.Version);
        Tune(plan);
        var (model, reason) = trained.Get(plan);
        if (!plan.HasData && !request.Fetches && !request.Locked && _absent.Add(plan.Dataset.Name))
            output.Report(AbsentData.Warning(plan.Dataset));
        outcome.Version = VersionDiagnostics.Decide(plan, model, plan.Lock?.Released ?? []);
        var changes = plan.HasData ? since.Since(plan, model, plan.Lock?.Released ?? []) : plan.Lock?.SinceRelease;
        var slices = plan.HasData ? new SliceCache(_kept, _rows).Get(plan, model) : plan.Lock!.Slices;
        var gates = new GateCheck(request.Directory, request.Releases).Check(plan.Definition, model.Measurements, model.HeldOutRows, changes, slices).ToList();
        var evidence = evidences.Get(plan, model);
        Diagnostic[] findings = [.. ModelFindings.List(plan, model, evidence, request.Directory)];
        foreach (var diagnostic in gates.Concat(findings))
            output.Report(diagnostic);
        var expectations = plan.HasData ? new ExpectationCache(_kept, _rows, request.Directory).Get(plan, model) : ExpectationCache.Locked(plan);
        var broken = ExpectationVerdict.Check(plan.Definition, expectations, request.Directory).ToList();
        broken.ForEach(output.Report);
        outcome.Verdicts = [.. gates, .. broken];
        var gatesMissed = gates.Exists(diagnostic => !diagnostic.IsWarning);
        outcome.Figures = figures.Get(plan, model);
        var report = outcome.Report = new ModelReport(plan, model, reason, outcome.Version, changes, slices, expectations, gatesMissed)
        {
            Evidence = evidence,
            Findings = findings,
            Card = ReadCard(Card.Beside(plan.LockPath, plan.Name)),
        };
        if (!request.Bumps)
            versions.AfterTraining(plan, outcome.Version);
        else if (!report.IsRefused)
            new VersionBump(request, output).Raise(plan, outcome.Version);
        if (!report.IsRefused)
        {
            (outcome.Files, var released) = plan.HasData ? publisher.Publish(plan, model, changes, slices, [.. expectations.Select(result => result.Measured)]) : publisher.PublishLocked(plan, model);
            outcome.Version = VersionDiagnostics.Decide(plan, model, released);
            outcome.Report = report with { Released = released };
        }
        // A release follows a build, which has said all this where there was anything to say.
        Action<string> say = (request.Releases || request.Bumps) && reason == TrainingReason.UpToDate ? output.Explain : output.Say;
        foreach (var line in ConsoleReport.Lines(report))
            say(line);
        if (!report.IsRefused && reason != TrainingReason.UpToDate)
            output.Show($"{ConsoleReport.Summary(report)}; {Path.GetRelativePath(request.Directory, Path.Combine(request.Output, HtmlReports.Index))}");
    }

    /// <summary>Hashed before it is read: what is saved meanwhile, in an editor beside a build that trains for long, is another one to the next build.</summary>
    Card ReadCard(string path)
    {
        if (File.Exists(path))
            hashes.Compute(path);
        return CardReader.Read(path, output.Report);
    }

    void Tune(ModelPlan plan)
    {
        var tuner = new ModelTuner(request, output, _rows);
        if (!plan.HasData || !tuner.IsDue(plan))
            return;
        ParentWatch.Start(request.Parent);
        tuner.Run(plan);
    }

    /// <summary>What is released is sealed for ever, so its rows are read; so are those that the lock does not know, to be held against what it knows.</summary>
    PlanData Identify(ModelPlan plan)
    {
        if (!plan.HasData)
            return AbsentData.Locked(plan);
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
