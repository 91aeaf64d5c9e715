using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Requests;
using Kiln.Host.TestRows;

namespace Kiln.Host;

/// <summary>Writes held-out rows of each model for a test project that asks for them, after a build that has said what is wrong with the data.</summary>
sealed class RowsCommand(Request request, Output output, InputHashes hashes)
{
    readonly RowReader _rows = new(_ => { });

    string Folder => Path.Combine(request.Output, "rows");

    public void Run()
    {
        var models = AssemblyDefinitions.Read(AssemblyDefinitions.Texts(request.Assembly));
        var plans = _rows.Plans = new PlanReader(request, output, hashes, AbsentData.Locked).Read(models);
        var written = new HashSet<string>();
        foreach (var plan in plans)
            if (Reason(plan) is { } reason)
                output.Report(new(Path.GetFullPath(plan.Definition.Location.File, request.Directory), plan.Definition.Location.Line, plan.Definition.Location.Column, Ids.NoTestRows,
                    $"no held-out rows of '{plan.Name}' go to test projects: {reason}", IsWarning: true));
            else
                output.Try(() => written.Add(Write(plan)));
        foreach (var file in Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*" + TestRowsFile.Ending) : [])
            if (!written.Contains(file))
                File.Delete(file);
    }

    /// <summary>Why they do not travel; null where they do.</summary>
    static string? Reason(ModelPlan plan) => plan switch
    {
        { HasData: false } => $"the data of '{plan.Dataset.Name}' are not on this machine, or a build that only fetches does not read them; build where they are, or make rows in the test",
        _ when plan.Shape.Features.FirstOrDefault(column => column.Classification is not null) is { } column =>
            $"its input '{column.Name}' is classified as {Words.Format(column.Classification!.Value)} in the contract, so its values are written nowhere; make rows in the test, or leave the column out of the model with Ignore",
        _ => null,
    };

    string Write(ModelPlan plan)
    {
        var path = TestRowsFile.PathOf(Folder, plan.Definition);
        AtomicFile.WriteIfChanged(path, TestRowsFile.Write(plan, _rows.Read(plan)), request.Temporary);
        return path;
    }
}
