using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.TrainerHost.Data;
using Kiln.TrainerHost.Data.Files;
using Kiln.TrainerHost.Diagnostics;
using Kiln.TrainerHost.References;
using Kiln.TrainerHost.Requests;

namespace Kiln.TrainerHost.Models;

/// <summary>Brings each declared model together with its dataset, contract and lock, or says what does not fit.</summary>
sealed class PlanReader(Request request, Output output)
{
    readonly Dictionary<string, DataContract> _contracts = [];
    readonly Dictionary<string, string> _hashes = [];

    public IReadOnlyList<ModelPlan> Read(IReadOnlyList<string> texts)
    {
        if (DatasetCheck.Check(request.Datasets) is { Count: > 0 } problems)
            throw new BuildException(problems);
        var definitions = AssemblyDefinitions.Read(texts);
        foreach (var twins in definitions.GroupBy(model => model.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            output.Report(At(twins.Last().Location, Ids.DuplicateModel,
                $"two models are named '{twins.Last().Name}' ({string.Join(" and ", twins.Select(model => model.Type))}): their files would overwrite each other; rename one class"));
        return output.HasErrors ? [] : [.. definitions.Select(Plan).OfType<ModelPlan>()];
    }

    ModelPlan? Plan(ModelDefinition model)
    {
        var dataset = request.Datasets.FirstOrDefault(d => d.Name == model.Dataset);
        if (dataset is null)
        {
            output.Report(At(model.Location, Ids.UnknownDataset,
                $"'{model.Dataset}' is no dataset of this project{Nearest.Hint(model.Dataset, request.Datasets.Select(d => d.Name))}; "
                + $"add <Dataset Include=\"…\" Name=\"{model.Dataset}\" /> to the project"));
            return null;
        }
        var contract = Contract(dataset);
        var shape = ShapeResolver.Resolve(model, contract, out var problems);
        foreach (var problem in problems)
            output.Report(At(model.Location, problem.Id, problem.Message));
        var lockPath = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(model.Location.File, request.Directory))!, model.Name + ".lock.json");
        return shape is null ? null : new()
        {
            Definition = model,
            Dataset = dataset,
            Contract = contract,
            Shape = shape,
            Files = [.. DataFile.InOrder(dataset.Files).Select(file => new LockedFile(
                Path.GetRelativePath(Path.GetDirectoryName(lockPath)!, file).Replace('\\', '/'), Hash(file)))],
            References = model.Pipeline is { } pipeline ? UsedReferences.Of(pipeline, request.References) : [],
            LockPath = lockPath,
            Lock = new LockReading(request, output).Read(lockPath),
        };
    }

    DataContract Contract(Dataset dataset) =>
        _contracts.TryGetValue(dataset.Name, out var contract) ? contract : _contracts[dataset.Name] = ContractFile.Load(dataset);

    string Hash(string file) => _hashes.TryGetValue(file, out var hash) ? hash : _hashes[file] = DataHash.Of(file);

    Diagnostic At(Location location, string id, string message) =>
        new(Path.GetFullPath(location.File, request.Directory), location.Line, location.Column, id, message);
}
