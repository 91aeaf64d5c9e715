using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Host.Data;
using Kiln.Host.Data.Inference;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Interchange;
using Kiln.Host.Interchange.Trees;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>
/// Takes contracts from files of the Open Data Contract Standard. The file is left alone: it carries what a contract cannot say.
/// </summary>
sealed class ImportContractCommand(Request request, Output output)
{
    public void Run()
    {
        TemporaryFile.Sweep(request.Temporary);
        var there = request.Datasets.Where(dataset => File.Exists(StandardFile.PathOf(dataset))).ToList();
        if (there.Count == 0)
            throw new BuildException([.. request.Datasets.Select(Missing)]);
        // The other contracts are not to suffer from one of them.
        foreach (var dataset in there)
            output.Try(() => Import(dataset));
    }

    void Import(Dataset dataset)
    {
        var path = StandardFile.PathOf(dataset);
        var root = StandardFile.Load(path).ToJson();
        var index = SchemaObject.Find(root, dataset.Name, path);
        if (index < 0)
            throw new BuildException(path, 1, 1, Ids.SchemaObjectUnknown, $"the file has no schema object, so it says nothing of '{dataset.Name}'; describe its columns under schema");
        if (root.Required("schema").Items is { Count: > 1 } objects)
            output.Report(NotExpressed(path, objects[index == 0 ? 1 : 0], $"the file describes {Counted.Format(objects.Count, "schema object")}, and the contract of '{dataset.Name}' is one"));
        var isThere = File.Exists(dataset.Contract);
        var before = isThere ? ContractFile.Load(dataset) : Infer(dataset);
        var (known, unexpressed) = (JsonReader.Read(ContractJson.Write(before)), new List<Diagnostic>());
        var import = new ContractImport(dataset.Name, known, (at, what) => unexpressed.Add(NotExpressed(path, at, what)));
        var contract = Read(path, import, root.Required("schema").Items[index]);
        var text = ContractJson.Write(contract);
        var differences = ContractDifference.Find(known, JsonReader.Read(text)).ToList();
        unexpressed.ForEach(output.Report);
        Write(dataset, text, differences, isThere);
    }

    void Write(Dataset dataset, string text, IReadOnlyList<Difference> differences, bool isThere)
    {
        var shown = Path.GetRelativePath(request.Directory, dataset.Contract);
        if (differences.Count == 0 && isThere)
        {
            output.Show($"{shown} says what {Path.GetFileName(StandardFile.PathOf(dataset))} says");
            return;
        }
        foreach (var difference in differences)
            output.Show($"  {difference}");
        if (request.Locked)
            throw new BuildException(dataset.Contract, isThere ? 1 : 0, 1, Ids.LockedBuild,
                $"the build is locked and may not change the contract of '{dataset.Name}', which would change in {Counted.Format(differences.Count, "place")} shown above; {LockedBuild.WhatToDo}");
        AtomicFile.WriteIfChanged(dataset.Contract, text, request.Temporary);
        output.Show($"{shown} was {(isThere ? "brought up to date with" : "written from")} {Path.GetFileName(StandardFile.PathOf(dataset))} ({Counted.Format(differences.Count, "difference")}{(isThere ? "" : " from what the data look like")})");
    }

    static DataContract Read(string path, ContractImport import, JsonValue schemaObject)
    {
        try
        {
            return ContractFile.Read(import.Read(schemaObject));
        }
        catch (JsonFormatException e)
        {
            throw StandardFile.Unreadable(path, e);
        }
    }

    /// <summary>How the file is written, and how it spells true and false, no file of the standard says: the data do.</summary>
    DataContract Infer(Dataset dataset)
    {
        DatasetCheck.ThrowIfUnreadable([dataset]);
        return ContractInference.Infer(dataset, SchemaReference.OfContract(request, dataset.Contract), output.Report);
    }

    static Diagnostic NotExpressed(string path, JsonValue at, string what) =>
        new(path, at.Line, at.Column, Ids.NotExpressed, $"{what}; the file keeps it, and the export does not change it", IsWarning: true);

    Diagnostic Missing(Dataset dataset)
    {
        var (line, column) = ItemLocation.Find(dataset.DefinedIn, dataset.Include);
        return new(dataset.DefinedIn, line, column, Ids.StandardContractMissing,
            $"{Path.GetRelativePath(request.Directory, StandardFile.PathOf(dataset))} does not exist, so there is nothing to import for '{dataset.Name}'; "
            + "put the contract there, or write it with -t:KilnExportContract");
    }
}
