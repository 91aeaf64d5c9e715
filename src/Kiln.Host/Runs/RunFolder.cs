using Kiln.Contracts;
using Kiln.Contracts.Json;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Publishing;
using Kiln.Host.Reports;
using Kiln.Host.Requests;
using Kiln.Host.Store;

namespace Kiln.Host.Runs;

/// <summary>The runs of a project: a folder for each, in it a file and the reports of each model. The store has the files alone: a report may name values of the data.</summary>
sealed class RunFolder(Request request, Output output, ArtifactStore store)
{
    const string Ending = ".json";

    /// <summary>Keeps what a build gave, whether its gates are met or not.</summary>
    /// <param name="reports">The models, with their pages.</param>
    /// <exception cref="BuildException">A file cannot be written.</exception>
    public void Keep(IReadOnlyList<(ModelReport Report, string Page)> reports)
    {
        foreach (var (report, page) in reports)
        {
            var type = report.Plan.Definition.Type;
            var (path, text) = (Path.Combine(request.Runs, request.Run, ModelFileName.Format(type)), RunJson.Write(Of(report)));
            AtomicFile.WriteIfChanged(path + Ending, text, request.Temporary);
            AtomicFile.WriteIfChanged(path + ".report.md", MarkdownReport.Write([report]), request.Temporary);
            AtomicFile.WriteIfChanged(path + ".report.html", File.ReadAllBytes(page), request.Temporary);
            var pushed = request.PushesRun ? store.PutRun(type, request.Run, text) : null;
            output.Show($"{report.Title}: run {request.Run} kept{(pushed is null ? "" : ", and put into the store")}; dotnet build -t:KilnCompare compares");
        }
    }

    /// <summary>The runs of a model, by name: those of this machine, and those of the store that it does not have.</summary>
    public IReadOnlyList<KeptRun> Find(ModelDefinition model)
    {
        var runs = new List<KeptRun>();
        var folders = Directory.Exists(request.Runs) ? Directory.GetDirectories(request.Runs) : [];
        foreach (var path in folders.Select(folder => Path.Combine(folder, ModelFileName.Format(model.Type) + Ending)).Where(File.Exists))
            Add(runs, path, Path.GetFileName(Path.GetDirectoryName(path)!), File.ReadAllText(path), "", File.GetLastWriteTimeUtc(path));
        foreach (var (name, text) in store.FindRuns(model.Type).Where(stored => !runs.Exists(run => run.Name == stored.Name)).ToList())
            Add(runs, request.Project, name, text, "store", null);
        return [.. runs.OrderBy(run => run.Name, StringComparer.Ordinal)];
    }

    void Add(List<KeptRun> runs, string path, string name, string text, string source, DateTime? kept)
    {
        try
        {
            runs.Add(RunJson.Read(text) with { Name = name, Source = source, Kept = kept });
        }
        catch (JsonFormatException e)
        {
            output.Report(new(path, source.Length > 0 ? 0 : e.Line, source.Length > 0 ? 0 : e.Column, Ids.StoredModelRefused,
                $"run '{name}'{(source.Length > 0 ? " of the store" : "")} is not compared: {e.Message.TrimEnd('.')}; keep it again with -p:KilnRun={name}, or delete it", IsWarning: true));
        }
    }

    KeptRun Of(ModelReport report) => new(
        request.Run,
        request.Commit.Length > 0 ? request.Commit : null,
        report.Missed ?? "passed",
        report.Plan.Tuning?.Chosen?.ToString(),
        RunJson.Definition(report.Plan.Definition),
        MeasuredBy.Of(report.Plan.Shape),
        Publisher.Lock(report.Plan, report.Model, null, report.Slices, [.. report.Expectations.Select(result => result.Measured)], [])
            with { Partitions = report.Plan.ShownPartitions });
}
