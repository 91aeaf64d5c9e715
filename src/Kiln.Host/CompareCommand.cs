using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Models;
using Kiln.Host.Requests;
using Kiln.Host.Runs;
using Kiln.Host.Store;

namespace Kiln.Host;

/// <summary>Holds the runs that were kept against what the locks say. Nothing is trained, and no data is read.</summary>
sealed class CompareCommand(Request request, Output output)
{
    public void Run()
    {
        using var store = new ArtifactStore(request, output);
        var runs = new RunFolder(request, output, store);
        var models = ChosenModels.Of(AssemblyDefinitions.Read(AssemblyDefinitions.Texts(request.Assembly)), request).Select(model => Compare(model, runs));
        AtomicFile.WriteIfChanged(Path.Combine(request.Output, "compare.md"), ComparisonPage.Write([.. models]), request.Temporary);
    }

    /// <exception cref="BuildException">What the definition leaves to the contract cannot be told.</exception>
    RunComparison Compare(ModelDefinition model, RunFolder runs)
    {
        var dataset = request.Datasets.FirstOrDefault(dataset => dataset.Name == model.Dataset) ?? throw At(model, Ids.UnknownDataset,
            $"'{model.Dataset}' is not a dataset of this project, so runs of '{model.Name}' cannot be compared{Nearest.Hint(model.Dataset, request.Datasets.Select(dataset => dataset.Name))}; "
            + $"add <Dataset Include=\"…\" Name=\"{model.Dataset}\" /> to the project");
        var contract = ContractFile.Load(dataset);
        return ShapeResolver.Resolve(model, contract, out var problems) is { } shape
            ? new(model, contract, shape, new LockReading(request, output).Read(DuplicateModels.LockPath(model, request.Directory)), runs.Find(model))
            : throw At(model, problems[0].Id, problems[0].Message);
    }

    BuildException At(ModelDefinition model, string id, string message) =>
        new(Path.GetFullPath(model.Location.File, request.Directory), model.Location.Line, model.Location.Column, id, message);
}
