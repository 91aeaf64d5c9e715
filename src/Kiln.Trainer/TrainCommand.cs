using Kiln.TrainerHost.Cache;
using Kiln.TrainerHost.Data;
using Kiln.TrainerHost.Diagnostics;
using Kiln.TrainerHost.Gates;
using Kiln.TrainerHost.Models;
using Kiln.TrainerHost.Pipelines;
using Kiln.TrainerHost.Publishing;
using Kiln.TrainerHost.Reports;
using Kiln.TrainerHost.Requests;
using Kiln.TrainerHost.Training;

namespace Kiln.TrainerHost;

/// <summary>Brings every model of a project up to date: trains what changed, holds it against its gates, publishes what passed.</summary>
sealed class TrainCommand(Request request, Output output)
{
    readonly ModelCache _cache = new(request.Cache);
    readonly OwnPipeline _ownPipeline = new(request, output);
    readonly Dictionary<string, Table> _tables = [];

    string ReportPath => Path.Combine(request.Output, "report.md");

    public void Run()
    {
        var started = DateTime.UtcNow;
        var definitions = AssemblyDefinitions.Texts(request.Assembly);
        if (!request.Always && !request.Releases && Memory.Holds(request, definitions))
        {
            output.Explain("nothing to do: definitions, data, contracts, locks and models are as the last build left them");
            Stamp.Renew(request, started);
            return;
        }
        BringAll(definitions, started);
    }

    void BringAll(IReadOnlyList<string> definitions, DateTime started)
    {
        var models = AssemblyDefinitions.Read(definitions);
        var plans = new PlanReader(request, output).Read(models);
        var releases = new Releases(request, output, new(request.Cache, TableOf), TableOf);
        var publisher = new Publisher(request.Output, new(request, output), releases);
        var reports = new List<ModelReport>();
        foreach (var plan in plans)
        {
            try
            {
                reports.Add(Bring(plan, releases, publisher));
            }
            catch (BuildException e)
            {
                // The other models of the project are not to suffer from this one.
                foreach (var diagnostic in e.Diagnostics)
                    output.Report(diagnostic);
            }
        }
        publisher.Prune(models.Select(model => model.Type));
        AtomicFile.WriteIfChanged(ReportPath, MarkdownReport.Write(reports));
        if (output.HasErrors)
            return;
        var used = plans.SelectMany(plan => plan.References).Select(reference => reference.Assembly).ToHashSet();
        string[] left =
        [
            .. publisher.Published, ReportPath,
            .. request.References.Where(reference => !reference.IsPackage && used.Contains(reference.Name)).Select(reference => reference.Path),
        ];
        Stamp.Write(request, left, started);
        Memory.Write(request, definitions, left);
    }

    ModelReport Bring(ModelPlan plan, Releases releases, Publisher publisher)
    {
        var versions = new VersionCheck(request, output);
        versions.BeforeTraining(plan);
        var (model, decision) = UpToDate(plan);
        var changes = releases.Changes(plan, model, plan.Lock?.Released ?? []);
        var gates = new GateCheck(request.Directory, request.Releases).Check(plan.Definition, model.Metrics, model.HeldOutRows, changes).ToList();
        foreach (var diagnostic in gates)
            output.Report(diagnostic);
        var missed = gates.Exists(diagnostic => !diagnostic.IsWarning);
        var due = versions.AfterTraining(plan, model.OnnxHash);
        if (!missed)
            publisher.Publish(plan, model, changes);
        var report = new ModelReport(plan, model, decision, due, changes, missed);
        // A release follows a build, which has said all this where there was anything to say.
        Action<string> say = request.Releases && decision == Decision.UpToDate ? output.Explain : output.Say;
        foreach (var line in ConsoleReport.Lines(report))
            say(line);
        return report;
    }

    (TrainedModel Model, string Decision) UpToDate(ModelPlan plan)
    {
        var cached = request.Always ? null : _cache.Find(plan.Key);
        if (cached is not null)
            return (cached, Decision.UpToDate);
        var reason = request.Always ? "KilnTrain is always" : Decision.WhyTrain(plan);
        output.Explain($"{plan.Name}: training, because {reason} (key {plan.Key})");
        ParentWatch.Start(request.Parent);
        var threads = request.Threads > 0 ? request.Threads : Environment.ProcessorCount;
        var trained = new ModelTrainer(request.Directory, threads, _ownPipeline).Train(plan, TableOf(plan));
        _cache.Add(plan.Key, trained);
        return (trained, $"trained, because {reason}");
    }

    Table TableOf(ModelPlan plan) =>
        _tables.TryGetValue(plan.Dataset.Name, out var table) ? table : _tables[plan.Dataset.Name] = TableLoader.Load(plan.Dataset, plan.Contract, output.Report);
}
