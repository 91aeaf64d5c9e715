using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Contracts.Tunings;
using Kiln.Host.Data;
using Kiln.Host.Data.Files;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Incremental;
using Kiln.Host.References;
using Kiln.Host.Requests;

namespace Kiln.Host.Models;

/// <summary>Brings each declared model together with its dataset, contract and lock, or says what does not fit and leaves that model out.</summary>
/// <param name="identify">Finds out which rows a plan's files hold.</param>
sealed class PlanReader(Request request, Output output, InputHashes hashes, Func<ModelPlan, PlanData> identify)
{
    readonly Dictionary<string, DataContract?> _contracts = [];

    /// <exception cref="BuildException">No model can be trained: a dataset is not there, or two models would overwrite each other.</exception>
    public IReadOnlyList<ModelPlan> Read(IReadOnlyList<ModelDefinition> definitions)
    {
        DatasetCheck.ThrowIfUnreadable([.. request.Datasets.Where(HasData)]);
        if (DuplicateModels.Find(definitions, request.Directory) is { Count: > 0 } duplicates)
            throw new BuildException(duplicates);
        return [.. definitions.Select(Plan).OfType<ModelPlan>()];
    }

    ModelPlan? Plan(ModelDefinition model)
    {
        var dataset = request.Datasets.FirstOrDefault(d => d.Name == model.Dataset);
        if (dataset is null)
        {
            output.Report(At(model.Location, Ids.UnknownDataset,
                $"'{model.Dataset}' is not a dataset of this project{Nearest.Hint(model.Dataset, request.Datasets.Select(d => d.Name))}; "
                + $"add <Dataset Include=\"…\" Name=\"{model.Dataset}\" /> to the project, or correct an Include that matches no file"));
            return null;
        }
        return Contract(dataset) is { } contract ? Plan(model, dataset, contract) : null;
    }

    ModelPlan? Plan(ModelDefinition model, Dataset dataset, DataContract contract)
    {
        var shape = ShapeResolver.Resolve(model, contract, out var problems);
        foreach (var problem in problems)
            output.Report(At(model.Location, problem.Id, problem.Message));
        var wrong = shape is null ? [] : Wrong(model, shape, contract).ToList();
        foreach (var (location, problem) in wrong)
            output.Report(At(location, problem.Id, problem.Message));
        var lockPath = DuplicateModels.LockPath(model, request.Directory);
        if (shape is null || wrong.Count > 0 || !TryReport(() => new LockReading(request, output).Read(lockPath), out var locked)
            || !TryReport(() => TuningReading.Read(model, TuningName.Beside(lockPath, model.Name)), out var tuning))
            return null;
        if (locked is null && Stamp.Lists(request, lockPath))
            output.Report(At(model.Location, Ids.LockGone,
                $"the lock that the last build wrote for '{model.Name}' is gone, and a new one has no released versions; "
                + $"if that was not intended, restore {Path.GetRelativePath(request.Directory, lockPath)} from version control") with { IsWarning = true });
        return new()
        {
            Definition = model,
            Dataset = dataset,
            Contract = contract,
            Shape = shape,
            InputHashes = HasData(dataset) ? [hashes.Compute(dataset.Contract), .. DataFile.InOrder(dataset.Files).Select(file => dataset.Identify(hashes.Compute(file)))] : [],
            HasData = HasData(dataset),
            IsLocked = request.Locked,
            Identify = identify,
            References = model.Pipeline is { } pipeline ? UsedReferences.Find(pipeline, request.References) : [],
            LockPath = lockPath,
            Lock = locked,
            Tuning = tuning,
        };
    }

    /// <summary>The gates and the expectations that no such model can be held to.</summary>
    static IEnumerable<(Location Location, Problem Problem)> Wrong(ModelDefinition model, ModelShape shape, DataContract contract)
    {
        foreach (var (gate, location) in model.Gates)
            if (SliceCheck.Check(gate, shape, contract) is { } problem)
                yield return (location, problem);
        foreach (var (expectation, location) in model.Expectations)
            if (ExpectationCheck.Check(expectation, model.Expectations.Select(declared => declared.Expectation), shape, contract) is { } problem)
                yield return (location, problem);
    }

    bool HasData(Dataset dataset) => !dataset.IsAbsent && !(request.Fetches && File.Exists(dataset.Contract));

    /// <summary>Null when it cannot be read, which is said once however many models have it.</summary>
    DataContract? Contract(Dataset dataset)
    {
        if (!_contracts.TryGetValue(dataset.Name, out var contract))
        {
            // Before it is read: one that is changed meanwhile is not the one that was read.
            if (File.Exists(dataset.Contract))
                hashes.Compute(dataset.Contract);
            TryReport(() => ContractFile.Load(dataset), out contract);
            _contracts.Add(dataset.Name, contract);
        }
        return contract;
    }

    bool TryReport<T>(Func<T> read, out T? value)
    {
        try
        {
            value = read();
            return true;
        }
        catch (BuildException e)
        {
            foreach (var diagnostic in e.Diagnostics)
                output.Report(diagnostic);
            value = default;
            return false;
        }
    }

    Diagnostic At(Location location, string id, string message) =>
        new(Path.GetFullPath(location.File, request.Directory), location.Line, location.Column, id, message);
}
